"""Which column of a file says what: the fields a kind of record has, and the columns that carry them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process, utils

from wortel.kernel.text import folded

LIKE_ENOUGH = 88
"""Similarity (0 to 100) from which a column name counts as a misspelling of a field's name."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a record can say: its name in code, its label on screen, and what registers call it."""

    name: str
    label: str
    synonyms: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which column is read for which field; columns nobody reads are kept with the record all the same."""

    column_of: Mapping[str, str]
    unread: tuple[str, ...] = ()
    guessed: tuple[str, ...] = field(default=())


class MappingRefused(ValueError):
    """The columns cannot be read as asked; `key` and `names` say why."""

    def __init__(self, key: str, *names: str) -> None:
        super().__init__(key, *names)
        self.key = key
        self.names = names


def propose_mapping(
    header: Sequence[str], fields: Sequence[Field], chosen: Mapping[str, str] | None = None
) -> ColumnMapping:
    """Maps fields to columns: first what was `chosen` (field → column), then equal names, then names much alike.

    Raises `MappingRefused`: a chosen field or column that does not exist, or a required field without a column.
    """
    column_of = dict(_checked(header, fields, chosen or {}))
    taken = set(column_of.values())
    for exact in (True, False):
        for candidate in fields:
            if candidate.name not in column_of:
                column = _column_for(candidate, [name for name in header if name not in taken], exact=exact)
                if column is not None:
                    column_of[candidate.name] = column
                    taken.add(column)
    missing = [candidate.name for candidate in fields if candidate.required and candidate.name not in column_of]
    if missing:
        raise MappingRefused("required", *missing)
    order = [candidate.name for candidate in fields if candidate.name in column_of]
    guessed = tuple(
        name for name in order if not _names(name, fields) & {folded(column_of[name])} and name not in (chosen or {})
    )
    return ColumnMapping(
        {name: column_of[name] for name in order}, tuple(name for name in header if name not in taken), guessed
    )


def _checked(header: Sequence[str], fields: Sequence[Field], chosen: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    known = {candidate.name for candidate in fields}
    for name, column in chosen.items():
        if name not in known:
            raise MappingRefused("unknown_field", name, *sorted(known))
        if column and column not in header:
            raise MappingRefused("unknown_column", column, *header)
        if column:
            yield name, column


def _names(name: str, fields: Sequence[Field]) -> set[str]:
    candidate = next(candidate for candidate in fields if candidate.name == name)
    return {folded(text) for text in (candidate.name, candidate.label, *candidate.synonyms)}


def _column_for(candidate: Field, columns: Sequence[str], *, exact: bool) -> str | None:
    names = [candidate.name, *candidate.synonyms, candidate.label]
    if exact:
        for name in names:
            for column in columns:
                if folded(column.strip()) == folded(name):
                    return column
        return None
    best: tuple[float, str] | None = None
    for name in names:
        found = process.extractOne(
            name, columns, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=LIKE_ENOUGH
        )
        if found is not None and (best is None or found[1] > best[0]):
            best = (found[1], found[0])
    return best[1] if best else None
