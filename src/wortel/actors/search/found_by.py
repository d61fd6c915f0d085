"""The words by which actors are found, and how they are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from wortel.actors.domain.kinds import KIND_OF
from wortel.actors.models import Actor, Identifier, Name
from wortel.actors.search.tables import SearchEntry
from wortel.actors.search.upsert import upsert
from wortel.actors.search.words import stems_of, words_of

_COLUMNS = ("actor_id", "name_words", "name_stems", "other_words", "other_stems")
Entry = tuple[int, str, str, str, str]


def entries_of(actors: list[Actor]) -> list[Entry]:
    """For each actor the words of its name, their stems, the words of the rest, their stems."""
    return [_entry(actor.pk, [actor.name], rest) for actor, rest in _with_the_rest(actors)]


def write_entries(entries: list[Entry]) -> None:
    """Writes the entries over those that stand."""
    upsert("actors_searchentry", _COLUMNS, entries)


def indexed_words(actor_ids: list[int]) -> list[set[str]]:
    """The words that stand for each of these actors now."""
    rows = SearchEntry.objects.filter(actor_id__in=actor_ids).values_list("name_words", "other_words")
    return [{*name_words.split(), *other_words.split()} for name_words, other_words in rows]


def words_in(entry: Entry) -> set[str]:
    """The words of an entry, each once."""
    return {*entry[1].split(), *entry[3].split()}


def _entry(actor_id: int, names: list[str], rest: list[str]) -> Entry:
    name_words, other_words = words_of(names), words_of(rest)
    name_stems, other_stems = stems_of(name_words), stems_of(other_words)
    return actor_id, " ".join(name_words), " ".join(name_stems), " ".join(other_words), " ".join(other_stems)


def _with_the_rest(actors: list[Actor]) -> Iterator[tuple[Actor, list[str]]]:
    ids = [actor.pk for actor in actors]
    names = _grouped(Name.objects.filter(actor_id__in=ids).order_by("id").values_list("actor_id", "name"))
    numbers = _grouped(Identifier.objects.filter(actor_id__in=ids).order_by("id").values_list("actor_id", "value"))
    for actor in actors:
        mine = [*names.get(actor.pk, ()), *numbers.get(actor.pk, ())]
        yield actor, [*mine, _kind_label(actor.kind), actor.place, actor.postcode, actor.ref, _host(actor.website)]


def _kind_label(kind: str) -> str:
    return KIND_OF[kind].label if kind in KIND_OF else kind


def _host(website: str) -> str:
    return website.rpartition("//")[2].partition("/")[0].removeprefix("www.")


def _grouped(rows: Iterable[tuple[int, str]]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for actor_id, text in rows:
        found[actor_id].append(text)
    return found
