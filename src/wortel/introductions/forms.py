"""The forms of an introduction: a day, why not, how it was, and whom to ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wortel.introductions.domain.feedback import MOST_CHILDREN, Said
from wortel.shell.form_fields import EMPTY, TextField

CHOOSE = ("", gettext_lazy("Kies …"))
YES, NO = "ja", "nee"
WORKED = (
    ("4", gettext_lazy("heel goed")),
    ("3", gettext_lazy("goed")),
    ("2", gettext_lazy("matig")),
    ("1", gettext_lazy("niet")),
)
PROPOSE, AGREED = "voorstel", "afgesproken"
NO_DAY = gettext_lazy("Schrijf de dag als 2026-12-15.")


class DayField(forms.DateField):
    """A day, chosen or typed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)
        self.error_messages["required"], self.error_messages["invalid"] = EMPTY, NO_DAY


class _Form(forms.Form):
    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, label_suffix="", **kwargs)


class DayForm(_Form):
    """The day on which it takes place."""

    dag = DayField(label=gettext_lazy("Welke dag?"))


class EndingForm(_Form):
    """Why it does not go on."""

    reden = forms.ChoiceField(
        label=gettext_lazy("Waarom niet?"), error_messages={"required": EMPTY, "invalid_choice": EMPTY}
    )
    tekst = TextField(
        limit=500, rows=3, required=False, label=gettext_lazy("Wil je er iets bij zeggen?"),
        help_text=gettext_lazy("De ander leest dit, en de gangmaker. Zet er geen namen van kinderen in."),
    )  # fmt: skip

    def __init__(self, reasons: Mapping[str, str], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["reden"].choices = [CHOOSE, *((key, _(label)) for key, label in reasons.items())]  # type: ignore[attr-defined]


class FeedbackForm(_Form):
    """How it was; only the first question must be answered."""

    happened = forms.ChoiceField(
        label=gettext_lazy("Is het doorgegaan?"),
        choices=[CHOOSE, (YES, gettext_lazy("ja")), (NO, gettext_lazy("nee"))],
        error_messages={"required": EMPTY, "invalid_choice": EMPTY},
    )
    worked = forms.ChoiceField(
        label=gettext_lazy("Hoe goed werkte het?"), required=False, choices=[CHOOSE, *WORKED],
    )  # fmt: skip
    again = forms.ChoiceField(
        label=gettext_lazy("Zouden jullie het nog eens doen?"),
        required=False,
        choices=[CHOOSE, (YES, gettext_lazy("ja")), (NO, gettext_lazy("nee"))],
    )
    children = forms.IntegerField(
        label=gettext_lazy("Hoeveel kinderen of jongeren waren er minstens?"),
        required=False,
        min_value=0,
        max_value=MOST_CHILDREN,
        help_text=gettext_lazy("Weet je het niet, laat dit dan leeg."),
        error_messages={
            "invalid": gettext_lazy("Schrijf een geheel getal, zoals 24."),
            "min_value": gettext_lazy("Minder dan nul kan niet."),
            "max_value": gettext_lazy("Dat zijn er te veel. Kijk het na."),
        },
    )
    text = TextField(
        limit=1000, rows=4, required=False, label=gettext_lazy("Wat moeten wij weten?"),
        help_text=gettext_lazy("Enkel jullie en de gangmaker lezen dit. Zet er geen namen van kinderen in."),
    )  # fmt: skip

    def said(self) -> Said:
        """What was filled in; nothing is not said."""
        given = self.cleaned_data
        return Said(
            happened=given["happened"] == YES,
            worked=int(given["worked"]) if given["worked"] else None,
            again=given["again"] == YES if given["again"] else None,
            children=given["children"],
            text=given["text"],
        )


class AskForm(_Form):
    """With which own need or offer, and whether it was agreed already."""

    met = forms.ChoiceField(error_messages={"required": EMPTY, "invalid_choice": EMPTY})
    hoe = forms.ChoiceField(
        label=gettext_lazy("Vragen of noteren?"),
        choices=[
            (PROPOSE, gettext_lazy("Stel het voor: zij zeggen ja of nee")),
            (AGREED, gettext_lazy("Noteer het: dit is al afgesproken")),
        ],
    )
    dag = DayField(
        label=gettext_lazy("De afgesproken dag"),
        required=False,
        help_text=gettext_lazy("Enkel als het al is afgesproken."),
    )

    def __init__(
        self, label: str, choices: Sequence[tuple[str, str]], data: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.fields["met"].label = label
        self.fields["met"].choices = [CHOOSE, *choices] if len(choices) != 1 else list(choices)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Who notes an agreement says for which day."""
        given = super().clean() or {}
        if given.get("hoe") == AGREED and not given.get("dag") and "dag" not in self.errors:
            self.add_error("dag", EMPTY)
        return given

    def agreed_on(self) -> date | None:
        """The day, when it was agreed already."""
        return self.cleaned_data["dag"] if self.cleaned_data["hoe"] == AGREED else None
