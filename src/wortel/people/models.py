"""People who sign in, and on whose behalf they may act, from when until when."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from wortel.shell.refs import new_ref


class Person(AbstractBaseUser):
    """Someone who signs in. Holds no more than is needed: a name and a mail address, both gone after erasure."""

    ref = models.CharField(max_length=24, unique=True, default=new_ref)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(unique=True, null=True)
    language = models.CharField(max_length=5, default="nl")
    is_active = models.BooleanField(default=True)
    is_fictional = models.BooleanField(default=False)
    joined_at = models.DateTimeField()
    seen_on = models.DateField(null=True, help_text="last day of signing in")
    reminded_on = models.DateField(null=True, help_text="told that the account will be erased for want of use")
    erased_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[BaseUserManager[Any]] = BaseUserManager()

    def __str__(self) -> str:
        return self.ref


class Mandate(models.Model):
    """A person acts for an organisation, or in the programme, in a capacity, for a span; given by someone who may."""

    ref = models.CharField(max_length=24, unique=True, default=new_ref)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=30, help_text="key of domain/capacities.py")
    organisation = models.CharField(max_length=24, blank=True, help_text="ref of the actor; empty in the programme")
    scheme = models.CharField(max_length=20, blank=True, help_text="scheme of the territory it is limited to")
    area = models.CharField(max_length=12, blank=True, help_text="area of that scheme; empty is all of Flanders")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, help_text="first day it no longer holds; null goes on")
    given_by = models.CharField(max_length=24, blank=True, help_text="ref of the giver; empty is the command line")
    given_at = models.DateTimeField()
    ground = models.CharField(max_length=40, help_text="invitation, domain, review, succession, command, sign_in")
    ended_at = models.DateTimeField(null=True, help_text="taken back at this instant, whatever valid_to says")
    ended_by = models.CharField(max_length=24, blank=True)
    ended_why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="mandate_span_not_reversed",
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
            ),
            models.UniqueConstraint(
                name="one_open_mandate_of_a_kind",
                fields=["person", "capacity", "organisation", "scheme", "area"],
                condition=models.Q(ended_at__isnull=True),
            ),
        ]
        indexes = [models.Index(name="mandate_organisation", fields=["organisation", "ended_at"])]


class Invitation(models.Model):
    """An organisation invites a person by mail, or a person asks an organisation; one answer makes the mandate."""

    class Way(models.TextChoices):
        INVITED = "invited"
        ASKED = "asked"

    class State(models.TextChoices):
        OPEN = "open"
        ACCEPTED = "accepted"
        DECLINED = "declined"
        WITHDRAWN = "withdrawn"

    ref = models.CharField(max_length=24, unique=True, default=new_ref)
    way = models.CharField(max_length=10, choices=Way.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    email = models.EmailField(blank=True, help_text="who is invited; emptied when the person is erased")
    person = models.CharField(max_length=24, blank=True, help_text="ref of who asks, or of who accepted")
    capacity = models.CharField(max_length=30)
    organisation = models.CharField(max_length=24, blank=True)
    organisation_name = models.CharField(max_length=300, blank=True)
    scheme = models.CharField(max_length=20, blank=True)
    area = models.CharField(max_length=12, blank=True)
    valid_to = models.DateField(null=True)
    message = models.CharField(max_length=500, blank=True)
    succeeds = models.CharField(
        max_length=24, blank=True, help_text="ref of the mandate that ends when this is accepted"
    )
    made_by = models.CharField(max_length=24, blank=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=24, blank=True)

    class Meta:
        indexes = [models.Index(name="invitation_organisation", fields=["organisation", "state"])]
