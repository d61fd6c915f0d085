"""Which steps a need or an offer can take from each state, and why not."""

from __future__ import annotations

from collections.abc import Mapping

from wortel.exchange.domain.words import AWAITING, CLOSED, DRAFT, OPEN, PAUSED
from wortel.kernel.reason import Reason

CHANGE, START, PAUSE, REOPEN, CLOSE, CONSENT = "change", "start", "pause", "reopen", "close", "consent"

_STEPS: Mapping[str, Mapping[str, str]] = {
    CHANGE: {DRAFT: DRAFT, OPEN: OPEN, PAUSED: PAUSED},
    START: {DRAFT: OPEN},
    PAUSE: {OPEN: PAUSED},
    REOPEN: {PAUSED: OPEN, CLOSED: OPEN},
    CLOSE: {DRAFT: CLOSED, AWAITING: CLOSED, OPEN: CLOSED, PAUSED: CLOSED},
    CONSENT: {AWAITING: OPEN},
}
"""By step: the state it leads to, by the state it starts from."""


class StepRefused(ValueError):
    """This step cannot be taken from here; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.key)
        self.reason = reason


def after(step: str, state: str) -> str:
    """The state after the step. Raises `StepRefused`."""
    if state not in _STEPS[step]:
        raise StepRefused(Reason.of("exchange.not_from_here", state=state))
    return _STEPS[step][state]


def steps_from(state: str) -> tuple[str, ...]:
    """The steps that can be taken from this state."""
    return tuple(step for step, ways in _STEPS.items() if state in ways)
