"""Evidence as it happened, and its tally; coverage itself is computed, never stored."""

from __future__ import annotations

from django.db import models

FIRST_YEAR, LAST_YEAR = 2012, 2100


class Evidence(models.Model):
    """One statement about one municipality in one calendar year: an activity was held there, or none was."""

    class Claim(models.TextChoices):
        ACTIVITY = "activity"
        NONE = "none"

    class Status(models.TextChoices):
        RECOGNISED = "recognised"
        EQUIVALENT = "equivalent"
        CONTESTED = "contested"
        WITHDRAWN = "withdrawn"

    ref = models.CharField(
        max_length=24, unique=True, help_text="stable name in addresses; starts with demo- when fictional"
    )
    record = models.ForeignKey("intake.Record", on_delete=models.CASCADE, related_name="+", null=True)
    claim = models.CharField(max_length=10, choices=Claim.choices)
    status = models.CharField(max_length=10, choices=Status.choices)
    year = models.PositiveSmallIntegerField()
    happened_on = models.DateField(null=True, help_text="the day, when the source gives one")
    municipality = models.ForeignKey("territory.Municipality", on_delete=models.PROTECT, related_name="+")
    postcode = models.CharField(max_length=4, blank=True, help_text="pins the place down through mergers")
    title = models.CharField(max_length=300, help_text="what happened")
    reporter = models.CharField(max_length=300, help_text="who says so")
    basis = models.CharField(max_length=1000, blank=True, help_text="on what ground, in the source's words or ours")
    confidence = models.CharField(max_length=20, blank=True)
    url = models.CharField(max_length=1000, blank=True)
    stated_on = models.CharField(max_length=60, blank=True, help_text="the date of the source, as printed")
    is_fictional = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="evidence_year_is_plausible", condition=models.Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR)
            ),
            models.CheckConstraint(
                name="evidence_day_lies_in_its_year",
                condition=models.Q(happened_on__isnull=True) | models.Q(happened_on__year=models.F("year")),
            ),
            models.CheckConstraint(
                name="fictional_evidence_has_its_own_range",
                condition=models.Q(is_fictional=True, ref__startswith="demo-")
                | (models.Q(is_fictional=False) & ~models.Q(ref__startswith="demo-")),
            ),
        ]
        indexes = [
            models.Index(name="evidence_tally_key", fields=["year", "municipality", "postcode", "claim", "status"]),
            models.Index(name="evidence_by_place", fields=["municipality", "year"]),
        ]


class EvidenceTally(models.Model):
    """How many statements of each sort name one place in one year: rewritten with every change of evidence.

    One row a place keeps the table small enough to read whole years with every page.
    """

    year = models.PositiveSmallIntegerField()
    nis = models.CharField(max_length=5)
    postcode = models.CharField(max_length=4, blank=True)
    recognised = models.PositiveIntegerField(default=0)
    equivalent = models.PositiveIntegerField(default=0)
    contested = models.PositiveIntegerField(default=0)
    withdrawn = models.PositiveIntegerField(default=0)
    denied = models.PositiveIntegerField(default=0)
    denied_contested = models.PositiveIntegerField(default=0)
    denied_withdrawn = models.PositiveIntegerField(default=0)
    denier = models.CharField(max_length=300, blank=True, help_text="one of those who say there was nothing")
    disputer = models.CharField(max_length=300, blank=True, help_text="one of those whose statement is contested")

    class Meta:
        constraints = [models.UniqueConstraint(name="one_tally_per_place", fields=["year", "nis", "postcode"])]


class EvidenceYear(models.Model):
    """How much is said about a year, and when that last changed; its row is the lock for rewriting the tally."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    statements = models.PositiveIntegerField(default=0)
    fictional = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(null=True)
