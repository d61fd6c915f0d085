"""Reads the environment, by kind. What is wrong is one Dutch sentence at the start, naming the variable."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from wortel.site.variables import VARIABLES, Kind, Variable

FROM_FILE = "_FILE"
"""NAME_FILE names a file that holds the secret: for systemd credentials and container secrets."""
MAX_SECRET = 10_000
_FLAGS = {"1": True, "0": False}


def text(name: str) -> str:
    """One line of text; empty when there is none. Raises `ImproperlyConfigured`, as every reader here."""
    given = _given(name)
    if not given.isprintable():
        _refuse(name, given, "Schrijf één regel gewone tekst.")
    return given


def flag(name: str) -> bool:
    """1 or 0."""
    given = _given(name)
    if given not in _FLAGS:
        _refuse(name, given, "Schrijf 1 (aan) of 0 (uit).")
    return _FLAGS[given]


def number(name: str) -> int:
    """A whole number between the bounds of its row."""
    given, row = _given(name), VARIABLES[name]
    if not (given.isascii() and given.isdigit() and len(given) < 10 and row.low <= int(given) <= row.high):
        _refuse(name, given, f"Schrijf een getal van {row.low} tot {row.high}, zoals {row.default}.")
    return int(given)


def choice(name: str) -> str:
    """One of the words of its row, in whatever case."""
    given, row = _given(name), VARIABLES[name]
    known = {word.lower(): word for word in row.choices}
    if given.lower() not in known:
        _refuse(name, given, f"Kies {', '.join(row.choices[:-1])} of {row.choices[-1]}.")
    return known[given.lower()]


def url(name: str) -> str:
    """An address with http(s):// before it and without a slash behind; empty when there is none."""
    given = _given(name)
    if given and not _is_url(given):
        _refuse(name, given, "Schrijf een adres zoals https://wortel.example.org")
    return given.rstrip("/")


def items(name: str) -> list[str]:
    """Words separated by commas; spaces around them do not count."""
    found = [part.strip() for part in _given(name).split(",") if part.strip()]
    for item in found:
        if not item.isprintable() or " " in item:
            _refuse(name, item, "Schrijf woorden met een komma ertussen.")
    return found


def origins(name: str) -> list[str]:
    """Addresses separated by commas, each with its scheme."""
    found = items(name)
    for item in found:
        if not _is_url(item.replace("*.", "", 1)):
            _refuse(name, item, "Schrijf adressen zoals https://wortel.example.org, met een komma ertussen.")
    return found


def secret(name: str) -> str:
    """The secret, or what stands in the file of NAME_FILE. Never repeated in a message."""
    given, file = _given(name), os.environ.get(name + FROM_FILE, "")
    if not file:
        return given
    if given:
        raise ImproperlyConfigured(f"{name} en {name}{FROM_FILE} staan er allebei. Hou er één.")
    try:
        with Path(file).open(encoding="utf-8") as kept:
            read = kept.read(MAX_SECRET).strip()
    except (OSError, ValueError) as error:
        raise ImproperlyConfigured(
            f"{name}{FROM_FILE} wijst naar {_shown(file)}, maar dat bestand kan niet gelezen worden. "
            "Geef een tekstbestand dat wortel mag lezen."
        ) from error
    if not read:
        raise ImproperlyConfigured(
            f"{name}{FROM_FILE} wijst naar {_shown(file)}, maar dat bestand is leeg. Zet er het geheim in."
        )
    return read


READERS: Mapping[Kind, Callable[[str], object]] = {
    Kind.TEXT: text, Kind.FLAG: flag, Kind.NUMBER: number, Kind.CHOICE: choice, Kind.URL: url, Kind.LIST: items,
    Kind.SECRET: secret, Kind.DATABASE: secret, Kind.FOLDER: text,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Effective:
    """A variable as it works here: `value` without secrets, and whether the environment gave it."""

    name: str
    value: str
    is_given: bool
    betekenis: str


def effective() -> Iterator[Effective]:
    """Every variable as it works here. Raises `ImproperlyConfigured`."""
    for row in VARIABLES.values():
        is_given = any(os.environ.get(name) for name in (row.name, row.name + FROM_FILE))
        yield Effective(row.name, _without_secrets(row, READERS[row.kind](row.name)), is_given, row.betekenis)


def unknown() -> Iterator[str]:
    """A Dutch sentence for each WORTEL_… variable that nothing reads, with the nearest name."""
    known = {*VARIABLES, *(row.name + FROM_FILE for row in VARIABLES.values() if row.kind in _FILED)}
    strange = sorted(name for name in os.environ if name.startswith("WORTEL_") and name not in known)
    if strange:
        from rapidfuzz import process  # noqa: PLC0415  (only when there is something to look for)

        for name in strange:
            near = process.extractOne(name, sorted(known), score_cutoff=60)
            hint = f" Bedoel je {near[0]}?" if near else " Alle namen staan in: wortel config"
            yield f"{_shown(name)} kent wortel niet en doet niets.{hint}"


def documented() -> str:
    """The table of docs/operations.md, in Markdown."""
    rows = (f"| `{row.name}` | {_type(row)} | {row.meaning} | {_default(row)} |\n" for row in VARIABLES.values())
    return "| variable | type | means | without it |\n|---|---|---|---|\n" + "".join(rows)


_FILED = {Kind.SECRET, Kind.DATABASE}


def _given(name: str) -> str:
    return os.environ.get(name, "").strip() or VARIABLES[name].default


def _refuse(name: str, found: str, way_out: str) -> NoReturn:
    raise ImproperlyConfigured(f"{name} is ‘{_shown(found)}’, en dat kan niet. {way_out}")


def _shown(found: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in found)[:80]


def _is_url(given: str) -> bool:
    try:
        parts = urlsplit(given)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and given.isprintable() and " " not in given
    except ValueError:
        return False


def _without_secrets(row: Variable, value: object) -> str:
    if row.kind is Kind.SECRET:
        return "(geheim)" if value else ""
    if row.kind is Kind.DATABASE:
        return hidden_password(str(value))
    if isinstance(value, bool):
        return str(int(value))
    return ",".join(value) if isinstance(value, list) else str(value)


def hidden_password(address: str) -> str:
    """A database address without its password and without anything behind a question mark."""
    head, _, rest = address.partition("?")[0].rpartition("@")
    scheme, _, user = head.partition("://")
    return f"{scheme}://{user.partition(':')[0]}:…@{rest}" if head else rest


def _type(row: Variable) -> str:
    if row.kind is Kind.CHOICE:
        return ", ".join(f"`{word}`" for word in row.choices)
    if row.kind is Kind.NUMBER:
        return f"{row.low}–{row.high}"
    return {
        Kind.FLAG: "`1` or `0`",
        Kind.LIST: "list, commas",
        Kind.SECRET: f"secret, or `{row.name}{FROM_FILE}`",
        Kind.DATABASE: f"address, or `{row.name}{FROM_FILE}`",
    }.get(row.kind, row.kind.value)


def _default(row: Variable) -> str:
    return row.without or (f"`{row.default}`" if row.default else "none")
