"""The parts of the drill by name: each gives its figures, and whether they show what they have to show."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import Any

Part = Callable[[argparse.Namespace], tuple[dict[str, Any], bool]]


def _crash(asked: argparse.Namespace) -> tuple[dict[str, Any], bool]:
    from drills.crash import crash

    found = crash(asked.kills, asked.seed, asked.fault)
    # A drill that is spoilt on purpose has to say so; else its silence proves nothing.
    return found.as_json(), found.is_whole is not bool(asked.fault)


def _concurrency(asked: argparse.Namespace) -> tuple[dict[str, Any], bool]:
    from drills.concurrency import concurrency

    found = concurrency(asked.clients, asked.fault)
    return found.as_json(), found.is_whole is not bool(asked.fault)


def _backup(_asked: argparse.Namespace) -> tuple[dict[str, Any], bool]:
    from drills.backup import backup

    found = backup()
    return found.as_json(), found.is_whole


def _fuzz(asked: argparse.Namespace) -> tuple[dict[str, Any], bool]:
    from drills.fuzz import fuzz

    found = fuzz(asked.requests, asked.seed)
    return found.as_json(), found.server_errors == 0 and found.requests >= asked.requests


PARTS: Mapping[str, Part] = {"crash": _crash, "concurrency": _concurrency, "backup": _backup, "fuzz": _fuzz}
