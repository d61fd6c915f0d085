"""A made-up Flanders of needs and offers: places by inhabitants, everything else drawn evenly; equal for equal seed."""

from __future__ import annotations

import csv
import math
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.child import ROOT

SHARED = ("id", "kind", "themes", "x_km", "y_km", "area", "age_from", "age_to", "week_from", "week_to", "languages")
NEEDS, OFFERS = (*SHARED, "quantity", "weight"), (*SHARED, "radius_km", "capacity")
KINDS, THEMES = 5, 24
ONE_DEGREE_KM = 111.2


def write(folder: Path, count: int, seed: int, *, spread: float = 1.0) -> tuple[Path, Path]:
    """Files with `count` needs and `count` offers; `spread` stretches the map, so that fewer are near each other."""
    draw = random.Random(f"{seed}-{count}-{spread}")
    towns = list(_towns())
    weights = [people for _, _, _, people in towns]
    needs, offers = folder / f"needs-{count}-{spread:g}.csv", folder / f"offers-{count}-{spread:g}.csv"
    for file, header, letter in ((needs, NEEDS, "n"), (offers, OFFERS, "o")):
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(header)
            for nth, town in enumerate(draw.choices(towns, weights, k=count)):
                writer.writerow([*_row(draw, f"{letter}{nth:07}", town, spread), *_own(draw, letter)])
    return needs, offers


def _row(draw: random.Random, name: str, town: tuple[str, float, float, int], spread: float) -> list[object]:
    area, x, y, _ = town
    age, week = draw.randint(3, 16), draw.randint(0, 40)
    return [
        name,
        f"kind {draw.randint(1, KINDS)}",
        "|".join(f"theme {theme}" for theme in sorted(draw.sample(range(THEMES), draw.randint(1, 3)))),
        f"{spread * x + draw.gauss(0, 2):.3f}",
        f"{spread * y + draw.gauss(0, 2):.3f}",
        area,
        age,
        age + draw.randint(1, 4),
        week,
        week + draw.randint(1, 12),
        "|".join(sorted({"nl", *draw.sample(["fr", "en", "de"], draw.choice([0, 0, 0, 1]))})),
    ]


def _own(draw: random.Random, letter: str) -> list[object]:
    if letter == "n":
        return [draw.randint(1, 3), draw.choice(["1", "1", "1.2", "1.5"])]
    return [f"{draw.uniform(5, 60):.1f}", draw.randint(1, 6)]


def _towns() -> Iterator[tuple[str, float, float, int]]:
    """Code, kilometres east and north, and inhabitants of every municipality that we know all of."""
    people: dict[str, int] = {}
    for row in _table("population.csv"):
        if not row["age_from"] and not row["age_to"]:
            people[row["nis"]] = int(row["count"])
    for row in _table("points.csv"):
        if not row["valid_to"] and row["nis"] in people:
            latitude, longitude = float(row["lat"]), float(row["lon"])
            east = longitude * ONE_DEGREE_KM * math.cos(math.radians(51))
            yield row["nis"], east, latitude * ONE_DEGREE_KM, people[row["nis"]]


def _table(name: str) -> Iterator[dict[str, str]]:
    with (ROOT / "data" / "territory" / name).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)
