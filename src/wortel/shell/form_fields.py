"""Fields that forms of several rooms have."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wortel.kernel.text import TextRefused, clean_text, has_one_spelling

EMPTY = _("Vul dit in.")
NO_MAIL_ADDRESS = _("Dit lijkt geen e-mailadres. Schrijf het als naam@voorbeeld.be.")


class TextField(forms.CharField):
    """Cleaned text of at most `limit` characters, which both databases can carry; `rows` gives room for that many
    lines, without it the text is one line.
    """

    def __init__(self, *, limit: int, rows: int = 0, **kwargs: Any) -> None:
        self.limit, self.rows = limit, rows
        widget = forms.Textarea(attrs={"rows": rows}) if rows else None
        super().__init__(max_length=limit, widget=widget, **kwargs)
        self.error_messages["required"] = EMPTY

    def to_python(self, value: Any) -> str:
        """The cleaned text. Raises `ValidationError`."""
        try:
            return clean_text(str(value or ""), limit=self.limit, lines=bool(self.rows))
        except TextRefused as refused:
            raise forms.ValidationError(
                _("Deze tekst is te lang of bevat tekens die we niet kunnen bewaren.")
            ) from refused


def one_spelling(address: str) -> None:
    """Refuses an address that some database would take for another's. Raises `ValidationError`."""
    if not has_one_spelling(address):
        raise forms.ValidationError(NO_MAIL_ADDRESS, code="invalid")


class MailField(forms.EmailField):
    """A mail address."""

    def __init__(self, *, autocomplete: str, **kwargs: Any) -> None:
        super().__init__(widget=forms.EmailInput(attrs={"autocomplete": autocomplete}), **kwargs)
        self.validators.append(one_spelling)
        self.error_messages["required"], self.error_messages["invalid"] = EMPTY, NO_MAIL_ADDRESS
