"""The form of the phone desk: what can be asked in two minutes, and how consent was given."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wortel.exchange import form_controls as controls
from wortel.exchange.domain import kinds
from wortel.exchange.domain.kinds import Kind
from wortel.exchange.domain.words import CONSENTS
from wortel.exchange.form_starts import Home
from wortel.exchange.forms import MORE, Layout, ListingForm

_ON_THE_PHONE = (kinds.THEME, kinds.AGES, kinds.GROUP, kinds.MOMENT, kinds.RANGE, kinds.URGENT)
WAYS = ("phone", "meeting", "mail")
_LAYOUT: Layout = (
    ("wat", gettext_noop("Wat, hoe vaak en wanneer"), ("titel", "aantal", "periode", "van", "tot", "dringend")),
    (
        MORE,
        gettext_noop("Meer, als je het hoort"),
        ("tekst", "plaats", "themas", "fases", "van_jaar", "tot_jaar", "groep", "momenten", "bereik", "hoever",
         "zichtbaar"),
    ),
    ("toestemming", gettext_noop("Toestemming"), ("toestemming", "toestemming_op")),
)  # fmt: skip


class PhoneForm(ListingForm):
    """The questions one asks on the phone; the rest keeps its usual answer, and the organisation may add it later."""

    questions = _ON_THE_PHONE
    layout = _LAYOUT

    def __init__(self, kind: Kind, side: str, home: Home, on: date, data: Any = None, **kwargs: Any) -> None:
        super().__init__(kind, side, home, on, data, **kwargs)
        ways = [(key, _(CONSENTS[key])) for key in WAYS]
        self.fields["toestemming"] = controls.one_of(ways, _("Hoe gaf de organisatie toestemming?"), rounds=True)
        self.fields["toestemming_op"] = controls.day(_("Op welke dag?"), required=True)

    def clean(self) -> dict[str, Any]:
        """As any form; consent lies never in the future."""
        given = super().clean()
        if given.get("toestemming_op") and given["toestemming_op"] > self.on:
            self.add_error("toestemming_op", _("Die dag moet nog komen. Kies de dag waarop ze ja zeiden."))
        return given
