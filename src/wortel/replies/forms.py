"""The form by which anyone says that something is wrong, or theirs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from wortel.kernel.text import TextRefused, clean_text
from wortel.replies.actions.file_reply import Author
from wortel.replies.models import Reply

NO_CHILDREN = _("Schrijf geen namen van kinderen.")
"""Stands under every free text: no child's name belongs here."""


class Text(forms.CharField):
    """A text field that keeps only what both databases can carry."""

    def __init__(self, *, limit: int, lines: bool = False, **kwargs: Any) -> None:
        self.limit, self.lines = limit, lines
        super().__init__(max_length=limit, widget=forms.Textarea(attrs={"rows": 7}) if lines else None, **kwargs)

    def to_python(self, value: Any) -> str:
        """The cleaned text. Raises `ValidationError`."""
        try:
            return clean_text(str(value or ""), limit=self.limit, lines=self.lines)
        except TextRefused as refused:
            raise forms.ValidationError(
                _("Deze tekst is te lang of bevat tekens die we niet kunnen bewaren.")
            ) from refused


class ReplyForm(forms.Form):
    """Who you are, how we reach you, and what you want to say."""

    message = Text(limit=4000, lines=True, label=_("Wat wil je melden?"))
    author_name = Text(limit=120, label=_("Je naam"))
    author_email = forms.EmailField(
        label=_("Je e-mailadres"),
        help_text=_("We sturen er één link naartoe, om te bevestigen. We tonen je adres aan niemand."),
        error_messages={"invalid": _("Dit lijkt geen e-mailadres. Schrijf het als naam@voorbeeld.be.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    organisation = Text(limit=300, required=False, label=_("Je organisatie"))

    def __init__(self, kind: str, data: Mapping[str, Any] | None = None, known: Author | None = None) -> None:
        super().__init__(data, label_suffix="")
        if known is not None:
            del self.fields["author_email"]
            if known.name:
                del self.fields["author_name"]
        for field in self.fields.values():
            field.error_messages["required"] = _("Vul dit in.")
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
