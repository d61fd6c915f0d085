"""The rule of a year: how much must have been reported before a municipality counts as reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from wortel.coverage.domain.statements import Status
from wortel.kernel.citation import Citation
from wortel.kernel.rulebook import Rulebook, RulebookUnreadable

_MAY_QUALIFY = frozenset({Status.RECOGNISED, Status.EQUIVALENT, Status.CONTESTED})


@dataclass(frozen=True, slots=True)
class ReachRule:
    """At least `minimum` activities whose status is one of `qualifying`; `citations` say where that is written."""

    minimum: int
    qualifying: frozenset[str]
    citations: tuple[Citation, ...] = ()

    @property
    def weights(self) -> tuple[int, int, int]:
        """1 or 0 for recognised, equivalent and contested activities: whether they count."""
        return _weights(self.qualifying)

    @classmethod
    def of_year(cls, rulebook: Rulebook, year: int) -> ReachRule:
        """The rule in force on 31 December of the year decides the whole year.

        Raises `NoRuleInForce`, or `RulebookUnreadable` for a minimum below one or a status that cannot qualify.
        """
        on = date(year, 12, 31)
        minimum = rulebook.number("minimum_activities", on)
        qualifying = rulebook.names("qualifying_statuses", on)
        if minimum < 1:
            raise RulebookUnreadable("'minimum_activities' moet minstens 1 zijn")
        if not qualifying or not qualifying <= _MAY_QUALIFY:
            allowed = ", ".join(sorted(_MAY_QUALIFY))
            raise RulebookUnreadable(f"'qualifying_statuses' mag alleen {allowed} bevatten")
        rules = [rulebook.rule(key, on) for key in ("minimum_activities", "qualifying_statuses")]
        return cls(minimum, qualifying, tuple(dict.fromkeys(rule.citation for rule in rules)))


@cache
def _weights(qualifying: frozenset[str]) -> tuple[int, int, int]:
    return (
        int(Status.RECOGNISED in qualifying),
        int(Status.EQUIVALENT in qualifying),
        int(Status.CONTESTED in qualifying),
    )
