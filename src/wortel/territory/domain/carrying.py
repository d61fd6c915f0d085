"""Carrying a fact from the map of its own day to the map of another day, without ever guessing."""

from __future__ import annotations

from datetime import date

from wortel.kernel.reason import Reason
from wortel.territory.domain.localities import Localities
from wortel.territory.domain.places import Carried, Place
from wortel.territory.domain.register import Register


def carried(register: Register, localities: Localities, place: Place, from_day: date, to_day: date) -> Carried:
    """The code on the map of `to_day` for a fact of `from_day`.

    Forward is exact: whole codes merge. Backward is exact for a code that was made of one code; else only a postcode
    or a sub-municipality can pin it down, provided it lay in the named municipality on `from_day`. What stays open
    has an empty result, and its reason names the `candidates`.

    Raises `BeforeFirstMap`, `UnknownMunicipality`, `MunicipalityEnded`, `MunicipalityNotYetThere`,
    `UnknownPostcode`, `UnknownSubMunicipality`.
    """
    register.municipality(place.nis, from_day)
    candidates = register.lineage.carried(place.nis, from_day, to_day)
    pins = _pins(localities, place)
    if pins is not None and place.nis not in _moved(register, pins, localities.first_day, from_day):
        return _answer("contradicted", place, candidates if len(candidates) == 1 else (), candidates)
    if candidates == (place.nis,):
        return _answer("unchanged", place, candidates, candidates)
    if len(candidates) == 1:
        return _answer("forward" if from_day <= to_day else "backward", place, candidates, candidates)
    if pins is not None:
        pinned = tuple(nis for nis in candidates if nis in _moved(register, pins, localities.first_day, to_day))
        if len(pinned) == 1:
            return _answer("pinned", place, pinned, candidates)
    return _answer("ambiguous", place, (), candidates)


def _pins(localities: Localities, place: Place) -> frozenset[str] | None:
    """The codes of the first map that the details of the place allow; `None` when it gives no details."""
    pins: frozenset[str] | None = None
    if place.postcode is not None:
        pins = frozenset(row.first_nis for row in localities.places_with(place.postcode))
    if place.submunicipality is not None:
        part = frozenset({localities.part(place.submunicipality).first_nis})
        pins = part if pins is None else pins & part
    return pins


def _moved(register: Register, pins: frozenset[str], first_day: date, on: date) -> frozenset[str]:
    return frozenset(after for nis in pins for after in register.lineage.carried(nis, first_day, on))


def _answer(kind: str, place: Place, result: tuple[str, ...], candidates: tuple[str, ...]) -> Carried:
    reason = Reason.of(
        f"territory.carry.{kind}",
        nis=place.nis,
        candidates=candidates,
        postcode=place.postcode,
        submunicipality=place.submunicipality,
    )
    return Carried(result, bool(result), reason)
