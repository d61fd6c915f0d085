"""What a question about territory may hold."""

from typing import Annotated

from ninja import Schema
from pydantic import Field, StringConstraints

from wortel.shell.api.values import KEY, Day, Key, Text, described

_NIS, _POSTCODE = r"^[0-9]{5}$", r"^[0-9]{4}$"
Nis = Annotated[str, StringConstraints(pattern=_NIS), described(_NIS, "NIS code: five digits", "44083")]
Postcode = Annotated[str, StringConstraints(pattern=_POSTCODE), described(_POSTCODE, "Postcode: four digits", "9850")]
Scheme = Annotated[Key, described(KEY, "Name of the division", "provincie")]
AreaCode = Annotated[Key, described(KEY, "Code of the area", "40000")]


class OnDay(Schema):
    """A day; left out, it is today."""

    on: Day | None = Field(None, description="The day the question is about; today when left out")


class OnDayOfMunicipality(Schema):
    """A day; left out, it is today, or the last day of a code that ended."""

    on: Day | None = Field(None, description="The day; left out: today, or the last day of a code that ended")


class OnEarlierDay(Schema):
    """A day; left out, it is that of the first map."""

    on: Day | None = Field(None, description="Day of the earlier map; left out: the first map, 2018-12-31")


class MunicipalitiesAsked(OnDay):
    """Which municipalities."""

    scheme: Key | None = Field(None, description="Only those in an area of this division", examples=["provincie"])
    area: Text | None = Field(None, description="Code or name of that area; needs `scheme`", examples=["40000"])


class AreasAsked(OnDay):
    """Which areas."""

    scheme: Key | None = Field(None, description="Only of this division", examples=["referentieregio"])


class CarryAsked(Schema):
    """Which place, from which day, to which map."""

    nis: Nis
    from_day: Day = Field(alias="from", description="The day of the fact, on whose map `nis` is a code")
    to_day: Day = Field(alias="to", description="The day of the map to show it on")
    postcode: Postcode | None = Field(None, description="Pins the place down through mergers", examples=["9850"])
    submunicipality: Key | None = Field(None, description="Code of the sub-municipality; pins the place down too")
