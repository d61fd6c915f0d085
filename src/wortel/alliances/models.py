"""Alliances: for now the beginning of one, started from a proposed grouping of municipalities."""

from __future__ import annotations

from django.db import models


class Beginning(models.Model):
    """Someone starts an alliance from a proposal: which municipalities, whom to invite, and why this grouping."""

    ref = models.CharField(max_length=24, unique=True, help_text="starts with demo- when fictional")
    name = models.CharField(max_length=120)
    scheme = models.CharField(max_length=20, blank=True, help_text="scheme of the area it was proposed for")
    area = models.CharField(max_length=12, blank=True)
    municipalities = models.JSONField(help_text="codes of the day it was started")
    invited = models.JSONField(default=list, help_text="refs of actors thought of, with their sector")
    missing = models.JSONField(default=list, help_text="helix sectors nobody was found for")
    figures = models.JSONField(default=dict, help_text="what the proposal scored, by criterion")
    made_by = models.CharField(max_length=24, blank=True)
    made_at = models.DateTimeField()
    given_up_at = models.DateTimeField(null=True)
    is_fictional = models.BooleanField(default=False)
