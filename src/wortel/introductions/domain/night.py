"""How many new proposals a run may make: nobody is flooded, whatever the best whole is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wortel.kernel.reason import Reason


@dataclass(frozen=True, slots=True)
class Possible:
    """A pair that the engine found: the listings, their organisations, what it scores and why."""

    need: str
    offer: str
    need_actor: str
    offer_actor: str
    score: int
    km: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class NightLimits:
    """Per organisation: new proposals in a day, and proposals that wait for an answer at one time."""

    new: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is proposed now, and what waits for another night; both the best first."""

    now: tuple[Possible, ...]
    later: tuple[Possible, ...]


def choose(
    found: Iterable[Possible], limits: NightLimits, new: Mapping[str, int], waiting: Mapping[str, int]
) -> Chosen:
    """The best of what was found, as long as neither organisation gets more than the limits.

    `new` and `waiting` count what each organisation got today already, and what waits for an answer of it.
    """
    new_of, waiting_of = Counter(new), Counter(waiting)
    now, later = [], []
    for pair in sorted(found, key=lambda it: (-it.score, it.need, it.offer)):
        both = (pair.need_actor, pair.offer_actor)
        if all(new_of[actor] < limits.new and waiting_of[actor] < limits.waiting for actor in both):
            new_of.update(both)
            waiting_of.update(both)
            now.append(pair)
        else:
            later.append(pair)
    return Chosen(tuple(now), tuple(later))
