"""Who does something: for which organisation, through which door, in which request."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class By:
    """Who writes. `person` is a person's ref, empty for a visitor without account and for the program itself.

    `channel` is the door: `page`, `api`, `command` or `work`. `organisation` is the ref of the organisation the person
    acts for, empty for nobody's. `request` is the number of the request, or the name of the command or of the job.
    """

    channel: str
    person: str = ""
    organisation: str = ""
    request: str = ""

    @classmethod
    def command(cls, name: str) -> By:
        """Someone at the command line of the machine: `By.command("wortel import")`."""
        return cls("command", request=name)

    @classmethod
    def work(cls, job: str) -> By:
        """The worker, in the background."""
        return cls("work", request=job)
