"""The capacities in which a person may act: for an organisation, or in the programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Capacity:
    """`scope` is organisation, area or flanders; `given_by` names the capacities that may give it (in its scope)."""

    key: str
    scope: str
    given_by: tuple[str, ...]
    needs_second_factor: bool = False


ADMINISTRATOR = "administrator"
EDITOR = "editor"
PLATFORM_ADMINISTRATOR = "platform_administrator"
PROGRAMME_MANAGER = "programme_manager"
CATALYST = "catalyst"
TERRITORY_READER = "territory_reader"

CAPACITIES: Mapping[str, Capacity] = MappingProxyType(
    {
        it.key: it
        for it in (
            Capacity(ADMINISTRATOR, "organisation", (ADMINISTRATOR,)),
            Capacity(EDITOR, "organisation", (ADMINISTRATOR,)),
            Capacity(PLATFORM_ADMINISTRATOR, "flanders", (PLATFORM_ADMINISTRATOR,), needs_second_factor=True),
            Capacity(PROGRAMME_MANAGER, "flanders", (PLATFORM_ADMINISTRATOR,), needs_second_factor=True),
            Capacity(CATALYST, "area", (PLATFORM_ADMINISTRATOR, PROGRAMME_MANAGER), needs_second_factor=True),
            Capacity(TERRITORY_READER, "area", (PLATFORM_ADMINISTRATOR, PROGRAMME_MANAGER)),
        )
    }
)
