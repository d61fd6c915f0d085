"""The door of coverage: what other rooms may ask or do."""

from wortel.coverage.actions.keep_evidence import EvidenceDraft, keep_evidence, remove_fictional_evidence
from wortel.coverage.actions.rebuild_tally import rebuild_every_tally, rebuild_tally
from wortel.coverage.contract import (
    MUNICIPALITY_COLUMNS,
    TOTAL_COLUMNS,
    evidence_json,
    figure_json,
    move_json,
    municipality_json,
    total_json,
)
from wortel.coverage.intake_adapter import EvidenceAdapter
from wortel.coverage.published import figures_about, published_figures
from wortel.coverage.queries import (
    EvidenceFilter,
    EvidenceItem,
    Origin,
    YearRow,
    evidence_count,
    evidence_page,
    evidence_with_origin,
    holds_fictional,
    holds_real,
    newest_full_year,
    years_with_evidence,
)
from wortel.coverage.reports import coverage_on_maps, coverage_report, coverage_through_years, related_codes
from wortel.coverage.rulebook import FIRST_RULED_YEAR, reach_rulebook
from wortel.coverage.tables import MUNICIPALITY, Comparison, rows_by
from wortel.coverage.tally_check import tally_differences
from wortel.coverage.wording import say, say_change, say_state, say_statement, say_status
from wortel.coverage.wording_figures import say_metric, say_reliability, say_value

__all__ = [
    "FIRST_RULED_YEAR",
    "MUNICIPALITY",
    "MUNICIPALITY_COLUMNS",
    "TOTAL_COLUMNS",
    "Comparison",
    "EvidenceAdapter",
    "EvidenceDraft",
    "EvidenceFilter",
    "EvidenceItem",
    "Origin",
    "YearRow",
    "coverage_on_maps",
    "coverage_report",
    "coverage_through_years",
    "evidence_count",
    "evidence_json",
    "evidence_page",
    "evidence_with_origin",
    "figure_json",
    "figures_about",
    "holds_fictional",
    "holds_real",
    "keep_evidence",
    "move_json",
    "municipality_json",
    "newest_full_year",
    "published_figures",
    "reach_rulebook",
    "rebuild_every_tally",
    "rebuild_tally",
    "related_codes",
    "remove_fictional_evidence",
    "rows_by",
    "say",
    "say_change",
    "say_metric",
    "say_reliability",
    "say_state",
    "say_statement",
    "say_status",
    "say_value",
    "tally_differences",
    "total_json",
    "years_with_evidence",
]
