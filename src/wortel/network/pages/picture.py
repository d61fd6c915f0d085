"""The network as a drawing: a shape per sector, a line per co-operation, each shape a link. The table says the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from wortel.actors.domain.kinds import EDUCATION, ENTERPRISE, GOVERNMENT, RESEARCH, SECTORS, SOCIETY
from wortel.actors.public import kind_label, sector_label
from wortel.network.domain.cooperation import Cooperation, Node
from wortel.network.domain.layout import Layout, laid_out, strongest
from wortel.network.queries.place import PlaceNetwork

MOST, LABELLED, LONGEST = 150, 60, 24
_HALF = 11
PLACE = "place"
"""How a municipality without an actor is drawn: it has no sector of its own, it is where bodies work."""
_SHAPES: Mapping[str, str] = {
    EDUCATION: "M0-10a10 10 0 1 0 .01 0z",
    RESEARCH: "M0-12 12 0 0 12-12 0z",
    ENTERPRISE: "M-9-9H9V9H-9z",
    GOVERNMENT: "M0-11 11 9H-11z",
    SOCIETY: "M-6-10H6L11.500 0 6 10H-6L-11.500 0z",
    "": "M0-10a10 10 0 1 0 .01 0z",
    PLACE: "M0-6a6 6 0 1 0 .01 0z",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """What a template needs to draw it: of `total` actors the `drawn` strongest."""

    view_box: str
    drawn: int
    total: int
    lines: SafeString
    shapes: SafeString


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A shape and the sector it stands for."""

    sector: str
    label: str
    path: str


def picture_of(place: PlaceNetwork) -> Picture | None:
    """Who is tied here, and with whom; `None` when nobody is."""
    shown = Cooperation.of(place.network.nodes, place.edges)
    if not shown.nodes:
        return None
    refs = strongest(shown, tuple(shown.nodes), place.inside, MOST)
    layout = laid_out(shown, refs)
    labelled = _labelled(shown, refs)
    return Picture(
        view_box=f"0 0 {layout.width} {layout.height}",
        drawn=len(refs),
        total=len(shown.nodes),
        lines=mark_safe("".join(_line(shown, layout))),  # noqa: S308  (numbers only)
        shapes=mark_safe(  # noqa: S308  (every text is escaped where it is written)
            "\n".join(
                _shape(shown.nodes[ref], layout.places[ref], ref in place.inside, ref in labelled) for ref in refs
            )
        ),
    )


def legend(place: PlaceNetwork) -> tuple[LegendRow, ...]:
    """The sectors in the picture, in their fixed order; last the unknown one where there is any."""
    held = {_look(place.network.nodes[ref]) for edge in place.edges for ref in (edge.a, edge.b)}
    labels = {**{key: sector_label(key) for key in (*SECTORS, "")}, PLACE: _("Gemeente")}
    return tuple(LegendRow(key, label, _SHAPES[key]) for key, label in labels.items() if key in held)


def node_url(node: Node) -> str:
    """The page of an actor, or of the municipality it stands for."""
    if node.is_place:
        return reverse("atlas:municipality", args=[node.nis])
    return reverse("actors:actor", args=[node.ref])


def _labelled(network: Cooperation, refs: tuple[str, ...]) -> frozenset[str]:
    """Everyone in a small picture; in a larger one only who has the most partners."""
    ordered = sorted(refs, key=lambda ref: (-len(network.partners(ref)), ref))
    return frozenset(ordered[:LABELLED] if len(refs) <= LABELLED else ordered[: LABELLED // 2])


def _line(network: Cooperation, layout: Layout) -> list[str]:
    at = layout.places
    return [
        f'<path class="net-line" data-weight="{1 + (edge.weight > 3) + (edge.weight > 6)}" '
        f'd="M{at[edge.a][0]} {at[edge.a][1]}L{at[edge.b][0]} {at[edge.b][1]}"/>'
        for edge in network.edges
        if edge.a in at and edge.b in at
    ]


def _shape(node: Node, at: tuple[int, int], is_inside: bool, has_label: bool) -> str:
    look = _look(node)
    words = [node.name, *([_("gemeente")] if node.is_place else [kind_label(node.kind), sector_label(look)])]
    words += [] if is_inside else [_("van elders")]
    words += [_("fictief")] if node.is_fictional and not node.is_place else []
    label = f'<text class="net-label" y="{_HALF + 14}">{escape(_short(node.name))}</text>' if has_label else ""
    inside = "" if is_inside else " is-outside"
    return (
        f'<a href="{escape(node_url(node))}" tabindex="-1">'
        f'<g class="net-node{inside}" data-sector="{look or "unknown"}" '
        f'transform="translate({at[0]} {at[1]})"><path d="{_SHAPES[look]}"/>{label}'
        f"<title>{escape(' · '.join(words))}</title></g></a>"
    )


def _look(node: Node) -> str:
    """The shape of a node: that of its sector."""
    if node.is_place:
        return PLACE
    return node.sector if node.sector in SECTORS else ""


def _short(name: str) -> str:
    bare = name.removesuffix(" (fictief)")
    return bare if len(bare) <= LONGEST else f"{bare[: LONGEST - 1].rstrip()}…"
