"""How long an introduction waits for someone before it reminds, and before it lets go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from wortel.introductions.domain.states import CONFIRMED, IN_CONTACT, PROPOSED, READ
from wortel.kernel.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Patience:
    """Days, by what is waited for."""

    answer: int
    remind: int
    arrange: int
    remind_arrange: int
    after_day: int

    def ends_at(self, state: str, since: datetime) -> datetime | None:
        """When an introduction that is in this state since then is let go; `None`: never."""
        if state in (PROPOSED, READ):
            return since + timedelta(days=self.answer)
        return since + timedelta(days=self.arrange) if state == IN_CONTACT else None

    def remind_at(self, state: str, since: datetime, planned_on: date | None) -> datetime | None:
        """When to remind, once a state: of an answer, of a day, or of telling whether it took place."""
        if state in (PROPOSED, READ):
            return since + timedelta(days=self.remind)
        if state == IN_CONTACT:
            return since + timedelta(days=self.remind_arrange)
        if state == CONFIRMED and planned_on is not None:
            midnight = datetime(planned_on.year, planned_on.month, planned_on.day, tzinfo=since.tzinfo)
            return midnight + timedelta(days=self.after_day)
        return None


def patience_in_force(rulebook: Rulebook, on: date) -> Patience:
    """The days of that day. Raises `NoRuleInForce`, or `RulebookUnreadable`."""
    return Patience(
        answer=rulebook.number("answer_days", on),
        remind=rulebook.number("remind_answer_days", on),
        arrange=rulebook.number("arrange_days", on),
        remind_arrange=rulebook.number("remind_arrange_days", on),
        after_day=rulebook.number("ask_after_days", on),
    )
