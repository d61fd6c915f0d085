"""What is shown of an institution when several records speak of it, and who said what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from wortel.actors.domain.kinds import KIND_OF, OTHER
from wortel.actors.domain.sites import ProfileSite, compose_sites
from wortel.actors.domain.standing import StandingStatement, ranked
from wortel.actors.domain.statement import ActorStatement, SaidArea, SaidIdentifier, SaidRole
from wortel.kernel.text import folded

T = TypeVar("T")


class NothingSaid(ValueError):
    """Nobody says anything: there is no institution to show."""


@dataclass(frozen=True, slots=True)
class ProfileName:
    """Another name: `former`, `other`, or `site` for that of one of its sites."""

    name: str
    kind: str
    record_id: int


@dataclass(frozen=True, slots=True)
class Profile:
    """An institution as it is shown. Pairs hold the number of the record that says it."""

    name: str
    kind: str
    sector: str
    status: str
    website: str
    sources: tuple[str, ...]
    is_claimed: bool
    is_fictional: bool
    sites: tuple[ProfileSite, ...]
    names: tuple[ProfileName, ...]
    identifiers: tuple[tuple[int, SaidIdentifier], ...]
    roles: tuple[tuple[int, SaidRole], ...]
    working_areas: tuple[tuple[int, SaidArea], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One value of one field, and who says it: source, the source's own origin, and date as printed."""

    value: str
    source: str
    stated_on: str
    said_by: str
    record_id: int


def compose(statements: Sequence[StandingStatement]) -> Profile:
    """Puts the statements about one institution together. Raises `NothingSaid` for none.

    Of each field the most trusted record that says anything is shown (`standing.ranked`): an unknown status, an
    unknown kind and an empty cell say nothing. Nothing is lost: see `provenance`.
    """
    if not statements:
        raise NothingSaid
    order = ranked(statements)
    best = order[0].statement
    if len(order) > 1:
        kind = _kind(order)
        name, status, website = best.name, _first(order, _status) or "unknown", _first(order, lambda it: it.website)
    else:
        kind, name, status, website = best.kind, best.name, best.status, best.website
    return Profile(
        name=name,
        kind=kind,
        sector=_first(order, lambda said: said.sector if said.kind == kind else "")
        or _first(order, lambda said: said.sector)
        or KIND_OF[kind].sector,
        status=status,
        website=website,
        sources=tuple(sorted({said.source for said in order})),
        is_claimed=any(said.is_own for said in order),
        is_fictional=any(said.is_fictional for said in order),
        sites=compose_sites(order, name),
        names=_names(order, name),
        identifiers=_union(order, lambda said: said.identifiers, lambda it: (it.scheme, it.value)),
        roles=_union(order, lambda said: said.roles, lambda it: it),
        working_areas=_union(order, lambda said: said.working_areas, lambda it: it),
    )


def _first(order: Iterable[StandingStatement], of: Callable[[ActorStatement], str]) -> str:
    return next((value for said in order if (value := of(said.statement))), "")


def _status(said: ActorStatement) -> str:
    return "" if said.status == "unknown" else said.status


def _kind(order: Sequence[StandingStatement]) -> str:
    """The first sharp kind; a broad one only when nobody is sharper."""
    kinds = [said.statement.kind for said in order if said.statement.kind != OTHER]
    return next((kind for kind in kinds if not KIND_OF[kind].is_broad), kinds[0] if kinds else OTHER)


def _names(order: Sequence[StandingStatement], shown: str) -> tuple[ProfileName, ...]:
    """Every other name once; a name that one register gives to another row of the same institution is a site's."""
    found: dict[str, ProfileName] = {}
    rows: dict[str, int] = {}
    for said in order:
        rows[said.source] = rows.get(said.source, 0) + 1
    for said in order:
        own = "site" if rows[said.source] > 1 else "other"
        told = [(said.statement.name, own)]
        told += [(name, "former") for name in said.statement.former_names]
        told += [(name, "other") for name in said.statement.alt_names]
        for name, kind in told:
            if folded(name) != folded(shown):
                found.setdefault(folded(name), ProfileName(name, kind, said.record_id))
    return tuple(found.values())


def _union(
    order: Sequence[StandingStatement],
    of: Callable[[ActorStatement], Iterable[T]],
    same: Callable[[T], object],
) -> tuple[tuple[int, T], ...]:
    found: dict[object, tuple[int, T]] = {}
    for said in order:
        for item in of(said.statement):
            found.setdefault(same(item), (said.record_id, item))
    return tuple(found.values())


_TOLD: Mapping[str, Callable[[ActorStatement], str]] = {
    "name": lambda said: said.name,
    "alt_names": lambda said: "; ".join(said.alt_names),
    "former_names": lambda said: "; ".join(said.former_names),
    "kind": lambda said: said.kind,
    "sector": lambda said: said.sector,
    "status": lambda said: said.status,
    "website": lambda said: said.website,
    "address": lambda said: " ".join(filter(None, (said.street, said.house_number))),
    "postcode": lambda said: said.postcode,
    "place": lambda said: said.place,
    "nis": lambda said: said.nis,
    "identifiers": lambda said: "; ".join(f"{it.scheme} {it.value}" for it in said.identifiers),
    "roles": lambda said: "; ".join(it.note or it.role for it in said.roles),
    "working_areas": lambda said: "; ".join(f"{it.scheme} {it.area}" for it in said.working_areas),
}


_NOTHING: Mapping[str, str] = {"kind": OTHER, "status": "unknown"}
"""What stands where an institution that speaks for itself was not asked: kind and status are for registers to tell."""


def provenance(statements: Iterable[StandingStatement]) -> Mapping[str, tuple[Told, ...]]:
    """Per field everything that is said of it, the most trusted first; fields nobody speaks of are left out."""
    order = ranked(statements)
    told = {
        field: tuple(
            Told(value, said.source, said.stated_on, said.statement.said_by, said.record_id)
            for said in order
            if (value := of(said.statement)) and not (said.is_own and value == _NOTHING.get(field))
        )
        for field, of in _TOLD.items()
    }
    return MappingProxyType({field: tellings for field, tellings in told.items() if tellings})


_ONE_TRUTH = ("name", "kind", "sector", "status", "website")


def conflicts(statements: Iterable[StandingStatement]) -> Mapping[str, tuple[Told, ...]]:
    """The fields of which there can be only one truth, and where two sources tell different ones.

    Silence contradicts nobody: an unknown status or kind is left out. Names of sites within one source are no conflict.
    """
    found = {}
    for field, tellings in provenance(statements).items():
        said = [telling for telling in tellings if field in _ONE_TRUTH and telling.value not in ("unknown", OTHER)]
        first_of = {telling.source: telling for telling in reversed(said)}
        if len({_comparable(telling.value) for telling in first_of.values()}) > 1:
            found[field] = tuple(said)
    return MappingProxyType(found)


def _comparable(value: str) -> str:
    return folded(value).rstrip("/").removeprefix("https://").removeprefix("http://").removeprefix("www.")
