"""Numbers, days and enumerations as people here write them: 12.500 · 21 november 2026 · 71 % · a, b en c."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils import formats, timezone
from django.utils.translation import get_language, gettext

NARROW = "\u00a0"


def number(value: int | float | Decimal | None, decimals: int = 0) -> str:
    """The number with the separators of the language; `None` is said as a word, never as zero."""
    if value is None:
        return gettext("onbekend")
    # Django cuts decimals off; a reader expects them rounded, half up.
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return formats.number_format(rounded, decimal_pos=decimals, use_l10n=True, force_grouping=True)


def day(value: date | datetime | None) -> str:
    """The day in full, in Belgian time: 21 november 2026."""
    if value is None:
        return gettext("onbekend")
    if isinstance(value, datetime):
        value = timezone.localtime(value) if timezone.is_aware(value) else value
    return formats.date_format(value, "j F Y")


def percent(share: float | None, decimals: int = 0) -> str:
    """A share between 0 and 1 as a percentage, with the space Dutch asks for."""
    if share is None:
        return gettext("onbekend")
    space = "" if (get_language() or "nl").startswith("en") else NARROW
    return f"{number(Decimal(str(share)) * 100, decimals)}{space}%"


def listed(texts: Iterable[str]) -> str:
    """As a sentence lists them: a, b en c. Empty when there are none."""
    *some, last = [*texts] or [""]
    return gettext("%(some)s en %(last)s") % {"some": ", ".join(some), "last": last} if some else last
