"""The form by which anyone says that something is wrong, or theirs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from wortel.replies.actions.file_reply import Author
from wortel.replies.models import Reply
from wortel.shell.form_fields import MailField, TextField

NO_CHILDREN = _("Schrijf geen namen van kinderen.")
"""Stands under every free text: no child's name belongs here."""


class ReplyForm(forms.Form):
    """Who you are, how we reach you, and what you want to say."""

    message = TextField(limit=4000, rows=7, label=_("Wat wil je melden?"))
    author_name = TextField(limit=120, label=_("Je naam"))
    author_email = MailField(
        autocomplete="email",
        label=_("Je e-mailadres"),
        help_text=_("We sturen er één link naartoe, om te bevestigen. Alleen wie je melding nakijkt, ziet je adres."),
    )
    organisation = TextField(limit=300, required=False, label=_("Je organisatie"))

    def __init__(self, kind: str, data: Mapping[str, Any] | None = None, known: Author | None = None) -> None:
        super().__init__(data, label_suffix="")
        if known is not None:
            del self.fields["author_email"]
            if known.name:
                del self.fields["author_name"]
        label, hint = _ASKED[kind]
        self.fields["message"].label = label
        self.fields["message"].help_text = format_lazy("{} {}", hint, NO_CHILDREN)
        self.fields["organisation"].required = kind == Reply.Kind.CLAIM


_ASKED: dict[str, tuple[Any, Any]] = {
    Reply.Kind.CLAIM: (
        _("Waarom mag jij dit profiel beheren?"),
        _("Zeg wat je functie is, en waar we dat kunnen nakijken."),
    ),
    Reply.Kind.DISPUTE: (
        _("Wat klopt er niet?"),
        _("Zeg wat er fout is, sinds wanneer, en waar we dat kunnen nakijken."),
    ),
    Reply.Kind.CORRECTION: (
        _("Wat moet er staan?"),
        _("Schrijf de juiste gegevens op, en waar we dat kunnen nakijken."),
    ),
}
