"""One invented statement about one municipality in one year, in the cells of an evidence file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SOURCE = "demo-bewijs"
ACTIVITY, NONE = "activity", "none"
RECOGNISED, EQUIVALENT, CONTESTED, WITHDRAWN = "recognised", "equivalent", "contested", "withdrawn"
EVIDENCE_COLUMNS = (
    "key", "nis", "municipality", "postcode", "date", "year", "status", "title", "reporter", "basis", "url",
    "stated_on",
)  # fmt: skip
STATUS_WORDS = {
    (ACTIVITY, RECOGNISED): "erkend",
    (ACTIVITY, EQUIVALENT): "gelijkwaardig",
    (ACTIVITY, CONTESTED): "betwist",
    (ACTIVITY, WITHDRAWN): "ingetrokken",
    (NONE, RECOGNISED): "niet bereikt",
}
SAID_SO = "Verzonnen voor de demowereld."


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """`nis` is a code of the year itself; `postcode`, when known, pins the place down through mergers."""

    key: str
    year: int
    nis: str
    municipality: str
    title: str
    reporter: str
    basis: str
    stated_on: date
    claim: str = ACTIVITY
    status: str = RECOGNISED
    postcode: str = ""
    happened_on: date | None = None

    def cells(self) -> dict[str, str]:
        """The row as text, column by column."""
        return {
            "key": self.key,
            "nis": self.nis,
            "municipality": self.municipality,
            "postcode": self.postcode,
            "date": self.happened_on.isoformat() if self.happened_on else "",
            "year": str(self.year),
            "status": STATUS_WORDS[self.claim, self.status],
            "title": self.title,
            "reporter": self.reporter,
            "basis": f"{self.basis} {SAID_SO}",
            "url": f"https://bewijs.example.org/{self.key.removeprefix('demo:')}",
            "stated_on": self.stated_on.isoformat(),
        }
