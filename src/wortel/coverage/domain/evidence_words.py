"""Reads what a cell says about time and standing: years, days and statuses, in Dutch or English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from wortel.coverage.domain.statements import Claim, Status
from wortel.kernel.reason import Reason
from wortel.kernel.text import folded

FIRST_YEAR = 2012
"""First year a statement may be about: the STEM action plan began in 2012 (programme itself: 2014)."""
LONGEST_RUN = 20
"""Most years one row may speak of; a longer run is a typing error."""

_NO_YEAR = {"", "undated", "onbekend", "unknown", "zonder datum", "ongedateerd", "?", "-", "n.v.t."}
_RUN = re.compile(r"(\d{4,6})\s*(?:-|–|—|/|tot|t\.?e\.?m\.?|to)\s*(\d{4,6})\Z")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?\Z")
_BELGIAN_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z")

_STANDINGS: dict[str, tuple[Claim, Status]] = {
    "erkend": (Claim.ACTIVITY, Status.RECOGNISED),
    "recognised": (Claim.ACTIVITY, Status.RECOGNISED),
    "recognized": (Claim.ACTIVITY, Status.RECOGNISED),
    "gelijkwaardig": (Claim.ACTIVITY, Status.EQUIVALENT),
    "equivalent": (Claim.ACTIVITY, Status.EQUIVALENT),
    "bereikt": (Claim.ACTIVITY, Status.EQUIVALENT),
    "reached": (Claim.ACTIVITY, Status.EQUIVALENT),
    "activiteit aangetoond": (Claim.ACTIVITY, Status.EQUIVALENT),
    "activity shown": (Claim.ACTIVITY, Status.EQUIVALENT),
    "betwist": (Claim.ACTIVITY, Status.CONTESTED),
    "contested": (Claim.ACTIVITY, Status.CONTESTED),
    "bereikt (betwist)": (Claim.ACTIVITY, Status.CONTESTED),
    "reached (contested)": (Claim.ACTIVITY, Status.CONTESTED),
    "ingetrokken": (Claim.ACTIVITY, Status.WITHDRAWN),
    "withdrawn": (Claim.ACTIVITY, Status.WITHDRAWN),
    "niet bereikt": (Claim.NONE, Status.RECOGNISED),
    "geen activiteit": (Claim.NONE, Status.RECOGNISED),
    "not reached": (Claim.NONE, Status.RECOGNISED),
    "no activity": (Claim.NONE, Status.RECOGNISED),
    "niet bereikt (betwist)": (Claim.NONE, Status.CONTESTED),
    "not reached (contested)": (Claim.NONE, Status.CONTESTED),
    "niet bereikt (ingetrokken)": (Claim.NONE, Status.WITHDRAWN),
    "not reached (withdrawn)": (Claim.NONE, Status.WITHDRAWN),
}
_WITHOUT_A_STANDING = {"bereikt", "reached", "activiteit aangetoond", "activity shown"}
KNOWN_STATUSES = ("erkend", "gelijkwaardig", "betwist", "ingetrokken", "niet bereikt", "niet bereikt (betwist)")

# Only what calls the academy or activity itself recognised; "municipality recognised and subsidised" does not.
_CALLED_RECOGNISED = re.compile(
    r"recogni[sz]ed by vlaio|recogni[sz]ed (?:as )?(?:a )?stem-academ|"
    r"erkende? (?:door vlaio|(?:als )?stem-academie)"
)
_PLANNED = re.compile(r"\((?:planned|gepland)\)")


class CellRefused(ValueError):
    """The cell cannot be read; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.key)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Standing:
    """What a row claims and how it stands; `is_assumed` when the source does not say how it stands."""

    claim: Claim
    status: Status
    is_assumed: bool


def read_standing(cell: str, everything_said: str) -> Standing:
    """The claim and status of a row. Without a status word an activity counts as equivalent, not as recognised,
    unless the row itself calls the academy recognised. Raises `CellRefused`.
    """
    word = " ".join(folded(cell).replace("_", " ").split())
    called = bool(_CALLED_RECOGNISED.search(folded(everything_said)))
    if not word or word in _WITHOUT_A_STANDING:
        return Standing(Claim.ACTIVITY, Status.RECOGNISED if called else Status.EQUIVALENT, not called)
    if word not in _STANDINGS:
        raise CellRefused(Reason.of("evidence.unknown_status", text=cell, known=KNOWN_STATUSES))
    return Standing(*_STANDINGS[word], is_assumed=False)


def is_only_planned(text: str) -> bool:
    """Whether the row says of itself that it is a plan: nothing was held yet."""
    return bool(_PLANNED.search(folded(text)))


def read_years(cell: str, today: date) -> tuple[int, ...]:
    """The calendar years in the cell: 2022, 2022-2025, or 2019;2021. Empty when the source gives none.

    Raises `CellRefused` for text that is no year, a year before `FIRST_YEAR` or after today, or a reversed run.
    """
    text = folded(cell).strip()
    if text in _NO_YEAR:
        return ()
    years: list[int] = []
    for part in re.split(r"[;,]", text):
        years.extend(_run(part.strip(), cell, today))
    return tuple(sorted(set(years)))


def read_day(cell: str, today: date) -> date | None:
    """The day in the cell, written 2022-05-03 or 3/5/2022; `None` when there is none. Raises `CellRefused`."""
    text = cell.strip()
    if folded(text) in _NO_YEAR:
        return None
    iso, belgian = _DAY.match(text), _BELGIAN_DAY.match(text)
    if iso:
        year, month, number = (int(part) for part in iso.groups())
    elif belgian:
        number, month, year = (int(part) for part in belgian.groups())
    else:
        raise CellRefused(Reason.of("evidence.not_a_day", text=cell))
    try:
        day = date(year, month, number)
    except ValueError:
        raise CellRefused(Reason.of("evidence.not_a_day", text=cell)) from None
    _refuse_implausible(day.year, today)
    if day > today:
        raise CellRefused(Reason.of("evidence.day_to_come", text=cell))
    return day


def _run(part: str, cell: str, today: date) -> range:
    found = _RUN.match(part)
    if found is None and not re.fullmatch(r"\d{4,6}(?:\.0)?", part):
        raise CellRefused(Reason.of("evidence.not_a_year", text=cell))
    first, last = (int(found[1]), int(found[2])) if found else (int(float(part)),) * 2
    _refuse_implausible(first, today)
    _refuse_implausible(last, today)
    if last < first or last - first >= LONGEST_RUN:
        raise CellRefused(Reason.of("evidence.not_a_year", text=cell))
    return range(first, last + 1)


def _refuse_implausible(year: int, today: date) -> None:
    if not FIRST_YEAR <= year <= today.year:
        raise CellRefused(Reason.of("evidence.implausible_year", year=year, first=FIRST_YEAR, last=today.year))
