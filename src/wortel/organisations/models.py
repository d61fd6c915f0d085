"""What organisations say of themselves, and to whom they show it."""

from __future__ import annotations

from django.db import models


class OwnProfile(models.Model):
    """What an organisation says of itself: a draft, and what of it is published. One row per organisation."""

    actor = models.CharField(max_length=24, unique=True, help_text="ref of the actor")
    version = models.PositiveIntegerField(default=1, help_text="goes up with each change; an older one is refused")
    values = models.JSONField(default=dict, help_text="text by field name of domain/fields.py")
    visibility = models.JSONField(default=dict, help_text="public, signed_in, partners or own, by field name")
    published_values = models.JSONField(default=dict)
    published_visibility = models.JSONField(default=dict)
    published_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=24, blank=True, help_text="ref of the person")


class Partner(models.Model):
    """An organisation named another as its partner: that one sees what is shown to partners."""

    actor = models.CharField(max_length=24)
    partner = models.CharField(max_length=24)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_standing_partner", fields=["actor", "partner"], condition=models.Q(until__isnull=True)
            )
        ]


class Claim(models.Model):
    """Someone says a profile is theirs to keep: how they prove it, and how it was decided."""

    class Proof(models.TextChoices):
        DOMAIN = "domain"
        REVIEW = "review"
        SIGN_IN = "sign_in"

    class State(models.TextChoices):
        SENT = "sent"
        OPEN = "open"
        ACCEPTED = "accepted"
        REFUSED = "refused"
        WITHDRAWN = "withdrawn"

    ref = models.CharField(max_length=24, unique=True)
    actor = models.CharField(max_length=24)
    actor_name = models.CharField(max_length=300)
    person = models.CharField(max_length=24, help_text="ref of the claimant")
    proof = models.CharField(max_length=10, choices=Proof.choices)
    state = models.CharField(max_length=10, choices=State.choices)
    email = models.EmailField(blank=True, help_text="address on the organisation's web domain; emptied at erasure")
    message = models.TextField(max_length=2000, blank=True)
    made_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=24, blank=True)
    answer = models.TextField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_waiting_claim_a_person",
                fields=["actor", "person"],
                condition=models.Q(state__in=["sent", "open"]),
            )
        ]
        indexes = [models.Index(name="claim_actor", fields=["actor", "state"])]


class Removal(models.Model):
    """An organisation asks that its own statements are taken away, or that its profile is."""

    ref = models.CharField(max_length=24, unique=True)
    actor = models.CharField(max_length=24)
    person = models.CharField(max_length=24)
    what = models.CharField(max_length=10, help_text="own: what it says itself; profile: all of it, for review")
    why = models.TextField(max_length=2000, blank=True)
    made_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    is_granted = models.BooleanField(null=True)
    decided_by = models.CharField(max_length=24, blank=True)
    answer = models.TextField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_waiting_removal", fields=["actor"], condition=models.Q(decided_at__isnull=True)
            )
        ]
