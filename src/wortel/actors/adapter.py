"""How the intake takes in actors: which fields they have, how a row is read, whom it speaks about, what is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache

from wortel.actors.actions.assign_actors import assign_actors
from wortel.actors.actions.project_records import KIND, NOBODY, project_records
from wortel.actors.domain.fields import FIELDS
from wortel.actors.domain.reading import read_row
from wortel.actors.domain.statement import values_of
from wortel.actors.domain.today import TodayMap
from wortel.actors.domain.whereabouts import Whereabouts
from wortel.actors.wording import say
from wortel.intake.public import Field, Record, Statement
from wortel.kernel.reason import Reason
from wortel.territory.public import timeline


@cache
def whereabouts() -> Whereabouts:
    """Names and postcodes of the reference tables, indexed once."""
    return Whereabouts.of(timeline())


class ActorAdapter:
    """Actors for the intake. `on` is the day whose map shows where an actor stands."""

    kind = KIND
    fields: Sequence[Field] = FIELDS

    def __init__(self, on: date) -> None:
        self.today = TodayMap(whereabouts(), on)
        self.newcomers = NOBODY

    def read(self, cells: Mapping[str, str]) -> Statement:
        """What a row says; `cells` maps field names to text as in the file. Raises `RowRefused`."""
        row = read_row(cells, self.today.where)
        return Statement(row.key, values_of(row.statement), row.repairs, row.stated_on)

    def assign(self, records: Sequence[Record], at: datetime) -> None:  # noqa: ARG002  (whom it is about never depends on when)
        """Sets `subject` on new records: the ref of the actor they speak about."""
        self.newcomers = assign_actors(records)

    def project(self, subjects: Sequence[str], at: datetime) -> None:
        """Composes the actors with these refs anew."""
        project_records(subjects, self.today, at, self.newcomers)
        self.newcomers = NOBODY

    def finish(self, at: datetime) -> None:
        """Nothing is left to do after the last batch."""

    def say(self, reason: Reason) -> str:
        """The reason in the language of the day."""
        return say(reason)
