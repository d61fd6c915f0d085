"""The door of the introductions: what other rooms may ask or do."""

from wortel.introductions.actions.propose import propose
from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.models import Feedback, Introduction, Run, Standing, Step
from wortel.introductions.queries.standing import all_taken, open_pairs, past_pairs, taken

__all__ = [
    "Feedback",
    "Introduction",
    "IntroductionRefused",
    "Run",
    "Standing",
    "Step",
    "all_taken",
    "open_pairs",
    "past_pairs",
    "propose",
    "taken",
]
