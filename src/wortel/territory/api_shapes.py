"""The JSON shapes of territory. A municipality has the same shape in the API, the command and every export."""

from datetime import date

from ninja import Schema
from pydantic import Field


class MunicipalityOut(Schema):
    """One municipality code and the days on which it stood."""

    nis: str = Field(description="NIS code (Statbel REFNIS): five digits, text", examples=["44083"])
    name: str = Field(examples=["Deinze"])
    valid_from: date = Field(description="First day of the code", examples=["2019-01-01"])
    valid_to: date | None = Field(description="First day the code no longer stood; null: it still stands")
    province: str | None = Field(description="Name of the province on the day asked", examples=["Oost-Vlaanderen"])
    referentieregio: str | None = Field(description="Name of the reference region; null: unknown", examples=["Gent"])


class AreaOut(Schema):
    """An area that holds whole municipalities, in one of the divisions of Flanders."""

    scheme: str = Field(description="Name of the division", examples=["provincie"])
    code: str = Field(examples=["40000"])
    name: str = Field(examples=["Oost-Vlaanderen"])
    municipalities: int = Field(description="How many municipalities it holds on the map of the day", examples=[57])


class AreaRef(Schema):
    """An area by its division, code and name."""

    scheme: str = Field(examples=["provincie"])
    code: str = Field(examples=["40000"])
    name: str = Field(examples=["Oost-Vlaanderen"])


class AreaWithMembers(AreaRef):
    """An area and the municipalities it holds on the map of the day."""

    former_names: list[str] = Field(description="Names it had before")
    on: date = Field(examples=["2025-01-01"])
    members: list[MunicipalityOut]


class PostcodeOut(Schema):
    """A place with its postcode."""

    code: str = Field(examples=["9800"])
    place: str = Field(examples=["Deinze"])


class SubMunicipalityOut(Schema):
    """A sub-municipality (deelgemeente) and a point inside it (degrees, WGS84)."""

    code: str
    name: str = Field(examples=["Nevele"])
    lat: float
    lon: float


class PointOut(Schema):
    """A point inside a municipality (degrees, WGS84), and its surface in square kilometres."""

    lat: float = Field(examples=[50.98])
    lon: float = Field(examples=[3.53])
    area_km2: float = Field(examples=[127.4])


class MunicipalityDetail(MunicipalityOut):
    """One municipality as it was on a day, with everything the territory tables know of it."""

    on: date = Field(description="The day this answer is about", examples=["2025-01-01"])
    wikidata: str | None = Field(description="Identifier in Wikidata", examples=["Q12345"])
    point: PointOut | None
    areas: list[AreaRef] = Field(description="The areas it belongs to that day; an absent scheme is unknown or none")
    postcodes: list[PostcodeOut]
    submunicipalities: list[SubMunicipalityOut]
    became: list[str] = Field(description="NIS codes on the newest map that hold its ground", examples=[["44083"]])


class CarriedOut(Schema):
    """Where a fact of one day stands on the map of another."""

    result: list[str] = Field(description="NIS codes on the map of `to`; empty: cannot be known", examples=[["44083"]])
    certain: bool
    reason: str = Field(description="Why, as a Dutch sentence")


class CountOut(Schema):
    """A number with the day it was counted and the codes it is the sum of."""

    value: int = Field(examples=[44000])
    counted_on: date = Field(examples=["2024-01-01"])
    map_on: date = Field(description="Day of the map whose codes were counted", examples=["2024-01-01"])
    made_of: list[str] = Field(description="NIS codes on that map that together are this municipality")
    sources: list[str] = Field(description="Keys of the sources in data/territory/SOURCES.md")


class InhabitantsOut(CountOut):
    """Inhabitants of an age group; `ages_from` and `ages_to` in full years, both included; both null: everyone."""

    ages_from: int | None = Field(examples=[5])
    ages_to: int | None = Field(examples=[9])


class PupilsOut(CountOut):
    """Pupils at the school sites in the municipality, whatever their home."""

    level: str = Field(description="kleuter, lager or secundair", examples=["lager"])


class StatisticsOut(Schema):
    """Counts of one municipality as it was on a day. What is not known exactly is left out, never guessed.

    Age groups overlap: do not add them.
    """

    nis: str = Field(examples=["44083"])
    name: str = Field(examples=["Deinze"])
    on: date = Field(examples=["2025-01-01"])
    inhabitants: list[InhabitantsOut]
    pupils: list[PupilsOut]
