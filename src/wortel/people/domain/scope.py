"""What a mandate is for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """An organisation (by ref), or an area of a scheme; all empty is Flanders."""

    organisation: str = ""
    scheme: str = ""
    area: str = ""

    @property
    def kind(self) -> str:
        """organisation, area or flanders: as `Capacity.scope` calls them."""
        if self.organisation:
            return "organisation"
        return "area" if self.area else "flanders"

    def fits(self, kind: str) -> bool:
        """Whether a capacity of that kind can be held here: never an organisation and an area at once."""
        return self.kind == kind and bool(self.scheme) == bool(self.area) and not (self.organisation and self.area)

    def holds(self, other: Scope) -> bool:
        """Whether who acts here reaches there: the same organisation; the same area, or any area from Flanders."""
        if self.organisation or other.organisation:
            return self == other
        return not self.area or self == other
