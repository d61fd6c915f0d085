"""The whole table: a concept and an audience give a word; nothing unknown is ever said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wortel.terms.domain.concept import Concept, Place, Word
from wortel.terms.domain.lens import Lens


class UnknownConcept(LookupError):
    """No concept of the table has this key."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Every concept by its key, in the order of the files."""

    concepts: Mapping[str, Concept]
    pages: Mapping[str, Place]

    def concept(self, key: str) -> Concept:
        """The concept with that key. Raises `UnknownConcept`."""
        try:
            return self.concepts[key]
        except KeyError as error:
            raise UnknownConcept(f"no term is called '{key}'; data/terms/ holds them all") from error

    def word(self, key: str, lens: Lens, language: str) -> Word:
        """How that audience calls it. Raises `UnknownConcept`."""
        return self.concept(key).word(lens, language)

    def at(self, slug: str) -> Concept | None:
        """The concept of a definition page; `None` when no page has that name."""
        return next((concept for concept in self.concepts.values() if concept.slug == slug), None)

    def found(self, text: str, language: str) -> tuple[Concept, ...]:
        """The concepts that mention the text, by their plain word; all of them for an empty text."""
        chosen = [concept for concept in self.concepts.values() if concept.mentions(text)]
        return tuple(sorted(chosen, key=lambda concept: concept.word(Lens.PLAIN, language).one.casefold()))
