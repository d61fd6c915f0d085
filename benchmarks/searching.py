"""Searching fifty thousand actors: the question alone, the page, the program's answer; and the map of all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from urllib.parse import urlencode

from benchmarks import questions
from benchmarks.measuring import Figure, not_measured, repeated, timed
from benchmarks.web import ask, counting_queries, get

DIRECTORY, API, MAP = "/actoren/", "/api/v1/actors", "/actoren/?weergave=kaart"
ROUNDS = 2


def searches(count: int, seed: int, size: str) -> list[Figure]:
    """Figures over `count` questions, and half as many places to look around."""
    asked = questions.texts(count, seed)
    around = questions.near(count // 2, seed)
    return [
        _each("search_question", [partial(_question, text) for text in asked], size),
        _pages("search_page", DIRECTORY, [{"q": text} for text in asked], size),
        _pages("search_api", API, [{"q": text} for text in asked], size),
        _each("near_question", [partial(_near, place, km) for place, km in around], size),
        _pages("near_page", DIRECTORY, [{"bij": place, "km": km} for place, km in around], size),
        _pages("near_api", API, [{"near": place, "km": km} for place, km in around], size),
        _map(size),
    ]


def _each(key: str, calls: Sequence[Callable[[], object]], size: str) -> Figure:
    with counting_queries() as statements:
        for call in calls:
            call()
    wall, cpu = timed([*calls] * ROUNDS)
    return Figure(key, "ms", wall, cpu, size, {"queries": round(len(statements) / len(calls), 1)})


def _pages(key: str, path: str, asked: Sequence[dict[str, object]], size: str) -> Figure:
    addresses = [f"{path}?{urlencode(values)}" for values in asked]
    status = ask(addresses[0])
    if status != 200:
        return not_measured(key, f"{addresses[0]} answers {status}")
    return _each(key, [partial(ask, address) for address in addresses], size)


def _question(text: str) -> object:
    from wortel.actors.queries.asked import Asked
    from wortel.actors.queries.directory import directory

    return directory(Asked(text=text)).page(0, 50)


def _near(place: str, km: int) -> object:
    from benchmarks.actor_rows import DAY
    from wortel.actors.queries.asked import Asked
    from wortel.actors.queries.directory import directory
    from wortel.actors.queries.near import near_place

    return directory(Asked(near=near_place(place, km, DAY))).page(0, 50)


def _map(size: str) -> Figure:
    answer = get(MAP)
    if answer.status != 200:
        return not_measured("map_payload", f"{MAP} answers {answer.status}", "kB")
    timing = repeated("map_payload", partial(ask, MAP), 5)
    return Figure("map_payload", "kB", (answer.wire_bytes / 1000,), (), size, {"path": MAP, "ms": timing.median})
