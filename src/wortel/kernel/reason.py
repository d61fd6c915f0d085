"""Why a decision came out as it did: a key with numbers, put into words elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Parameter = str | int | float | bool | None | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A decision's ground: `key` names the kind of ground, `parameters` hold its names and numbers.

    The same reason serves page, letter, CSV, test and appeal; a room's `wording.py` says it in Dutch or English.
    """

    key: str
    parameters: Mapping[str, Parameter] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, key: str, **parameters: Parameter) -> Reason:
        """Short way to write a reason: `Reason.of("coverage.reached", count=3)`."""
        return cls(key, MappingProxyType(dict(sorted(parameters.items()))))

    def __hash__(self) -> int:
        return hash((self.key, tuple(self.parameters.items())))

    def __getitem__(self, name: str) -> Parameter:
        return self.parameters[name]
