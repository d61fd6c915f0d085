"""On the page of an actor: what the organisation shows to this visitor, its partners, and the way to keep it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from wortel.actors.public import Listed
from wortel.organisations.domain.fields import PUBLIC, VISIBILITIES, WEBSITE
from wortel.organisations.permissions import is_administrator, may_edit_profile
from wortel.organisations.queries.own_profile import ShownField, shown_fields
from wortel.organisations.queries.partners import partners_of
from wortel.people.public import caller_of


def beside_actor(request: HttpRequest, here: Listed) -> Mapping[str, Any]:
    """The part for this visitor. Fields that everyone sees elsewhere on the page already are not said again."""
    caller = caller_of(request)
    shown = [it for it in shown_fields(here.ref, caller) if it.audience != PUBLIC or not it.field.cell]
    return {
        "template": "organisations/parts/beside_actor.html",
        "fields": [_shown(it) for it in shown],
        "partners": partners_of(here.ref),
        "may_edit": bool(may_edit_profile(caller, here.ref)),
        "may_claim": here.is_claimed and not is_administrator(caller, here.ref),
    }


def _shown(it: ShownField) -> dict[str, str]:
    return {
        "label": _(it.field.label_to_others),
        "value": it.value,
        "url": it.value if it.field.sort == WEBSITE else "",
        "audience": "" if it.audience == PUBLIC else _(VISIBILITIES[it.audience]),
    }
