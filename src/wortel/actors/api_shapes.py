"""The JSON shapes of actors. An empty text or null is unknown."""

from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from wortel.shell.api.paging import Page


class ActorOut(Schema):
    """An institution as a line of the directory; its place is that of its main site on today's map."""

    ref: str = Field(description="Stable name", examples=["a-7k2m9p"])
    name: str = Field(examples=["Bibliotheek Deinze"])
    kind: str = Field(examples=["library"])
    sector: str = Field(description="Helix sector", examples=["society"])
    status: str = Field(description="active, inactive, merged, planned or unknown", examples=["active"])
    website: str = Field(examples=["https://example.org"])
    is_claimed: bool = Field(description="false: a shadow profile, composed from registers only")
    is_fictional: bool
    sources: list[str] = Field(description="Keys of the sources that speak of it")
    nis: str = Field(examples=["44083"])
    province: str = Field(description="Code of the province", examples=["40000"])
    region: str = Field(description="Code of the reference region", examples=["REFREG13"])
    postcode: str = Field(examples=["9800"])
    place: str = Field(examples=["Deinze"])
    lat: float | None = Field(description="Degrees, WGS84")
    lon: float | None
    precision: str = Field(description="What the point is the middle of: address, submunicipality or municipality")
    distance_km: float | None = Field(description="From the place asked with `near`")


class FacetValue(Schema):
    """One value of a filter, and how many actors choosing it would give."""

    value: str = Field(examples=["education"])
    label: str = Field(description="In Dutch", examples=["Onderwijs"])
    count: int = Field(examples=[12])
    chosen: bool


class CorrectionOut(Schema):
    """A word that stands nowhere, and the word we looked for instead."""

    typed: str
    shown: str


class ActorPage(Page):
    """A page of the directory, with the counts of every filter and the typing errors that were mended."""

    items: list[ActorOut]
    facets: dict[str, list[FacetValue]]
    corrections: list[CorrectionOut]


class Feature(Schema):
    """One actor, or a square of the map with the number of actors in it (`count`)."""

    type: Literal["Feature"]
    geometry: dict[str, Any] = Field(
        description="GeoJSON point: longitude, latitude", examples=[{"type": "Point", "coordinates": [3.53, 50.98]}]
    )
    properties: dict[str, str | int | bool] = Field(description="ref, name, sector, nis, is_fictional; or count")


class FeatureCollection(Schema):
    """GeoJSON (RFC 7946). `clustered`: too many to name; each feature is a square of two by two kilometres."""

    type: Literal["FeatureCollection"]
    clustered: bool
    features: list[Feature]
