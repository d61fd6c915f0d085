"""Which tables an archive carries, in an order that lets each row find what it points to; and why the rest stays."""

from __future__ import annotations

from django.apps import apps
from django.db import models

KEPT_LABELS = (
    "people.Person",
    "account.EmailAddress",
    "mfa.Authenticator",
    "socialaccount.SocialAccount",
    "people.Mandate",
    "people.Invitation",
    "intake.Source",
    "intake.Import",
    "intake.Record",
    "coverage.Evidence",
    "replies.Reply",
    "territory.BoundarySet",
    "territory.Boundary",
    "organisations.OwnProfile",
    "organisations.Partner",
    "organisations.Claim",
    "organisations.Removal",
    "exchange.Listing",
    "introductions.Run",
    "introductions.Standing",
    "introductions.Introduction",
    "introductions.Step",
    "introductions.Feedback",
    "alliances.Beginning",
    "post.Message",
    "post.Subscriber",
    "post.Preference",
    "post.JobRun",
    "trail.Entry",
    "trail.Details",
    "trail.Head",
)
TRAIL = ("trail.Details", "trail.Entry", "trail.Head")
"""In the order in which they are emptied."""

LEFT = {
    "actors": "composed anew from the records",
    "auth": "not used: mandates say who may do what",
    "contenttypes": "made by migrations",
    "sessions": "people sign in again",
    "usersessions": "people sign in again",
    "account.EmailConfirmation": "a link that soon expires; asked for again",
    "socialaccount.SocialApp": "comes from the settings",
    "socialaccount.SocialToken": "not kept at all",
    "territory.Municipality": "reference, loaded by setup",
    "coverage.EvidenceTally": "composed anew from the evidence",
    "coverage.EvidenceYear": "composed anew from the evidence",
}
"""By label or by room: what is not carried, and why."""


def kept_models() -> tuple[type[models.Model], ...]:
    """The models of `KEPT_LABELS`, in their order."""
    return tuple(apps.get_model(label) for label in KEPT_LABELS)
