"""The door of the room: run a matching, and say what came of it. Needs the extra `wortel[matching]`."""

from wortel.matching.engine.assigning import SolverRefused
from wortel.matching.engine.beside import Totals
from wortel.matching.engine.candidates import Finder, Pairs, TooManyPairs
from wortel.matching.engine.columns import Columns, DuplicateId, PlacesMixed, TooManyWords
from wortel.matching.engine.given_scores import PairTwice, UnknownName
from wortel.matching.engine.on_spark import on_spark
from wortel.matching.engine.run import MOST_PAIRS, Match, Outcome, Plan, run
from wortel.matching.engine.spark_session import LOCAL, SparkFailed, SparkMissing, SparkPlan, need_spark
from wortel.matching.rulebook import matching_rulebook
from wortel.matching.wording import kilometres, say, say_fault, say_gain

__all__ = [
    "LOCAL",
    "MOST_PAIRS",
    "Columns",
    "DuplicateId",
    "Finder",
    "Match",
    "Outcome",
    "PairTwice",
    "Pairs",
    "PlacesMixed",
    "Plan",
    "SolverRefused",
    "SparkFailed",
    "SparkMissing",
    "SparkPlan",
    "TooManyPairs",
    "TooManyWords",
    "Totals",
    "UnknownName",
    "kilometres",
    "matching_rulebook",
    "need_spark",
    "on_spark",
    "run",
    "say",
    "say_fault",
    "say_gain",
]
