"""The tables of the network page as files: exactly what the page tells, all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from wortel.actors.public import Located, kind_label, role_label, sector_label
from wortel.network.domain.candidates import Ranked
from wortel.network.domain.cooperation import Node
from wortel.network.pages.asking import AskedPlace
from wortel.network.pages.lines import tie_rows
from wortel.network.queries.place import PlaceNetwork
from wortel.network.wording import say
from wortel.shell.exports import Cell, Export, yes_or_no

Rows = Iterator[tuple[Cell, ...]]
_TIES = (
    "actor_1", "ref_1", "soort_1", "sector_1", "actor_2", "ref_2", "soort_2", "sector_2", "sinds", "wat", "bron",
    "gewicht", "fictief",
)  # fmt: skip
_CANDIDATES = (
    "ontbreekt", "plaats_in_lijst", "actor", "ref", "soort", "sector", "score", "afstand_km", "partners_hier",
    "gemeenten_in_werkingsgebied", "redenen", "fictief",
)  # fmt: skip
_ALONE = ("actor", "ref", "soort", "sector", "gemeente_nis", "beheert_profiel", "fictief")


def export_of(asked: AskedPlace, place: PlaceNetwork, at: datetime) -> Export:
    """The table asked for: co-operation, candidates, or who works with nobody."""
    columns, rows, title = _TABLES[asked.table]
    return Export(
        name=f"netwerk-{asked.table}-{place.on.isoformat()}",
        title=f"{asked.title}: {title()}",
        columns=columns,
        rows=rows(place),
        made_at=at,
        sources=(_("Berekend door Wortel uit profielen, partners, werkingsgebieden en vraag en aanbod."),),
        remarks=(_("Een leeg vak is onbekend. Afstanden zijn in vogelvlucht."), _sampling(place)),
        fictional=any(row.is_fictional for row in place.here),
    )


def _ties(place: PlaceNetwork) -> Rows:
    for row in tie_rows(place):
        since = row.since.isoformat() if row.since else None
        made_up = yes_or_no(row.first.is_fictional)
        yield *_node(row.first), *_node(row.last), since, row.what, row.source, row.edge.weight, made_up


def _node(node: Node) -> tuple[Cell, ...]:
    return node.name, node.ref, kind_label(node.kind), sector_label(node.sector) if node.sector else ""


def _candidates(place: PlaceNetwork) -> Rows:
    for gaps, label in ((place.sector_gaps, sector_label), (place.role_gaps, role_label)):
        yield from _of_gaps(place, gaps, label)


def _of_gaps(place: PlaceNetwork, gaps: Mapping[str, tuple[Ranked, ...]], label: Callable[[str], str]) -> Rows:
    for key, found in gaps.items():
        for rank, it in enumerate(found, start=1):
            actor, candidate = place.known[it.candidate.ref], it.candidate
            km = round(candidate.km, 1) if candidate.km is not None else None
            yield (
                label(key),
                rank,
                *_actor(actor),
                round(it.score, 3),
                km,
                candidate.ties_here,
                candidate.towns_served,
                "; ".join(say(reason) for reason in it.reasons),
                yes_or_no(actor.is_fictional),
            )


def _alone(place: PlaceNetwork) -> Rows:
    for actor in place.alone:
        yield *_actor(actor), actor.nis, yes_or_no(actor.is_claimed), yes_or_no(actor.is_fictional)


def _actor(actor: Located) -> tuple[Cell, ...]:
    return actor.name, actor.ref, kind_label(actor.kind), sector_label(actor.sector) if actor.sector else ""


def _sampling(place: PlaceNetwork) -> str:
    return _("De banden van %(day)s.") % {"day": place.on.isoformat()}


_TABLES: Mapping[str, tuple[tuple[str, ...], Callable[[PlaceNetwork], Rows], Callable[[], str]]] = {
    "banden": (_TIES, _ties, lambda: _("wie met wie samenwerkt")),
    "kandidaten": (_CANDIDATES, _candidates, lambda: _("wie een leemte kan vullen")),
    "alleen": (_ALONE, _alone, lambda: _("wie nog met niemand samenwerkt")),
}
