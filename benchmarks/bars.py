"""What the figures are held against, and how each is called; the bars come from the project's own brief."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure by its key: how it is called, what it may be at most, and which number of its samples counts."""

    key: str
    title: str
    limit: float | None = None
    statistic: str = "median"


BARS = (
    Bar("coverage_page", "Coverage page, one year", 60),
    Bar("coverage_page_against", "Coverage page, compared with another year, by region", 60),
    Bar("coverage_report", "Coverage report, 10 years, every municipality", 400),
    Bar("search_page", "Actor search with facets: page", 60, "p95"),
    Bar("search_api", "Actor search: API", 60, "p95"),
    Bar("search_question", "Actor search with facets and 50 actors: the question alone", 60, "p95"),
    Bar("near_page", "Near a place: page", 30, "p95"),
    Bar("near_api", "Near a place: API", 30, "p95"),
    Bar("near_question", "Near a place with facets and 50 actors: the question alone", 30, "p95"),
    Bar("map_payload", "Map of all actors over the wire, the heaviest of the maps", 300, "most"),
    Bar("map_time", "Map of all actors, the slowest of the maps", statistic="most"),
    Bar("signed_in_home", "Home page, signed in: what that costs over a stranger's", 5),
    Bar("signed_in_actor", "Actor page, signed in: what that costs over a stranger's", 5),
    Bar("signed_in_coverage", "Coverage page, signed in: what that costs over a stranger's", 5),
    Bar("import", "Import of actors from a dirty CSV", 60),
    Bar("import_memory", "Import: resident memory at its highest", 400),
    Bar("demo_second", "`wortel demo`, second start until the first page", 5),
    Bar("trail_check", "`wortel check trail`, every entry and its details (10 s is 100,000 entries a second)", 10),
    Bar("trail_check_memory", "The same: resident memory at its highest"),
    Bar("match", "`wortel match run`, whole process", 3),
    Bar("match_memory", "The same: resident memory at its highest", 600, "most"),
    Bar("match_reading", "Of it: reading"),
    Bar("match_columns", "Of it: columns"),
    Bar("match_candidates", "Of it: pairs that fit, with score"),
    Bar("match_assignment", "Of it: the best assignment"),
    Bar("match_proof", "Of it: its proof"),
    Bar("match_explanation", "Of it: runner-up, and what would fill an open need"),
    Bar("match_highs", "The assignment alone by HiGHS (simplex), on the same pairs, equal total"),
    Bar("import_again", "The same file again (changes nothing)"),
    Bar("import_again_memory", "The same file again: resident memory at its highest"),
    Bar("dry_run", "The same file as a dry run"),
    Bar("demo_first", "`wortel demo`, first start until the first page"),
    Bar("start_help", "`wortel --help`"),
    Bar("start_territory", "`wortel territory successors`"),
    Bar("start_setup_again", "`wortel setup` when all is there"),
    Bar("home", "Home page"),
    Bar("municipality_page", "Municipality page (Gent)"),
    Bar("municipalities_page", "List of municipalities"),
    Bar("search_municipality", "Search of a municipality with a typing error"),
    Bar("evidence_list_page", "List of evidence of one year"),
    Bar("evidence_page", "One piece of evidence"),
    Bar("directory_page", "Directory, everything"),
    Bar("actor_page", "Actor page"),
    Bar("api_actors", "API: actors"),
    Bar("api_coverage", "API: coverage of one year"),
    Bar("api_evidence", "API: evidence of one year"),
    Bar("api_municipalities", "API: municipalities of a day"),
    Bar("coverage_one_year", "Coverage report, 1 year"),
)
PAGE_KB, SCRIPT_KB = 100, 60
