"""What a reply is about, named by the room that owns it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """`key` names the thing for us (actor:abc, municipality:44088), `label` for people, `path` is its page."""

    key: str
    label: str
    path: str
    kinds: tuple[str, ...] = ("dispute", "correction")
