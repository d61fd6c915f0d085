"""A process that measures one filled installation from the inside, and prints its figures as JSON.

python -m benchmarks.probe '{"size": "1/1", "repeats": 15, "questions": 200, "seed": 1}'
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from benchmarks.measuring import Figure, not_measured, repeated
from benchmarks.web import application

ON = date(2025, 1, 1)
YEARS = range(2016, 2026)
PAGES = {
    "coverage_page": "/dekking/?jaar=2022&grenzen=2025-01-01",
    "coverage_page_against": "/dekking/?jaar=2022&grenzen=2025-01-01&tegenover=2021&indeling=referentieregio",
    "home": "/",
    "municipality_page": "/gemeenten/44021/",
    "municipalities_page": "/gemeenten/",
    "evidence_list_page": "/dekking/bewijs/?jaar=2022",
    "directory_page": "/actoren/",
    "api_actors": "/api/v1/actors?size=50",
    "api_coverage": "/api/v1/coverage?year=2022&boundaries=2025-01-01",
    "api_evidence": "/api/v1/evidence?year=2022",
    "api_municipalities": "/api/v1/municipalities?on=2025-01-01",
}


def main(asked: dict[str, Any]) -> dict[str, Any]:
    """Figures, the pages that were found, and the addresses that failed."""
    from benchmarks.searching import searches

    size, repeats = asked["size"], asked["repeats"]
    figures = [page(key, path, repeats, size) for key, path in {**PAGES, **_example_pages()}.items()]
    figures.append(repeated("coverage_report", _report, repeats, size=size))
    figures.append(repeated("coverage_one_year", _one_year, repeats, size=size))
    figures += searches(asked["questions"], asked["seed"], size)
    from benchmarks.crawl import pages

    found, broken = pages(["/", *(path for path in {**PAGES, **_example_pages()}.values() if "/api/" not in path)])
    kinds = [
        {
            "sort": sort,
            "path": max(seen, key=lambda one: one.html).path,
            "html": max(one.html for one in seen),
            "script": max(one.script for one in seen),
            "queries": max(one.queries for one in seen),
            "examples": len(seen),
        }
        for sort, seen in found.items()
    ]
    timings = [page(f"page:{kind['sort']}", str(kind["path"]), min(7, repeats), size) for kind in kinds]
    return {"figures": [one.as_json() for one in [*figures, *timings]], "pages": kinds, "broken": broken}


def page(key: str, path: str, repeats: int, size: str) -> Figure:
    """The time of a whole request; its queries and its weight beside it."""
    from benchmarks.web import ask, counting_queries, get

    with counting_queries() as statements:
        answer = get(path)
    if answer.status != 200:
        return not_measured(key, f"{path} answers {answer.status}")
    with counting_queries() as statements:
        ask(path)
    call: Callable[[], object] = lambda: ask(path)  # noqa: E731
    facts = {"queries": len(statements), "bytes": answer.wire_bytes, "path": path}
    return repeated(key, call, repeats, size=size, facts=facts)


def _example_pages() -> dict[str, str]:
    """Addresses that depend on what the world holds."""
    from wortel.actors.models import Actor
    from wortel.coverage.models import Evidence

    ref = Actor.objects.order_by("ref").values_list("ref", flat=True).first()
    said = Evidence.objects.filter(year=2022).order_by("ref").values_list("ref", flat=True).first()
    return {
        "actor_page": f"/actoren/{ref}/",
        "evidence_page": f"/dekking/bewijs/{said}/",
        "search_municipality": "/gemeenten/zoek?" + urlencode({"q": "antwrepen"}),
    }


def _report() -> object:
    from wortel.coverage.public import coverage_report

    return coverage_report(YEARS, ON)


def _one_year() -> object:
    from wortel.coverage.public import coverage_report

    return coverage_report([2022], ON)


if __name__ == "__main__":
    application()  # before anything asks the database: the server has connections of its own
    print(json.dumps(main(json.loads(sys.argv[1]))))
