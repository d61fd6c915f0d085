"""What is known of an organisation before anyone may do something to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wortel.actors.domain.web import web_domain
from wortel.actors.public import OWN_SOURCES, ActorProfile, Listed, actor_profile, name_of_area, on_web_domain
from wortel.organisations.domain.comparing import RegisterSays
from wortel.organisations.domain.fields import OWN_FIELDS
from wortel.organisations.domain.proof import provable


@dataclass(frozen=True, slots=True)
class Organisation:
    """An actor, what registers say of it by key of field, the hosts of its websites, and its numbers."""

    actor: Listed
    registers: Mapping[str, tuple[RegisterSays, ...]]
    hosts: tuple[str, ...]
    numbers: tuple[str, ...]

    @property
    def ref(self) -> str:
        """Its ref."""
        return self.actor.ref


def organisation(ref: str) -> Organisation:
    """The organisation with this ref; some nine statements. Raises `ActorGone`, `NoSuchActor`."""
    found = actor_profile(ref)
    registers = _registers(found)
    hosts = [web_domain(said.value) for said in registers.get("website", ())]
    return Organisation(
        actor=found.actor,
        registers=registers,
        hosts=provable(host for host in hosts if host),
        numbers=tuple(it.value for it in found.numbers if it.is_valid and it.scheme in ("kbo", "ovo", "school")),
    )


def is_alone(hosts: tuple[str, ...]) -> bool:
    """Whether no other actor has its website on one of these hosts. One statement a host."""
    return all(on_web_domain(host) <= 1 for host in hosts)


def _registers(found: ActorProfile) -> dict[str, tuple[RegisterSays, ...]]:
    name_of = {record.source: record.source_name for record in found.records}
    said: dict[str, tuple[RegisterSays, ...]] = {}
    for field in OWN_FIELDS:
        tellings = [it for it in found.told.get(field.told, ()) if not it.source.startswith(OWN_SOURCES)]
        values = [
            RegisterSays(_ready(field.key, it.value), name_of.get(it.source, it.source), it.stated_on)
            for it in tellings
        ]
        if values:
            said[field.key] = tuple(it for it in values if it.value)
    return said


def _ready(key: str, told: str) -> str:
    """What a register tells, written as the form wants it."""
    if key == "working_area":
        towns = [part.removeprefix("gemeente ") for part in told.split("; ") if part.startswith("gemeente ")]
        return "\n".join(name_of_area("gemeente", nis) or nis for nis in towns)
    return told.replace("; ", "\n") if key == "other_names" else told
