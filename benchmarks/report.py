"""Writes the figures down for people, verdicts included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.bars import BARS, PAGE_KB, SCRIPT_KB, Bar
from benchmarks.measuring import Figure, exponent
from benchmarks.sizes import Plan

Worlds = Mapping[str, Mapping[str, Figure]]
"""Figures by key, by the name of the size."""

INTRODUCTION = """\
# Benchmarks

Written by `make bench` (`python -m benchmarks`); every figure below comes from one run of it.
Times of pages are server time of whole requests through the WSGI application in one process, after a warm-up, gzip
included and sockets not. Imports and starts are processes of their own, from the command to its end. *CPU* is processor
time beside the clock: where the two differ, the machine was doing something else. *Growth* is the exponent k of
"time ~ size^k", fitted over three sizes: 0 does not grow, 1 grows as fast as the data.
"""

WAYS_TOLD = ("score", "matches", "needs_filled", "km_each", "offers_used", "offers_full", "busiest")


def document(day: str, machine: Mapping[str, str], plan: Plan, worlds: Worlds, about: Mapping[str, Any]) -> str:
    """The whole document. `about` holds the pages found, what failed, and what building the worlds took."""
    parts = [
        INTRODUCTION,
        *(["**A quick try on small worlds: the verdicts mean nothing.**\n"] if plan.is_quick else []),
        f"Day: {day}\n",
        _table(("machine", ""), [(name, value) for name, value in machine.items()]),
        _sizes(plan, about),
        "## Figures\n",
        _table(
            ("figure", "bar", "measured", "least–most", "CPU", "n", "size", "growth", "queries", "verdict"),
            [_line(bar, plan, worlds) for bar in BARS],
        ),
        *_ways(plan, worlds),
        "## Every page\n",
        "Found by following links from the home page of the full world; weight is HTML and scripts over the wire, "
        f"gzip. Bars: {PAGE_KB} kB of HTML, {SCRIPT_KB} kB of script. Queries as counted in the small, the middle and "
        "the full world.\n",
        _table(
            ("page", "heaviest example", "HTML kB", "script kB", "median ms", "CPU ms", "growth", "queries", "verdict"),
            [_page(page, plan, worlds, about) for page in about["pages"][plan.full.name]],
        ),
        *_broken(about["broken"]),
    ]
    return "\n".join(parts)


def _ways(plan: Plan, worlds: Worlds) -> Iterator[str]:
    """The best whole beside plain ways, at the full size."""
    figure = worlds[plan.full.name].get("match")
    if figure is None:
        return
    yield "## Matching beside plain ways\n"
    yield f"{figure.size}; every way with the same pairs and limits.\n"
    rows = [
        (name.replace("_", " "), *(f"{totals[key]:,}" for key in WAYS_TOLD)) for name, totals in figure.facts.items()
    ]
    yield _table(("way", *(key.replace("_", " ") for key in WAYS_TOLD)), rows)


def _sizes(plan: Plan, about: Mapping[str, Any]) -> str:
    rows = []
    for size in plan.sizes:
        built = about["built"].get(size.name)
        if built is None:  # a run of some parts only
            continue
        rows.append(
            (
                size.name,
                f"{built['evidence']:,}",
                f"{built['evidence_seconds']:.0f} s",
                f"{built['rebuild_seconds']:.1f} s",
                f"{built['actors']:,}",
                f"{built['actors_seconds']:.0f} s",
                f"{size.import_rows:,}",
            )
        )
    titles = ("world", "evidence", "kept in", "tally rebuilt in", "actors", "taken in in", "rows of the import file")
    return "## Worlds\n\n" + _table(titles, rows)


def _line(bar: Bar, plan: Plan, worlds: Worlds) -> tuple[str, ...]:
    figure = worlds[plan.full.name].get(bar.key)
    limit = f"≤ {bar.limit:g} {figure.unit if figure else ''}".strip() if bar.limit is not None else ""
    if figure is None or not figure.samples:
        why = figure.note if figure else "not part of this run"
        return (bar.title, limit, "–", "", "", "0", "", "", "", f"not measured: {why}")
    value = getattr(figure, bar.statistic)
    return (
        bar.title,
        limit,
        f"**{value:{_form(figure)}} {figure.unit}**" + ("" if bar.statistic == "median" else f" ({bar.statistic})"),
        f"{min(figure.samples):{_form(figure)}}–{max(figure.samples):{_form(figure)}}"
        + (f", median {figure.median:{_form(figure)}}" if bar.statistic != "median" else ""),
        f"{_middle(figure.cpu):{_form(figure)}}" if figure.cpu else "",
        str(len(figure.samples)),
        figure.size,
        _growth(bar.key, bar.statistic, plan, worlds),
        _queries(bar.key, plan, worlds),
        _verdict(value, bar.limit),
    )


def _page(page: Mapping[str, Any], plan: Plan, worlds: Worlds, about: Mapping[str, Any]) -> tuple[str, ...]:
    key = f"page:{page['sort']}"
    figure = worlds[plan.full.name].get(key)
    met = page["html"] <= 1000 * PAGE_KB and page["script"] <= 1000 * SCRIPT_KB
    counts = [
        str(next((one["queries"] for one in about["pages"][size.name] if one["sort"] == page["sort"]), "–"))
        for size in plan.sizes
    ]
    return (
        page["sort"],
        f"`{page['path'][:70]}`",
        f"{page['html'] / 1000:.1f}",
        f"{page['script'] / 1000:.1f}",
        f"{figure.median:.1f}" if figure and figure.samples else "–",
        f"{_middle(figure.cpu):.1f}" if figure and figure.cpu else "–",
        _growth(key, "median", plan, worlds),
        " · ".join(counts),
        "met" if met else "**not met**",
    )


def _broken(broken: Sequence[str]) -> Iterator[str]:
    if broken:
        yield "## Links that led nowhere\n"
        yield "\n".join(f"- `{line}`" for line in broken) + "\n"


def _growth(key: str, statistic: str, plan: Plan, worlds: Worlds) -> str:
    found = [(size, worlds[size.name].get(key)) for size in plan.sizes]
    known = [(size.evidence, getattr(figure, statistic)) for size, figure in found if figure and figure.samples]
    slope = exponent([size for size, _ in known], [value for _, value in known])
    return f"{slope:.2f}" if slope is not None else ""


def _queries(key: str, plan: Plan, worlds: Worlds) -> str:
    figures = [worlds[size.name].get(key) for size in plan.sizes]
    counts = [str(figure.facts["queries"]) for figure in figures if figure and "queries" in figure.facts]
    return " · ".join(counts)


def _verdict(value: float, limit: float | None) -> str:
    if limit is None:
        return ""
    return "met" if value <= limit else "**not met**"


def _middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


def _form(figure: Figure) -> str:
    return {"s": ".2f", "MB": ".0f"}.get(figure.unit, ".1f")


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"
