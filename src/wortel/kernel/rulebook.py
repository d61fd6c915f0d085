"""Numbers and lists of policy with the days they hold and the text they come from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from wortel.kernel.citation import Citation
from wortel.kernel.span import Span, SpanReversed

Value = int | float | str | tuple[str, ...]


class NoRuleInForce(LookupError):
    """The rulebook holds no value for this key on this day."""


class RulebookUnreadable(ValueError):
    """The rulebook's text is not a rulebook; the message says in Dutch which entry and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One value of policy: what it is called, what it is, when it holds, who says so."""

    key: str
    value: Value
    valid: Span
    citation: Citation


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A named set of dated rules. A change of policy adds a rule; the old one keeps deciding old days."""

    name: str
    title: str
    rules: tuple[Rule, ...]

    def rule(self, key: str, on: date) -> Rule:
        """The rule for `key` in force on day `on`. Raises `NoRuleInForce`."""
        for rule in self.rules:
            if rule.key == key and on in rule.valid:
                return rule
        raise NoRuleInForce(f"rulebook '{self.name}' has no '{key}' in force on {on.isoformat()}")

    def number(self, key: str, on: date) -> int:
        """The whole number in force. Raises `NoRuleInForce`, or `RulebookUnreadable` when it is not a number."""
        value = self.rule(key, on).value
        if not isinstance(value, int):
            raise RulebookUnreadable(f"'{key}' moet een geheel getal zijn, niet {value!r}")
        return value

    def names(self, key: str, on: date) -> frozenset[str]:
        """The list in force, as a set. Raises `NoRuleInForce`, or `RulebookUnreadable` when it is not a list."""
        value = self.rule(key, on).value
        if not isinstance(value, tuple):
            raise RulebookUnreadable(f"'{key}' moet een lijst zijn, niet {value!r}")
        return frozenset(value)


def parse_rulebook(text: str) -> Rulebook:
    """Reads a rulebook from TOML: `name`, `title` and one `[[rule]]` per dated value.

    Raises `RulebookUnreadable`: not TOML, a missing field, a reversed span, or two values for one key on one day.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        where = f"regel {place[1]}, teken {place[2]}" if place else "het einde"
        raise RulebookUnreadable(f"bij {where} is het geen TOML") from error
    rules = tuple(_rule(number, entry) for number, entry in enumerate(_entries(raw), start=1))
    _refuse_overlaps(rules)
    return Rulebook(name=str(raw.get("name", "")), title=str(raw.get("title", "")), rules=rules)


def _entries(raw: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    entries = raw.get("rule")
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
        raise RulebookUnreadable("er staat geen enkele [[rule]] in")
    return entries


def _rule(number: int, entry: Mapping[str, Any]) -> Rule:
    missing = [name for name in ("key", "value", "valid_from", "source") if name not in entry]
    if missing:
        raise RulebookUnreadable(f"in regel {number} ontbreekt {', '.join(missing)}")
    return Rule(
        key=str(entry["key"]),
        value=_value(number, entry["value"]),
        valid=_span(number, entry),
        citation=Citation(
            str(entry["source"]), str(entry.get("url", "")), str(entry.get("dated", "")), str(entry.get("note", ""))
        ),
    )


def _value(number: int, raw: object) -> Value:
    if isinstance(raw, list) and all(isinstance(item, str) for item in raw):
        return tuple(raw)
    if isinstance(raw, int | float | str) and not isinstance(raw, bool):
        return raw
    raise RulebookUnreadable(f"regel {number}: value is een getal, een tekst of een lijst van teksten, niet {raw!r}")


def _span(number: int, entry: Mapping[str, Any]) -> Span:
    start, end = entry["valid_from"], entry.get("valid_to")
    if type(start) is not date or not (end is None or type(end) is date):
        raise RulebookUnreadable(f"regel {number}: valid_from en valid_to zijn dagen, geschreven als 2019-01-01")
    try:
        return Span(start, end)
    except SpanReversed as error:
        raise RulebookUnreadable(f"regel {number}: valid_to komt niet na valid_from") from error


def _refuse_overlaps(rules: tuple[Rule, ...]) -> None:
    for place, rule in enumerate(rules):
        for other in rules[place + 1 :]:
            if rule.key == other.key and rule.valid.overlaps(other.valid):
                raise RulebookUnreadable(
                    f"'{rule.key}' heeft twee waarden op {max(rule.valid.start, other.valid.start)}"
                )
