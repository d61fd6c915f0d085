"""What visitors send us about a profile or a figure, kept until someone decides on it."""

from __future__ import annotations

from django.db import models


class Reply(models.Model):
    """One claim, dispute or correction: by whom, about what, in which words, and how it was decided."""

    class Kind(models.TextChoices):
        CLAIM = "claim"
        DISPUTE = "dispute"
        CORRECTION = "correction"

    class State(models.TextChoices):
        UNCONFIRMED = "unconfirmed"
        OPEN = "open"
        ACCEPTED = "accepted"
        REFUSED = "refused"
        WITHDRAWN = "withdrawn"

    ref = models.CharField(max_length=24, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    state = models.CharField(max_length=12, choices=State.choices, default=State.UNCONFIRMED)
    target = models.CharField(max_length=80, help_text="what it is about, e.g. actor:abc or coverage:44021:2022")
    target_label = models.CharField(max_length=320)
    target_path = models.CharField(max_length=300)
    nis = models.CharField(max_length=5, blank=True, help_text="municipality it lies in; empty is unknown")
    message = models.TextField(max_length=4000)
    person = models.CharField(max_length=24, blank=True, help_text="ref of the author; empty without account")
    author_name = models.CharField(max_length=120, blank=True, help_text="emptied when the author is erased")
    author_email = models.EmailField(blank=True, help_text="emptied when the author is erased")
    organisation = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    taken_by = models.CharField(max_length=24, blank=True, help_text="ref of who is looking into it")
    taken_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=24, blank=True, help_text="ref of who decided; empty: the command line")
    decision = models.TextField(max_length=2000, blank=True)

    class Meta:
        indexes = [
            models.Index(name="reply_about", fields=["target", "state"]),
            models.Index(name="reply_waiting", fields=["state", "confirmed_at"]),
        ]
