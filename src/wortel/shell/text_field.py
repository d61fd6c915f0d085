"""A text field of a form that keeps only what both databases can carry."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wortel.kernel.text import TextRefused, clean_text


class TextField(forms.CharField):
    """Cleaned text of at most `limit` characters; `lines` gives room for more than one line."""

    def __init__(self, *, limit: int, lines: bool = False, **kwargs: Any) -> None:
        self.limit, self.lines = limit, lines
        super().__init__(max_length=limit, widget=forms.Textarea(attrs={"rows": 4}) if lines else None, **kwargs)

    def to_python(self, value: Any) -> str:
        """The cleaned text. Raises `ValidationError`."""
        try:
            return clean_text(str(value or ""), limit=self.limit, lines=self.lines)
        except TextRefused as refused:
            raise forms.ValidationError(
                _("Deze tekst is te lang of bevat tekens die we niet kunnen bewaren.")
            ) from refused
