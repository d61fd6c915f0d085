"""How a text becomes the words that are indexed and looked up. Pure: the same on every engine.

A word is folded (lower case, no accents) and holds letters and digits only, so no query language can hide in it.
Stems follow the Snowball algorithm for Dutch (Porter, https://snowballstem.org).
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator
from functools import lru_cache

import snowballstemmer

from wortel.kernel.text import folded

WORD_LENGTH = 60
KEY_LENGTH = 120
_WORD = re.compile(r"[^\W_]+")
_JOINABLE = 4
_stemmers = threading.local()  # a Snowball stemmer keeps state while it works


def chunks(text: str) -> Iterator[tuple[str, ...]]:
    """The words of a text, grouped as they were written together: "STEM-academie Gent" is two groups."""
    plain = text.lower() if text.isascii() else folded(text).lower()
    for chunk in plain.split():
        if chunk.isalnum():
            yield (chunk[:WORD_LENGTH],)
        elif parts := _WORD.findall(chunk):
            yield tuple(part[:WORD_LENGTH] for part in parts)


def joined(parts: tuple[str, ...]) -> str:
    """The parts of one group as one word ("stemacademie"), or nothing when that would say nothing more."""
    whole = "".join(parts)
    return whole if 1 < len(parts) <= _JOINABLE and len(whole) <= WORD_LENGTH else ""


def words_of(texts: Iterable[str]) -> list[str]:
    """Every word of the texts in their order, joined forms after their parts."""
    found: list[str] = []
    for text in texts:
        for parts in chunks(text):
            found.extend(parts)
            if len(parts) > 1 and (whole := joined(parts)):
                found.append(whole)
    return found


def stems_of(words: Iterable[str]) -> list[str]:
    """The stems that differ from their word, in the words' order."""
    return [root for word in words if (root := stem(word)) != word]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The Dutch stem of a folded word; a word with a digit is its own stem."""
    if not word.isalpha():
        return word
    stemmer = getattr(_stemmers, "dutch", None)
    if stemmer is None:
        stemmer = _stemmers.dutch = snowballstemmer.stemmer("dutch")
    return str(stemmer.stemWord(word)) or word


def name_key(name: str) -> str:
    """A name as its bare words, to see whether someone typed exactly that name."""
    return " ".join(word for parts in chunks(name) for word in parts)[:KEY_LENGTH]
