"""What organisations ask and offer: one row per need or offer."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import models


class Listing(models.Model):
    """A need or an offer of an organisation, for a period. Lists hold keys of `domain/`; ranges exclude their end."""

    class Side(models.TextChoices):
        NEED = "need"
        OFFER = "offer"

    class State(models.TextChoices):
        DRAFT = "draft"
        AWAITING = "awaiting", "waits for the consent of the organisation it was entered for"
        OPEN = "open"
        PAUSED = "paused"
        CLOSED = "closed"

    ref = models.CharField(max_length=24, unique=True, help_text="starts with demo- when fictional")
    side = models.CharField(max_length=5, choices=Side.choices)
    kind = models.CharField(max_length=30, help_text="key of domain/kinds.py")
    state = models.CharField(max_length=8, choices=State.choices)
    version = models.PositiveIntegerField(default=1, help_text="goes up with each change; an older one is refused")
    actor = models.CharField(max_length=24, help_text="ref of the organisation")
    title = models.CharField(max_length=120)
    text = models.TextField(max_length=2000, blank=True)
    themes = models.JSONField(default=list)
    priorities = models.JSONField(default=list, help_text="transition priorities")
    target_groups = models.JSONField(default=list)
    age_from = models.PositiveSmallIntegerField()
    age_to = models.PositiveSmallIntegerField()
    languages = models.JSONField(default=list)
    group_size = models.PositiveIntegerField(null=True, help_text="how many come at once; null is not said")
    quantity = models.PositiveIntegerField(help_text="times asked, or times possible, in the whole period")
    per_week = models.PositiveSmallIntegerField(null=True, help_text="of an offer: at most so often a week")
    first_on = models.DateField(help_text="first day of the period")
    end_on = models.DateField(help_text="the day after the last")
    moments = models.JSONField(default=list, help_text="parts of the week: tue_evening; empty is any")
    nis = models.CharField(max_length=5, help_text="municipality of its day")
    place = models.CharField(max_length=120, blank=True, help_text="what the place is called, as it was written")
    lat = models.FloatField()
    lon = models.FloatField()
    range_km = models.FloatField(null=True, help_text="how far from its place; null is any distance (needs only)")
    travel_mode = models.CharField(max_length=10, blank=True, help_text="when the range was given in minutes")
    travel_minutes = models.PositiveSmallIntegerField(null=True)
    accessibility = models.JSONField(default=list)
    conditions = models.TextField(max_length=1000, blank=True)
    is_urgent = models.BooleanField(default=False)
    visibility = models.CharField(max_length=10, help_text="public, signed_in, partners or own")
    words = models.TextField(blank=True, help_text="folded words of title, text, kind, themes and name, to search in")
    same_as = models.CharField(max_length=24, blank=True, help_text="ref of the listing of last year it repeats")
    entered_by = models.CharField(max_length=24, blank=True, help_text="ref of the partner that entered it for it")
    consent = models.CharField(
        max_length=10, blank=True, help_text="entered by someone else: phone, meeting or mail (desk), link (partner)"
    )
    consent_on = models.DateField(null=True)
    made_by = models.CharField(max_length=24, blank=True, help_text="ref of the person")
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, help_text="when its people were told that its period ends")
    closed_at = models.DateTimeField(null=True)
    closed_why = models.CharField(max_length=300, blank=True)
    is_fictional = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(name="ages_run_forward", condition=models.Q(age_from__lt=models.F("age_to"))),
            models.CheckConstraint(name="period_runs_forward", condition=models.Q(first_on__lt=models.F("end_on"))),
            models.CheckConstraint(name="asked_or_offered_at_least_once", condition=models.Q(quantity__gte=1)),
            models.CheckConstraint(
                name="offers_say_how_far",
                condition=models.Q(side="need") | models.Q(range_km__isnull=False),
            ),
            models.CheckConstraint(
                name="no_distance_below_zero",
                condition=models.Q(range_km__isnull=True) | models.Q(range_km__gte=0),
            ),
            models.CheckConstraint(
                name="consent_has_its_day", condition=models.Q(consent="") | models.Q(consent_on__isnull=False)
            ),
            models.CheckConstraint(
                name="someone_waits_for_consent", condition=~models.Q(state="awaiting") | ~models.Q(entered_by="")
            ),
            models.UniqueConstraint(
                name="repeated_once",
                fields=["same_as"],
                condition=~models.Q(same_as="") & ~models.Q(state="closed"),
            ),
        ]
        indexes = [
            models.Index(name="listing_state", fields=["state", "side", "kind"]),
            models.Index(name="listing_actor", fields=["actor", "state"]),
            models.Index(name="listing_ends", fields=["state", "end_on"]),
        ]

    @property
    def last_day(self) -> date:
        """The last day of the period."""
        return self.end_on - timedelta(days=1)
