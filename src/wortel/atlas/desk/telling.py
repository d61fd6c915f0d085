"""What a decision is made on: what every source says of the organisation."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from wortel.actors.public import ActorGone, NoSuchActor, actor_profile
from wortel.atlas.domain.matter import Matter

FIELDS = ("name", "website", "status")


@dataclass(frozen=True, slots=True)
class Said:
    """One value of one field as one source gives it."""

    label: str
    value: str
    source: str
    stated_on: str


def registers_say(matter: Matter) -> list[Said]:
    """What sources say of the fields the desk may correct; nothing for a figure or an organisation that is gone."""
    if not matter.organisation:
        return []
    try:
        about = actor_profile(matter.organisation)
    except (ActorGone, NoSuchActor):
        return []
    name_of = {record.source: record.source_name for record in about.records}
    labels = {"name": _("Naam"), "website": _("Website"), "status": _("Toestand")}
    return [
        Said(
            labels[field],
            _status(told.value) if field == "status" else told.value,
            name_of[told.source],
            told.stated_on,
        )
        for field in FIELDS
        for told in about.told.get(field, ())
    ]


def _status(value: str) -> str:
    return {
        "active": _("actief"),
        "inactive": _("bestaat niet meer"),
        "merged": _("gefuseerd"),
        "planned": _("in oprichting"),
    }.get(value, _("onbekend"))
