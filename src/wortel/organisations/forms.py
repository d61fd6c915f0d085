"""The forms of an organisation: claim it, write its profile, say why it must go."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wortel.kernel.reason import Reason
from wortel.organisations.domain.fields import FIELD_OF, OWN_FIELDS, PUBLIC, TEXT, VISIBILITIES, OwnField, stem_hint
from wortel.organisations.domain.merging import Version
from wortel.organisations.domain.values import ValueRefused, read_value
from wortel.organisations.wording import say
from wortel.shell.form_fields import NO_MAIL_ADDRESS, TextField, one_spelling

LARGEST_VERSION = 2_000_000_000


class MailForm(forms.Form):
    """The address on the web domain of the organisation; its first part is enough."""

    mail = TextField(limit=254, label=gettext_lazy("Je e-mailadres bij de organisatie"))

    def __init__(self, hosts: tuple[str, ...], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, label_suffix="", auto_id="id_mail_%s")
        self.hosts = hosts
        self.fields["mail"].help_text = _("Het deel voor @%(host)s volstaat.") % {"host": hosts[0] if hosts else ""}

    def clean_mail(self) -> str:
        """The whole address in lower case. Raises `ValidationError`."""
        text = str(self.cleaned_data["mail"]).lower()
        whole = text if "@" in text or not self.hosts else f"{text}@{self.hosts[0]}"
        try:
            return str(forms.EmailField(validators=[one_spelling]).clean(whole))
        except forms.ValidationError as error:
            raise forms.ValidationError(NO_MAIL_ADDRESS) from error


class WhyForm(forms.Form):
    """Why someone may keep the profile, or why it must go."""

    message = TextField(limit=2000, rows=5)

    def __init__(self, label: str, hint: str, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, label_suffix="", auto_id="id_why_%s")
        self.fields["message"].label, self.fields["message"].help_text = label, hint


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of the profile on the form: the text, and to whom it is shown (`None`: always to everyone)."""

    field: OwnField
    text: forms.BoundField
    audience: forms.BoundField | None


class ProfileForm(forms.Form):
    """The draft of a profile: a text and an audience for each field, and the version it was made from."""

    versie = forms.IntegerField(min_value=0, max_value=LARGEST_VERSION, widget=forms.HiddenInput)
    basis = forms.CharField(max_length=60_000, required=False, strip=False, widget=forms.HiddenInput)

    def __init__(self, sector: str, is_town: Callable[[str], bool], data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, label_suffix="", **kwargs)
        self.is_town = is_town
        for field in OWN_FIELDS:
            self.fields[field.key] = _control(field, sector)
            if not field.is_always_public:
                self.fields[f"wie_{field.key}"] = forms.ChoiceField(
                    choices=[(key, _(label)) for key, label in VISIBILITIES.items()],
                    label=_("Wie ziet dit?"),
                    error_messages={"invalid_choice": _("Kies wie dit ziet.")},
                )

    def clean(self) -> dict[str, Any]:
        """Reads every text by the rules of its field."""
        given = super().clean() or {}
        for field in OWN_FIELDS:
            if field.key not in given:
                continue
            try:
                given[field.key] = read_value(field, given[field.key], self.is_town)
            except ValueRefused as refused:
                self.add_error(field.key, say(refused.reason))
        return given

    def rows(self) -> Iterator[FieldRow]:
        """The fields in order."""
        for field in OWN_FIELDS:
            yield FieldRow(field, self[field.key], None if field.is_always_public else self[f"wie_{field.key}"])

    def version(self) -> Version:
        """What was written; only of a valid form."""
        given = self.cleaned_data
        return Version(
            {key: given[key] for key in FIELD_OF if given.get(key)},
            {key: given.get(f"wie_{key}", PUBLIC) for key in FIELD_OF},
        )

    def base(self) -> Version | None:
        """What the writer started from, as the form carried it; only used to suggest a choice when two differ."""
        try:
            values, visibility = json.loads(self.cleaned_data.get("basis") or "")
            return Version(_texts(values), _texts(visibility))
        except (ValueError, TypeError, RecursionError):
            return None


def initial_of(number: int, draft: Version) -> dict[str, Any]:
    """How the form begins: the draft as it stands."""
    given: dict[str, Any] = {"versie": number, "basis": json.dumps([dict(draft.values), dict(draft.visibility)])}
    for key in FIELD_OF:
        given[key], given[f"wie_{key}"] = draft.of(key)
    return given


def _texts(found: Any) -> dict[str, str]:
    return {str(key): str(value) for key, value in dict(found).items()}


def _control(field: OwnField, sector: str) -> forms.CharField:
    many = field.sort in (TEXT, "several", "towns")
    hint = stem_hint(sector) if field.key == "stem_work" else field.hint
    widget = forms.Textarea(attrs={"rows": 5 if field.sort == TEXT else 3}) if many else forms.TextInput()
    return forms.CharField(
        label=_(field.label),
        help_text=_(hint) if hint else "",
        required=field.is_always_public,
        strip=False,
        widget=widget,
        error_messages={"required": say(Reason.of("organisations.name_needed"))},
    )
