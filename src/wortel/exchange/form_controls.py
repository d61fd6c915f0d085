"""The controls of the forms: one per question, with the choices of the room."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from wortel.exchange.domain import words
from wortel.exchange.domain.ages import OLDEST, STAGES, YOUNGEST
from wortel.exchange.domain.kinds import BOTH, NOBODY, Kind
from wortel.exchange.domain.periods import usual_periods
from wortel.exchange.domain.words import NEED
from wortel.exchange.wording import moment_label, unit_label
from wortel.exchange.wording_sentence import period
from wortel.organisations.domain.fields import VISIBILITIES

LARGEST = 2_000_000_000
WHOLE = {
    "invalid": gettext_lazy("Schrijf een geheel getal, zoals 2."),
    "min_value": gettext_lazy("Kies een getal vanaf %(limit_value)s."),
    "max_value": gettext_lazy("Kies een getal tot %(limit_value)s."),
    "required": gettext_lazy("Vul een getal in."),
}
_CHOOSE = {"invalid_choice": gettext_lazy("Dit is hier geen keuze. Kies uit de lijst.")}
_DAY = {"invalid": gettext_lazy("Schrijf een dag als 31/12/2026.")}
_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y")
DATES = "data"


class Boxes(forms.CheckboxSelectMultiple):
    """Boxes whose label leads to the first of them."""

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """The id of one box; of the first for the whole."""
        return f"{id_}_{index or 0}"


class Rounds(forms.RadioSelect):
    """Round buttons, the same."""

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """The id of one button; of the first for the whole."""
        return f"{id_}_{index or 0}"


def boxes(labels: Mapping[str, str], label: str, hint: str = "") -> forms.MultipleChoiceField:
    """Any number of these."""
    return forms.MultipleChoiceField(
        choices=[(key, _(text)) for key, text in labels.items()],
        label=label, help_text=hint, required=False, widget=Boxes, error_messages=_CHOOSE,
    )  # fmt: skip


def whole(label: str, hint: str = "", *, required: bool = False, least: int = 1, most: int = LARGEST) -> Any:
    """A whole number."""
    return forms.IntegerField(
        label=label, help_text=hint, required=required, min_value=least, max_value=most, error_messages=WHOLE,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip


def day(label: str, *, required: bool = False) -> forms.DateField:
    """A day; the browser helps where it can."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, required=required, input_formats=_DAYS, widget=widget, error_messages=_DAY)


def one_of(choices: list[tuple[str, str]], label: str, hint: str = "", *, rounds: bool = False) -> forms.ChoiceField:
    """Exactly one of these."""
    return forms.ChoiceField(
        choices=choices, label=label, help_text=hint, error_messages=_CHOOSE, widget=Rounds if rounds else forms.Select
    )


def stages() -> forms.MultipleChoiceField:
    """For which stages of school."""
    labels = {it.key: f"{_(it.label)} ({it.age_from}–{it.age_to})" for it in STAGES}
    return boxes(labels, _("Voor welke leeftijd?"), _("Kies één of meer; of schrijf hieronder de leeftijden."))


def years() -> dict[str, forms.Field]:
    """Ages in years; written, they come before the stages."""
    return {
        "van_jaar": whole(_("Vanaf welke leeftijd?"), least=YOUNGEST, most=OLDEST),
        "tot_jaar": whole(_("Tot en met welke leeftijd?"), least=YOUNGEST, most=OLDEST),
    }


def periods(on: date, *, is_kept: bool = False) -> forms.ChoiceField:
    """School year, term, or two days; what was chosen before comes first."""
    usual = [
        (key, f"{_(_PERIODS[key])} ({period(it.start, it.end or it.start)})") for key, it in usual_periods(on).items()
    ]
    dates = (DATES, _("Tussen twee dagen, die je hieronder kiest"))
    choices = [dates, *usual] if is_kept else [*usual, dates]
    return one_of(choices, _("Wanneer?"), rounds=True)


def moments() -> forms.MultipleChoiceField:
    """Parts of the week."""
    labels = {key: moment_label(key) for key in words.MOMENTS}
    return boxes(labels, _("Welke momenten passen?"), _("Kies niets als elk moment past."))


def how_often(kind: Kind, side: str) -> Any:
    """How many of what is counted."""
    facts = {"units": unit_label(kind.key, 2)}
    asked = _("Hoeveel %(units)s zoeken jullie?") if side == NEED else _("Hoeveel %(units)s kunnen jullie hoogstens?")
    hint = "" if side == NEED else _("In de hele periode. Meer vragen we nooit.")
    return whole(asked % facts, hint, required=True, most=1_000)


def how_far(kind: Kind, side: str) -> dict[str, forms.Field]:
    """Kilometres, or minutes by a way of travelling."""
    modes = [(key, _("minuten %(mode)s") % {"mode": _(label)}) for key, label in words.TRAVEL_MODES.items()]
    return {
        "bereik": whole(
            _far_label(kind, side), _("In vogelvlucht. Laat leeg voor heel Vlaanderen."), least=0, most=600
        ),
        "hoever": one_of([("km", _("kilometer")), *modes], _("Gemeten in")),
    }


def visibilities() -> forms.ChoiceField:
    """To whom it is shown."""
    return one_of([(key, _(label)) for key, label in VISIBILITIES.items()], _("Wie ziet dit?"))


def _far_label(kind: Kind, side: str) -> str:
    if kind.travels == NOBODY:
        return _("Voor welke omgeving?")
    if kind.travels == BOTH or kind.moves(side):
        return _("Hoe ver kunnen jullie zich verplaatsen?")
    return _("Van hoe ver mag de ander komen?")


_PERIODS = {
    "schooljaar": gettext_noop("Dit schooljaar"),
    "volgend": gettext_noop("Volgend schooljaar"),
    "trimester": gettext_noop("Dit trimester"),
}
