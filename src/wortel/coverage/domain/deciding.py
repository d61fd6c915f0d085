"""Reached, contested, not reached or unknown: one municipality in one year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from wortel.coverage.domain.projection import Piece
from wortel.coverage.domain.rule import ReachRule
from wortel.coverage.domain.statements import Tally
from wortel.kernel.reason import Parameter, Reason


class State(StrEnum):
    """Four answers; unknown is one of them and never means no."""

    REACHED = "reached"
    CONTESTED = "contested"
    NOT_REACHED = "not_reached"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Decision:
    """The state, its ground, and how many statements (withdrawn ones too) it rests on."""

    state: State
    reason: Reason
    evidence: int


@dataclass(frozen=True, slots=True)
class Said:
    """The statements about one municipality: those placed in a piece of it, and how many could not be placed."""

    placed: Sequence[tuple[str, Tally]] = ()  # (piece, tally)
    unplaceable: int = 0
    unplaceable_in: tuple[str, ...] = ()  # names of the later municipalities they speak of


def decide(pieces: Sequence[Piece], said: Said, rule: ReachRule) -> Decision:
    """The state of a municipality that is made of `pieces`, each a code of the year of the statements.

    q counts activities whose status qualifies, c contested statements, d statements that nothing was held which are
    neither contested nor withdrawn. A denial holds for its postcode, or for the whole piece when it names none.
    Where somebody denies, even if that is contested in turn, an activity is no clear answer: Blankenberge 2020.
    The first line that fits decides:

    ==  =======================================  ============  ==========================
    1   q where nobody denies  >= minimum        reached       reached
    2   q                      >= minimum        contested     yes_and_no
    3   c > 0                                    contested     disputed
    4   every piece denied                       not_reached   denied
    5   0 < q < minimum                          not_reached   below_minimum
    6   some piece denied                        unknown       part_denied
    7   activities, none of which qualifies      unknown       none_qualifies
    8   statements on a later code, not placed   unknown       not_placeable
    9   withdrawn statements only                unknown       only_withdrawn
    10  nothing                                  unknown       nothing_reported
    ==  =======================================  ============  ==========================
    """
    sums = _Sums.of(pieces, said.placed, rule)
    state, reason = _positive(sums, rule) or _negative(sums, rule) or _unknown(sums, said)
    return Decision(state, reason, sums.evidence)


@dataclass(slots=True)
class _Sums:
    """The statements about one municipality added up, in one walk over its places."""

    pieces: Sequence[Piece]
    clear: int = 0
    qualifying: int = 0
    activities: int = 0
    disputed: int = 0
    saying_no: int = 0
    denials: int = 0
    withdrawn: int = 0
    evidence: int = 0
    denier: str = ""
    disputer: str = ""
    clear_in: set[str] = field(default_factory=set)  # pieces with a clear qualifying activity
    named: set[str] = field(default_factory=set)  # pieces about which anything stands
    denied_at: set[tuple[str, str]] = field(default_factory=set)

    @classmethod
    def of(cls, pieces: Sequence[Piece], placed: Sequence[tuple[str, Tally]], rule: ReachRule) -> _Sums:
        sums = cls(pieces)
        doubted_at = {(piece, t.postcode) for piece, t in placed if t.denied or t.denied_contested}
        by_recognised, by_equivalent, by_contested = rule.weights
        for piece, t in placed:
            counting = by_recognised * t.recognised + by_equivalent * t.equivalent + by_contested * t.contested
            sums.qualifying += counting
            if counting and not ((piece, "") in doubted_at or (piece, t.postcode) in doubted_at):
                sums.clear += counting
                sums.clear_in.add(piece)
            sums._add(piece, t)
        return sums

    def _add(self, piece: str, t: Tally) -> None:
        activities, saying_no = t.recognised + t.equivalent + t.contested, t.denied + t.denied_contested
        if activities or saying_no:
            self.named.add(piece)
        if t.denied:
            self.denied_at.add((piece, t.postcode))
        self.activities += activities
        self.saying_no += saying_no
        self.denials += t.denied
        self.disputed += t.contested + t.denied_contested
        self.withdrawn += t.withdrawn + t.denied_withdrawn
        self.evidence += activities + saying_no + t.withdrawn + t.denied_withdrawn
        self.denier = min(filter(None, (self.denier, t.denier)), default="")
        self.disputer = min(filter(None, (self.disputer, t.disputer)), default="")

    def sources(self) -> tuple[str, ...]:
        """Names of the pieces with a clear qualifying activity."""
        return tuple(piece.name for piece in self.pieces if piece.nis in self.clear_in)

    def silent(self) -> tuple[str, ...]:
        """Names of the pieces about which nobody said anything that stands."""
        return tuple(piece.name for piece in self.pieces if piece.nis not in self.named)

    def all_denied(self) -> bool:
        """Whether every piece is denied: as a whole, or each of its postcodes."""
        return bool(self.pieces) and bool(self.denials) and all(map(self._denied, self.pieces))

    def _denied(self, piece: Piece) -> bool:
        if (piece.nis, "") in self.denied_at:
            return True
        return bool(piece.postcodes) and all((piece.nis, code) in self.denied_at for code in piece.postcodes)


def _positive(sums: _Sums, rule: ReachRule) -> tuple[State, Reason] | None:
    if sums.clear >= rule.minimum:
        merged = len(sums.pieces) > 1
        return State.REACHED, _because(
            "reached",
            count=sums.clear,
            sources=sums.sources() if merged else (),
            silent=sums.silent() if merged else (),
        )
    if sums.qualifying >= rule.minimum:
        reason = _because("yes_and_no", count=sums.qualifying, denying=sums.saying_no, reporter=sums.denier)
        return State.CONTESTED, reason
    if sums.disputed:
        return State.CONTESTED, _because("disputed", count=sums.disputed, reporter=sums.disputer)
    return None


def _negative(sums: _Sums, rule: ReachRule) -> tuple[State, Reason] | None:
    if sums.all_denied():
        return State.NOT_REACHED, _because("denied", count=sums.denials, reporter=sums.denier)
    if 0 < sums.qualifying < rule.minimum:
        return State.NOT_REACHED, _because("below_minimum", count=sums.qualifying, minimum=rule.minimum)
    return None


def _unknown(sums: _Sums, said: Said) -> tuple[State, Reason]:
    if sums.denials:
        reason = _because("part_denied", silent=sums.silent(), reporter=sums.denier)
    elif sums.activities:
        reason = _because("none_qualifies", count=sums.activities)
    elif said.unplaceable:
        reason = _because("not_placeable", count=said.unplaceable, places=said.unplaceable_in)
    elif sums.withdrawn:
        reason = _because("only_withdrawn", count=sums.withdrawn)
    else:
        reason = NOTHING_REPORTED
    return State.UNKNOWN, reason


def _because(kind: str, **parameters: Parameter) -> Reason:
    return Reason.of(f"coverage.{kind}", **parameters)


NOTHING_REPORTED = _because("nothing_reported")
