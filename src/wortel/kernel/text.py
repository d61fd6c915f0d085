"""Text that every database, page and file can carry."""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"[ \t\u00a0\u2007\u202f]+")
# C0 and C1 controls but tab, line feed and carriage return; and the surrogates, which no encoding can write.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class TextRefused(ValueError):
    """The text holds a character no database can keep, such as `character` (U+0007); or it is too long (empty)."""

    def __init__(self, message: str, character: str = "") -> None:
        super().__init__(message)
        self.character = character


def clean_text(raw: str, *, limit: int, lines: bool = False) -> str:
    """The text in normal form (NFC), spaces folded, ends trimmed; `lines` keeps line ends.

    Raises `TextRefused` for a control character, a lone surrogate, or more than `limit` characters.
    """
    found = _UNWRITABLE.search(raw)
    if found:
        character = f"U+{ord(found.group()):04X}"
        raise TextRefused(f"character {character} cannot be stored", character)
    text = unicodedata.normalize("NFC", raw).replace("\r\n", "\n").replace("\r", "\n")
    text = "\n".join(_SPACE.sub(" ", line).strip() for line in text.split("\n")).strip()
    if not lines:
        text = " ".join(text.split("\n"))
    if len(text) > limit:
        raise TextRefused(f"{len(text)} characters is more than the {limit} that fit")
    return text


def folded(text: str) -> str:
    """Lower case without accents, for comparing and searching: "Één" and "een" are the same."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def has_one_spelling(address: str) -> bool:
    """Whether no other text is equal to this one for who compares without regard to capitals or width: databases hold
    "ı" and "i", or "ſ" and "s", for the same letter, and mail goes to two mailboxes.
    """
    small = address.lower()
    return small.isascii() or (small.upper().lower() == small and unicodedata.normalize("NFKC", small) == small)


def gettext_noop(message: str) -> str:
    """The Dutch text itself; the name by which the catalogue finds texts that stand where Django may not be known."""
    return message


def ngettext_noop(one: str, many: str) -> tuple[str, str]:
    """The Dutch singular and plural themselves; the catalogue keeps them as one text with two forms."""
    return one, many
