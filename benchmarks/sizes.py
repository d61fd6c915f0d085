"""How large the worlds are that are measured: three sizes, a third apart, so that growth can be fitted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """One world: so many statements, so many rows about actors; and a file to take in with `import_rows` rows."""

    name: str
    evidence: int
    actors: int
    import_rows: int

    @property
    def matching(self) -> int:
        """So many needs, and as many offers."""
        return self.import_rows // 10


@dataclass(frozen=True, slots=True)
class Plan:
    """What one run does: the sizes from small to full, and how often everything is repeated.

    `world_rows_per_actor`: rows needed for one actor, because some rows speak of an actor named before.
    """

    sizes: tuple[Size, ...]
    page_repeats: int
    import_repeats: int
    small_import_repeats: int
    start_repeats: int
    questions: int
    is_quick: bool = False

    @property
    def full(self) -> Size:
        """The size the bars are about."""
        return self.sizes[-1]


ROWS_PER_ACTOR = 1.06

FULL = Plan(
    sizes=(
        Size("1/10", 100_000, 5_000, 10_000),
        Size("1/3", 333_333, 16_667, 33_333),
        Size("1/1", 1_000_000, 50_000, 100_000),
    ),
    page_repeats=15,
    import_repeats=5,
    small_import_repeats=2,
    start_repeats=7,
    questions=200,
)
QUICK = Plan(
    sizes=(Size("1/10", 2_000, 100, 200), Size("1/3", 6_667, 333, 667), Size("1/1", 20_000, 1_000, 2_000)),
    page_repeats=2,
    import_repeats=1,
    small_import_repeats=1,
    start_repeats=1,
    questions=20,
    is_quick=True,
)
