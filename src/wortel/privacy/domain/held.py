"""What is held of people, described field by field: the register, the export and the erasure all read this."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What sort of data a field holds."""

    NAME = "name"
    ADDRESS = "address"
    WORDS = "words"
    ROLE = "role"
    CHOICE = "choice"
    TIME = "time"
    DEVICE = "device"
    NUMBER = "number"
    SECRET = "secret"  # noqa: S105  (a word of the register)


class Ground(StrEnum):
    """On which legal ground it is held (GDPR, article 6, 1)."""

    TASK = "task"
    ASKED = "asked"
    SECURITY = "security"


class Fate(StrEnum):
    """What erasure does with the row: away with it, empty its fields, or leave what is said to stay."""

    DELETED = "deleted"
    EMPTIED = "emptied"
    KEPT = "kept"


class By(StrEnum):
    """How a row is known to be someone's: by their number, their key in the database, an address, a session.

    `quoted`: an address stands in a text of JSON, as a value of its own.
    """

    REF = "ref"
    KEY = "key"
    EMAIL = "email"
    SESSION = "session"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Item:
    """One field with personal data. `what` says in Dutch what it is.

    `stays`: erasure leaves it, because without name and address it leads to nobody. `is_of_another`: it names a
    colleague who did something; that one finds it back in their trail. `blank` is what erasure puts there, `None`
    for what is empty in that sort of column.
    """

    field: str
    sort: Sort
    what: str
    stays: bool = False
    is_of_another: bool = False
    blank: str | None = None

    @property
    def is_secret(self) -> bool:
        """Never shown, not even to whom it belongs: who has it could sign in."""
        return self.sort is Sort.SECRET


@dataclass(frozen=True, slots=True)
class Closing:
    """A thing that waits for an answer and does so no more when its maker is erased."""

    field: str
    waiting: tuple[str, ...]
    becomes: str


@dataclass(frozen=True, slots=True)
class Held:
    """One table with personal data: what for, on which ground, how long, who sees it, and whose a row is.

    `model` is its label (`people.Person`); `whose` pairs a lookup with what it is compared to; `others` names the
    fields that say nothing of a person.
    """

    model: str
    what: str
    purpose: str
    ground: Ground
    kept: str
    seen_by: str
    whose: tuple[tuple[str, By], ...]
    items: tuple[Item, ...]
    others: str
    fate: Fate = Fate.EMPTIED
    closes: Closing | None = None

    @property
    def emptied(self) -> tuple[Item, ...]:
        """The fields erasure empties."""
        if self.fate is not Fate.EMPTIED:
            return ()
        return tuple(item for item in self.items if not (item.stays or item.is_of_another))

    @property
    def fields(self) -> frozenset[str]:
        """Every field that is described, personal or not."""
        return frozenset(item.field for item in self.items) | frozenset(self.others.split())
