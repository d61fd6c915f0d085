"""Text that every database keeps: a trail that cannot be written would stop the write it is about."""

from __future__ import annotations

import re

# Controls (which also keep the cells of the chain apart) and the surrogates, which no encoding can write.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def storable(text: str, limit: int) -> str:
    """The text with a mark for each character that cannot be stored, and an ellipsis for what is over the limit."""
    text = _UNWRITABLE.sub(REPLACEMENT, text)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def storable_json(written: str) -> str:
    """JSON with lone surrogates escaped, as it escapes controls by itself: read back, nothing was lost."""
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", written)
