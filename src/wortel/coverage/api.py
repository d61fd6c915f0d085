"""Coverage for programs: who is reached, by whose word, and what others published."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from ninja import Path, Query, Schema
from pydantic import Field, StringConstraints

from wortel.coverage.api_shapes import (
    AreaCoverageOut,
    ClaimName,
    EvidenceDetail,
    EvidencePage,
    FigureOut,
    MunicipalityCoverageOut,
    StatusName,
    YearCoverageOut,
    YearOut,
)
from wortel.coverage.contract import evidence_json, figure_json, municipality_json
from wortel.coverage.domain.published import conflicts
from wortel.coverage.models import FIRST_YEAR, LAST_YEAR
from wortel.coverage.published import published_figures
from wortel.coverage.queries import (
    EvidenceFilter,
    Origin,
    evidence_count,
    evidence_page,
    evidence_with_origin,
    holds_fictional,
    years_with_evidence,
)
from wortel.coverage.reports import coverage_report, coverage_through_years, related_codes
from wortel.coverage.rulebook import FIRST_RULED_YEAR
from wortel.coverage.tables import MUNICIPALITY, Comparison, rows_by
from wortel.coverage.wording_evidence import say_remark
from wortel.kernel.reason import Reason
from wortel.kernel.rulebook import NoRuleInForce
from wortel.kernel.text import folded
from wortel.shell.api.paging import PageAsked, page_of
from wortel.shell.api.problems import not_there
from wortel.shell.api.questions import Questions, flag_fictional
from wortel.shell.api.values import KEY, WHOLE, Day, Key, Text, described
from wortel.shell.clock import today
from wortel.territory.domain.refusals import REFUSALS
from wortel.territory.public import say_refusal, timeline


def _say(refusal: Exception) -> str:
    if isinstance(refusal, NoRuleInForce):
        return gettext("Voor dit jaar geldt geen regel. De eerste geldt vanaf %(first)s.") % {"first": FIRST_RULED_YEAR}
    return say_refusal(refusal)


questions = Questions("coverage", (*REFUSALS, NoRuleInForce), _say)

NIS = r"^[0-9]{5}$"
Nis = Annotated[str, StringConstraints(pattern=NIS), described(NIS, "NIS code: five digits", "44083")]
Ref = Annotated[Key, described(KEY, "Name of the statement", "ev-7k2m9p")]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR), WHOLE]
SCHEME_OF = {"municipality": MUNICIPALITY, "province": "provincie", "referentieregio": "referentieregio"}


class CoverageAsked(Schema):
    """Which year, on which map, per what, compared with which year."""

    year: Year = Field(..., description="The calendar year of the evidence", examples=[2022])
    boundaries: Day | None = Field(None, description="The day of the map to show it on; today when left out")
    by: Literal["municipality", "province", "referentieregio"] = Field("municipality", description="One row per what")
    against: Year | None = Field(None, description="Compare with this year, on the same map", examples=[2021])


class OnMap(Schema):
    """The day of the map."""

    boundaries: Day | None = Field(None, description="The day of the map the code is of; today when left out")


class EvidenceAsked(PageAsked):
    """Which statements."""

    year: Year | None = Field(None, description="Only about this year", examples=[2022])
    nis: Nis | None = Field(None, description="Only in this municipality", examples=["44083"])
    boundaries: Day | None = Field(
        None, description="With `nis`: also in every code that held ground of the municipality as it stands on this day"
    )
    status: StatusName | None = Field(None, description="Only with this status")
    claim: ClaimName | None = Field(None, description="Only that an activity was held, or that none was")


class FiguresAsked(Schema):
    """Which published figures."""

    year: Year | None = Field(None, description="Only about this year", examples=[2021])
    metric: Key | None = Field(None, description="Only what counts this", examples=["municipalities_reached"])
    area: Text | None = Field(None, description="Only about this area: its name or code", examples=["Vlaanderen"])


@questions.get(
    "/coverage",
    list[MunicipalityCoverageOut] | list[AreaCoverageOut],
    summary="Who is reached",
    example={"year": "2022", "boundaries": "2025-01-01", "by": "province"},
)
def show_coverage(response: HttpResponse, asked: Query[CoverageAsked]) -> list[dict[str, Any]]:
    """Coverage of a year on the map of any day, computed from the evidence by the rule in force that year.

    One row per municipality, or per area with the right denominator. With `against` each row says what changed.
    """
    on = asked.boundaries or today()
    years = [_with_figures(year) for year in (asked.year, asked.against) if year is not None]
    found = coverage_report(years, on)
    against = Comparison.between(found[asked.against], found[asked.year]) if asked.against is not None else None
    flag_fictional(response, holds_fictional())
    return rows_by(found[asked.year], SCHEME_OF[asked.by], against)


@questions.get("/coverage/years", list[YearOut], summary="Years with evidence")
def list_coverage_years(response: HttpResponse) -> list[Any]:
    """The years about which anything was said, oldest first."""
    rows = years_with_evidence()
    flag_fictional(response, any(row.fictional for row in rows))
    return list(rows)


@questions.get(
    "/municipalities/{nis}/coverage",
    list[YearCoverageOut],
    summary="Coverage through the years",
    example={"nis": "44083"},
)
def show_municipality_coverage(response: HttpResponse, nis: Path[Nis], asked: Query[OnMap]) -> list[dict[str, Any]]:
    """Coverage of one municipality, as it stands on a map, in every year since the first rule."""
    on = asked.boundaries or today()
    found = coverage_through_years(nis, range(FIRST_RULED_YEAR, today().year + 1), on)
    flag_fictional(response, holds_fictional())
    return [{"year": year, **municipality_json(place)} for year, place in found.items()]


@questions.get("/evidence", EvidencePage, summary="Evidence", example={"year": "2022"})
def list_evidence(request: HttpRequest, response: HttpResponse, asked: Query[EvidenceAsked]) -> dict[str, Any]:
    """What was said: statements as they were made, contested and withdrawn ones too. Newest year first."""
    wanted = EvidenceFilter(asked.year, _codes(asked), asked.status, asked.claim)
    page = page_of(request, asked, evidence_count(wanted), lambda start, size: evidence_page(wanted, start, size))
    flag_fictional(response, any(item.is_fictional for item in page["items"]))
    return {**page, "items": [evidence_json(item) for item in page["items"]]}


@questions.get("/evidence/{ref}", EvidenceDetail, summary="One statement")
def show_evidence(response: HttpResponse, ref: Path[Ref]) -> dict[str, Any]:
    """One statement with its origin: source, licence, file, row, and every cell as it stood."""
    found = evidence_with_origin(ref)
    if found is None:
        raise not_there(gettext("Er is geen bewijs met deze naam."))
    item, origin = found
    flag_fictional(response, item.is_fictional)
    return {**evidence_json(item), "recorded_at": item.recorded_at, "origin": _origin(origin)}


@questions.get(
    "/published-figures", list[FigureOut], summary="Published figures", example={"metric": "municipalities_reached"}
)
def list_published_figures(asked: Query[FiguresAsked]) -> list[dict[str, Any]]:
    """What others published about reach, word for word, with the figures that contradict each other."""
    against = conflicts(published_figures())
    return [
        figure_json(figure, against.get(figure.ref, ()))
        for figure in published_figures()
        if asked.year in {None, figure.year}
        and asked.metric in {None, figure.metric}
        and (asked.area is None or folded(asked.area) in {folded(figure.area), figure.area_code})
    ]


def _with_figures(year: int) -> int:
    if not FIRST_RULED_YEAR <= year <= today().year:
        raise not_there(
            gettext("Kies een jaar van %(first)s tot en met %(last)s.")
            % {"first": FIRST_RULED_YEAR, "last": today().year}
        )
    return year


def _codes(asked: EvidenceAsked) -> tuple[str, ...] | None:
    if asked.nis is None:
        return None
    if asked.boundaries is not None:
        return related_codes(asked.nis, asked.boundaries)
    return (timeline().find(asked.nis).nis,)


def _origin(origin: Origin | None) -> dict[str, Any] | None:
    if origin is None:
        return None
    return {
        "source": origin.source,
        "source_url": origin.source_url,
        "licence": origin.licence,
        "file_name": origin.file_name,
        "row": origin.row,
        "imported_at": origin.imported_at,
        "raw": {name: str(cell) for name, cell in origin.raw.items()},
        "remarks": [say_remark(Reason.of(key, **parameters)) for _field, key, parameters in origin.repairs],
    }
