"""Statements about ten years of activities: real codes of their day, made-up organisers, every status."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from benchmarks.places import Town, towns_on
from wortel.coverage.public import EvidenceDraft

YEARS = range(2016, 2026)
SILENT, DENYING = 0.12, 0.05  # shares of the municipalities without a statement, and with denials only, each year
STATUSES = ("recognised", "equivalent", "contested", "withdrawn")
WEIGHTS = (80, 13, 4, 3)
TITLES = ("Techniekkamp", "Codeerclub", "Robotdag", "Wetenschapsatelier", "Maakmiddag", "Sterrenkijkavond")


def drafts(total: int, seed: int) -> Iterator[EvidenceDraft]:
    """`total` statements spread evenly over the years, the same for the same seed."""
    for nth, year in enumerate(YEARS):
        random = Random(seed * 10_007 + year)
        count = total // len(YEARS) + (nth < total % len(YEARS))
        towns = towns_on(date(year, 12, 31))
        shares = {town.nis: random.random() for town in towns.towns}
        made = 0
        while made < count:
            town = towns.draw(random)
            if shares[town.nis] >= SILENT:
                made += 1
                yield _draft(random, f"demo-b{year}x{made}", year, town, denies=shares[town.nis] < SILENT + DENYING)


def _draft(random: Random, ref: str, year: int, town: Town, *, denies: bool) -> EvidenceDraft:
    day = date(year, 1, 1) + timedelta(days=random.randrange(365)) if random.random() < 0.7 else None
    postcode = random.choice(town.postcodes)[0] if town.postcodes and random.random() < 0.3 else ""
    return EvidenceDraft(
        ref=ref,
        claim="none" if denies else "activity",
        status="recognised" if denies else random.choices(STATUSES, WEIGHTS)[0],
        year=year,
        nis=town.nis,
        title=f"{random.choice(TITLES)} {town.name} {random.randrange(1, 400)} (fictief)",
        reporter=f"Organisator {random.randrange(2_000)} (fictief)",
        postcode=postcode,
        happened_on=day,
        basis="gemeld door de organisator (fictief)",
    )
