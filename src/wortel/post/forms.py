"""The form on which a reader chooses a rhythm for each kind of notice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from wortel.post.domain.kinds import CHOOSABLE, RHYTHMS
from wortel.post.wording import say_kind, say_rhythm


class RhythmForm(forms.Form):
    """One choice a kind, each with its present rhythm filled in."""

    def __init__(self, now: Mapping[str, str], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=dict(now), label_suffix="")
        for kind in CHOOSABLE:
            self.fields[kind.key] = forms.ChoiceField(
                label=say_kind(kind.key),
                choices=[(rhythm, say_rhythm(rhythm)) for rhythm in RHYTHMS],
                widget=forms.Select,
                error_messages={"required": _("Kies er één."), "invalid_choice": _("Kies er één uit de lijst.")},
            )
