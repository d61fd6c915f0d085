"""Two people changed one profile: what differs, and what each of them changed since they began."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wortel.organisations.domain.fields import OWN_FIELDS, visibility_of

MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True, slots=True)
class Version:
    """The texts of a profile and to whom each is shown, by key of field."""

    values: Mapping[str, str]
    visibility: Mapping[str, str]

    def of(self, key: str) -> tuple[str, str]:
        """Text and audience of one field."""
        return self.values.get(key, ""), visibility_of(key, self.visibility)


@dataclass(frozen=True, slots=True)
class Difference:
    """One field on which two versions differ. `suggested` is the side that changed it alone; empty when both did."""

    key: str
    mine: tuple[str, str]
    theirs: tuple[str, str]
    suggested: str


def differences(mine: Version, theirs: Version, base: Version | None) -> tuple[Difference, ...]:
    """Where my version and the one that was kept first differ; `base` is what I started from, when it is known."""
    found = []
    for field in OWN_FIELDS:
        left, right = mine.of(field.key), theirs.of(field.key)
        if left != right:
            found.append(Difference(field.key, left, right, _suggested(left, right, base, field.key)))
    return tuple(found)


def _suggested(mine: tuple[str, str], theirs: tuple[str, str], base: Version | None, key: str) -> str:
    if base is None:
        return ""
    was = base.of(key)
    if mine == was:
        return THEIRS
    return MINE if theirs == was else ""


def merged(mine: Version, theirs: Version, choice: Mapping[str, str]) -> Version:
    """My version, with theirs in the fields where `choice` says so."""
    values = {field.key: (theirs if choice.get(field.key) == THEIRS else mine).of(field.key) for field in OWN_FIELDS}
    return Version(
        {key: text for key, (text, _) in values.items() if text},
        {key: audience for key, (_, audience) in values.items()},
    )
