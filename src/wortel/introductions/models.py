"""Who is brought together with whom, how far they are, what both say of it, and the runs that proposed it."""

from __future__ import annotations

from django.db import models


class Run(models.Model):
    """One run of the engine over the records of a scope, in one world: asked, under way, or over."""

    ref = models.CharField(max_length=24, unique=True, help_text="starts with demo- when fictional")
    scheme = models.CharField(max_length=20, blank=True, help_text="scheme of the area; empty is Flanders")
    area = models.CharField(max_length=12, blank=True)
    municipalities = models.JSONField(default=list, help_text="codes, when a hand-picked group was asked")
    asked_by = models.CharField(
        max_length=24, blank=True, help_text="ref of the person; empty is the night or a command"
    )
    asked_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True, help_text="null: waits for the worker")
    ended_at = models.DateTimeField(null=True, help_text="null: waits or under way, unless it began long ago: it died")
    failed = models.CharField(max_length=30, blank=True, help_text="key of the reason why nothing came of it")
    figures = models.JSONField(default=dict, help_text="candidates, asked, filled, score, bound, seconds per stage, …")
    weights = models.JSONField(default=dict, help_text="the weights that held, by criterion")
    is_fictional = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_run_under_way_a_world",
                fields=["is_fictional"],
                condition=models.Q(began_at__isnull=False, ended_at__isnull=True),
            ),
        ]
        indexes = [models.Index(name="run_ended", fields=["ended_at"])]


class Standing(models.Model):
    """How a need stands after the last run over it: how much is missing, why, and the nearest changes."""

    need = models.CharField(max_length=24, unique=True, help_text="ref of the listing")
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="+")
    missing = models.PositiveIntegerField()
    since = models.DateTimeField(help_text="the first run of those in a row that found it short")
    ground = models.JSONField(help_text="a reason: key and parameters")
    changes = models.JSONField(default=list, help_text="reasons, the easiest first")
    offers = models.JSONField(default=list, help_text="refs of the offers these changes lead to, in the same order")


class Introduction(models.Model):
    """A need and an offer brought together once."""

    class State(models.TextChoices):
        PROPOSED = "proposed"
        READ = "read"
        IN_CONTACT = "in_contact"
        CONFIRMED = "confirmed"
        DONE = "done"
        DECLINED = "declined"
        DROPPED = "dropped"
        EXPIRED = "expired"

    class Origin(models.TextChoices):
        ENGINE = "engine"
        DESK = "desk"
        DIRECT = "direct", "one side asked the other"
        ELSEWHERE = "elsewhere", "agreed elsewhere, recorded here"

    ref = models.CharField(max_length=24, unique=True, help_text="starts with demo- when fictional")
    need = models.CharField(max_length=24, help_text="ref of the listing")
    offer = models.CharField(max_length=24, help_text="ref of the listing")
    need_actor = models.CharField(max_length=24)
    offer_actor = models.CharField(max_length=24)
    state = models.CharField(max_length=10, choices=State.choices)
    origin = models.CharField(max_length=10, choices=Origin.choices)
    version = models.PositiveIntegerField(default=1)
    proposed_by = models.CharField(max_length=6, help_text="who asked or told: need, offer, desk or engine")
    run = models.CharField(max_length=24, blank=True, help_text="ref of the run that proposed it")
    score = models.IntegerField(null=True)
    reasons = models.JSONField(default=list, help_text="why these two: reasons, key and parameters")
    km = models.FloatField(null=True, help_text="as the crow flies")
    proposed_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, help_text="when the first of both opened it")
    need_agreed_at = models.DateTimeField(null=True)
    offer_agreed_at = models.DateTimeField(null=True)
    state_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, help_text="let go when nobody acts before")
    remind_at = models.DateTimeField(null=True, help_text="one reminder in this state; null: none, or sent")
    planned_on = models.DateField(null=True)
    why = models.CharField(max_length=30, blank=True, help_text="key of the reason why it ended without being done")
    ended_by = models.CharField(max_length=5, blank=True, help_text="need, offer or desk")
    is_fictional = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_open_introduction_a_pair",
                fields=["need", "offer"],
                condition=models.Q(state__in=["proposed", "read", "in_contact", "confirmed"]),
            ),
            models.CheckConstraint(
                name="contact_asks_two_agreements",
                condition=~models.Q(state__in=["in_contact", "confirmed", "done"])
                | models.Q(need_agreed_at__isnull=False, offer_agreed_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(name="introduction_need", fields=["need", "state"]),
            models.Index(name="introduction_offer", fields=["offer", "state"]),
            models.Index(name="introduction_state", fields=["state", "expires_at"]),
            models.Index(name="introduction_need_actor", fields=["need_actor", "state"]),
            models.Index(name="introduction_offer_actor", fields=["offer_actor", "state"]),
        ]


class Step(models.Model):
    """One step of an introduction, as both sides see it."""

    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="+")
    step = models.CharField(max_length=10, help_text="proposed, or a step of domain/states.py")
    state = models.CharField(max_length=10, help_text="the state it led to")
    at = models.DateTimeField()
    side = models.CharField(max_length=6, blank=True, help_text="need, offer, desk or engine")
    person = models.CharField(max_length=24, blank=True)
    text = models.CharField(max_length=500, blank=True, help_text="what that person wrote with it, for both sides")

    class Meta:
        indexes = [models.Index(name="step_introduction", fields=["introduction", "at"])]


class Feedback(models.Model):
    """What one side says after it happened (or did not)."""

    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="+")
    side = models.CharField(max_length=5)
    happened = models.BooleanField()
    worked = models.PositiveSmallIntegerField(null=True, help_text="1 (not) to 4 (very well); null is not said")
    again = models.BooleanField(null=True, help_text="would do it again; null is not said")
    children = models.PositiveIntegerField(null=True, help_text="at least so many; null is not said")
    text = models.TextField(max_length=1000, blank=True)
    person = models.CharField(max_length=24, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_feedback_a_side", fields=["introduction", "side"]),
            models.CheckConstraint(
                name="worked_from_one_to_four",
                condition=models.Q(worked__isnull=True) | models.Q(worked__gte=1, worked__lte=4),
            ),
        ]
