"""Who and where, in the tests of mandates; names of organisations without a directory."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from hypothesis import HealthCheck, settings

from wortel.people.models import Person
from wortel.shell.clock import now
from wortel.trail.public import By

BY = By.command("tests")
CLUB = "club-aan-de-leie"
OTHER = "school-op-de-berg"
SITE = "https://wortel.example"
AT = now().replace(microsecond=0)
TODAY = AT.date()
NAMES = {CLUB: "Techniekclub aan de Leie", OTHER: "School op de Berg"}


UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no fault in a rule."""


def names(refs: Collection[str]) -> Mapping[str, str]:
    """Stands in for the directory."""
    return {ref: name for ref, name in NAMES.items() if ref in refs}


def by(person: Person, organisation: str = CLUB) -> By:
    """How this person signs what they do on a page."""
    return By("page", person=person.ref, organisation=organisation)
