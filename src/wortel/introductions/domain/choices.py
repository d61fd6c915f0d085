"""What the engine proposed against what people chose, and which weights would fit that better.

The advice follows the model of `logistic`. A weight moves only when it lies outside the interval of 95 % of what the
model says, and never by more than a bounded number of points: it is the judgement of one year, and people decide on it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from wortel.introductions.domain.logistic import CLOSE_ENOUGH, Choice, Fit, fitted


@dataclass(frozen=True, slots=True)
class Compared:
    """One criterion: its average among what was taken, what was not, and what people found themselves (`None`: none).

    `effect` is its b with the interval of 95 %; `None` when there was too little to fit.
    """

    name: str
    taken: float | None
    not_taken: float | None
    by_hand: float | None
    effect: float | None = None
    low: float | None = None
    high: float | None = None


def averages(name: str, taken: Sequence[Choice], not_taken: Sequence[Choice], by_hand: Sequence[Choice]) -> Compared:
    """The averages of one criterion."""
    return Compared(name, _mean(name, taken), _mean(name, not_taken), _mean(name, by_hand))


def advised(weights: Mapping[str, int], fit: Fit, most_change: int) -> dict[str, int]:
    """Weights that add up to the same total: towards what the fit says, each by at most `most_change` points.

    What the fit says is each b (nothing below 0) in proportion; a weight inside the interval of its b stays.
    """
    total = sum(weights.values())
    strength = sum(max(0.0, effect) for effect in fit.effects.values())
    if not strength or not total:
        return dict(weights)
    wanted = {}
    for name, weight in weights.items():
        low, high = (total * max(0.0, bound) / strength for bound in fit.interval(name))
        goal = min(max(float(weight), low), high)
        wanted[name] = min(max(goal, weight - most_change, 0.0), float(weight + most_change))
    return _whole(wanted, total, weights, most_change)


def _whole(wanted: Mapping[str, float], total: int, weights: Mapping[str, int], most_change: int) -> dict[str, int]:
    """Whole numbers that add up to the total again. What is over or short is shared in proportion to the room there is:
    first by the weights that the fit says nothing against, then by all."""
    found = dict(wanted)
    unmoved = [name for name, value in wanted.items() if value == weights[name]]
    for names in (unmoved, list(found)):
        over = sum(found.values()) - total
        room = {
            name: found[name] - max(weights[name] - most_change, 0)
            if over > 0
            else weights[name] + most_change - found[name]
            for name in names
        }
        free = sum(room.values())
        if abs(over) > CLOSE_ENOUGH and free > CLOSE_ENOUGH:
            share = max(-1.0, min(1.0, over / free))
            found |= {name: found[name] - share * room[name] for name in names}
    whole = {name: int(value + CLOSE_ENOUGH) for name, value in found.items()}
    by_rest = sorted(found, key=lambda name: (whole[name] - found[name], name))
    for name in by_rest[: total - sum(whole.values())]:
        whole[name] += 1
    return whole


def _mean(name: str, choices: Sequence[Choice]) -> float | None:
    return sum(choice.values[name] for choice in choices) / len(choices) if choices else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A year of proposals: how many were taken, refused or left unanswered, and what people arranged themselves.

    `advice` holds new weights; `None`: too few choices (under `least` taken or refused) to learn anything from.
    """

    year: int
    taken: int
    refused: int
    silent: int
    open: int
    by_hand: int
    by_hand_apart: int
    least: int
    criteria: tuple[Compared, ...]
    weights: Mapping[str, int]
    advice: Mapping[str, int] | None

    @property
    def changes(self) -> Mapping[str, int]:
        """The weights that the advice would change."""
        return {name: value for name, value in (self.advice or {}).items() if value != self.weights[name]}


@dataclass(frozen=True, slots=True)
class Groups:
    """Choices of a year: what was taken, what was refused, and what people arranged without the engine."""

    taken: Sequence[Choice]
    refused: Sequence[Choice]
    by_hand: Sequence[Choice]


def advice_from(
    groups: Groups, weights: Mapping[str, int], least: int, most_change: int
) -> tuple[tuple[Compared, ...], Mapping[str, int] | None]:
    """Each criterion compared, and the advice on the weights; no advice from fewer than `least` choices of either."""
    names = tuple(weights)
    compared = tuple(averages(name, groups.taken, groups.refused, groups.by_hand) for name in names)
    if min(len(groups.taken), len(groups.refused)) < least:
        return compared, None
    fit = fitted([*groups.taken, *groups.refused], names)
    told = (replace(it, effect=fit.effects[it.name], low=low, high=high) for it in compared
            for low, high in (fit.interval(it.name),))  # fmt: skip
    return tuple(told), advised(weights, fit, most_change)
