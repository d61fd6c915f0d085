"""The form of a need or an offer, built from the questions its kind asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wortel.actors.public import PlaceUnknown, find_spot
from wortel.exchange import form_controls as controls
from wortel.exchange.domain import kinds, words
from wortel.exchange.domain.ages import ALL_AGES, ages_of
from wortel.exchange.domain.kinds import Kind
from wortel.exchange.domain.periods import usual_periods
from wortel.exchange.domain.reach import MOST_KM, km_of
from wortel.exchange.domain.wanted import Fault, Wanted, faults
from wortel.exchange.form_starts import Home
from wortel.exchange.rulebook import exchange_rulebook
from wortel.exchange.wording import say
from wortel.shell.form_fields import TextField

FIELD_OF: Mapping[str, str] = {
    "title": "titel", "text": "tekst", "themes": "themas", "priorities": "prioriteiten",
    "target_groups": "doelgroepen", "languages": "talen", "group_size": "groep", "quantity": "aantal",
    "per_week": "per_week", "first_on": "van", "end_on": "tot", "moments": "momenten", "place": "plaats",
    "range": "bereik", "accessibility": "toegankelijk", "conditions": "voorwaarden", "visibility": "zichtbaar",
    "age_from": "van_jaar", "age_to": "tot_jaar", "consent": "toestemming",
}  # fmt: skip
"""The control that a fault of `Wanted` belongs to."""
Layout = tuple[tuple[str, str, tuple[str, ...]], ...]
"""The parts of the page: key, title, and names of controls."""
SECTIONS: Layout = (
    ("wat", gettext_noop("Wat"), ("titel", "tekst", "themas")),
    ("wie", gettext_noop("Voor wie"), ("fases", "van_jaar", "tot_jaar", "groep", "talen")),
    (
        "wanneer",
        gettext_noop("Wanneer en hoe vaak"),
        ("aantal", "per_week", "periode", "van", "tot", "momenten", "dringend"),
    ),
    ("waar", gettext_noop("Waar"), ("plaats", "bereik", "hoever")),
    (
        "meer",
        gettext_noop("Nog iets om te weten? (mag leeg blijven)"),
        ("doelgroepen", "prioriteiten", "toegankelijk", "voorwaarden"),
    ),
    ("zien", gettext_noop("Tonen"), ("zichtbaar",)),
)
MORE = "meer"


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of the form; a folded one is open when something in it is wrong or chosen."""

    key: str
    title: str
    fields: tuple[forms.BoundField, ...]
    is_folded: bool
    is_open: bool


