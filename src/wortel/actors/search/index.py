"""Keeps the index in step with the actors: take in, let go, build anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

from django.db import connection, transaction

from wortel.actors.domain.kinds import KIND_OF
from wortel.actors.models import Actor, Identifier, Name
from wortel.actors.search.tables import SearchEntry
from wortel.actors.search.vocabulary import count_words
from wortel.actors.search.words import name_key, stems_of, words_of

BATCH = 2_000
ROWS = 1_000
_COLUMNS = ("name_key", "name_words", "name_stems", "other_words", "other_stems")
_INTO = f"INSERT INTO actors_searchentry (actor_id, {', '.join(_COLUMNS)})"
_OVER = f"ON CONFLICT (actor_id) DO UPDATE SET {', '.join(f'{column} = excluded.{column}' for column in _COLUMNS)}"
Entry = tuple[int, str, str, str, str, str]
T = TypeVar("T")


def index_actors(actor_ids: Collection[int]) -> int:
    """Takes these actors into the index, or takes them in again; says how many were found."""
    return sum(_index_batch(ids) for ids in _batches(sorted(set(actor_ids))))


def drop_actors(actor_ids: Collection[int]) -> None:
    """Takes these actors out of the index. Call it before the actors themselves are deleted."""
    for ids in _batches(sorted(set(actor_ids))):
        with transaction.atomic():
            count_words(gone=_indexed_words(ids), come=())
            SearchEntry.objects.filter(actor_id__in=ids).delete()


def rebuild() -> int:
    """Builds the whole index anew from the actors; says how many it holds."""
    with transaction.atomic():
        drop_actors(list(SearchEntry.objects.values_list("actor_id", flat=True)))
        return index_actors(list(Actor.objects.values_list("id", flat=True)))


def _index_batch(ids: list[int]) -> int:
    with transaction.atomic():
        entries = [_entry(*texts) for texts in _texts(ids)]
        count_words(gone=_indexed_words(ids), come=[_words(entry[2], entry[4]) for entry in entries])
        for rows in _batches(entries, ROWS):
            _write(rows)
    return len(entries)


def _write(entries: list[Entry]) -> None:
    """One statement for many rows: FTS5 writes its segments out at the end of every statement."""
    values = ", ".join(["(%s, %s, %s, %s, %s, %s)"] * len(entries))
    with connection.cursor() as cursor:
        cursor.execute(f"{_INTO} VALUES {values} {_OVER}", [value for entry in entries for value in entry])


def _entry(actor_id: int, names: list[str], rest: list[str]) -> Entry:
    name_words, other_words = words_of(names[:1]), words_of([*names[1:], *rest])
    name_stems, other_stems = stems_of(name_words), stems_of(other_words)
    return (
        actor_id,
        name_key(names[0]),
        " ".join(name_words),
        " ".join(name_stems),
        " ".join(other_words),
        " ".join(other_stems),
    )


def _texts(ids: list[int]) -> Iterator[tuple[int, list[str], list[str]]]:
    """Per actor its names, its own first, and what else it may be found by."""
    names = _grouped(Name.objects.filter(actor_id__in=ids).order_by("id").values_list("actor_id", "name"))
    numbers = _grouped(Identifier.objects.filter(actor_id__in=ids).order_by("id").values_list("actor_id", "value"))
    actors = Actor.objects.filter(id__in=ids).values_list("id", "name", "kind", "place", "postcode", "ref", "website")
    for actor_id, name, kind, place, postcode, ref, website in actors:
        rest = [_kind_label(kind), place, postcode, ref, *_host(website), *numbers.get(actor_id, ())]
        yield actor_id, [name, *names.get(actor_id, ())], rest


def _kind_label(kind: str) -> str:
    return KIND_OF[kind].label if kind in KIND_OF else kind


def _host(website: str) -> tuple[str, ...]:
    host = website.rpartition("//")[2].partition("/")[0].removeprefix("www.")
    return (host,) if host else ()


def _indexed_words(ids: list[int]) -> list[set[str]]:
    rows = SearchEntry.objects.filter(actor_id__in=ids).values_list("name_words", "other_words")
    return [_words(*row) for row in rows]


def _words(name_words: str, other_words: str) -> set[str]:
    return {*name_words.split(), *other_words.split()}


def _grouped(rows: Iterable[tuple[int, str]]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for actor_id, text in rows:
        found[actor_id].append(text)
    return found


def _batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
