"""The words that stand in the index, how often, and which of them a mistyped word may have meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count
from rapidfuzz.distance import DamerauLevenshtein

from wortel.actors.search.tables import SearchGram, SearchTerm
from wortel.actors.search.words import stem

SHORTEST_MENDED = 4
SHORTEST_HALF = 4
CANDIDATES = 60
MEANT = 4
_ROWS = 5_000
_ADD = (
    "INSERT INTO actors_searchterm (word, stem, n) VALUES (%s, %s, %s) "
    "ON CONFLICT (word) DO UPDATE SET n = actors_searchterm.n + excluded.n"
)


@dataclass(frozen=True, slots=True)
class Meant:
    """A word of the vocabulary that a mistyped word may have meant; `score` runs from 0 to 1."""

    word: str
    score: float


def count_words(*, gone: Iterable[set[str]], come: Iterable[set[str]]) -> None:
    """Counts the words of entries that go and come; a word in no entry leaves the vocabulary. Runs in a transaction.

    Words with a digit are numbers and codes: nobody is helped by another one, so they stay out.
    """
    change: Counter[str] = Counter()
    for words in come:
        change.update(words)
    for words in gone:
        change.subtract(words)
    moved = {word: n for word, n in sorted(change.items()) if n and word.isalpha()}
    known = set(SearchTerm.objects.filter(word__in=list(moved)).values_list("word", flat=True))
    with connection.cursor() as cursor:
        cursor.executemany(_ADD, [(word, stem(word), n) for word, n in moved.items() if word in known])
    fresh = [SearchTerm(word=word, stem=stem(word), n=n) for word, n in moved.items() if word not in known]
    _spell(SearchTerm.objects.bulk_create(fresh, batch_size=_ROWS))
    fewer = [word for word, n in moved.items() if n < 0]
    if fewer:
        empty = list(SearchTerm.objects.filter(word__in=fewer, n__lte=0).values_list("id", flat=True))
        SearchTerm.objects.filter(id__in=empty).delete()


def _spell(terms: Iterable[SearchTerm]) -> None:
    rows = [(gram, len(term.word), term.pk) for term in terms if worth_mending(term.word) for gram in grams(term.word)]
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO actors_searchgram (gram, length, term_id) VALUES (%s, %s, %s)", rows)


def grams(word: str) -> set[str]:
    """Every three letters in a row, the word's edges included."""
    padded = f" {word} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}


def worth_mending(word: str) -> bool:
    """Whether a typing error may be guessed at: numbers and very short words have no near words, only other ones."""
    return len(word) >= SHORTEST_MENDED and word.isalpha()


def known_words(words: Iterable[str]) -> set[str]:
    """Those of the words that stand in the vocabulary, as they are or by their stem; numbers and codes always do."""
    asked = {word: stem(word) for word in words if word}
    found = {word for word in asked if not word.isalpha()}
    rows = SearchTerm.objects.filter(word__in=list(asked)) | SearchTerm.objects.filter(stem__in=list(asked.values()))
    for word, root in rows.values_list("word", "stem"):
        found.update((word, root))
    return {word for word, root in asked.items() if word in found or root in found}


def two_words_in(word: str) -> tuple[str, str] | None:
    """The two words of the vocabulary that someone wrote as one ("stemacademie"), the most even halves first."""
    if not word.isalpha():
        return None
    halves = [(word[:cut], word[cut:]) for cut in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1)]
    known = set(
        SearchTerm.objects.filter(word__in=[half for pair in halves for half in pair]).values_list("word", flat=True)
    )
    fitting = [pair for pair in halves if known.issuperset(pair)]
    return min(fitting, key=lambda pair: (abs(len(pair[0]) - len(pair[1])), pair), default=None)


def meant_by(word: str, *, unfinished: bool) -> tuple[Meant, ...]:
    """Which words of the vocabulary a mistyped word may have meant, likeliest first; none when nothing is near.

    `unfinished`: the word is still being typed, so it is compared with the beginnings of longer words too.
    Near is at most one error in 4 letters, two in 6, three in 11 (Damerau 1964: a swap of neighbours is one error).
    """
    if not worth_mending(word):
        return ()
    errors = _allowed_errors(word)
    near = SearchGram.objects.filter(gram__in=grams(word), length__gte=len(word) - errors)
    if not unfinished:
        near = near.filter(length__lte=len(word) + errors)
    shared = near.values("term").annotate(shared=Count("id")).order_by("-shared", "term")[:CANDIDATES]
    candidates = SearchTerm.objects.filter(id__in=[row["term"] for row in shared]).values_list("word", "n")
    scored = [(_score(word, other, errors, unfinished), n, other) for other, n in candidates]
    likeliest = sorted((row for row in scored if row[0] > 0), key=lambda row: (-row[0], -row[1], row[2]))
    best = likeliest[0][0] if likeliest else 0.0
    return tuple(Meant(other, score) for score, _, other in likeliest[:MEANT] if score >= best - 0.06)


def _allowed_errors(word: str) -> int:
    return 1 if len(word) < 6 else 2 if len(word) < 11 else 3


def _score(word: str, other: str, errors: int, unfinished: bool) -> float:
    whole = _nearness(word, other, errors)
    if not unfinished or len(other) <= len(word):
        return whole
    beginning = max(_nearness(word, other[:size], errors) for size in (len(word) - 1, len(word), len(word) + 1))
    return max(whole, beginning - 0.05)


def _nearness(word: str, other: str, errors: int) -> float:
    distance = DamerauLevenshtein.distance(word, other, score_cutoff=errors)
    return 0.0 if distance > errors else 1 - distance / max(len(word), len(other))
