"""What a word is about, and how each audience calls it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wortel.kernel.text import folded
from wortel.terms.domain.lens import Lens

LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: for one, for many, and with its article ("het leerecosysteem")."""

    one: str
    many: str
    the: str


@dataclass(frozen=True, slots=True)
class Speech:
    """A concept in one language: what it means, and the word of every audience."""

    definition: str
    words: Mapping[Lens, Word]


@dataclass(frozen=True, slots=True)
class Origin:
    """The text a word comes from."""

    key: str
    names: Mapping[str, str]
    url: str = ""
    dated: str = ""

    def name(self, language: str) -> str:
        """Its name in that language."""
        return self.names[language]


@dataclass(frozen=True, slots=True)
class Place:
    """A page that says the word: the name of its address, its template, and what people call it."""

    key: str
    address: str
    template: str
    names: Mapping[str, str]

    def name(self, language: str) -> str:
        """Its name in that language."""
        return self.names[language]


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing with its words. `own_choice`: audiences for which no text gives a word, so that we chose one."""

    key: str
    slug: str
    speech: Mapping[str, Speech]
    origin: Origin
    place: Mapping[str, str]
    see_also: tuple[str, ...] = ()
    used_on: tuple[Place, ...] = ()
    own_choice: frozenset[Lens] = frozenset()

    def word(self, lens: Lens, language: str) -> Word:
        """How that audience calls it."""
        return self.speech[language].words[lens]

    def definition(self, language: str) -> str:
        """What it means, in plain words."""
        return self.speech[language].definition

    def is_said_alike(self, language: str) -> bool:
        """Whether every audience has the same word for it."""
        return len(set(self.speech[language].words.values())) == 1

    def mentions(self, text: str) -> bool:
        """Whether any of its words, in any language, holds the text; capitals and accents do not matter."""
        sought = folded(text)
        return any(
            sought in folded(said)
            for speech in self.speech.values()
            for word in speech.words.values()
            for said in (word.one, word.many, speech.definition)
        )
