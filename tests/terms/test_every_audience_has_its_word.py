"""The table is whole: every lens term exists, every word says where it comes from and leads on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wortel.shell.places import reference_folder
from wortel.terms.domain.concept import LANGUAGES, Concept
from wortel.terms.domain.lens import Lens
from wortel.terms.domain.terms import Terms, UnknownConcept
from wortel.terms.reference import terms as read

CONCEPTS = list(read().concepts.values())
KEYS = [concept.key for concept in CONCEPTS]
TEMPLATES = Path(__file__).resolve().parents[2] / "src" / "wortel"
SENTENCE_END = re.compile(r"[.?!](?= |$)")


@pytest.mark.parametrize("concept", CONCEPTS, ids=KEYS)
@pytest.mark.parametrize("lens", Lens)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lens_term_exists(concept: Concept, lens: Lens, language: str) -> None:
    word = concept.word(lens, language)
    for said in (word.one, word.many, word.the):
        assert said
        assert said == said.strip()


@pytest.mark.parametrize("concept", CONCEPTS, ids=KEYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_explained_in_at_most_three_sentences(concept: Concept, language: str) -> None:
    sentences = SENTENCE_END.findall(concept.definition(language))
    assert 1 <= len(sentences) <= 3
    assert len(concept.definition(language)) <= 400


@pytest.mark.parametrize("concept", CONCEPTS, ids=KEYS)
def test_every_word_says_where_it_comes_from_and_leads_on(concept: Concept) -> None:
    assert all(concept.origin.name(language) for language in LANGUAGES)
    assert concept.see_also
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", concept.slug)


@pytest.mark.parametrize("concept", [concept for concept in CONCEPTS if concept.used_on], ids=lambda each: each.key)
def test_a_page_named_as_using_a_word_uses_it(concept: Concept) -> None:
    for page in concept.used_on:
        found = next(TEMPLATES.glob(f"*/templates/{page.template}"))
        assert f'{{% term "{concept.key}"' in found.read_text(encoding="utf-8"), page.template


def test_the_audiences_of_the_annex_say_some_things_differently(terms: Terms) -> None:
    said = {lens: terms.word("alliance", lens, "nl").one for lens in Lens}
    assert said[Lens.SCHOOL] == "leerecosysteem"
    assert len(set(said.values())) == len(Lens)


def test_what_is_said_differently_is_written_out_for_every_audience() -> None:
    # "everyone" is the one other way to say it: no audience gets a word because somebody forgot to write one.
    text = (reference_folder() / "terms" / "spoken.toml").read_text(encoding="utf-8")
    concepts = text.count("definition =")
    assert {lens: len(re.findall(rf"(?m)^{lens.value} = ", text)) for lens in Lens} == dict.fromkeys(Lens, concepts)


def test_an_unknown_word_is_refused(terms: Terms) -> None:
    with pytest.raises(UnknownConcept, match="'ecosysteem'"):
        terms.word("ecosysteem", Lens.PLAIN, "nl")
