"""The door of the room: run a matching, and say what came of it."""

from wortel.matching.domain.fairness import Fairness, NeedWeight, fairness_in_force, need_weight
from wortel.matching.engine.assigning import SolverRefused
from wortel.matching.engine.beside import Totals
from wortel.matching.engine.candidates import Finder, Pairs, TooManyPairs
from wortel.matching.engine.columns import Columns, DuplicateId, PlacesMixed, TooManyWords
from wortel.matching.engine.explaining import Match, Matches, Shortage
from wortel.matching.engine.gathering import Gathering
from wortel.matching.engine.given_scores import PairTwice, UnknownName
from wortel.matching.engine.on_spark import on_spark
from wortel.matching.engine.rows import NeedRows, OfferRows
from wortel.matching.engine.run import MOST_PAIRS, Outcome, Plan, resolve, run
from wortel.matching.engine.spark_session import LOCAL, SparkFailed, SparkMissing, SparkPlan, need_spark
from wortel.matching.engine.standing import Changes, Standing
from wortel.matching.rulebook import matching_rulebook
from wortel.matching.telling import match_lines, unfilled_lines
from wortel.matching.wording import kilometres, say, say_fault, say_gain

__all__ = [
    "LOCAL",
    "MOST_PAIRS",
    "Changes",
    "Columns",
    "DuplicateId",
    "Fairness",
    "Finder",
    "Gathering",
    "Match",
    "Matches",
    "NeedRows",
    "NeedWeight",
    "OfferRows",
    "Outcome",
    "PairTwice",
    "Pairs",
    "PlacesMixed",
    "Plan",
    "Shortage",
    "SolverRefused",
    "SparkFailed",
    "SparkMissing",
    "SparkPlan",
    "Standing",
    "TooManyPairs",
    "TooManyWords",
    "Totals",
    "UnknownName",
    "fairness_in_force",
    "kilometres",
    "match_lines",
    "matching_rulebook",
    "need_spark",
    "need_weight",
    "on_spark",
    "resolve",
    "run",
    "say",
    "say_fault",
    "say_gain",
    "unfilled_lines",
]
