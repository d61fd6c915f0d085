"""What came in from outside, exactly as it was said: sources, imports, and records in versions.

A record is what one source says about one thing. It is never overwritten: a later import ends it and adds a version.
What other rooms show (actors, evidence) is composed from the records that stand, so an import can be undone whole.
"""

from __future__ import annotations

from django.db import models


class Source(models.Model):
    """A register, list or desk that says things: its name, its address, its licence."""

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    url = models.CharField(max_length=500, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    is_fictional = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.key


class Import(models.Model):
    """One file taken in from one source: which, when, how its columns were read, and what changed."""

    class State(models.TextChoices):
        APPLIED = "applied"
        UNDONE = "undone"

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, help_text="what its rows speak about: actors or evidence")
    file_name = models.CharField(max_length=255)
    file_sha256 = models.CharField(max_length=64)
    mapping = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.APPLIED)
    loss_accepted = models.BooleanField(default=False)
    applied_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)


class Record(models.Model):
    """One version of what a source says about one thing; it stands until an import ends it."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=200, help_text="the source's own name for the thing")
    brought_by = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="+")
    ended_by = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="+", null=True)
    subject = models.CharField(
        max_length=40, blank=True, help_text="the thing in our own house, named by the room that owns it"
    )
    row = models.PositiveIntegerField(help_text="row in the file, as a person sees it")
    stated_on = models.CharField(max_length=60, blank=True, help_text="the date the source gives, as printed")
    raw = models.JSONField(help_text="every cell as it stood in the file, by column name")
    values = models.JSONField(help_text="what we read in it, by field name")
    repairs = models.JSONField(default=list, help_text="what had to be mended or doubted while reading, as reasons")
    digest = models.CharField(max_length=64, help_text="fingerprint of raw, to see whether a row changed")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_standing_record_per_key",
                fields=["source", "kind", "key"],
                condition=models.Q(ended_by__isnull=True),
            )
        ]
        indexes = [
            # Whole, not for named subjects only: SQLite uses a partial index for no value it does not know beforehand.
            models.Index(name="record_subject", fields=["subject"]),
            models.Index(name="record_brought_by", fields=["brought_by"]),
            models.Index(name="record_ended_by", fields=["ended_by"], condition=models.Q(ended_by__isnull=False)),
        ]
