"""A logistic choice model, fitted by Newton's method on plain numbers: which criteria people let decide.

The probability that a proposal is taken is 1 / (1 + exp(-(b0 + b1 v1 + …))), each v how far a criterion is met, from
0 to 1. A small penalty (`RIDGE`) on each b but b0 keeps the problem strictly convex: there is one answer, also when
a criterion never varies, or separates all. Four criteria and some thousands of rows ask for no library.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log1p, sqrt

RIDGE = 1.0
Z_95 = 1.959963984540054
STEPS, CLOSE_ENOUGH = 100, 1e-10


@dataclass(frozen=True, slots=True)
class Choice:
    """One proposal that people answered: how far each criterion was met (0 to 1), and whether they took it."""

    values: Mapping[str, float]
    is_taken: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """The b of each criterion with its standard error."""

    effects: Mapping[str, float]
    errors: Mapping[str, float]

    def interval(self, name: str) -> tuple[float, float]:
        """The interval of 95 % around the b of a criterion."""
        reach = Z_95 * self.errors[name]
        return self.effects[name] - reach, self.effects[name] + reach


def fitted(choices: Sequence[Choice], names: Sequence[str]) -> Fit:
    """The one answer of the convex problem. The constant b0 carries no penalty."""
    rows = [(1.0, *(choice.values[name] for name in names)) for choice in choices]
    goals = [1.0 if choice.is_taken else 0.0 for choice in choices]
    size = len(names) + 1
    b = [0.0] * size
    for _ in range(STEPS):
        slope, curve = _slope_and_curve(rows, goals, b)
        step = solved(curve, slope)
        # A full step of Newton may overshoot at first: then it is cut until the loss goes down.
        part, now = 1.0, _loss(rows, goals, b)
        while part > CLOSE_ENOUGH and _loss(rows, goals, [x - part * d for x, d in zip(b, step, strict=True)]) > now:
            part /= 2
        b = [x - part * d for x, d in zip(b, step, strict=True)]
        if max(abs(part * d) for d in step) < CLOSE_ENOUGH:
            break
    _, curve = _slope_and_curve(rows, goals, b)
    unit = [[1.0 if row == column else 0.0 for row in range(size)] for column in range(size)]
    variances = [solved(curve, unit[place])[place] for place in range(size)]
    return Fit(
        {name: b[place] for place, name in enumerate(names, start=1)},
        {name: sqrt(max(variances[place], 0.0)) for place, name in enumerate(names, start=1)},
    )


def solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of a small system of equations, by elimination with the largest pivot."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for place in range(size):
        pivot = max(range(place, size), key=lambda row: abs(rows[row][place]))
        rows[place], rows[pivot] = rows[pivot], rows[place]
        for row in range(place + 1, size):
            factor = rows[row][place] / rows[place][place]
            rows[row] = [one - factor * other for one, other in zip(rows[row], rows[place], strict=True)]
    found = [0.0] * size
    for place in reversed(range(size)):
        rest = sum(rows[place][column] * found[column] for column in range(place + 1, size))
        found[place] = (rows[place][size] - rest) / rows[place][place]
    return found


def _chance(row: Sequence[float], b: Sequence[float]) -> float:
    score = sum(value * weight for value, weight in zip(row, b, strict=True))
    return 1 / (1 + exp(-score)) if score >= 0 else exp(score) / (1 + exp(score))


def _loss(rows: Sequence[Sequence[float]], goals: Sequence[float], b: Sequence[float]) -> float:
    total = RIDGE / 2 * sum(weight * weight for weight in b[1:])
    for row, goal in zip(rows, goals, strict=True):
        score = sum(value * weight for value, weight in zip(row, b, strict=True)) * (1 if goal else -1)
        total += _log1p_exp(-score)
    return total


def _log1p_exp(value: float) -> float:
    return value + log1p(exp(-value)) if value > 0 else log1p(exp(value))


def _slope_and_curve(
    rows: Sequence[Sequence[float]], goals: Sequence[float], b: Sequence[float]
) -> tuple[list[float], list[list[float]]]:
    size = len(b)
    slope = [0.0 if not place else RIDGE * b[place] for place in range(size)]
    curve = [[RIDGE if row == column and row else 0.0 for column in range(size)] for row in range(size)]
    for row, goal in zip(rows, goals, strict=True):
        chance = _chance(row, b)
        spread = chance * (1 - chance)
        for place in range(size):
            slope[place] += (chance - goal) * row[place]
            for other in range(size):
                curve[place][other] += spread * row[place] * row[other]
    return slope, curve
