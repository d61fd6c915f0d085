"""The outbox: mail that is written in the transaction it belongs to, and leaves afterwards."""

from __future__ import annotations

from django.db import models


class Message(models.Model):
    """One mail to one address: what it says, and how far it got."""

    key = models.CharField(max_length=120, unique=True, help_text="the same event asks for the same mail only once")
    kind = models.CharField(max_length=40, help_text="key of domain/kinds.py")
    person = models.CharField(max_length=24, blank=True, help_text="ref of the person, empty for who has no account")
    recipient = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    created_at = models.DateTimeField()
    ready_at = models.DateTimeField(help_text="not to be tried before")
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, help_text="a worker holds it until then")
    sent_at = models.DateTimeField(null=True)
    parked_at = models.DateTimeField(null=True, help_text="given up: someone must look")
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(
                name="message_waiting",
                fields=["ready_at"],
                condition=models.Q(sent_at__isnull=True, parked_at__isnull=True),
            ),
            models.Index(name="message_recipient", fields=["recipient"]),
        ]


class Preference(models.Model):
    """How a mail address wants its notices of one kind: at once, in a daily digest, or not at all."""

    class Rhythm(models.TextChoices):
        DIRECT = "direct"
        DIGEST = "digest"
        NEVER = "never"

    recipient = models.EmailField()
    kind = models.CharField(max_length=40)
    rhythm = models.CharField(max_length=10, choices=Rhythm.choices)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="one_rhythm_per_address_and_kind", fields=["recipient", "kind"])]
