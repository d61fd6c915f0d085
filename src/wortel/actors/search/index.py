"""Keeps directory and search in step with the actors: take in, let go, build anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from django.db import transaction

from wortel.actors.models import Actor
from wortel.actors.search.found_by import entries_of, indexed_words, words_in, write_entries
from wortel.actors.search.listing import write_listing
from wortel.actors.search.tables import DirectoryEntry, SearchEntry
from wortel.actors.search.vocabulary import count_words

BATCH = 4_000


def index_actors(actor_ids: Collection[int]) -> int:
    """Takes these actors into directory and search, or takes them in again; says how many were found.

    Call it after every change to an actor, its names or its identifiers: what the directory counts is what stands here.
    """
    return sum(_index_batch(ids) for ids in _batches(sorted(set(actor_ids))))


def drop_actors(actor_ids: Collection[int]) -> None:
    """Takes these actors out of directory and search. Call it before the actors themselves are deleted."""
    for ids in _batches(sorted(set(actor_ids))):
        with transaction.atomic():
            count_words(gone=indexed_words(ids), come=())
            SearchEntry.objects.filter(actor_id__in=ids).delete()
            DirectoryEntry.objects.filter(actor_id__in=ids).delete()


def rebuild() -> int:
    """Builds directory and search anew from the actors; says how many they hold."""
    with transaction.atomic():
        drop_actors(list(SearchEntry.objects.values_list("actor_id", flat=True)))
        return index_actors(list(Actor.objects.values_list("id", flat=True)))


def _index_batch(ids: list[int]) -> int:
    with transaction.atomic():
        actors = list(Actor.objects.filter(id__in=ids))
        entries = entries_of(actors)
        count_words(gone=indexed_words(ids), come=[words_in(entry) for entry in entries])
        write_entries(entries)
        write_listing(actors)
    return len(actors)


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(ids)
    while batch := list(islice(rest, BATCH)):
        yield batch
