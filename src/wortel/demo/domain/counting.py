"""How many actors of each kind a municipality has: shapes observed in Flanders, the rest assumed and said so.

Observed: secondary schools and youth groups per municipality, pupils, the number of school sites. Assumed: pupils per
primary school, and every rate per inhabitant in `PER_PERSON`. Sources: data/demo/README.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wortel.demo.domain.chance import about, stream
from wortel.demo.domain.towns import Town

SECONDARY = (*(73, 44, 34, 28, 24, 21), *(19, 18, 17, 16, 15, 14, 14, 13, 13, 12, 12, 11, 11, 10, 10))
"""Secondary schools in the 21 municipalities that have most; then 41 with nine to five, 35 with four or three, ..."""

SECONDARY_STEPS = ((41, 9, 5), (35, 4, 3), (28, 2, 2), (42, 1, 1))
YOUTH = (*(58, 30, 20, 16, 13, 11), *(9, 8, 7, 7, 6, 6, 5, 5, 5))
"""Groups of one youth federation: none in 100 of 285 municipalities, median 1, at most 58."""

YOUTH_STEPS = ((20, 4, 3), (40, 2, 2), (110, 1, 1))
PUPILS_PER_PRIMARY_SCHOOL = 190

PER_PERSON: Mapping[str, int] = {
    "company": 4_900, "municipal_company": 26_000, "local_agency": 45_000, "public_body": 48_000,
    "part_time_art_education": 33_000, "adult_education": 120_000, "pupil_guidance": 110_000, "school_board": 75_000,
    "training_centre": 190_000, "youth_work": 20_000, "makerspace": 95_000, "tech_club": 45_000, "museum": 75_000,
    "cultural_centre": 30_000, "childcare": 18_000, "welfare": 58_000, "association": 42_000,
    "business_network": 330_000, "employers_organisation": 280_000, "research_institute": 520_000,
    "science_centre": 1_600_000,
}  # fmt: skip
"""Inhabitants for each actor of the kind (assumed)."""

TECHNICAL = frozenset(
    ("company", "makerspace", "tech_club", "business_network", "research_institute", "science_centre", "stem_academy")
)
"""Kinds that hardly occur where STEM is scarce."""

# A large town has more than its share of these.
_CENTRAL = frozenset(("adult_education", "makerspace", "training_centre", "research_institute", "business_network"))

_RANKED = tuple[tuple[int, ...], tuple[tuple[int, int, int], ...]]


def counts(seed: int, towns: Sequence[Town], scarce: frozenset[str]) -> dict[str, dict[str, int]]:
    """For each municipality (code): kind → number. `scarce` are the codes where STEM is scarce."""
    secondary = _by_rank({town.nis: float(town.secondary_pupils) for town in towns}, (SECONDARY, SECONDARY_STEPS))
    youth = {
        federation: _by_rank({town.nis: _liking(seed, town, federation) for town in towns}, (YOUTH, YOUTH_STEPS))
        for federation in ("a", "b")
    }
    found = {}
    for town in towns:
        mine = _per_person(seed, town, is_scarce=town.nis in scarce)
        mine["secondary_school"] = secondary[town.nis] if town.secondary_pupils else 0
        mine["primary_school"] = max(round(town.primary_pupils / PUPILS_PER_PRIMARY_SCHOOL), town.primary_pupils > 0)
        mine["youth_group"] = sum(numbers[town.nis] for numbers in youth.values())
        mine["library"] = 1 + about(stream(seed, town.nis, "library"), town.population / 30_000) if town.spots else 0
        mine["university_college"] = 1 + about(stream(seed, town.nis, "campus"), 0.9) if town.is_centre else 0
        found[town.nis] = {kind: number for kind, number in sorted(mine.items()) if number}
    return found


def _per_person(seed: int, town: Town, *, is_scarce: bool) -> dict[str, int]:
    found = {}
    for kind, people in PER_PERSON.items():
        share = 0.25 if is_scarce and kind in TECHNICAL else 1.0
        share *= 1.4 if town.is_centre and kind in _CENTRAL else 1.0
        found[kind] = about(stream(seed, town.nis, kind), share * town.population / people)
    return found


def _liking(seed: int, town: Town, federation: str) -> float:
    """Large places have most groups, but which middling place has one is chance."""
    return town.population * (0.6 + 0.8 * stream(seed, town.nis, "youth", federation).random())


def _by_rank(weight_of: Mapping[str, float], shape: _RANKED) -> dict[str, int]:
    """Numbers by rank: the heaviest code gets the first number of the shape; beyond its end there is none."""
    first, steps = shape
    numbers = list(first)
    for length, high, low in steps:
        numbers += [round(high - (high - low) * place / max(length - 1, 1)) for place in range(length)]
    ranked = sorted(weight_of, key=lambda nis: (-weight_of[nis], nis))
    return {nis: numbers[place] if place < len(numbers) else 0 for place, nis in enumerate(ranked)}
