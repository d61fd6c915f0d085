"""Every group that is allowed, found once each and judged all together.

Groups are connected sets of at most `most` towns. They are found by growing each from its first town over borders,
never taking a town back that was passed over (the way of Wernicke's ESU), so that none is found twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wortel.alliances.domain.problem import HELIX, Problem

MOST = 300_000
"""More candidates than this are not written out: then local search takes over."""
LOOKED_AT = 500_000
"""Nor are more connected sets than this looked at, allowed or not: around towns that lie far apart hardly one is."""

CHUNK = 20_000


class TooMany(ValueError):
    """There are more allowed groups than can be written out."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Allowed groups: row per group, column per town (sorted by code); its score and whether its helix is whole."""

    codes: tuple[str, ...]
    member: NDArray[np.uint8]
    score: NDArray[np.float64]
    is_whole: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.score)

    def towns(self, row: int) -> frozenset[str]:
        """The towns of one group."""
        return frozenset(self.codes[place] for place in np.flatnonzero(self.member[row]))

    def only(self, chosen: NDArray[np.bool_]) -> Candidates:
        """Some of the groups."""
        return Candidates(self.codes, self.member[chosen], self.score[chosen], self.is_whole[chosen])


def candidates(problem: Problem, containing: frozenset[str] = frozenset(), most: int = MOST) -> Candidates:
    """All allowed groups with a wanted town in them, in a fixed order; with `containing`, those that hold all of these.

    Raises `TooMany`.
    """
    codes = tuple(town.nis for town in problem.towns)
    place = {nis: at for at, nis in enumerate(codes)}
    touching = [sum(1 << place[other] for other in town.neighbours) for town in problem.towns]
    starts = sum(1 << place[nis] for nis in containing or problem.wanted)
    needed = starts if containing else 0
    found: list[int] = []
    sets = _connected(touching, starts, problem.limits.most, is_seeded=bool(containing))
    for looked_at, group in enumerate(sets, start=1):
        if looked_at > LOOKED_AT:
            raise TooMany
        if group.bit_count() >= problem.limits.fewest and group & needed == needed:
            found.append(group)
            if len(found) > most:
                raise TooMany
    return _judged(problem, codes, sorted(found))


def _connected(touching: list[int], starts: int, most: int, *, is_seeded: bool) -> Iterator[int]:
    """Every connected set up to `most` towns with a town of `starts` in it; seeded: with the lowest one in it."""
    passed = 0
    for first in range(len(touching)):
        bit = 1 << first
        if not starts & bit:
            continue
        if not is_seeded:
            passed |= bit
        yield from _grown(bit, 1, touching[first] & ~passed & ~bit, passed | bit, touching, most)
        if is_seeded:
            return


def _grown(group: int, size: int, edge: int, passed: int, touching: list[int], most: int) -> Iterator[int]:
    yield group
    if size == most:
        return
    while edge:
        bit = edge & -edge
        edge ^= bit
        passed |= bit
        beyond = touching[bit.bit_length() - 1] & ~passed
        yield from _grown(group | bit, size + 1, edge | beyond, passed, touching, most)


def _judged(problem: Problem, codes: tuple[str, ...], groups: list[int]) -> Candidates:
    width = (len(codes) + 7) // 8
    packed = np.frombuffer(b"".join(group.to_bytes(width, "little") for group in groups), np.uint8)
    member = np.unpackbits(packed.reshape(len(groups), width), axis=1, bitorder="little")[:, : len(codes)]
    judged = [_scores(problem, member[start : start + CHUNK]) for start in range(0, len(groups), CHUNK)]
    if not judged:
        return Candidates(codes, member, np.zeros(0), np.zeros(0, bool))
    score, is_whole, fits = (np.concatenate(parts) for parts in zip(*judged, strict=True))
    return Candidates(codes, member[fits], score[fits], is_whole[fits])


def _scores(problem: Problem, member: NDArray[np.uint8]) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Score, wholeness, and whether the inhabitants keep within the limits: as `Judge` does, for many at once."""
    towns, weights = problem.towns, problem.weights
    inside = member.astype(np.float64)
    size = inside.sum(axis=1)
    points = np.array([(town.x_km, town.y_km) for town in towns])
    apart = np.hypot(*(points[:, None, :] - points[None, :, :]).transpose(2, 0, 1))
    to_seat = np.where(member > 0, inside @ apart, np.inf).min(axis=1) / size
    travel = np.maximum(0.0, 1 - to_seat / weights.far_km)
    there = inside @ np.array([[float(sector in town.sectors) for sector in HELIX] for town in towns]) > 0
    helix = there.mean(axis=1)
    people, is_known = _people(problem, inside)
    balance = _balance(problem, people, is_known, size)
    total = weights.helix * helix + weights.travel * travel + weights.balance * balance
    weight = weights.helix + weights.travel + weights.balance
    if problem.ties:
        pairs = np.maximum(1, size * (size - 1) / 2)
        total += weights.ties * ((inside @ _strengths(problem)) * inside).sum(axis=1) / 2 / pairs
        weight += weights.ties
    return total / weight, there.all(axis=1), _fits(problem, people, is_known)


def _people(problem: Problem, inside: NDArray[np.float64]) -> tuple[NDArray[Any], NDArray[Any]]:
    people = inside @ np.array([float(town.people or 0) for town in problem.towns])
    return people, inside @ np.array([float(town.people is None) for town in problem.towns]) == 0


def _balance(problem: Problem, people: NDArray[Any], is_known: NDArray[Any], size: NDArray[Any]) -> NDArray[Any]:
    by_towns = np.maximum(0.0, 1 - np.abs(size - problem.aim_towns) / problem.aim_towns)
    if problem.aim_people is None:
        return by_towns
    by_people = np.maximum(0.0, 1 - np.abs(people - problem.aim_people) / problem.aim_people)
    return np.where(is_known, by_people, by_towns)


def _fits(problem: Problem, people: NDArray[Any], is_known: NDArray[Any]) -> NDArray[Any]:
    least, most = problem.limits.people_least or 0, problem.limits.people_most
    within = (people >= least) & (people <= (np.inf if most is None else most))
    fits: NDArray[np.bool_] = within | ~is_known
    return fits


def _strengths(problem: Problem) -> NDArray[np.float64]:
    place = {town.nis: at for at, town in enumerate(problem.towns)}
    found = np.zeros((len(place), len(place)))
    for tie in problem.ties:
        found[place[tie.a], place[tie.b]] = found[place[tie.b], place[tie.a]] = tie.strength
    return found
