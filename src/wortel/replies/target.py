"""What a reply is about, named by the room that owns it."""

from __future__ import annotations

from dataclasses import dataclass

ACTOR = "actor:"


@dataclass(frozen=True, slots=True)
class Target:
    """`key` names the thing for us (actor:abc, municipality:44088), `label` for people, `path` is its page.

    `nis` is the municipality it lies in, as far as known: who watches over that region decides on the reply.
    """

    key: str
    label: str
    path: str
    kinds: tuple[str, ...] = ("dispute", "correction")
    nis: str = ""


def organisation_in(key: str) -> str:
    """The ref of the organisation a target speaks of; empty when it is no organisation."""
    return key.removeprefix(ACTOR) if key.startswith(ACTOR) else ""
