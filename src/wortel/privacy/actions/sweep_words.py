"""Lets go of what people wrote about an introduction, after the months of the rulebook of retention."""

from __future__ import annotations

from datetime import datetime, time

from wortel.introductions.public import forget_old_words
from wortel.privacy.inactivity import months_before
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, retention_rulebook


def sweep_words(by: By, at: datetime) -> int:
    """How many texts were emptied. Raises `NoRuleInForce`."""
    on, rules = at.astimezone(BRUSSELS).date(), retention_rulebook()
    ended_on = months_before(on, rules.number("introduction_words_months", on))
    return forget_old_words(by, datetime.combine(ended_on, time(), BRUSSELS), at)
