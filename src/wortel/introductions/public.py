"""The door of the introductions: what other rooms may ask or do."""

from wortel.introductions.actions.answer import agree
from wortel.introductions.actions.ask_run import RunRefused
from wortel.introductions.actions.forget_fiction import forget_fictional_introductions
from wortel.introductions.actions.forget_old_words import forget_old_words
from wortel.introductions.actions.keep_moving import keep_moving
from wortel.introductions.actions.plan import plan
from wortel.introductions.actions.propose import propose
from wortel.introductions.actions.put_introductions import PutIntroduction, put_introductions
from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.actions.run_matching import run_matching
from wortel.introductions.actions.run_waiting import ask_runs_of_the_night, run_next_asked, run_of_the_night, runs_wait
from wortel.introductions.actions.tell_gangmakers import tell_gangmakers
from wortel.introductions.domain.wish import Wish
from wortel.introductions.models import Feedback, Introduction, Run, Standing, Step
from wortel.introductions.queries.chosen import comparison_of_year
from wortel.introductions.queries.cooperation import WorkedTogether, cooperation, cooperation_version
from wortel.introductions.queries.standing import open_pairs, past_pairs, taken
from wortel.introductions.wording_measures import rulebook_lines, say_comparison
from wortel.introductions.wording_runs import say_ended, say_run

__all__ = [
    "Feedback",
    "Introduction",
    "IntroductionRefused",
    "PutIntroduction",
    "Run",
    "RunRefused",
    "Standing",
    "Step",
    "Wish",
    "WorkedTogether",
    "agree",
    "ask_runs_of_the_night",
    "comparison_of_year",
    "cooperation",
    "cooperation_version",
    "forget_fictional_introductions",
    "forget_old_words",
    "keep_moving",
    "open_pairs",
    "past_pairs",
    "plan",
    "propose",
    "put_introductions",
    "rulebook_lines",
    "run_matching",
    "run_next_asked",
    "run_of_the_night",
    "runs_wait",
    "say_comparison",
    "say_ended",
    "say_run",
    "taken",
    "tell_gangmakers",
]
