"""The beginnings of alliances, newest first; and whom a grouping concerns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from wortel.actors.public import Located, located_in
from wortel.alliances.models import Beginning
from wortel.alliances.permissions import Concerned
from wortel.territory.public import timeline

GOVERNMENT = "government"
SCHEMES = ("referentieregio", "provincie")


@dataclass(frozen=True, slots=True)
class Begun:
    """An alliance that begins: municipalities by code, thought of (ref, sector), and what the grouping scored."""

    ref: str
    name: str
    towns: tuple[str, ...]
    invited: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    figures: dict[str, float | None]
    made_by: str
    made_at: datetime
    given_up_at: datetime | None
    is_fictional: bool


def beginnings(scheme: str = "", area: str = "", limit: int = 100) -> tuple[Begun, ...]:
    """Those that stand, of one area when it is named. One statement."""
    rows = Beginning.objects.filter(given_up_at=None).order_by("-made_at", "-pk")
    if area:
        rows = rows.filter(scheme=scheme, area=area)
    return tuple(_begun(row) for row in rows[:limit])


def beginning(ref: str) -> Begun | None:
    """One of them, also when it was given up. One statement."""
    row = Beginning.objects.filter(ref=ref).first() if ref.isascii() and ref.isprintable() else None
    return _begun(row) if row else None


def concerned(towns: Iterable[str], actors: Sequence[Located], on: date) -> Concerned:
    """Their areas today, and the governments among the actors that sit there."""
    codes = [nis for nis in towns if on in timeline().find(nis).valid]
    areas = {
        (scheme, area.code)
        for nis in codes
        for scheme in SCHEMES
        if (area := timeline().area_of_map(nis, scheme, on)) is not None
    }
    return Concerned(frozenset(areas), frozenset(actor.ref for actor in actors if actor.sector == GOVERNMENT))


def actors_there(towns: Iterable[str], *, is_fictional: bool | None = None) -> tuple[Located, ...]:
    """Who works on in these municipalities, by name; of one world when it is said. One statement."""
    found = located_in(towns)
    return tuple(each for each in found if is_fictional is None or each.is_fictional == is_fictional)


def _begun(row: Beginning) -> Begun:
    return Begun(
        row.ref,
        row.name,
        tuple(row.municipalities),
        tuple((ref, sector) for ref, sector in row.invited),
        tuple(row.missing),
        dict(row.figures),
        row.made_by,
        row.made_at,
        row.given_up_at,
        row.is_fictional,
    )
