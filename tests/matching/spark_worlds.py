"""Larger worlds than `drawn` makes, for engines that cost a second per question; and as files."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wortel.matching.domain.asking import Need, Offer, Place, Stretch

FEW = [f"thema {nth}" for nth in range(6)]
MANY = [f"thema {nth}" for nth in range(150)]


def drawn_world(
    place: Callable[[random.Random], Place], seed: int, themes: list[str] = FEW, size: int = 150
) -> tuple[list[Need], list[Offer]]:
    """As many needs as offers, equal for equal seed."""
    chance = random.Random(seed)

    def row(nth: int) -> dict[str, Any]:
        age, week = chance.randint(3, 12), chance.randint(0, 12)
        return {
            "id": f"{nth:04}", "kind": chance.choice(["les", "bezoek"]), "area": "", "place": place(chance),
            "themes": frozenset(chance.sample(themes, min(len(themes), chance.randint(1, 3) * len(themes) // 6))),
            "ages": Stretch(age, age + chance.randint(1, 7)), "weeks": Stretch(week, week + chance.randint(1, 9)),
            "languages": frozenset(chance.sample(["nl", "fr"], chance.randint(1, 2))),
        }  # fmt: skip

    needs = [
        Need(**row(nth), quantity=chance.randint(0, 3), weight=chance.choice([0, 500, 1000, 777]))
        for nth in range(size)
    ]
    radii = [0.0, 0.5, 4.0, 7.3, 30.0, 61.7, 900.0]
    offers = [Offer(**row(nth), capacity=chance.randint(0, 3), radius_km=chance.choice(radii)) for nth in range(size)]
    return needs, offers


def written(folder: Path, needs: list[Need], offers: list[Offer]) -> None:
    """`needs.csv` and `offers.csv`, on a flat map."""
    shared = "id,kind,themes,x_km,y_km,area,age_from,age_to,week_from,week_to,languages"
    for name, last, rows in (("needs", "quantity,weight", needs), ("offers", "capacity,radius_km", offers)):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(f"{shared},{last}".split(","))
            for row in rows:
                own = (row.quantity, row.weight / 1000) if isinstance(row, Need) else (row.capacity, row.radius_km)
                writer.writerow([
                    row.id, row.kind, "|".join(sorted(row.themes)), repr(row.place.x), repr(row.place.y), "", *row.ages,
                    *row.weeks, "|".join(sorted(row.languages)), *own,
                ])  # fmt: skip
