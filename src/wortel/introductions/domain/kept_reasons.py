"""Reasons as they are kept in a row: key and parameters, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from wortel.kernel.reason import Reason


def kept(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    """What goes into a JSON column."""
    return [{"key": it.key, "parameters": dict(it.parameters)} for it in reasons]


def read(rows: Iterable[Mapping[str, Any]]) -> tuple[Reason, ...]:
    """What stands in a JSON column, as reasons again; lists become tuples."""
    return tuple(
        Reason.of(row["key"], **{name: _parameter(value) for name, value in row.get("parameters", {}).items()})
        for row in rows
    )


def _parameter(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
