"""Actors as they are shown: composed from the records that stand, and rebuilt whenever one of those changes.

The truth is in the records (`intake`); these tables are what pages search, count and draw.
"""

from __future__ import annotations

from django.db import models

from wortel.actors.search.tables import DirectoryCell, DirectoryEntry, SearchEntry, SearchGram, SearchTerm

__all__ = [
    "Actor",
    "DirectoryCell",
    "DirectoryEntry",
    "Identifier",
    "Name",
    "Role",
    "SearchEntry",
    "SearchGram",
    "SearchTerm",
    "Site",
    "WorkingArea",
]

NAME_LENGTH = 300


class Actor(models.Model):
    """An institution: who it is and where it stands on today's map. Its sites are apart."""

    class Status(models.TextChoices):
        ACTIVE = "active"
        INACTIVE = "inactive"
        MERGED = "merged"
        PLANNED = "planned"
        UNKNOWN = "unknown"

    ref = models.CharField(
        max_length=24, unique=True, help_text="stable name in addresses; starts with demo- when fictional"
    )
    name = models.CharField(max_length=NAME_LENGTH)
    kind = models.CharField(max_length=40, help_text="key of domain/kinds.py")
    sector = models.CharField(
        max_length=12, blank=True, help_text="helix sector, key of domain/kinds.py; empty is unknown"
    )
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.UNKNOWN)
    website = models.CharField(max_length=300, blank=True)
    is_fictional = models.BooleanField(default=False)
    is_claimed = models.BooleanField(default=False, help_text="false: a shadow profile, composed from registers only")
    sources = models.CharField(max_length=300, blank=True, help_text="keys of the sources that speak of it: |a|b|")
    # Where it stands on today's map: its main site carried to the newest map. Empty or null is unknown.
    nis = models.CharField(max_length=5, blank=True)
    province = models.CharField(max_length=5, blank=True)
    region = models.CharField(max_length=12, blank=True)
    postcode = models.CharField(max_length=4, blank=True)
    place = models.CharField(max_length=120, blank=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    x_km = models.FloatField(null=True, help_text="kilometres east in the local plane of territory/domain/plane.py")
    y_km = models.FloatField(null=True, help_text="kilometres north in the local plane")
    precision = models.CharField(max_length=20, blank=True, help_text="address, submunicipality, municipality or empty")
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="fictional_actors_have_their_own_range",
                condition=models.Q(is_fictional=True, ref__startswith="demo-")
                | (models.Q(is_fictional=False) & ~models.Q(ref__startswith="demo-")),
            )
        ]
        indexes = [
            models.Index(name="actor_by_name", fields=["name", "id"]),
            models.Index(name="actor_by_nis", fields=["nis", "name"]),
        ]

    def __str__(self) -> str:
        return self.name


class Site(models.Model):
    """A place where an actor works; the municipality code is the one its source used, on the day it was recorded."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    record = models.ForeignKey("intake.Record", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=NAME_LENGTH, blank=True)
    street = models.CharField(max_length=200, blank=True)
    house_number = models.CharField(max_length=40, blank=True)
    postcode = models.CharField(max_length=4, blank=True)
    place = models.CharField(max_length=120, blank=True)
    municipality = models.ForeignKey("territory.Municipality", on_delete=models.PROTECT, related_name="+", null=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    precision = models.CharField(max_length=20, blank=True)
    is_main = models.BooleanField(default=False)


class Identifier(models.Model):
    """A number or address by which a register knows an actor or one of its sites; kept also when its check fails."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    record = models.ForeignKey("intake.Record", on_delete=models.CASCADE, related_name="+")
    scheme = models.CharField(max_length=20, help_text="key of domain/identifiers.py")
    value = models.CharField(max_length=200, help_text="in the scheme's own normal form")
    raw = models.CharField(max_length=200, help_text="as the source wrote it")
    is_valid = models.BooleanField()

    class Meta:
        indexes = [models.Index(name="identifier_lookup", fields=["scheme", "value"])]


class Name(models.Model):
    """Another name of an actor: a former one, a short one, one in another register."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    record = models.ForeignKey("intake.Record", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=NAME_LENGTH)
    kind = models.CharField(max_length=10, help_text="former, other or site")


class Role(models.Model):
    """A role an actor holds for a while, somewhere: STEM academy, RTC, gangmaker."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    record = models.ForeignKey("intake.Record", on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=40)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    note = models.CharField(max_length=500, blank=True)


class WorkingArea(models.Model):
    """An area an actor works for, which may be larger than the place where it sits."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    record = models.ForeignKey("intake.Record", on_delete=models.CASCADE, related_name="+")
    scheme = models.CharField(max_length=20, help_text="gemeente, or a scheme of the territory")
    area = models.CharField(max_length=12)
