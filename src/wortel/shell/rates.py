"""How often a visitor may ask or send something, as an installation sets it. Read at start, so without Django."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from limits import RateLimitItem, parse

OFF = "uit"


class RateUnreadable(ValueError):
    """What was set is no number per time."""


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `count` times in `seconds`, in a window that moves along."""

    item: RateLimitItem

    @property
    def count(self) -> int:
        """How many times."""
        return self.item.amount

    @property
    def seconds(self) -> int:
        """How long the window is."""
        return self.item.get_expiry()


def read_rates(usual: Mapping[str, str], given: Mapping[str, str]) -> dict[str, Rate]:
    """A rate per kind: that of `WORTEL_LIMIT_<KIND>` when set, else the usual one; kinds that are off are left out.

    Written as "120/minute" or "30/10 minutes"; `WORTEL_LIMITS=uit` is none at all. Raises `RateUnreadable`, in Dutch.
    """
    rates: dict[str, Rate] = {}
    if given.get("WORTEL_LIMITS", "") == OFF:
        return rates
    for kind, text in usual.items():
        name = f"WORTEL_LIMIT_{kind.upper()}"
        chosen = given.get(name, "") or text
        if chosen != OFF:
            rates[kind] = Rate(_parsed(name, chosen))
    return rates


def _parsed(name: str, text: str) -> RateLimitItem:
    try:
        item = parse(text)
    except ValueError as error:
        raise RateUnreadable(f"{name} is geen grens. Schrijf bijvoorbeeld 120/minute, of {OFF}.") from error
    if item.amount < 1:
        raise RateUnreadable(f"{name} laat niemand toe. Schrijf bijvoorbeeld 120/minute, of {OFF}.")
    return item
