"""Facts that stand in the way of an answer about territory."""

from __future__ import annotations

from datetime import date


class BeforeFirstMap(LookupError):
    """The day lies before the first map; nothing is known of it here. `first` is the first day that is."""

    def __init__(self, on: date, first: date) -> None:
        super().__init__(f"the first map is of {first}; {on} lies before it")
        self.on = on
        self.first = first


class UnknownMunicipality(LookupError):
    """No Flemish municipality ever had this NIS code on any map."""

    def __init__(self, nis: str, why: str = "is not the NIS code of a Flemish municipality") -> None:
        super().__init__(f"{nis!r} {why}")
        self.nis = nis


class OutsideFlanders(UnknownMunicipality):
    """The code is one of the nineteen Brussels municipalities: in the Community, not in the Flemish Region."""

    def __init__(self, nis: str, name: str) -> None:
        super().__init__(nis, f"is {name}, in the Brussels-Capital Region")
        self.name = name


class MunicipalityEnded(LookupError):
    """The code no longer stood on that day; `successors` are the codes that stood in its place."""

    def __init__(self, nis: str, ended: date, successors: tuple[str, ...]) -> None:
        super().__init__(f"{nis} ended on {ended} and became {', '.join(successors) or 'unknown'}")
        self.nis = nis
        self.ended = ended
        self.successors = successors


class MunicipalityNotYetThere(LookupError):
    """The code did not stand yet on that day; `predecessors` are the codes that stood in its place."""

    def __init__(self, nis: str, starts: date, predecessors: tuple[str, ...]) -> None:
        super().__init__(f"{nis} starts on {starts}; before, there were {', '.join(predecessors) or 'unknown'}")
        self.nis = nis
        self.starts = starts
        self.predecessors = predecessors


class UnknownArea(LookupError):
    """No such scheme, or no area with this code in it."""


class UnknownPostcode(LookupError):
    """No Flemish place has this postcode."""


class UnknownSubMunicipality(LookupError):
    """No Flemish sub-municipality has this code."""


class GazetteerContradicts(ValueError):
    """The rows do not fit together: a doubled code, a dangling code, or two areas at once."""


REFUSALS = (
    BeforeFirstMap,
    MunicipalityEnded,
    MunicipalityNotYetThere,
    UnknownArea,
    UnknownMunicipality,
    UnknownPostcode,
    UnknownSubMunicipality,
)
"""Every refusal of a question about a place, an area or a day."""
