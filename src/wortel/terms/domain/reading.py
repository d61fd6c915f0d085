"""The texts of `data/terms/` become the table, or a sentence that says what is wrong with them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from wortel.terms.domain.concept import LANGUAGES, Concept, Origin, Place, Speech, Word
from wortel.terms.domain.lens import Lens
from wortel.terms.domain.terms import Terms

EVERYONE = "everyone"


class TermsUnreadable(ValueError):
    """A file of the table is damaged, or names what is not there; the message says which concept and what."""


def parse_terms(texts: Iterable[str]) -> Terms:
    """The table in these texts together. Raises `TermsUnreadable`."""
    found: dict[str, dict[str, Any]] = {"concept": {}, "source": {}, "page": {}}
    for text in texts:
        _gather(text, found)
    sources = {key: _origin(key, entry) for key, entry in found["source"].items()}
    pages = {key: _place(key, entry) for key, entry in found["page"].items()}
    concepts = {key: _concept(key, entry, sources, pages) for key, entry in found["concept"].items()}
    _refuse_dead_ends(concepts)
    return Terms(concepts, pages)


def _gather(text: str, found: dict[str, dict[str, Any]]) -> None:
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TermsUnreadable(f"dit is geen TOML: {error}") from error
    for kind, entries in raw.items():
        if kind not in found or not isinstance(entries, dict):
            raise TermsUnreadable(f"[{kind}] hoort niet in de woordentabel")
        twice = found[kind].keys() & entries.keys()
        if twice:
            raise TermsUnreadable(f"'{min(twice)}' staat er twee keer in")
        found[kind] |= entries


def _concept(key: str, entry: Mapping[str, Any], sources: Mapping[str, Origin], pages: Mapping[str, Place]) -> Concept:
    try:
        return Concept(
            key=key,
            slug=str(entry["slug"]),
            speech={language: _speech(key, language, entry[language]) for language in LANGUAGES},
            origin=sources[entry["source"]],
            place={language: str(entry.get(f"place_{language}", "")) for language in LANGUAGES},
            see_also=tuple(entry.get("see_also", ())),
            used_on=tuple(pages[page] for page in entry.get("used_on", ())),
            own_choice=frozenset(Lens(name) for name in entry.get("own_choice", ())),
        )
    except (KeyError, ValueError) as error:
        if isinstance(error, TermsUnreadable):
            raise
        raise TermsUnreadable(f"bij '{key}' ontbreekt of klopt niet: {error}") from error


def _speech(key: str, language: str, entry: Mapping[str, Any]) -> Speech:
    words = {lens: _word(key, entry.get(lens.value, entry.get(EVERYONE))) for lens in Lens}
    unknown = entry.keys() - {"definition", EVERYONE, *(lens.value for lens in Lens)}
    if unknown:
        raise TermsUnreadable(f"'{key}' spreekt ({language}) tot een onbekend publiek: {min(unknown)}")
    if EVERYONE in entry and len(entry) > 2:
        raise TermsUnreadable(f"'{key}' heeft ({language}) een woord voor iedereen en ook voor één publiek")
    return Speech(str(entry["definition"]), words)


def _word(key: str, raw: object) -> Word:
    if not isinstance(raw, list) or len(raw) not in {2, 3} or not all(isinstance(each, str) and each for each in raw):
        raise TermsUnreadable(f"'{key}' heeft niet voor elk publiek een woord met zijn meervoud")
    one, many, *the = raw
    return Word(one, many, the[0] if the else f"the {one}")


def _origin(key: str, entry: Mapping[str, Any]) -> Origin:
    return Origin(key, _names(key, entry), str(entry.get("url", "")), str(entry.get("dated", "")))


def _place(key: str, entry: Mapping[str, Any]) -> Place:
    try:
        return Place(key, str(entry["address"]), str(entry["template"]), _names(key, entry))
    except KeyError as error:
        raise TermsUnreadable(f"bij de pagina '{key}' ontbreekt {error}") from error


def _names(key: str, entry: Mapping[str, Any]) -> dict[str, str]:
    try:
        return {language: str(entry[f"name_{language}"]) for language in LANGUAGES}
    except KeyError as error:
        raise TermsUnreadable(f"bij '{key}' ontbreekt {error}") from error


def _refuse_dead_ends(concepts: Mapping[str, Concept]) -> None:
    slugs = [concept.slug for concept in concepts.values()]
    for concept in concepts.values():
        dead = [key for key in concept.see_also if key not in concepts or key == concept.key]
        if dead:
            raise TermsUnreadable(f"'{concept.key}' verwijst naar '{dead[0]}', en dat is er niet")
        if slugs.count(concept.slug) > 1:
            raise TermsUnreadable(f"twee woorden hebben hetzelfde adres '{concept.slug}'")
