"""Reached, contested, not reached or unknown: one municipality in one year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from wortel.coverage.domain.projection import Piece
from wortel.coverage.domain.rule import ReachRule
from wortel.coverage.domain.statements import Claim, Status, Tally
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

    placed: tuple[tuple[str, Tally], ...] = ()  # (piece, tally)
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
    sums = _Sums.of(pieces, said, rule)
    state, reason = _positive(sums, rule) or _negative(sums, rule) or _unknown(sums, said)
    return Decision(state, reason, sum(tally.number for _, tally in said.placed))


@dataclass(frozen=True, slots=True)
class _Sums:
    pieces: tuple[Piece, ...]
    clear: int
    qualifying: int
    sources: tuple[str, ...]  # pieces with a clear qualifying activity
    named: frozenset[str]  # pieces about which anything stands
    denied: tuple[str, ...]  # pieces denied whole
    partly: bool
    disputes: tuple[Tally, ...]
    saying_no: tuple[Tally, ...]
    denials: tuple[Tally, ...]
    standing_activities: int
    withdrawn: int

    @classmethod
    def of(cls, pieces: Sequence[Piece], said: Said, rule: ReachRule) -> _Sums:
        standing = [(piece, tally) for piece, tally in said.placed if tally.status != Status.WITHDRAWN]
        saying_no = [(p, t) for p, t in standing if t.claim == Claim.NONE]
        denials = [(p, t) for p, t in saying_no if t.status != Status.CONTESTED]
        denied_at = {(piece, tally.postcode) for piece, tally in denials}
        doubted_at = {(piece, tally.postcode) for piece, tally in saying_no}
        activities = [(p, t) for p, t in standing if t.claim == Claim.ACTIVITY]
        counting = [(p, t) for p, t in activities if t.status in rule.qualifying]
        clear = [(p, t) for p, t in counting if not {(p, ""), (p, t.postcode)} & doubted_at]
        return cls(
            pieces=tuple(pieces),
            clear=sum(tally.number for _, tally in clear),
            qualifying=sum(tally.number for _, tally in counting),
            sources=tuple(piece.name for piece in pieces if piece.nis in {nis for nis, _ in clear}),
            named=frozenset(piece for piece, _ in standing),
            denied=tuple(piece.nis for piece in pieces if _denied_whole(piece, denied_at)),
            partly=bool(denials),
            disputes=tuple(tally for _, tally in standing if tally.status == Status.CONTESTED),
            saying_no=tuple(tally for _, tally in saying_no),
            denials=tuple(tally for _, tally in denials),
            standing_activities=sum(tally.number for _, tally in activities),
            withdrawn=sum(tally.number for _, tally in said.placed if tally.status == Status.WITHDRAWN),
        )

    def silent(self) -> tuple[str, ...]:
        """Names of the pieces about which nobody said anything that stands."""
        return tuple(piece.name for piece in self.pieces if piece.nis not in self.named)


def _denied_whole(piece: Piece, denied_at: set[tuple[str, str]]) -> bool:
    if (piece.nis, "") in denied_at:
        return True
    return bool(piece.postcodes) and all((piece.nis, code) in denied_at for code in piece.postcodes)


def _positive(sums: _Sums, rule: ReachRule) -> tuple[State, Reason] | None:
    if sums.clear >= rule.minimum:
        merged = len(sums.pieces) > 1
        return State.REACHED, _because(
            "reached", count=sums.clear, sources=sums.sources if merged else (), silent=sums.silent() if merged else ()
        )
    if sums.qualifying >= rule.minimum:
        denying = sum(tally.number for tally in sums.saying_no)
        return State.CONTESTED, _because(
            "yes_and_no", count=sums.qualifying, denying=denying, reporter=_first_reporter(sums.saying_no)
        )
    if sums.disputes:
        count = sum(tally.number for tally in sums.disputes)
        return State.CONTESTED, _because("disputed", count=count, reporter=_first_reporter(sums.disputes))
    return None


def _negative(sums: _Sums, rule: ReachRule) -> tuple[State, Reason] | None:
    if sums.pieces and len(sums.denied) == len(sums.pieces):
        count = sum(tally.number for tally in sums.denials)
        return State.NOT_REACHED, _because("denied", count=count, reporter=_first_reporter(sums.denials))
    if 0 < sums.qualifying < rule.minimum:
        return State.NOT_REACHED, _because("below_minimum", count=sums.qualifying, minimum=rule.minimum)
    return None


def _unknown(sums: _Sums, said: Said) -> tuple[State, Reason]:
    if sums.partly:
        reason = _because("part_denied", silent=sums.silent(), reporter=_first_reporter(sums.denials))
    elif sums.standing_activities:
        reason = _because("none_qualifies", count=sums.standing_activities)
    elif said.unplaceable:
        reason = _because("not_placeable", count=said.unplaceable, places=said.unplaceable_in)
    elif sums.withdrawn:
        reason = _because("only_withdrawn", count=sums.withdrawn)
    else:
        reason = _because("nothing_reported")
    return State.UNKNOWN, reason


def _first_reporter(tallies: Sequence[Tally]) -> str:
    return min((tally.reporter for tally in tallies if tally.reporter), default="")


def _because(kind: str, **parameters: Parameter) -> Reason:
    return Reason.of(f"coverage.{kind}", **parameters)
