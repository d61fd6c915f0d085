"""Reads the name parts of `data/demo`, and takes the fingerprint of all that a world is made from."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wortel.demo.domain.exchange_parts import ExchangeParts, KindParts, Topic
from wortel.demo.domain.parts import Doubt, Industry, Parts, Pattern, Series


def read_parts(folder: Path) -> Parts:
    """What `names.toml` and `series.toml` hold. Raises `OSError`, `KeyError` or `ValueError` when they are damaged."""
    names, series = _toml(folder / "names.toml"), _toml(folder / "series.toml")
    return Parts(
        words={name: tuple(words) for name, words in names["words"].items()},
        patterns={
            kind: tuple(Pattern(row["text"], row["weight"]) for row in about["patterns"])
            for kind, about in names["kinds"].items()
        },
        industries=tuple(
            Industry(row["code"], row["label"], row["weight"], tuple(row["crafts"])) for row in names["nace"]
        ),
        series=tuple(Series(tuple(row["titles"]), tuple(row["ages"]), row["weight"]) for row in series["series"]),
        moments=tuple(series["moments"]["texts"]),
        none=_doubt(series["none"]),
        contested=_doubt(series["contested"]),
        withdrawn=_doubt(series["withdrawn"]),
    )


def read_exchange_parts(folder: Path) -> ExchangeParts:
    """What `exchange.toml` holds. Raises `OSError`, `KeyError` or `ValueError` when it is damaged."""
    raw = _toml(folder / "exchange.toml")
    return ExchangeParts(
        topics=tuple(
            Topic(row["word"], tuple(row["themes"]), row["weight"], tuple(row.get("priorities", ())))
            for row in raw["topic"]
        ),
        kinds={kind: _kind(row) for kind, row in raw["kind"].items()},
        texts={side: tuple(raw["texts"][side]) for side in ("needs", "offers")},
        remarks={side: tuple(raw["feedback"][side]) for side in ("need", "offer")},
        closed=raw["texts"]["closed"],
    )


def _kind(row: Mapping[str, Any]) -> KindParts:
    (asked_least, asked_most), (offered_least, offered_most) = row["asked"], row["offered"]
    near, far = row["km"]
    return KindParts(
        row["weight"], (asked_least, asked_most), (offered_least, offered_most), (near, far),
        tuple(row["needs"]), tuple(row["offers"]),
    )  # fmt: skip


def fingerprint(*folders: Path) -> str:
    """Changes when a name part, a territory table or what invents the world changes (SHA-256, hex)."""
    found = hashlib.sha256()
    generator = Path(__file__).parent / "domain"
    files = [*generator.rglob("*.py"), *(path for folder in folders for path in folder.iterdir() if path.is_file())]
    for path in sorted(files):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def _doubt(row: Mapping[str, Any]) -> Doubt:
    return Doubt(tuple(row.get("reporters", ())), tuple(row["reasons"]))


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
