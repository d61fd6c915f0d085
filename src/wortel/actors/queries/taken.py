"""Everything that answers, with other names and numbers, for files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from wortel.actors.models import Identifier, Name
from wortel.actors.queries.asked import Asked
from wortel.actors.queries.directory import Listed, everything

_CHUNK = 1_000


@dataclass(frozen=True, slots=True)
class Taken:
    """An actor with its other names and its numbers, written `scheme=value`; a doubtful number ends in "?"."""

    actor: Listed
    names: tuple[str, ...]
    numbers: tuple[str, ...]


def everything_with_numbers(asked: Asked) -> Iterator[Taken]:
    """Every actor that answers, in the order asked; a fixed number of statements for each thousand."""
    rest = everything(asked)
    while chunk := list(islice(rest, _CHUNK)):
        ids = [actor.id for actor in chunk]
        names, numbers = _names(ids), _numbers(ids)
        yield from (Taken(actor, names.get(actor.id, ()), numbers.get(actor.id, ())) for actor in chunk)


def _names(ids: list[int]) -> Mapping[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for actor_id, name in Name.objects.filter(actor_id__in=ids).order_by("id").values_list("actor_id", "name"):
        found[actor_id] += (name,)
    return found


def _numbers(ids: list[int]) -> Mapping[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    rows = Identifier.objects.filter(actor_id__in=ids).order_by("scheme", "value", "id")
    for actor_id, scheme, value, is_valid in rows.values_list("actor_id", "scheme", "value", "is_valid"):
        found[actor_id] += (f"{scheme}={value}{'' if is_valid else '?'}",)
    return found
