"""One row of a file of evidence: what it states, what is doubtful about it, or why it cannot be taken."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from wortel.coverage.domain.evidence_place import PlaceCells, PlaceRefused, find_place, is_another_name
from wortel.coverage.domain.evidence_words import (
    CellRefused,
    Standing,
    is_only_planned,
    read_day,
    read_standing,
    read_years,
)
from wortel.intake.domain.statement import RowRefused, Statement
from wortel.kernel.reason import Reason
from wortel.kernel.text import TextRefused, clean_text
from wortel.territory.domain.timeline import Timeline

LIMITS = {"title": 300, "reporter": 300, "basis": 1000, "source": 1000, "url": 1000, "confidence": 20, "stated_on": 60}
_URL = re.compile(r"https?://[^\s;,]+")
_NAMED_IN_BASIS = re.compile(r"met naam gevonden academie: (.+)\Z")
Problem = tuple[str, Reason]


@dataclass(frozen=True, slots=True)
class _Time:
    years: tuple[int, ...]
    day: date | None
    remark: Problem | None = None


def read_row(cells: Mapping[str, str], timeline: Timeline, today: date) -> Statement:
    """What the row states; `cells` maps field names to text as in the file.

    A row that names no year or no municipality, or only a plan, is kept as it stands and shows nowhere: unknown is no
    error. Values: claim, status, events (one per year: year, nis, happened_on), postcode and the texts. Raises
    `RowRefused`.
    """
    texts, problems = _texts(cells)
    key = _key(texts)
    standing, time = _standing(texts, problems), _time(texts, today, problems)
    place = PlaceCells(texts["nis"], texts["municipality"], texts["postcode"])
    if problems or standing is None or time is None:
        raise RowRefused(*problems, key=key)
    left_out = _left_out(texts, time, place)
    events = [] if left_out else _events(timeline, place, time, key)
    repairs = [*left_out, *([time.remark] if time.remark else [])]
    if events and place.nis and events[0]["nis"] != place.nis:
        repairs.append(("nis", Reason.of("evidence.code_of_another_time", nis=place.nis, code=events[0]["nis"])))
    elif events and is_another_name(timeline.find(str(events[0]["nis"])), place.municipality):
        repairs.append(("municipality", Reason.of("evidence.other_name", nis=place.nis, text=place.municipality)))
    if events and standing.is_assumed:
        repairs.append(("status", Reason.of("evidence.status_assumed")))
    values = {"claim": standing.claim.value, "status": standing.status.value, "events": events, **_said(texts)}
    return Statement(key, values, tuple(repairs), texts["stated_on"])


def _texts(cells: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    names = ("key", "nis", "municipality", "postcode", "date", "year", "status", "organiser", "sort", *LIMITS)
    texts, problems = dict.fromkeys(names, ""), []
    for name in names:
        raw, limit = cells.get(name, ""), LIMITS.get(name, 200)
        try:
            texts[name] = clean_text(raw, limit=limit)
        except TextRefused as refusal:
            too_long = Reason.of("evidence.too_long", length=len(raw), limit=limit)
            unwritable = Reason.of("evidence.unwritable", what=refusal.character)
            problems.append((name, unwritable if refusal.character else too_long))
    return texts, problems


def _standing(texts: Mapping[str, str], problems: list[Problem]) -> Standing | None:
    try:
        return read_standing(texts["status"], " ".join((texts["title"], texts["basis"])))
    except CellRefused as refusal:
        problems.append(("status", refusal.reason))
    return None


def _time(texts: Mapping[str, str], today: date, problems: list[Problem]) -> _Time | None:
    try:
        day = read_day(texts["date"], today)
    except CellRefused as refusal:
        problems.append(("date", refusal.reason))
        return None
    try:
        years = read_years(texts["year"], today)
    except CellRefused as refusal:
        problems.append(("year", refusal.reason))
        return None
    if day is not None and years and years != (day.year,):
        problems.append(("date", Reason.of("evidence.day_outside_year", text=texts["date"], year=texts["year"])))
        return None
    return _Time(years or ((day.year,) if day else ()), day)


def _left_out(texts: Mapping[str, str], time: _Time, place: PlaceCells) -> list[Problem]:
    """Why the row is kept without counting anywhere; empty when it counts."""
    reasons: list[Problem] = []
    if is_only_planned(" ".join((texts["title"], texts["basis"]))):
        reasons.append(("title", Reason.of("evidence.only_planned")))
    if not time.years:
        reasons.append(("year", Reason.of("evidence.no_year", text=texts["year"] or texts["date"])))
    if not place.is_named:
        reasons.append(("municipality", Reason.of("evidence.no_place", text=place.municipality)))
    return reasons


def _events(timeline: Timeline, place: PlaceCells, time: _Time, key: str) -> list[dict[str, str | int | None]]:
    try:
        found = [(year, find_place(timeline, place, year).nis) for year in time.years]
    except PlaceRefused as refusal:
        raise RowRefused((refusal.field, refusal.reason), key=key) from None
    day = time.day.isoformat() if time.day else None
    return [{"year": year, "nis": nis, "happened_on": day} for year, nis in found]


def _said(texts: Mapping[str, str]) -> dict[str, str]:
    source = texts["url"] or texts["source"]
    url = _URL.search(source)
    named = _NAMED_IN_BASIS.match(texts["basis"])
    host = (urlsplit(url[0]).hostname or "").removeprefix("www.") if url else ""
    return {
        "postcode": texts["postcode"],
        "title": texts["title"] or (named[1] if named else ""),
        "reporter": texts["reporter"] or host or texts["source"][:300] or texts["organiser"],
        "organiser": texts["organiser"],
        "sort": texts["sort"],
        "basis": texts["basis"],
        "confidence": texts["confidence"],
        "url": url[0] if url else "",
    }


def _key(texts: Mapping[str, str]) -> str:
    """The row's own name: its key, else place, time and title; long or missing parts go into a short fingerprint."""
    if texts["key"]:
        return texts["key"]
    place = texts["nis"] or texts["municipality"] or texts["postcode"]
    parts = (place, texts["postcode"], texts["date"] or texts["year"], texts["title"], texts["reporter"])
    rest = "|".join((*parts, texts["title"] or texts["basis"], texts["url"] or texts["source"], texts["organiser"]))
    mark = hashlib.sha256(rest.encode()).hexdigest()[:10]
    return " ".join(part for part in (place, texts["date"] or texts["year"], texts["title"][:100], mark) if part)
