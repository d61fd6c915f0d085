"""The kinds of value an API question may hold. Each refuses what no database, page or file can carry."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from wortel.kernel.text import TextRefused, clean_text

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_WHOLE = re.compile(r"-?[0-9]{1,9}", re.ASCII)
_DECIMAL = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,40})?", re.ASCII)
_TRUTH = {"true": True, "false": False}
_DAY_SCHEMA = {"type": "string", "format": "date", "examples": ["2025-01-01"]}
LONGEST_TEXT = 200
_LINE = r"^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$"


def _day(raw: Any) -> date:
    # Pydantic would take a number for seconds since 1970; a day here is only ever written as one.
    if isinstance(raw, date):
        return raw
    try:
        if isinstance(raw, str) and _DAY.fullmatch(raw):
            return date.fromisoformat(raw)
    except ValueError:
        pass
    raise PydanticCustomError("day", "not a day written as YYYY-MM-DD")


def _whole(raw: Any) -> int:
    if isinstance(raw, int):
        return raw
    if isinstance(raw, str) and _WHOLE.fullmatch(raw):
        return int(raw)
    raise PydanticCustomError("whole_number", "not a whole number of at most nine digits")


def _decimal(raw: Any) -> float:
    if isinstance(raw, int | float):
        return float(raw)
    if isinstance(raw, str) and _DECIMAL.fullmatch(raw):
        return float(raw)
    raise PydanticCustomError("decimal", "not a number written like 12 or 12.5")


def _truth(raw: Any) -> bool:
    if isinstance(raw, bool):
        return raw
    if raw in _TRUTH:
        return _TRUTH[raw]
    raise PydanticCustomError("truth", "neither true nor false")


def _clean(raw: str) -> str:
    try:
        return clean_text(raw, limit=4 * LONGEST_TEXT)
    except TextRefused as refused:
        raise PydanticCustomError("text", "{why}", {"why": str(refused)}) from refused


Day = Annotated[date, BeforeValidator(_day), WithJsonSchema(_DAY_SCHEMA)]
Truth = Annotated[bool, BeforeValidator(_truth)]
WHOLE, DECIMAL = BeforeValidator(_whole), BeforeValidator(_decimal)
"""Last in an annotation, after the bounds: only then do the bounds stand in the document."""
Text = Annotated[str, StringConstraints(pattern=_LINE, max_length=LONGEST_TEXT), AfterValidator(_clean)]
"""A few words; control characters and lone surrogates are refused, spaces folded."""
KEY = r"^[A-Za-z0-9_.-]{1,60}$"
Key = Annotated[str, StringConstraints(pattern=KEY)]
"""A code, key or reference of ours."""
PageNumber = Annotated[int, Field(ge=1, le=10_000), WHOLE]
PageSize = Annotated[int, Field(ge=1, le=500), WHOLE]


def one_of(*names: str) -> Any:
    """What to annotate a text with that must be one of these names; the list may come from data."""

    def check(raw: str) -> str:
        if raw not in names:
            raise PydanticCustomError("literal_error", "none of {expected}", {"expected": ", ".join(names)})
        return raw

    return AfterValidator(check)


def described(pattern: str, description: str, example: str) -> Any:
    """What the document says of a text in the path; ninja forgets the description of one otherwise."""
    return WithJsonSchema({"type": "string", "pattern": pattern, "description": description, "examples": [example]})


def enumerated(*names: str) -> Any:
    """The same for the document."""
    return WithJsonSchema({"type": "string", "enum": list(names)})
