"""Every step from every state: it leads somewhere, or it is refused with the state it is in."""

from __future__ import annotations

import pytest

from wortel.exchange.domain.states import CHANGE, CLOSE, CONSENT, PAUSE, REOPEN, START, StepRefused, after, steps_from
from wortel.exchange.domain.words import STATES
from wortel.exchange.pages.stepping import STEPS

LEADS = {
    ("draft", CHANGE): "draft", ("open", CHANGE): "open", ("paused", CHANGE): "paused",
    ("draft", START): "open", ("open", PAUSE): "paused",
    ("paused", REOPEN): "open", ("closed", REOPEN): "open",
    ("draft", CLOSE): "closed", ("awaiting", CLOSE): "closed", ("open", CLOSE): "closed", ("paused", CLOSE): "closed",
    ("awaiting", CONSENT): "open",
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("step", [CHANGE, START, PAUSE, REOPEN, CLOSE, CONSENT])
def test_a_step_leads_on_or_is_refused(state: str, step: str) -> None:
    if (state, step) in LEADS:
        assert after(step, state) == LEADS[state, step]
        assert step in steps_from(state)
        return
    with pytest.raises(StepRefused) as refused:
        after(step, state)
    assert refused.value.reason["state"] == state


def test_no_state_is_a_dead_end_on_the_page() -> None:
    for state in STATES:
        assert any(state in step.states for step in STEPS.values()), state
