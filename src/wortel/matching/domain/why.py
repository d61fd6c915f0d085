"""Why a need stayed (partly) unfilled, and why an offer was chosen: the grounds, from counts that someone made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from wortel.kernel.reason import Reason
from wortel.matching.domain.asking import Need, Offer
from wortel.matching.domain.conditions import obstacles

ORDER_OF_CHANGES = ("matching.other_weeks", "matching.other_moments", "matching.too_far", "matching.other_ages",
                    "matching.other_languages", "matching.other_themes")  # fmt: skip
"""Which change is told first: the one that asks least of a teacher."""


@dataclass(frozen=True, slots=True)
class WeeksFull:
    """So many offers fit and may be asked once more, but every week that suits is full; of the offer that has a week
    with room nearest to what was asked: its name, and that week (`None`: none has).
    """

    offers: int
    nearest: str | None
    week: int | None


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A need that is still asked `missing` times: the ground, and the nearest changes that would each fill one more.

    A change is one condition relaxed, all others kept, towards an offer that has room left; `offers` names it.
    """

    need: Need
    missing: int
    ground: Reason
    changes: tuple[Reason, ...]
    offers: tuple[str, ...]


def unfilled(
    need: Need,
    missing: int,
    *,
    candidates: int,
    taken: int,
    of_kind: int | None,
    near: tuple[Offer, ...],
    is_sought: bool = True,
    weeks_full: WeeksFull | None = None,
) -> Unfilled:
    """The explanation of one need. `candidates` offers fit it, `taken` of them serve it, `of_kind` have its kind
    (`None`: someone else said which pairs there are, and why is not known).

    `near` holds offers with room that fail exactly one condition; others in it are passed over;
    it was not sought for when `is_sought` is false. `weeks_full`: what is known of offers whose weeks are full.
    """
    changes = []
    for offer in near:
        failing = obstacles(need, offer)
        if len(failing) == 1 and failing[0].key in ORDER_OF_CHANGES:
            changes.append((ORDER_OF_CHANGES.index(failing[0].key), offer.id, failing[0]))
    changes.sort(key=lambda change: change[:2])
    if weeks_full and weeks_full.nearest is not None and weeks_full.week is not None:
        changes.insert(0, (-1, weeks_full.nearest, Reason.of("matching.other_week", week=weeks_full.week)))
    full = weeks_full.offers if weeks_full else 0
    return Unfilled(
        need,
        missing,
        ground(candidates, taken, of_kind, changes[0][2].key if changes else None, is_sought=is_sought, full=full),
        tuple(change for _, _, change in changes),
        tuple(offer for _, offer, _ in changes),
    )


@lru_cache(maxsize=10_000)
def ground(  # noqa: PLR0911  (one return a ground)
    candidates: int, taken: int, of_kind: int | None, first_change: str | None, *, is_sought: bool = True, full: int = 0
) -> Reason:
    """Why a need stays open; `first_change` is the key of the change that asks least, `full` counts offers with full
    weeks and nothing else in the way.
    """
    if full:
        return Reason.of("matching.weeks_full", offers=full)
    if candidates > taken:
        return Reason.of("matching.all_full", candidates=candidates - taken)
    if candidates:
        return Reason.of("matching.too_few", candidates=candidates)
    if of_kind is None:
        return Reason.of("matching.no_pair_given")
    if not of_kind:
        return Reason.of("matching.no_such_kind")
    if first_change:
        return Reason.of("matching.one_condition", condition=first_change)
    if not is_sought:
        return Reason.of("matching.not_sought", of_kind=of_kind)
    return Reason.of("matching.several_conditions", of_kind=of_kind)
