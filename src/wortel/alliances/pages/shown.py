"""Alternatives as they are drawn and told: a map each, a line per group, a figure per criterion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.public import actor_names, sector_label, word_of
from wortel.alliances.domain.differing import difference, mean_km
from wortel.alliances.domain.proposing import Alternative
from wortel.alliances.domain.scoring import CRITERIA, Group
from wortel.alliances.pages.asked import names_of_towns
from wortel.alliances.queries.asking import region_of
from wortel.alliances.queries.proposals import Proposals
from wortel.alliances.wording import criterion_label, say, say_difference, say_quality
from wortel.shell.formats import number
from wortel.territory.public import Dot, MapPicture, MapSheet, Mark, map_picture, timeline

TONES = 6
LETTERS = "ABCDEFGH"


@dataclass(frozen=True, slots=True)
class MissingSector:
    """A sector nobody is known of in a group, and the nearest municipality that has it."""

    label: str
    nearest: str
    km: float | None
    url: str


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group as a line of the table; `tone` is its colour and pattern on the map."""

    number: int
    tone: int
    group: Group
    towns: tuple[tuple[str, str], ...]
    seat: str
    missing: tuple[MissingSector, ...]
    shared: tuple[str, ...]
    shared_more: int
    crosses: bool
    begin_url: str
    network_url: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One alternative."""

    letter: str
    alternative: Alternative
    picture: MapPicture
    groups: tuple[GroupLine, ...]
    left: tuple[tuple[str, str], ...]
    criteria: tuple[tuple[str, float | None], ...]
    mean_km: float
    quality: str
    differs: str


def shown(found: Proposals, sheet: MapSheet, on: date) -> tuple[Shown, ...]:
    """Every alternative, the best first. One statement, for the names of bodies."""
    shared = {group.towns: found.world.shared(group.towns) for each in found.alternatives for group in each.groups}
    names = actor_names({ref for refs in shared.values() for ref in refs[:SHARED]})
    first = found.alternatives[0] if found.alternatives else None
    return tuple(
        _shown(found, sheet, letter, each, first if each is not first else None, shared, names, on)
        for letter, each in zip(LETTERS, found.alternatives, strict=False)
    )


SHARED = 3


def _shown(
    found: Proposals,
    sheet: MapSheet,
    letter: str,
    each: Alternative,
    first: Alternative | None,
    shared: Mapping[tuple[str, ...], tuple[str, ...]],
    names: Mapping[str, str],
    on: date,
) -> Shown:
    tones = _tones(found, each)
    lines = tuple(
        _line(found, number_, tones[group.towns], group, shared[group.towns], names, on)
        for number_, group in enumerate(each.groups, start=1)
    )
    return Shown(
        letter,
        each,
        _picture(sheet, letter, lines),
        lines,
        tuple((timeline().find(left.nis).name, say(left.reason)) for left in each.left),
        tuple((criterion_label(name), each.mean(name)) for name in CRITERIA),
        mean_km(each),
        say_quality(each, is_first=first is None),
        say_difference(difference(first, each)) if first else "",
    )


def _line(
    found: Proposals,
    number_: int,
    tone: int,
    group: Group,
    shared: tuple[str, ...],
    names: Mapping[str, str],
    on: date,
) -> GroupLine:
    towns = sorted((timeline().find(nis).name, reverse("atlas:municipality", args=[nis])) for nis in group.towns)
    return GroupLine(
        number_,
        tone,
        group,
        tuple(towns),
        timeline().find(group.seat).name,
        tuple(_missing(found, group, sector) for sector in group.missing),
        tuple(names[ref] for ref in shared[:SHARED] if ref in names),
        max(0, len(shared) - SHARED),
        len({region_of(nis, on) for nis in group.towns}) > 1,
        reverse("alliances:new", args=["-".join(group.towns)]),
        reverse("network:network") + "?" + "&".join(f"gemeente={nis}" for nis in group.towns),
    )


def _missing(found: Proposals, group: Group, sector: str) -> MissingSector:
    nearest = found.nearest(group, sector)
    if nearest is None:
        return MissingSector(sector_label(sector), "", None, "")
    nis, far = nearest
    url = f"{reverse('actors:directory')}?gemeente={nis}&sector={word_of('sector', sector)}"
    return MissingSector(sector_label(sector), timeline().find(nis).name, far, url)


def _tones(found: Proposals, each: Alternative) -> dict[tuple[str, ...], int]:
    """A tone per group, unlike those of the groups it touches."""
    by_nis = found.problem.by_nis
    tones: dict[tuple[str, ...], int] = {}
    for place, group in enumerate(each.groups):
        beside = frozenset().union(*(by_nis[nis].neighbours for nis in group.towns))
        taken = {tone for towns, tone in tones.items() if beside & set(towns)}
        order = [(place + step) % TONES + 1 for step in range(TONES)]
        tones[group.towns] = next((tone for tone in order if tone not in taken), order[0])
    return tones


def _picture(sheet: MapSheet, letter: str, lines: tuple[GroupLine, ...]) -> MapPicture:
    marks = {
        nis: Mark(f"group-{line.tone}", _("groep %(number)s") % {"number": line.number}, "")
        for line in lines
        for nis in line.group.towns
    }
    at = {shape.nis: shape for shape in sheet.shapes}
    labels = [
        Dot(at[line.group.seat].x, at[line.group.seat].y, 0, "", kind="place", label=str(line.number))
        for line in lines
        if line.group.seat in at
    ]
    title = _("Kaart van voorstel %(letter)s: %(groups)s") % {
        "letter": letter,
        "groups": "; ".join(f"{line.number} {', '.join(names_of_towns(line.group.towns))}" for line in lines),
    }
    return map_picture(sheet, title, marks, dots=labels)


def answer_sentence(found: Proposals) -> str:
    """The answer to the question, in one sentence."""
    first = found.alternatives[0]
    km = number(mean_km(first), 1)
    if found.question.chosen:
        group = first.groups[0]
        others = names_of_towns(set(group.towns) - found.question.chosen)
        chosen = ", ".join(names_of_towns(found.question.chosen))
        return _("%(chosen)s past het best samen met %(others)s: gemiddeld %(km)s km naar %(seat)s.") % {
            "chosen": chosen, "others": ", ".join(others) or _("niemand anders"), "km": km,
            "seat": timeline().find(group.seat).name,
        }  # fmt: skip
    placed = sum(len(group.towns) for group in first.groups)
    said = {"towns": placed, "groups": len(first.groups), "km": km, "whole": first.whole}
    if first.whole == len(first.groups):
        return (
            _(
                "Deze %(towns)s gemeenten passen in %(groups)s groepen met elk alle vijf sectoren, "
                "met gemiddeld %(km)s km naar de zetel."
            )
            % said
        )
    return (
        _(
            "Deze %(towns)s gemeenten passen in %(groups)s groepen, met gemiddeld %(km)s km naar de zetel; "
            "%(whole)s daarvan hebben alle vijf sectoren."
        )
        % said
    )
