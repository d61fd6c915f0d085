"""The words for programs: what each means, and how each audience calls it."""

from typing import Any

from ninja import Schema
from pydantic import Field

from wortel.shell.api.questions import Questions
from wortel.terms.domain.concept import LANGUAGES, Concept
from wortel.terms.domain.lens import Lens
from wortel.terms.reference import terms

questions = Questions("terms")


class WordOut(Schema):
    """How one audience calls it."""

    one: str = Field(examples=["leerecosysteem"])
    many: str = Field(examples=["leerecosystemen"])
    is_own_choice: bool = Field(description="No text gives a word for this audience: we chose one")


class SpeechOut(Schema):
    """A concept in one language."""

    definition: str
    words: dict[str, WordOut] = Field(
        description="By audience: plain, government, school, company, research, leisure; always all of them"
    )


class TermOut(Schema):
    """A concept with its words."""

    key: str = Field(examples=["alliance"])
    slug: str = Field(description="Its page stands at /woorden/{slug}/", examples=["stem-alliantie"])
    nl: SpeechOut
    en: SpeechOut
    source: str = Field(description="The text the word comes from, in English")
    source_url: str
    source_dated: str = Field(description="The source's own date, as printed")
    place: str = Field(description="Where in the source, in English; empty when not said")
    see_also: list[str] = Field(description="Keys of related concepts")


@questions.get("/terms", list[TermOut], summary="Words per audience")
def list_terms() -> list[dict[str, Any]]:
    """Every word the pages use, with what it means and how each audience calls it. The same list as /woorden/."""
    return [_term(concept) for concept in terms().concepts.values()]


def _term(concept: Concept) -> dict[str, Any]:
    return {
        "key": concept.key,
        "slug": concept.slug,
        **{language: _speech(concept, language) for language in LANGUAGES},
        "source": concept.origin.name("en"),
        "source_url": concept.origin.url,
        "source_dated": concept.origin.dated,
        "place": concept.place["en"],
        "see_also": list(concept.see_also),
    }


def _speech(concept: Concept, language: str) -> dict[str, Any]:
    words = {
        lens.value: {
            "one": concept.word(lens, language).one,
            "many": concept.word(lens, language).many,
            "is_own_choice": lens in concept.own_choice,
        }
        for lens in Lens
    }
    return {"definition": concept.definition(language), "words": words}
