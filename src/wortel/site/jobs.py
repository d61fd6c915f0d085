"""What the worker does once a day: a name, the hour before which it does not start, and a callable.

A job takes the instant and returns one Dutch sentence on what it did. It may run twice (a worker that died half-way),
so it must do no harm then. To add one, add a line; each room offers its own through `public.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from wortel.atlas.public import tell_desk
from wortel.exchange.public import remind_of_ends
from wortel.introductions.public import (
    RunRefused,
    ask_runs_of_the_night,
    keep_moving,
    run_next_asked,
    runs_wait,
    say_ended,
    say_run,
    tell_gangmakers,
)
from wortel.people.public import forget_ended_sessions, remind_of_expiry
from wortel.post.public import forget_sent, gather_digests
from wortel.privacy.public import sweep_inactive, sweep_replies, sweep_unanswered, sweep_words
from wortel.shell.kept_cache import forget_expired
from wortel.trail.public import By, forget_old_details

Work = Callable[[datetime], str]


@dataclass(frozen=True, slots=True)
class Job:
    """`not_before` is an hour of the day in Belgium, 0–23."""

    name: str
    work: Work
    not_before: int = 0


def _digests(at: datetime) -> str:
    return f"{gather_digests(at)} dagmails klaargezet."


def _old_mail(at: datetime) -> str:
    return f"{forget_sent(at)} oude mails leeggemaakt."


def _inactive(at: datetime) -> str:
    swept = sweep_inactive(By.work("privacy.sweep"), at)
    return f"{swept.reminded} mensen aangeschreven, {swept.erased} accounts gewist, {swept.kept} niet te missen."


def _old_details(at: datetime) -> str:
    return f"{forget_old_details(By.work('trail.forget_old_details'), at)} oude details uit het logboek gewist."


def _expiry(at: datetime) -> str:
    return f"{remind_of_expiry(at)} mandaten lopen bijna af; hun mensen zijn aangeschreven."


def _introductions(at: datetime) -> str:
    moved = keep_moving(By.work("introductions.keep_moving"), at)
    return f"{moved.reminded} herinneringen aan voorstellen en afspraken verstuurd, {moved.expired} vervallen."


def _runs(at: datetime) -> str:
    """Done beside, like those that people ask for: a run takes a minute, and mail must not wait for it."""
    try:
        asked = ask_runs_of_the_night(By.work("introductions.run"), at)
    except RunRefused as refused:
        return say_run(refused.reason)
    return f"Rondes gevraagd: {len(asked)}."


def _short(at: datetime) -> str:
    return f"{tell_gangmakers(settings.PUBLIC_URL, at)} gangmakers kregen bericht van vragen die open blijven."


def _desk(at: datetime) -> str:
    return f"{tell_desk(settings.PUBLIC_URL, at)} mensen van de balie aangeschreven."


def _ends(at: datetime) -> str:
    told = remind_of_ends(By.work("exchange.ends"), at, settings.PUBLIC_URL)
    return f"{told} vragen en aanbiedingen lopen bijna af; hun beheerders zijn aangeschreven."


def _old_replies(at: datetime) -> str:
    return f"{sweep_replies(By.work('privacy.sweep_replies'), at)} oude meldingen gewist of leeggemaakt."


def _unanswered(at: datetime) -> str:
    gone = sweep_unanswered(By.work("privacy.sweep_unanswered"), at)
    return f"{gone} aanvragen en uitnodigingen zonder antwoord gewist."


def _old_words(at: datetime) -> str:
    return f"{sweep_words(By.work('privacy.sweep_words'), at)} teksten bij oude introducties gewist."


def _sessions(at: datetime) -> str:
    forget_expired(at)
    return f"{forget_ended_sessions()} toestellen zonder sessie vergeten."


DAILY: Sequence[Job] = (
    Job("post.digests", _digests, not_before=7),
    Job("post.forget_sent", _old_mail, not_before=3),
    Job("people.expiry", _expiry, not_before=8),
    Job("introductions.keep_moving", _introductions, not_before=8),
    # Before the morning mails, with the places that came free the day before.
    Job("introductions.run", _runs, not_before=4),
    Job("exchange.ends", _ends, not_before=8),
    Job("introductions.short", _short, not_before=6),
    Job("atlas.desk", _desk, not_before=6),
    Job("privacy.sweep", _inactive, not_before=9),
    Job("privacy.sweep_replies", _old_replies, not_before=3),
    Job("privacy.sweep_unanswered", _unanswered, not_before=3),
    Job("privacy.sweep_words", _old_words, not_before=3),
    Job("people.sessions", _sessions, not_before=3),
    Job("trail.forget_old_details", _old_details, not_before=3),
)


def is_asked() -> bool:
    """Whether someone asked for long work that did not begin yet."""
    return runs_wait()


def do_asked(clock: Callable[[], datetime]) -> str | None:
    """Does the long work that was asked longest ago, and says what came of it; `None`: it must wait."""
    run = run_next_asked(By.work("introductions.run"), clock)
    return say_ended(run) if run else None
