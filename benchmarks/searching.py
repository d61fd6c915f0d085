"""Searching fifty thousand actors: the question alone, the page, the program's answer; and the map of all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from urllib.parse import urlencode

from benchmarks import questions
from benchmarks.measuring import Figure, not_measured, repeated, timed
from benchmarks.web import ask, counting_queries, get

DIRECTORY, API = "/actoren/", "/api/v1/actors"
MAPS = (
    "/actoren/?weergave=kaart",
    "/actoren/?weergave=kaart&provincie=10000",
    "/actoren/?weergave=kaart&gemeente=11002",
    "/actoren/kaart.json",
    "/actoren/kaart.json?vak=ja",
    "/api/v1/actors/map",
)
WARM_UP = 20


def searches(count: int, seed: int, size: str) -> list[Figure]:
    """Figures over `count` questions, and half as many places to look around."""
    asked = questions.texts(count, seed)
    around = questions.near(count // 2, seed)
    return [
        _each("search_question", [partial(_question, text) for text in asked], size),
        _pages("search_page", DIRECTORY, [{"q": text} for text in asked], size),
        _pages("search_api", API, [{"q": text} for text in asked], size),
        _each("near_question", [partial(_near, place, km) for place, km in around], size),
        _pages("near_page", DIRECTORY, [{"bij": place, "straal": km} for place, km in around], size),
        _pages("near_api", API, [{"near": place, "radius": km} for place, km in around], size),
        *_maps(size),
    ]


def _each(key: str, calls: Sequence[Callable[[], object]], size: str) -> Figure:
    first = calls[:WARM_UP]
    with counting_queries() as statements:
        for call in first:
            call()
    wall, cpu = timed(calls)
    return Figure(key, "ms", wall, cpu, size, {"queries": round(len(statements) / len(first), 1)})


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


def _maps(size: str) -> list[Figure]:
    """What each map of all actors weighs over the wire; and the time of each, in the same order."""
    answers = {path: get(path) for path in MAPS}
    drawn = [path for path, answer in answers.items() if answer.status == 200]
    if not drawn:
        return [not_measured("map_payload", "no map answers", "kB")]
    weights = tuple(answers[path].wire_bytes / 1000 for path in drawn)
    times = [repeated("", partial(ask, path), 5) for path in drawn]
    return [
        Figure("map_payload", "kB", weights, (), size),
        Figure("map_time", "ms", tuple(time.median for time in times), (), size),
    ]
