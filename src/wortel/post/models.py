"""The outbox: mail that is written in the transaction it belongs to, and leaves afterwards."""

from __future__ import annotations

from django.db import models

from wortel.shell.refs import new_ref


class Rhythm(models.TextChoices):
    """How someone wants notices of a kind."""

    DIRECT = "direct"
    DIGEST = "digest"
    NEVER = "never"


class Message(models.Model):
    """One mail to one address: what it says, and how far it got."""

    key = models.CharField(max_length=120, unique=True, help_text="the same event asks for the same mail only once")
    kind = models.CharField(max_length=40, help_text="key of domain/kinds.py")
    person = models.CharField(max_length=24, blank=True, help_text="ref of the person, empty for who has no account")
    recipient = models.EmailField(help_text="in small letters; emptied by retention and erasure")
    subject = models.CharField(max_length=200)
    text = models.TextField(help_text="emptied by retention and erasure; for a sign-in code as soon as it was sent")
    rank = models.PositiveSmallIntegerField(default=1, help_text="0 leaves before 1")
    gathered_in = models.CharField(max_length=120, blank=True, help_text="key of the digest it left in")
    created_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True, help_text="not to be tried before; empty: leaves in a digest")
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, help_text="a worker holds it until then")
    sent_at = models.DateTimeField(null=True)
    parked_at = models.DateTimeField(null=True, help_text="given up: someone must look")
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        # Conditions on what is empty or not: SQLite uses no partial index for a value that is filled in later.
        indexes = [
            models.Index(
                name="message_waiting",
                fields=["rank", "ready_at", "id"],
                condition=models.Q(sent_at__isnull=True, parked_at__isnull=True, ready_at__isnull=False),
            ),
            models.Index(name="message_gathering", fields=["recipient"], condition=models.Q(ready_at__isnull=True)),
            models.Index(name="message_parked", fields=["parked_at"], condition=models.Q(parked_at__isnull=False)),
            models.Index(name="message_sent", fields=["sent_at"], condition=models.Q(sent_at__isnull=False)),
            models.Index(name="message_recipient", fields=["recipient"]),
            models.Index(name="message_person", fields=["person"]),
        ]


class Subscriber(models.Model):
    """A mail address that got a notice, by a name that can stand in a link without telling the address."""

    ref = models.CharField(max_length=24, unique=True, default=new_ref)
    recipient = models.EmailField(unique=True)


class Preference(models.Model):
    """How a mail address wants its notices of one kind: at once, in a daily digest, or not at all."""

    recipient = models.EmailField()
    kind = models.CharField(max_length=40)
    rhythm = models.CharField(max_length=10, choices=Rhythm.choices)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="one_rhythm_per_address_and_kind", fields=["recipient", "kind"])]


class JobRun(models.Model):
    """A daily job of the worker: that it ran on a day, or who is busy with it."""

    name = models.CharField(max_length=60)
    day = models.DateField()
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(help_text="a worker holds it until then")
    done_at = models.DateTimeField(null=True)
    sentence = models.CharField(max_length=300, blank=True, help_text="what it did, or what went wrong")

    class Meta:
        constraints = [models.UniqueConstraint(name="a_job_once_a_day", fields=["name", "day"])]
