"""From what is asked to the rows of the directory that answer it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, Q, QuerySet
from django.db.models.expressions import CombinedExpression, RawSQL
from django.db.models.lookups import LessThanOrEqual

from wortel.actors.domain.kinds import FOUR_O
from wortel.actors.models import DirectoryCell, DirectoryEntry
from wortel.actors.queries.asked import BY_DISTANCE, BY_NAME, UNKNOWN, YES, Asked, Near
from wortel.actors.queries.facets import COLUMNS, Row
from wortel.actors.search.engines import matching
from wortel.actors.search.query import Query

_PLAIN = {"sector": "sector", "kind": "kind", "province": "province", "region": "region", "status": "status"}


def base(asked: Asked, query: Query, *, with_words: bool = True) -> QuerySet[DirectoryEntry]:
    """The entries that answer everything but the facets."""
    entries = DirectoryEntry.objects.all()
    if asked.nis:
        entries = entries.filter(nis=asked.nis)
    if asked.near is not None:
        entries = within(entries, asked.near)
    if query.misses:
        return entries.none()
    if with_words and query.expression:
        found = matching(query.expression)
        entries = entries.filter(actor_id__in=RawSQL(found.ids_sql, [found.parameter]))  # noqa: S611 - own constant
    return entries


def within(entries: QuerySet[DirectoryEntry], near: Near) -> QuerySet[DirectoryEntry]:
    """Those within the radius: first by a box, which an index answers, then by the distance itself."""
    west, east = near.x_km - near.radius_km, near.x_km + near.radius_km
    south, north = near.y_km - near.radius_km, near.y_km + near.radius_km
    boxed = entries.filter(x_km__gte=west, x_km__lte=east, y_km__gte=south, y_km__lte=north)
    return boxed.filter(LessThanOrEqual(square_distance(near), near.radius_km**2))


def narrowed(entries: QuerySet[DirectoryEntry], chosen: Mapping[str, frozenset[str]]) -> QuerySet[DirectoryEntry]:
    """Those that pass every facet."""
    condition = _condition(chosen)
    if not condition:
        return entries
    return entries.filter(cell__in=DirectoryCell.objects.filter(condition).values("id"))


def cells_of(entries: QuerySet[DirectoryEntry]) -> list[Row]:
    """How many of the entries share each combination of what is counted by. One statement."""
    try:
        sql, parameters = entries.order_by().values("actor_id", "cell_id").query.sql_with_params()
    except EmptyResultSet:  # Django knows beforehand that nothing can answer
        return []
    columns = ", ".join(f"c.{column}" for column in COLUMNS)
    statement = (
        f"SELECT {columns}, k.n FROM actors_directorycell c "  # noqa: S608 - own names, parameters bound
        f"JOIN (SELECT cell_id, COUNT(*) AS n FROM ({sql}) e GROUP BY cell_id) k ON k.cell_id = c.id"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())


def ordered_ids(asked: Asked, query: Query, offset: int, limit: int | None) -> list[int]:
    """The actors that answer, in the order asked, from `offset` on. One statement."""
    by_words = query.expression and not query.misses and asked.sort not in {BY_NAME, BY_DISTANCE}
    entries = narrowed(base(asked, query, with_words=not by_words), asked.chosen)
    if by_words:
        return _by_relevance(entries, query, offset, limit)
    if asked.near is not None and asked.sort != BY_NAME:
        entries = entries.order_by(square_distance(asked.near), "actor_id")
    else:
        entries = entries.order_by("name_key", "actor_id")
    end = None if limit is None else offset + limit
    return list(entries.values_list("actor_id", flat=True)[offset:end])


def _by_relevance(entries: QuerySet[DirectoryEntry], query: Query, offset: int, limit: int | None) -> list[int]:
    """Actors with exactly this name first, then by rank; equal ones by name."""
    found = matching(query.expression)
    try:
        sql, parameters = entries.order_by().values("actor_id", "name_key").query.sql_with_params()
    except EmptyResultSet:  # Django knows beforehand that nothing can answer
        return []
    named = ", ".join(["%s"] * len(query.named)) or "NULL"
    statement = (
        f"SELECT e.actor_id FROM ({sql}) e JOIN ({found.ranked_sql}) f ON f.id = e.actor_id "  # noqa: S608 - own SQL
        f"ORDER BY CASE WHEN e.actor_id IN ({named}) THEN 0 ELSE 1 END, f.rank, e.name_key, e.actor_id "
        "LIMIT %s OFFSET %s"
    )
    bound: list[Any] = [*parameters, found.parameter, *query.named, -1 if limit is None else limit, offset]
    if limit is None and connection.vendor != "sqlite":
        bound[-2] = None
    with connection.cursor() as cursor:
        cursor.execute(statement, bound)
        return [row[0] for row in cursor.fetchall()]


def square_distance(near: Near) -> CombinedExpression:
    """The square of the distance to the point, in square kilometres, for ordering and comparing."""
    east, north = F("x_km") - near.x_km, F("y_km") - near.y_km
    return CombinedExpression(east * east, "+", north * north)


def _condition(chosen: Mapping[str, frozenset[str]]) -> Q:
    condition = Q()
    for facet, values in sorted(chosen.items()):
        if values:
            condition &= _facet_condition(facet, values)
    return condition


def _facet_condition(facet: str, values: frozenset[str]) -> Q:
    if facet == "four_o":
        sectors = [sector for name in sorted(values) for sector in FOUR_O.get(name, ())]
        return Q(sector__in=[*sectors, *([""] if UNKNOWN in values else [])])
    if facet == "source":
        condition = Q(sources="") if UNKNOWN in values else Q(pk__in=[])
        for value in sorted(values - {UNKNOWN}):
            condition |= Q(sources__contains=f"|{value}|")
        return condition
    if facet in {"claimed", "fictional"}:
        return Q(**{f"is_{facet}__in": [value == YES for value in sorted(values)]})
    return Q(**{f"{_PLAIN[facet]}__in": ["" if value == UNKNOWN else value for value in sorted(values)]})
