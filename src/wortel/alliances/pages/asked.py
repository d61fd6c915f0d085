"""What a visitor asks on the page of proposals, and the form that asks it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wortel.alliances.domain.problem import Limits, LimitsUseless
from wortel.alliances.queries.asking import REGION, Question
from wortel.alliances.rulebook import policy_on
from wortel.alliances.wording import EMPHASIS_LABELS, say
from wortel.kernel.text import folded
from wortel.territory.public import timeline

EMPHASIS_WORDS = {"evenwichtig": "even", "reizen": "travel", "banden": "ties"}
_NAMES = re.compile(r"[,;\n]+")
MOST_PEOPLE = 10_000_000


class AskForm(forms.Form):
    """A region, or some municipalities; limits, emphasis, and whether groups may cross a border."""

    regio = forms.ChoiceField(label=gettext_lazy("Regio"), required=False)
    gemeenten = forms.CharField(
        label=gettext_lazy("Of rond deze gemeenten"),
        required=False,
        max_length=400,
        help_text=gettext_lazy("Eén of meer namen, met een komma ertussen."),
    )
    van = forms.IntegerField(label=gettext_lazy("Minstens zoveel gemeenten"), required=False)
    tot = forms.IntegerField(label=gettext_lazy("Hoogstens zoveel gemeenten"), required=False)
    inwoners_van = forms.IntegerField(
        label=gettext_lazy("Minstens zoveel inwoners"), required=False, min_value=0, max_value=MOST_PEOPLE
    )
    inwoners_tot = forms.IntegerField(
        label=gettext_lazy("Hoogstens zoveel inwoners"), required=False, min_value=1, max_value=MOST_PEOPLE
    )
    nadruk = forms.ChoiceField(label=gettext_lazy("Nadruk"), required=False)
    over = forms.BooleanField(label=gettext_lazy("Groepen mogen over de regiogrens"), required=False)

    def __init__(self, data: Any, on: date) -> None:
        super().__init__(data)
        self.on, self.policy = on, policy_on(on)
        self.chosen: frozenset[str] = frozenset()
        possible = self.policy.possible
        regions = sorted((area.name, area.code) for area in timeline().areas_of_map(REGION, on))
        self.fields["regio"].choices = [("", _("Kies een regio")), *((code, name) for name, code in regions)]  # type: ignore[attr-defined]
        self.fields["nadruk"].choices = [(word, _(EMPHASIS_LABELS[key])) for word, key in EMPHASIS_WORDS.items()]  # type: ignore[attr-defined]
        for name, usual in (("van", self.policy.usual.fewest), ("tot", self.policy.usual.most)):
            field = forms.IntegerField(
                label=self.fields[name].label, required=False, min_value=possible.fewest, max_value=possible.most
            )
            field.widget.attrs["placeholder"] = str(usual)
            self.fields[name] = field

    def clean_gemeenten(self) -> str:
        """The names, known each. Raises `ValidationError`."""
        text = str(self.cleaned_data["gemeenten"])
        known = _names(timeline().map_span(self.on).start)
        wanted = [name for each in _NAMES.split(text) if (name := each.strip())]
        unknown = [name for name in wanted if folded(name) not in known]
        if unknown:
            sentence = _("Dit is geen gemeente van vandaag: %(names)s. Schrijf de naam zoals ze nu is.")
            raise forms.ValidationError(sentence % {"names": ", ".join(unknown)[:120]})
        self.chosen = frozenset(known[folded(name)] for name in wanted)
        return text

    def clean(self) -> dict[str, Any]:
        """Region or municipalities, not both; limits that can be met. Raises `ValidationError`."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("regio") and self.chosen:
            raise forms.ValidationError(_("Kies een regio of vul gemeenten in, niet allebei."))
        if not self.errors:
            try:
                self.limits = Limits(
                    given["van"] or min(self.policy.usual.fewest, given["tot"] or self.policy.usual.fewest),
                    given["tot"] or max(self.policy.usual.most, given["van"] or 0),
                    given["inwoners_van"],
                    given["inwoners_tot"],
                )
            except LimitsUseless as useless:
                raise forms.ValidationError(say(useless.reason)) from useless
        return given

    @property
    def is_asked(self) -> bool:
        """Whether there is something to answer: a valid form with a place."""
        return self.is_valid() and bool(self.cleaned_data["regio"] or self.chosen)

    @property
    def question(self) -> Question:
        """The question, once valid."""
        given = self.cleaned_data
        emphasis = EMPHASIS_WORDS[given["nadruk"] or next(iter(EMPHASIS_WORDS))]
        return Question(given["regio"], self.chosen, self.limits, emphasis, given["over"])


def names_of_towns(codes: Iterable[str]) -> list[str]:
    """Names of municipalities, sorted."""
    return sorted(timeline().find(nis).name for nis in codes)


@lru_cache(maxsize=4)
def _names(on: date) -> dict[str, str]:
    places = timeline().municipalities(on)
    return {**{place.nis: place.nis for place in places}, **{folded(place.name): place.nis for place in places}}
