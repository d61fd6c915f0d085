"""A register of made-up institutions as a dirty CSV file: the columns and the faults of real lists.

Numbers are made by formula and mean nobody; the file lives in a temporary folder and its source is called fictional.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.places import Town, towns_on
from benchmarks.words import COMMON, STREETS, lexicon, pick

COLUMNS = (
    "source_id,source,name,alt_names,kind,helix_sector,street,house_number,postcode,place,municipality,nis,province,"
    "lat,lon,geo_precision,website,identifiers,attributes,status,vintage"
).split(",")
# Kind as a list writes it, its sector, how many in a hundred.
KINDS = (
    ("bedrijf (onderzoeksactief)", "ondernemers", 34), ("school basis", "onderwijs", 12),
    ("school secundair", "onderwijs", 6), ("vzw", "vrije tijd & burgers", 14),
    ("jeugdvereniging (scouts)", "vrije tijd & burgers", 10), ("bib", "vrije tijd & burgers", 4),
    ("onderzoeksinstelling", "onderzoek", 3), ("ander", "", 6), ("Cultuurhuis", "burgers", 4),
    ("STEM academie", "vrije tijd & burgers", 3), ("makerspace", "vrije tijd & burgers", 2), ("OCMW", "overheid", 2),
)  # fmt: skip
VOCABULARY = 30_000
TWICE = 0.04  # share of rows that speak of a school already named
DAY = date(2025, 6, 1)


def write_rows(path: Path, total: int, seed: int) -> None:
    """Writes the file, row by row; the same for the same seed, and the first rows of a longer file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(_rows(total, seed))


def _rows(total: int, seed: int) -> Iterator[list[str]]:
    random = Random(seed)
    words = [*COMMON, *lexicon(VOCABULARY, 7)]
    names, weights = [(kind, sector) for kind, sector, _ in KINDS], [share for *_, share in KINDS]
    schools: list[str] = []
    for number in range(1, total + 1):
        kind = random.choices(names, weights)[0]
        town = towns_on(DAY).draw(random)
        said = {**_about(kind[0], kind[1]), "name": _name(random, words, kind[0], town)}
        said["identifiers"] = _numbers(random, kind[0], schools)
        yield _row(random, number, said, town)


def _name(random: Random, words: list[str], kind: str, town: Town) -> str:
    parts = [pick(random, words).capitalize() for _ in range(random.choice((1, 2, 2, 3)))]
    if random.random() < 0.35:
        parts.insert(0, kind.partition(" (")[0].capitalize())
    if random.random() < 0.25:
        parts.append(town.name)
    return " ".join(parts)


def _numbers(random: Random, kind: str, schools: list[str]) -> str:
    if kind.startswith("school"):
        if schools and random.random() < TWICE / 0.18:
            return f"schoolnummer={random.choice(schools)}"
        schools.append(str(100_000 + len(schools)))
        return f"schoolnummer={schools[-1]}"
    if random.random() < 0.5:
        base = random.randrange(2_000_000, 7_999_999)
        check = 97 - base % 97 if random.random() > 0.02 else 0
        plain = f"0{base}{check:02d}"
        return f"kbo={plain}" if random.random() < 0.6 else f"kbo=BE {plain[:4]}.{plain[4:7]}.{plain[7:]}"
    return ""


def _about(kind: str, sector: str) -> dict[str, str]:
    return {"kind": kind, "helix_sector": sector, "source": "register (fictief)", "geo_precision": "adres",
            "status": "actief", "vintage": "2025-06-01"}  # fmt: skip


def _row(random: Random, number: int, said: dict[str, str], town: Town) -> list[str]:
    postcode, place = random.choice(town.postcodes) if town.postcodes else ("", "")
    lat, lon = town.lat + random.gauss(0, 0.02), town.lon + random.gauss(0, 0.03)
    word = said["name"].partition(" ")[0]
    cells = {
        **said,
        "source_id": f"bench:{number}",
        "alt_names": f"{word} {number}" if number % 9 == 0 else "",
        "street": random.choice(STREETS),
        "house_number": str(random.randrange(1, 300)),
        "postcode": postcode,
        "place": place,
        "municipality": town.name,
        "nis": town.nis,
        "province": town.province,
        "lat": f"{lat:.5f}",
        "lon": f"{lon:.5f}",
        "website": f"https://www.{word.lower()}{number}.example.org" if number % 2 else "",
        "attributes": '{"net": "vrij"}' if number % 3 == 0 else "",
    }
    _dirty(random, cells)
    return [cells[column] for column in COLUMNS]


def _dirty(random: Random, cells: dict[str, str]) -> None:
    """Gives one row in three one of the faults that lists have."""
    fault, until = random.random(), 0.0
    for share, column, spoil in FAULTS:
        until += share
        if fault < until:
            cells[column] = spoil(cells[column])
            return


# How many rows have it, where it stands, and what it does to the cell; a row without a name is refused.
FAULTS: tuple[tuple[float, str, Callable[[str], str]], ...] = (
    (0.002, "name", lambda _: ""),
    (0.05, "name", lambda text: f"  {text}\u00a0"),
    (0.05, "nis", lambda _: ""),
    (0.04, "lat", lambda text: text.replace(".", ",")),
    (0.04, "website", lambda text: text.removeprefix("https://")),
    (0.04, "municipality", str.upper),
    (0.04, "kind", str.upper),
    (0.03, "lon", lambda _: ""),
    (0.03, "postcode", lambda text: f"B-{text}"),
)
