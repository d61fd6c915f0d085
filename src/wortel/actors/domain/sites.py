"""Which sites an institution has, when several registers tell of the same door in more or less detail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wortel.actors.domain.standing import StandingStatement
from wortel.actors.domain.statement import ActorStatement
from wortel.kernel.text import folded


@dataclass(frozen=True, slots=True)
class ProfileSite:
    """One site, as its best record tells it; `name` is empty when it is that of the institution."""

    told_by: StandingStatement
    name: str
    is_main: bool


def compose_sites(ranked: Sequence[StandingStatement], actor_name: str) -> tuple[ProfileSite, ...]:
    """The sites told of, the main one first. `ranked` is in order of trust.

    Two registers that agree as far as they go tell of one site, and the one with more detail tells it. Rows of one
    register are different sites, unless they are equal. The main site is the first with a municipality.
    """
    sites: list[StandingStatement] = []
    for record in ranked:
        if not _says_where(record.statement):
            continue
        place = next((number for number, other in enumerate(sites) if _is_same(record, other)), None)
        if place is None:
            sites.append(record)
        elif _detail(record.statement) > _detail(sites[place].statement):
            sites[place] = record
    main = next((record for record in sites if record.statement.nis), sites[0] if sites else None)
    ordered = sorted(sites, key=lambda record: record is not main)
    return tuple(
        ProfileSite(
            told_by=record,
            name="" if record.statement.name == actor_name else record.statement.name,
            is_main=record is main,
        )
        for record in ordered
    )


def _says_where(said: ActorStatement) -> bool:
    return bool(said.nis or said.postcode or said.place or said.street or said.lat is not None)


def _is_same(one: StandingStatement, other: StandingStatement) -> bool:
    if one.source == other.source:
        return _address(one.statement) == _address(other.statement) and one.statement.name == other.statement.name
    pairs = zip(_address(one.statement), _address(other.statement), strict=True)
    return all(not left or not right or left == right for left, right in pairs)


def _address(said: ActorStatement) -> tuple[str, str, str, str]:
    return said.nis, said.postcode, folded(said.street), folded(said.house_number).replace(" ", "")


def _detail(said: ActorStatement) -> int:
    return sum(map(bool, _address(said))) + (said.lat is not None)
