"""What an action on an introduction raises when it may not be."""

from __future__ import annotations

from wortel.kernel.reason import Reason


class IntroductionRefused(ValueError):
    """Nothing changed; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.key)
        self.reason = reason


class ChangedMeanwhile(IntroductionRefused):
    """Someone else changed the introduction after the page was opened."""

    def __init__(self) -> None:
        super().__init__(Reason.of("introductions.changed_meanwhile"))
