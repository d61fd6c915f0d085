"""The form by which the desk decides, and writes down what is right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wortel.atlas.domain.matter import Kind, Matter, Room
from wortel.shell.form_fields import TextField

ACCEPT, REFUSE = "aanvaard", "weiger"


class DecisionForm(forms.Form):
    """What you decide, and what its author will read. Fields to correct only where an actor is corrected."""

    decision = forms.ChoiceField(
        label=_("Wat beslis je?"),
        choices=(("", _("Kies")), (ACCEPT, _("Aanvaarden")), (REFUSE, _("Weigeren"))),
        error_messages={
            "required": _("Kies of je aanvaardt of weigert."),
            "invalid_choice": _("Kies aanvaarden of weigeren."),
        },
    )
    answer = TextField(
        limit=2000,
        rows=6,
        label=_("Je antwoord"),
        required=False,
        help_text=_("De melder leest dit per mail. Wie weigert, zegt altijd waarom. Schrijf geen namen van kinderen."),
    )
    name = TextField(limit=300, label=_("De juiste naam"), required=False)
    website = forms.URLField(
        label=_("De juiste website"),
        required=False,
        assume_scheme="https",
        help_text=_("Het hele adres, zoals https://www.voorbeeld.be"),
        error_messages={"invalid": _("Dit lijkt geen webadres. Schrijf het als https://www.voorbeeld.be")},
    )
    status = forms.ChoiceField(
        label=_("De juiste toestand"),
        required=False,
        choices=(("", _("Niets wijzigen")), ("actief", _("Actief")), ("stopgezet", _("Bestaat niet meer"))),
    )

    def __init__(self, matter: Matter, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, label_suffix="")
        if not corrects(matter):
            for name in ("name", "website", "status"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Who refuses, says why."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("decision") == REFUSE and "answer" in given and not given["answer"]:
            self.add_error("answer", _("Zeg waarom je weigert: de melder leest dit."))
        return given

    @property
    def correct(self) -> dict[str, str]:
        """What is right, by field."""
        return {name: self.cleaned_data.get(name) or "" for name in ("name", "website", "status")}


def corrects(matter: Matter) -> bool:
    """Whether accepting may change what is shown of an actor."""
    return matter.room is Room.REPLY and matter.kind is not Kind.CLAIM and bool(matter.organisation)
