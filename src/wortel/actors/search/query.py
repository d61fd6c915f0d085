"""From what someone typed to what is looked for, mending typing errors on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from wortel.actors.search.engines import has_any
from wortel.actors.search.expression import Alternative, Atom, Clause, Expression
from wortel.actors.search.tables import DirectoryEntry
from wortel.actors.search.vocabulary import known_words, meant_by, two_words_in
from wortel.actors.search.words import chunks, joined, name_key, stem

MOST_WORDS = 12
LONGEST_QUERY = 200
SHORTEST_BEGINNING = 2
MOST_ALTERNATIVES = 16
_EXACT = 50
_GROUPED_DIGITS = re.compile(r"(?<=\d)[./\- ](?=\d)")
_ADDRESS = re.compile(r"\bhttps?://(www\.)?|\bwww\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that stands nowhere in the index, and the word we looked for instead."""

    typed: str
    shown: str


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. `named` are the actors with exactly this name; `misses` are words nothing resembles.

    `is_loosened`: nobody has all the words, so one of them is enough.
    """

    typed: str
    expression: Expression = ()
    corrections: tuple[Correction, ...] = ()
    misses: tuple[str, ...] = ()
    named: tuple[int, ...] = ()
    is_loosened: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing was asked: every actor matches."""
        return not self.expression and not self.misses


def understand(typed: str) -> Query:
    """What these words look for. Takes any text at all; what cannot be a word is left out."""
    groups = _groups(typed)
    if not groups:
        return Query(typed)
    known = known_words([*_written_apart(groups), *(word for group in groups for word in (*group, joined(group)))])
    groups = _joined_where_known(groups, known)
    clauses: list[Clause] = []
    corrections: list[Correction] = []
    misses: list[str] = []
    for place, group in enumerate(groups):
        last = place == len(groups) - 1
        if _is_known(group, known, last):
            clauses.append(_as_typed(group, last))
            continue
        clause, mended, missed = _mended(group, known, last)
        clauses.append(clause)
        corrections.extend(mended)
        misses.extend(missed)
    expression = tuple(clauses)
    loosened = not misses and len(clauses) > 1 and not has_any(expression)
    if loosened:
        expression = (tuple(alternative for clause in clauses for alternative in clause),)
    return Query(typed, expression, tuple(corrections), tuple(misses), _named(typed), loosened)


def _groups(typed: str) -> list[tuple[str, ...]]:
    text = _GROUPED_DIGITS.sub("", _ADDRESS.sub(" ", typed[:LONGEST_QUERY]))
    groups: list[tuple[str, ...]] = []
    room = MOST_WORDS
    for parts in chunks(text):
        if room > 0:
            groups.append(parts[:room])
            room -= len(parts)
    return groups


def _written_apart(groups: list[tuple[str, ...]]) -> list[str]:
    return [joined((*left, *right)) for left, right in pairwise(groups)]


def _joined_where_known(groups: list[tuple[str, ...]], known: set[str]) -> list[tuple[str, ...]]:
    """In Dutch one word is often written as two: "techniek academie" also looks for "techniekacademie"."""
    made: list[tuple[str, ...]] = []
    for group in groups:
        if made and joined((*made[-1], *group)) in known:
            made[-1] = (*made[-1], *group)
        else:
            made.append(group)
    return made


def _is_known(group: tuple[str, ...], known: set[str], last: bool) -> bool:
    if joined(group) in known or known.issuperset(group):
        return True
    if not last or not known.issuperset(group[:-1]):
        return False
    return len(group[-1]) >= SHORTEST_BEGINNING and has_any((((Atom(group[-1], beginning=True),),),))


def _as_typed(group: tuple[str, ...], last: bool) -> Clause:
    parts = [_forms(word, last and place == len(group) - 1) for place, word in enumerate(group)]
    alternatives = [tuple(forms[0] for forms in parts)]
    alternatives += [tuple(forms[-1] for forms in parts)] if any(len(forms) > 1 for forms in parts) else []
    whole = joined(group)
    alternatives += [(atom,) for atom in _forms(whole, last)] if whole else []
    return tuple(alternatives)


def _forms(word: str, last: bool) -> tuple[Atom, ...]:
    typed = Atom(word, beginning=last and len(word) >= SHORTEST_BEGINNING)
    root = stem(word)
    return (typed,) if root == word else (typed, Atom(root))


def _mended(group: tuple[str, ...], known: set[str], last: bool) -> tuple[Clause, list[Correction], list[str]]:
    """The group with its unknown words replaced by the words they may have meant."""
    alternatives: list[Alternative] = [()]
    corrections: list[Correction] = []
    misses: list[str] = []
    for place, word in enumerate(group):
        ends = last and place == len(group) - 1
        forms, shown = ([(atom,) for atom in _forms(word, ends)], "") if word in known else _instead(word, ends)
        corrections += [Correction(word, shown)] if shown else []
        misses += [] if shown or word in known else [word]
        alternatives = [(*before, *form) for before in alternatives for form in forms][:MOST_ALTERNATIVES]
    return tuple(alternatives), corrections, misses


def _instead(word: str, ends: bool) -> tuple[list[Alternative], str]:
    """What to look for instead of a word that stands nowhere, and how that is called; itself when nothing is near."""
    halves = two_words_in(word)
    if halves:
        return [tuple(Atom(half) for half in halves)], " ".join(halves)
    meant = meant_by(word, unfinished=ends)
    if not meant:
        return [(Atom(word),)], ""
    return [(atom,) for choice in meant for atom in _forms(choice.word, last=False)], meant[0].word


def _named(typed: str) -> tuple[int, ...]:
    key = name_key(typed[:LONGEST_QUERY])
    return tuple(
        DirectoryEntry.objects.filter(name_key=key).order_by("actor_id").values_list("actor_id", flat=True)[:_EXACT]
    )
