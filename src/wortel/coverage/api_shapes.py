"""The JSON shapes of coverage, evidence and published figures: those of the command."""

from datetime import date, datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from wortel.shell.api.paging import Page

StateName = Literal["reached", "contested", "not_reached", "unknown"]
ClaimName = Literal["activity", "none"]
StatusName = Literal["recognised", "equivalent", "contested", "withdrawn"]


class MunicipalityCoverageOut(Schema):
    """One municipality in one year. `unknown` means that nobody said anything; it never counts as not reached."""

    nis: str = Field(examples=["44083"])
    name: str = Field(examples=["Deinze"])
    state: StateName
    reason: str = Field(description="Why, as a Dutch sentence")
    evidence: int = Field(description="How many statements the answer rests on", examples=[3])
    against: int | None = Field(None, description="The other year; only with `against`", examples=[2021])
    against_state: StateName | None = Field(None, description="Its state in the other year; only with `against`")
    change: str | None = Field(
        None, description="kept, gained, lost, newly_known, no_longer_known or other; only with `against`"
    )


class AreaCoverageOut(Schema):
    """One area in one year; the four states add up to `total`. An empty code: in no known area."""

    code: str = Field(examples=["40000"])
    name: str = Field(examples=["Oost-Vlaanderen"])
    total: int = Field(examples=[57])
    reached: int
    contested: int
    not_reached: int
    unknown: int
    kept: int | None = Field(None, description="Reached in both years; only with `against`, as the next four")
    gained: int | None = Field(None, description="Not reached in the other year, reached in this one")
    lost: int | None = Field(None, description="Reached in the other year, not reached in this one")
    newly_known: int | None = Field(None, description="Reached now; unknown or contested in the other year")
    no_longer_known: int | None = Field(None, description="Reached in the other year; unknown or contested now")


class YearCoverageOut(Schema):
    """One municipality in one of the years."""

    year: int = Field(examples=[2022])
    state: StateName
    reason: str
    evidence: int


class YearOut(Schema):
    """How much was said about a year."""

    year: int = Field(examples=[2022])
    statements: int = Field(examples=[240])
    fictional: int = Field(description="How many of them are fictional", examples=[0])
    changed_at: datetime | None


class EvidenceOut(Schema):
    """One statement: somebody says that an activity was held in a municipality in a year, or that none was."""

    ref: str = Field(description="Stable name", examples=["ev-7k2m9p"])
    year: int = Field(examples=[2022])
    happened_on: date | None = Field(description="The day, when the source gives one")
    nis: str = Field(description="Municipality code of its own day", examples=["44083"])
    municipality: str = Field(examples=["Deinze"])
    postcode: str = Field(description="Empty when the source gives none", examples=["9850"])
    claim: ClaimName
    status: StatusName
    title: str
    reporter: str = Field(description="Who says so")
    basis: str = Field(description="On what ground")
    confidence: str
    url: str
    stated_on: str = Field(description="The date of the source, as printed")
    is_fictional: bool


class EvidencePage(Page):
    """A page of statements, newest year first, then by municipality code."""

    items: list[EvidenceOut]


class OriginOut(Schema):
    """Where a statement came in, with every cell of its row as it stood in the file."""

    source: str
    source_url: str
    licence: str
    file_name: str
    row: int
    imported_at: datetime
    raw: dict[str, str] = Field(description="Every cell of the row, by column name")
    remarks: list[str] = Field(description="What had to be mended or doubted while reading, in Dutch")


class EvidenceDetail(EvidenceOut):
    """One statement with its origin; null when it did not come from a file."""

    recorded_at: datetime
    origin: OriginOut | None


class FigureOut(Schema):
    """A figure as somebody published it: never corrected, beside ours, with those that say otherwise."""

    ref: str = Field(examples=["2021-vl-reached-221"])
    year: int | None
    area_type: str = Field(examples=["gewest"])
    area_code: str
    area: str = Field(examples=["Vlaanderen"])
    metric: str = Field(examples=["municipalities_reached"])
    value: int | float | None = Field(description="null: the source says it was not there yet", examples=[221])
    unit: str = Field(examples=["municipalities"])
    qualifier: str = Field(
        description="exact, at_least, more_than, less_than, approximately, contested or not_yet_available"
    )
    reliability: str = Field(description="high, medium, low or unreliable: our judgement of the source")
    source: str
    url: str
    source_date: str
    note: str
    conflicts_with: list[str] = Field(description="`ref` of each figure that gives another value for the same thing")