class ListingForm(forms.Form):
    """One need or offer of a kind. `home` is where the organisation is; `on` the day it is filled in.

    `questions` are those of the kind it may ask; empty is all of them.
    """

    questions: tuple[str, ...] = ()
    layout: Layout = SECTIONS

    def __init__(self, kind: Kind, side: str, home: Home, on: date, data: Any = None, **kwargs: Any) -> None:
        self.is_kept = bool((kwargs.get("initial") or {}).get("versie"))
        super().__init__(data, label_suffix="", **kwargs)
        self.kind, self.side, self.home, self.on = kind, side, home, on
        self.fields.update(self._controls())
        self.fields["versie"] = forms.IntegerField(
            min_value=0, max_value=controls.LARGEST, required=False, widget=forms.HiddenInput
        )

    def _controls(self) -> dict[str, forms.Field]:
        asks = self.kind.asks(self.side)
        always: dict[str, forms.Field] = {
            "titel": TextField(limit=120, label=_("Titel"), help_text=self.title_hint()),
            "tekst": TextField(
                limit=2_000,
                rows=4,
                required=False,
                label=_("Vertel er iets meer over"),
                help_text=_("Schrijf geen namen van kinderen."),
            ),
            "aantal": controls.how_often(self.kind, self.side),
            "periode": controls.periods(self.on, is_kept=self.is_kept),
            "van": controls.day(_("Eerste dag")),
            "tot": controls.day(_("Laatste dag")),
            "plaats": TextField(
                limit=100, required=False, label=_("Plaats"), help_text=_("Gemeente, deelgemeente of postcode")
            ),
            "zichtbaar": controls.visibilities(),
        }
        for question in asks:
            if not self.questions or question in self.questions:
                always.update(_ASKED[question](self))
        return always

    def title_hint(self) -> str:
        """What to write as title, by kind."""
        return _("Kort, zodat een ander meteen ziet waarover het gaat. Bijvoorbeeld: %(a)s over zonnepanelen.") % {
            "a": _(self.kind.a)
        }

    def clean(self) -> dict[str, Any]:
        """Reads what was written together, and says everything that is wrong at its own control."""
        given = super().clean() or {}
        if not self.errors:
            given["wanted"] = self._wanted(given)
            for fault in faults(given["wanted"], self.on) if not self.errors else ():
                self.add_fault(fault)
        return given

    def add_fault(self, fault: Fault) -> None:
        """Shows it at its control, or above the form when that is not there."""
        name = FIELD_OF.get(fault.field, "")
        self.add_error(name if name in self.fields else None, say(fault.reason))

    def sections(self) -> list[Section]:
        """The controls by part, without parts that ask nothing of this kind."""
        made = []
        for key, title, names in self.layout:
            fields = tuple(self[name] for name in names if name in self.fields)
            if fields:
                is_open = any(field.errors or field.value() != field.initial for field in fields)
                is_open = is_open or (self.is_kept and any(field.value() for field in fields))
                made.append(Section(key, _(title), fields, is_folded=key == MORE, is_open=is_open))
        return made

    def _wanted(self, given: Mapping[str, Any]) -> Wanted:
        first_on, end_on = self._period(given)
        age_from, age_to = self._ages(given)
        place, nis, lat, lon = self._place(given)
        mode, minutes, km = self._reach(given)
        return Wanted(
            side=self.side, kind=self.kind.key, title=given["titel"], text=given["tekst"],
            quantity=given["aantal"], first_on=first_on, end_on=end_on, place=place, nis=nis, lat=lat, lon=lon,
            themes=given.get("themas", ()), priorities=given.get("prioriteiten", ()),
            target_groups=given.get("doelgroepen", ()), languages=given.get("talen", ()), age_from=age_from,
            age_to=age_to, group_size=given.get("groep"), per_week=given.get("per_week"),
            moments=given.get("momenten", ()), range_km=km, travel_mode=mode, travel_minutes=minutes,
            accessibility=given.get("toegankelijk", ()), conditions=given.get("voorwaarden", ""),
            is_urgent=bool(given.get("dringend")), visibility=given["zichtbaar"],
        )  # fmt: skip

    def _period(self, given: Mapping[str, Any]) -> tuple[date, date]:
        usual = usual_periods(self.on)
        if given["periode"] in usual:
            span = usual[given["periode"]]
            return span.start, span.end or span.start
        for name in ("van", "tot"):
            if not given.get(name):
                self.add_error(name, _("Kies een dag, of kies hierboven een schooljaar of trimester."))
        first, last = given.get("van") or self.on, given.get("tot") or self.on
        return first, min(last, date(9999, 12, 30)) + timedelta(days=1)

    def _ages(self, given: Mapping[str, Any]) -> tuple[int, int]:
        first, last = given.get("van_jaar"), given.get("tot_jaar")
        if first is not None or last is not None:
            return (ALL_AGES[0] if first is None else first, ALL_AGES[1] if last is None else last + 1)
        unsaid = (self.kind.ages if self.side == words.NEED else None) or ALL_AGES
        return ages_of(given.get("fases", ())) or unsaid

    def _place(self, given: Mapping[str, Any]) -> tuple[str, str, float | None, float | None]:
        text = given["plaats"]
        if text == self.home.label:
            return text, self.home.nis, self.home.lat, self.home.lon
        try:
            spot = find_spot(text, self.on)
        except PlaceUnknown as unknown:
            names = ", ".join(unknown.resembles)
            if text:
                known = _("We kennen geen gemeente, deelgemeente of postcode “%(text)s”.") % {"text": text[:60]}
                self.add_error("plaats", f"{known} {_('Bedoel je: %(names)s?') % {'names': names}}" if names else known)
            return text, "", None, None
        return text, spot.nis, spot.lat, spot.lon

    def _reach(self, given: Mapping[str, Any]) -> tuple[str, int | None, float | None]:
        far, unit = given.get("bereik"), given.get("hoever")
        if far is None:
            return "", None, float(MOST_KM) if self.side == words.OFFER else None
        if unit in words.TRAVEL_MODES:
            return str(unit), far, min(km_of(far, str(unit), exchange_rulebook(), self.on), float(MOST_KM))
        return "", None, float(far)


_Asked = Callable[[ListingForm], dict[str, forms.Field]]
_ASKED: Mapping[str, _Asked] = {
    kinds.THEME: lambda _form: {
        "themas": controls.boxes(words.THEMES, _("Over welk thema?"), _("Kies niets als het over alles mag gaan."))
    },
    kinds.PRIORITY: lambda _form: {"prioriteiten": controls.boxes(words.PRIORITIES, _("Past het bij een transitie?"))},
    kinds.TARGET: lambda _form: {
        "doelgroepen": controls.boxes(words.TARGET_GROUPS, _("In het bijzonder voor")),
    },
    kinds.AGES: lambda _form: {"fases": controls.stages(), **controls.years()},
    kinds.GROUP: lambda form: {
        "groep": controls.whole(
            _("Met hoeveel kinderen?") if form.side == words.NEED else _("Hoeveel kinderen kunnen er tegelijk?"),
            most=5_000,
        )
    },
    kinds.LANGUAGE: lambda _form: {"talen": controls.boxes(words.LANGUAGES, _("In welke taal?"))},
    kinds.MOMENT: lambda _form: {"momenten": controls.moments()},
    kinds.RANGE: lambda form: controls.how_far(form.kind, form.side),
    kinds.WEEKLY: lambda _form: {"per_week": controls.whole(_("Hoogstens hoe vaak per week?"), most=50)},
    kinds.ACCESS: lambda _form: {"toegankelijk": controls.boxes(words.ACCESSIBILITY, _("Toegankelijk voor"))},
    kinds.CONDITION: lambda _form: {
        "voorwaarden": TextField(
            limit=1_000, rows=3, required=False, label=_("Voorwaarden"),
            help_text=_("Bijvoorbeeld: een beamer, een begeleider van de school, een vergoeding."),
        )
    },
    kinds.URGENT: lambda _form: {"dringend": forms.BooleanField(required=False, label=_("Het is dringend"))},
}  # fmt: skip
"""The controls of each question a kind may ask."""
