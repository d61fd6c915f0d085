"""The forms about mandates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wortel.people.domain.capacities import CAPACITIES
from wortel.people.domain.scope import Scope
from wortel.people.wording import say_capacity, say_task
from wortel.shell.form_fields import EMPTY, MailField, TextField


class OurForm(forms.Form):
    """A form whose empty fields are refused in our words."""

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, label_suffix="", **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = EMPTY


def until_field() -> forms.DateField:
    """The first day on which a mandate no longer holds."""
    return forms.DateField(
        required=False,
        label=_("Tot wanneer?"),
        help_text=_("De eerste dag waarop het niet meer geldt. Laat je dit leeg, dan loopt het door."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Dit is geen dag. Schrijf hem als 2027-06-30.")},
    )


class InviteForm(OurForm):
    """Who, as what, until when, and a word of explanation."""

    email = MailField(
        autocomplete="off",
        label=_("Mailadres"),
        help_text=_("Alleen wie mail op dit adres kan lezen, kan de uitnodiging aanvaarden."),
    )
    capacity = forms.ChoiceField(label=_("Rol"), error_messages={"invalid_choice": _("Kies een rol uit de lijst.")})
    until = until_field()
    message = TextField(limit=500, rows=4, required=False, label=_("Een woordje uitleg"))

    def __init__(self, capacities: Sequence[str], data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        offer(self.fields["capacity"], capacities)


class RoleForm(InviteForm):
    """The same, in the programme: with the area it is for."""

    area = forms.ChoiceField(
        required=False,
        label=_("Voor welk gebied?"),
        error_messages={"invalid_choice": _("Kies een gebied uit de lijst.")},
    )
    field_order = ("email", "capacity", "area", "until", "message")

    def __init__(
        self,
        capacities: Sequence[str],
        areas: Mapping[tuple[str, str], str],
        data: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(capacities, data, **kwargs)
        listed = [(f"{scheme}:{code}", _area_label(scheme, name)) for (scheme, code), name in areas.items()]
        self.fields["area"].choices = [("", _("Heel Vlaanderen")), *listed]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The fields, with `scope`: an area where the role asks for one, and only there."""
        given = super().clean() or {}
        capacity, chosen = given.get("capacity", ""), given.get("area", "")
        if capacity and CAPACITIES[capacity].scope == "area" and not chosen:
            self.add_error("area", _("Deze rol geldt voor één gebied. Kies welk."))
        if capacity and CAPACITIES[capacity].scope == "flanders" and chosen:
            self.add_error("area", _("Deze rol geldt voor heel Vlaanderen. Kies hier geen gebied."))
        scheme, _colon, area = chosen.partition(":")
        given["scope"] = Scope(scheme=scheme, area=area)
        return given


class AskForm(OurForm):
    """In which capacity, and why."""

    capacity = forms.ChoiceField(label=_("Rol"), error_messages={"invalid_choice": _("Kies een rol uit de lijst.")})
    message = TextField(
        limit=500,
        rows=4,
        label=_("Wie ben je, en wat doe je daar?"),
        help_text=_("De beheerders lezen dit, met je naam en je mailadres."),
    )

    def __init__(self, capacities: Sequence[str], data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        offer(self.fields["capacity"], capacities)


class EndForm(OurForm):
    """Why it ends."""

    why = TextField(
        limit=300,
        rows=4,
        required=False,
        label=_("Waarom stopt het?"),
        help_text=_("Wie de rol had, leest dit."),
    )


class ProlongForm(OurForm):
    """Until when it may go on."""

    until = until_field()


class AnswerForm(OurForm):
    """What the asker will read."""

    answer = TextField(
        limit=500, rows=4, required=False, label=_("Je antwoord"), help_text=_("Wie het vroeg, leest dit.")
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, needs_answer: bool = False) -> None:
        super().__init__(data)
        self.fields["answer"].required = needs_answer
        self.fields["answer"].error_messages["required"] = _("Zeg waarom niet. Wie het vroeg, leest dit.")


class DayForm(forms.Form):
    """The day one asks about."""

    op = forms.DateField(
        required=False,
        label=_("Wie kon namens ons handelen op"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Dit is geen dag. Schrijf hem als 2027-06-30.")},
    )

    @property
    def day(self) -> date | None:
        """The day asked for, None when none was."""
        found: date | None = self.cleaned_data.get("op") if self.is_valid() else None
        return found


def offer(field: forms.Field, capacities: Sequence[str]) -> None:
    """Gives the field these capacities to choose from, and says of each what it may do."""
    field.choices = [(key, say_capacity(key)) for key in capacities]  # type: ignore[attr-defined]
    field.help_text = " ".join(gettext("Een %(who)s %(does)s.") % _words(key) for key in capacities)


def _words(capacity: str) -> dict[str, str]:
    return {"who": say_capacity(capacity), "does": say_task(capacity)}


def _area_label(scheme: str, name: str) -> str:
    return {"provincie": str(_("provincie %(name)s"))}.get(scheme, str(_("regio %(name)s"))) % {"name": name}
