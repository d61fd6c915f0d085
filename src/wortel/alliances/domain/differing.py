"""How one alternative differs from the first: in numbers, put into words elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from wortel.alliances.domain.proposing import Alternative


@dataclass(frozen=True, slots=True)
class Difference:
    """`elsewhere`: towns that find themselves with mostly other towns. The others: this one minus the first."""

    elsewhere: int
    groups: int
    whole: int
    km: float
    ties: float | None
    balance: float


def mean_km(alternative: Alternative) -> float:
    """Mean kilometres to the seat, over all towns."""
    towns = sum(len(group.towns) for group in alternative.groups)
    return sum(group.mean_km * len(group.towns) for group in alternative.groups) / towns if towns else 0.0


def difference(first: Alternative, other: Alternative) -> Difference:
    """The other alternative beside the first."""
    old = {nis: frozenset(group.towns) for group in first.groups for nis in group.towns}
    new = {nis: frozenset(group.towns) for group in other.groups for nis in group.towns}
    moved = sum(
        len(old.get(nis, frozenset()) & mates - {nis}) * 2 < len(old.get(nis, frozenset()) | mates) - 1
        for nis, mates in new.items()
    )
    before, after = first.mean("ties"), other.mean("ties")
    return Difference(
        moved,
        len(other.groups) - len(first.groups),
        other.whole - first.whole,
        mean_km(other) - mean_km(first),
        after - before if before is not None and after is not None else None,
        (other.mean("balance") or 0) - (first.mean("balance") or 0),
    )
