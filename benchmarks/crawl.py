"""Finds every page by following links from the home page, a few examples of each sort."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass

from django.urls import Resolver404, resolve

from benchmarks.web import Answer, counting_queries, get, wire_bytes_of_static

EXAMPLES = 3
MOST = 400


@dataclass(frozen=True, slots=True)
class Seen:
    """One page: the name of its sort, its address, and its weight in bytes over the wire."""

    sort: str
    path: str
    html: int
    script: int
    queries: int


def pages(starts: list[str]) -> tuple[dict[str, list[Seen]], list[str]]:
    """Pages by the name of their sort, `EXAMPLES` of each at most; and addresses that answered with a failure."""
    found: dict[str, list[Seen]] = defaultdict(list)
    broken: list[str] = []
    waiting = deque(dict.fromkeys(starts))
    known, asked = set(waiting), 0
    while waiting and asked < MOST:
        path = waiting.popleft()
        sort = _sort(path)
        if sort is None or len(found[sort]) >= EXAMPLES:
            continue
        asked += 1
        with counting_queries() as statements:
            answer = get(path)
        if answer.status >= 400:
            broken.append(f"{answer.status} {path}")
        if not answer.is_page:
            continue
        found[sort].append(Seen(sort, path, answer.wire_bytes, _script(answer), len(statements)))
        fresh = [link for link in dict.fromkeys(answer.links(path)) if link not in known]
        known.update(fresh)
        waiting.extend(fresh)
    return {sort: seen for sort, seen in sorted(found.items()) if seen}, broken


def _sort(path: str) -> str | None:
    """The name of the page in the list of addresses; `None` for what is no page of ours, or another language's twin."""
    if path.startswith("/en/") or "vorm=" in path:
        return None
    try:
        return resolve(path.partition("?")[0]).view_name
    except Resolver404:
        return None


def _script(answer: Answer) -> int:
    return sum(wire_bytes_of_static(address) for address in answer.scripts())
