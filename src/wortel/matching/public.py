"""The door of the room: run a matching, and say what came of it. Needs the extra `wortel[matching]`."""

from wortel.matching.engine.assigning import SolverRefused
from wortel.matching.engine.beside import Totals
from wortel.matching.engine.candidates import TooManyPairs
from wortel.matching.engine.columns import DuplicateId, PlacesMixed, TooManyWords
from wortel.matching.engine.given_scores import PairTwice, UnknownName
from wortel.matching.engine.run import MOST_PAIRS, Match, Outcome, Plan, run
from wortel.matching.rulebook import matching_rulebook
from wortel.matching.wording import kilometres, say, say_fault, say_gain

__all__ = [
    "MOST_PAIRS",
    "DuplicateId",
    "Match",
    "Outcome",
    "PairTwice",
    "PlacesMixed",
    "Plan",
    "SolverRefused",
    "TooManyPairs",
    "TooManyWords",
    "Totals",
    "UnknownName",
    "kilometres",
    "matching_rulebook",
    "run",
    "say",
    "say_fault",
    "say_gain",
]
