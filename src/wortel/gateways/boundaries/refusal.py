"""Why a boundary file was not taken."""

from __future__ import annotations

from wortel.kernel.reason import Parameter, Reason


class BoundaryFileRefused(ValueError):
    """The file is not taken and nothing of it is kept; the text says in Dutch what is wrong and what to do."""

    def __init__(self, key: str, sentence: str, **parameters: Parameter) -> None:
        super().__init__(sentence)
        self.reason = Reason.of(f"boundaries.{key}", **parameters)


def printable(found: object, limit: int = 60) -> str:
    """What stands in the file, as it can be said: one line, no character that upsets a screen, cut at `limit`."""
    text = "".join(character if character.isprintable() else "?" for character in str(found)[: limit + 1])
    return text if len(text) <= limit else text[: limit - 1] + "…"
