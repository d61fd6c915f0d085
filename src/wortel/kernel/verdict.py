"""Whether someone may do something, and why (not)."""

from __future__ import annotations

from dataclasses import dataclass

from wortel.kernel.reason import Parameter, Reason


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to "may this be done?": true or false like a bool, always with the ground for it."""

    allowed: bool
    reason: Reason

    @classmethod
    def yes(cls, key: str, **parameters: Parameter) -> Verdict:
        """Allowed, on this ground."""
        return cls(allowed=True, reason=Reason.of(key, **parameters))

    @classmethod
    def no(cls, key: str, **parameters: Parameter) -> Verdict:
        """Refused, on this ground."""
        return cls(allowed=False, reason=Reason.of(key, **parameters))

    def __bool__(self) -> bool:
        return self.allowed
