"""Why a matching was not made, in Dutch: what is wrong, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from wortel.matching.public import (
    DuplicateId,
    PairTwice,
    PlacesMixed,
    SolverRefused,
    TooManyPairs,
    TooManyWords,
    UnknownName,
)

_SIDES = {"need": "de vragen", "offer": "het aanbod"}
_WORDS = {"themes": ("thema's", 1000), "languages": ("talen", 1000), "moments": ("momenten", 60)}


def say_refused(refused: Exception, table: str) -> str:
    """The sentence of one of `REFUSALS`; `table` is the name of the file with points, when there is one."""
    sentence = _SENTENCES[type(refused)](refused)
    return f"{table}{sentence}" if isinstance(refused, PairTwice | UnknownName) else sentence


def _too_many_pairs(many: TooManyPairs) -> str:
    shown = f"{many.limit:,}".replace(",", ".")
    return f"Meer dan {shown} paren passen. Deel op per regio, verklein de straal, of geef --max-pairs hoger."


def _too_many_words(words: TooManyWords) -> str:
    which, most = _WORDS[str(words)]
    return f"Er zijn te veel verschillende {which}. Gebruik een vaste lijst van hoogstens {most}."


def _unknown(unknown: UnknownName) -> str:
    where = f", rij {unknown.row}, kolom {unknown.side}"
    return f"{where}: '{unknown.name}' staat niet bij {_SIDES[unknown.side]}."


_SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    DuplicateId: lambda twice: f"De id '{twice}' komt twee keer voor. Geef elke rij een eigen id.",
    PlacesMixed: lambda _: (
        "Het ene bestand geeft x_km en y_km, het andere lat en lon. Gebruik in beide dezelfde soort plaats."
    ),
    PairTwice: lambda twice: f": het paar {twice.need}, {twice.offer} staat er twee keer in. Houd er één over.",
    UnknownName: _unknown,
    TooManyPairs: _too_many_pairs,
    TooManyWords: _too_many_words,
    SolverRefused: lambda refused: (
        f"De punten zijn te groot om exact mee te rekenen ({refused.status}). Deel alle punten door 1000."
    ),
}
REFUSALS: Final = tuple(_SENTENCES)
