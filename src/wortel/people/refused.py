"""What an action says when it may not be done."""

from __future__ import annotations

from wortel.kernel.reason import Reason


class NotAllowed(Exception):
    """Nothing changed, but perhaps a line on the trail; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.key)
        self.reason = reason
