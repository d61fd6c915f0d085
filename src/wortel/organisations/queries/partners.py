"""Who an organisation names as its partners, and who names it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from wortel.actors.public import named_actors
from wortel.organisations.models import Partner


@dataclass(frozen=True, slots=True)
class NamedPartner:
    """A standing partner: its ref, name, since when, and whether it names the organisation too."""

    ref: str
    name: str
    is_fictional: bool
    since: date
    is_mutual: bool


def partner_refs(ref: str) -> frozenset[str]:
    """The organisations that this one names as partners today. One statement."""
    return frozenset(Partner.objects.filter(actor=ref, until=None).values_list("partner", flat=True))


def refs_naming(refs: Collection[str]) -> frozenset[str]:
    """The organisations that name one of these as their partner today. One statement, none for nobody."""
    found = Partner.objects.filter(partner__in=list(refs), until=None).values_list("actor", flat=True) if refs else ()
    return frozenset(found)


def partners_by(refs: Collection[str]) -> Mapping[str, frozenset[str]]:
    """The partners that each of these organisations names today, by ref; who names none is left out. One statement."""
    found: dict[str, set[str]] = {}
    for actor, partner in Partner.objects.filter(actor__in=list(refs), until=None).values_list("actor", "partner"):
        found.setdefault(actor, set()).add(partner)
    return {actor: frozenset(named) for actor, named in found.items()}


def partners_of(ref: str) -> tuple[NamedPartner, ...]:
    """The partners that still exist, by name. Three statements; one when there are none."""
    rows = Partner.objects.filter(Q(actor=ref) | Q(partner=ref), until=None).values_list("actor", "partner", "since")
    named = {partner: since for actor, partner, since in rows if actor == ref}
    naming = {actor for actor, partner, _ in rows if partner == ref}
    actors = named_actors(list(named)) if named else {}
    found = [NamedPartner(it.ref, it.name, it.is_fictional, named[it.ref], it.ref in naming) for it in actors.values()]
    return tuple(sorted(found, key=lambda it: (it.name.casefold(), it.ref)))
