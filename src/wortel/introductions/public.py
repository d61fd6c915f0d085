"""The door of the introductions: what other rooms may ask or do."""

from wortel.introductions.actions.answer import agree, decline
from wortel.introductions.actions.forget_fiction import forget_fictional_introductions
from wortel.introductions.actions.give_feedback import give_feedback
from wortel.introductions.actions.keep_moving import keep_moving
from wortel.introductions.actions.let_go import let_go
from wortel.introductions.actions.plan import plan
from wortel.introductions.actions.propose import propose
from wortel.introductions.actions.record_elsewhere import record_elsewhere
from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.domain.feedback import Said
from wortel.introductions.models import Feedback, Introduction, Run, Standing, Step
from wortel.introductions.queries.cooperation import WorkedTogether, cooperation, cooperation_version
from wortel.introductions.queries.standing import all_taken, open_pairs, past_pairs, taken

__all__ = [
    "Feedback",
    "Introduction",
    "IntroductionRefused",
    "Run",
    "Said",
    "Standing",
    "Step",
    "WorkedTogether",
    "agree",
    "all_taken",
    "cooperation",
    "cooperation_version",
    "decline",
    "forget_fictional_introductions",
    "give_feedback",
    "keep_moving",
    "let_go",
    "open_pairs",
    "past_pairs",
    "plan",
    "propose",
    "record_elsewhere",
    "taken",
]
