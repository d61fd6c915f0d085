"""For which municipalities a run looks: an area of a division, a hand-picked group (an alliance), or Flanders."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RunScope:
    """An area of a scheme, or some municipalities by code; all empty is Flanders."""

    scheme: str = ""
    area: str = ""
    municipalities: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.scheme) != bool(self.area) or (self.area and self.municipalities):
            raise ValueError("a run looks at an area or at municipalities, or at everything")

    @property
    def is_flanders(self) -> bool:
        """Whether it looks everywhere."""
        return not self.area and not self.municipalities

    @property
    def name(self) -> str:
        """Its name in a log or on the trail: `flanders`, `referentieregio:REFREG13`, `municipalities:44021,44043`."""
        if self.municipalities:
            return f"municipalities:{','.join(self.municipalities)}"
        return f"{self.scheme}:{self.area}" if self.area else "flanders"
