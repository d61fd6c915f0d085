"""What people must be told by higher rooms: how organisations and areas are called. The site says who answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from wortel.people.domain.caller import Caller


def organisation_names(refs: Iterable[str]) -> Mapping[str, str]:
    """The name of each of these organisations; one that is not known is left out. One query at most."""
    wanted = {ref for ref in refs if ref}
    found: Mapping[str, str] = _provider("ORGANISATION_NAMES")(wanted) if wanted else {}
    return found


def area_names(on: date) -> Mapping[tuple[str, str], str]:
    """The areas to which a role can be limited on that day: name by (scheme, code), in the order to show. No query."""
    found: Mapping[tuple[str, str], str] = _provider("AREA_NAMES")(on)
    return found


def organisation_tabs(ref: str, here: str) -> Sequence[Mapping[str, object]]:
    """The pages of one organisation, in all rooms; `here` is the name of the page that is shown."""
    tabs: Sequence[Mapping[str, object]] = _provider("ORGANISATION_TABS")(ref, here)
    return tabs


def own_doors(caller: Caller) -> Sequence[Mapping[str, object]]:
    """What this person can do or keep on other pages: label, address, and what it is for."""
    doors: Sequence[Mapping[str, object]] = _provider("OWN_DOORS")(caller)
    return doors


def _provider(setting: str) -> Callable[..., Any]:
    answers: Callable[..., Any] = import_string(getattr(settings, setting))
    return answers
