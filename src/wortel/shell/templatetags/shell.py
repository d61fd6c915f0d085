"""Small words for templates: numbers, days and shares as people in Flanders write them. No decisions here."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django import template

from wortel.shell import formats

register = template.Library()
FICTIONAL_SUFFIX = " (fictief)"
"""How invented names end, whatever the language of the page: they come so out of their files."""


@register.filter
def number(value: int | float | Decimal | None, decimals: int = 0) -> str:
    """12500 → 12.500; nothing known → "onbekend"."""
    return formats.number(value, decimals)


@register.filter
def day(value: date | None) -> str:
    """2026-11-21 → 21 november 2026."""
    return formats.day(value)


@register.filter
def percent(share: float | None, decimals: int = 0) -> str:
    """0.71 → 71 %."""
    return formats.percent(share, decimals)


@register.filter
def unmarked(name: str) -> str:
    """The name without its own "(fictief)", for where the tag stands beside it: said once is enough."""
    return name.removesuffix(FICTIONAL_SUFFIX)


@register.filter
def svg_percent(share: float | None) -> str:
    """0.714 → "71.4%": a length in a drawing, the same in every language."""
    return f"{100 * min(max(share or 0.0, 0.0), 1.0):.1f}%"
