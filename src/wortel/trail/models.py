"""What was done, by whom and why: entries in a chain. Rows are only ever added."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One write: who, for whom, what, why, when, from which request. Its columns are what the chain is made of."""

    number = models.BigIntegerField(primary_key=True, help_text="1, 2, 3 … without gaps")
    at_us = models.BigIntegerField(help_text="the instant, in microseconds since 1970 in UTC: equal on every database")
    channel = models.CharField(max_length=10, help_text="page, api, command or work")
    person = models.CharField(max_length=24, blank=True, help_text="ref of the person, kept after the person is erased")
    organisation = models.CharField(max_length=24, blank=True, help_text="ref of the organisation acted for")
    request = models.CharField(max_length=60, blank=True, help_text="number of the request, or name of the command")
    verb = models.CharField(max_length=60, help_text="what was done: profile.published")
    thing = models.CharField(max_length=80, help_text="what it was done to: actor:abc")
    concerns = models.CharField(max_length=24, blank=True, help_text="ref of the organisation whose record it is")
    about_person = models.CharField(max_length=24, blank=True, help_text="ref of the person the details speak of")
    why = models.CharField(max_length=300, blank=True)
    details_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(name="trail_thing", fields=["thing", "number"]),
            models.Index(name="trail_concerns", fields=["concerns", "number"]),
            models.Index(name="trail_person", fields=["person", "number"]),
            models.Index(name="trail_about_person", fields=["about_person"]),
        ]


class Details(models.Model):
    """What changed in one write: JSON with `before`, `after` and a salt. May be deleted, never changed."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="+")
    text = models.TextField()


class Head(models.Model):
    """The one row that says where the chain ends: locked by every write, so that entries follow each other."""

    only = models.BooleanField(primary_key=True, default=True)
    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)
