"""Publishes the draft: what everyone may see becomes a statement of its own source; the rest stays in this room."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from wortel.actors.public import OWN_SOURCES, ActorAdapter, Listed
from wortel.intake.public import Naming, Statement, state_record
from wortel.organisations.actions.save_draft import locked
from wortel.organisations.domain.fields import FIELD_OF
from wortel.organisations.domain.merging import Version
from wortel.organisations.domain.values import public_cells, public_extras
from wortel.organisations.queries.own_profile import drafted
from wortel.people.public import administrators
from wortel.post.public import put_in_outbox
from wortel.trail.public import By, leave


def source_of(ref: str) -> str:
    """The key of the source through which this organisation speaks."""
    return f"{OWN_SOURCES}{ref}"


def publish_profile(by: By, actor: Listed, number: int, at: datetime) -> None:
    """Shows version `number` of the draft. Raises `ChangedMeanwhile` when the draft is another by now."""
    with transaction.atomic():
        row = locked(actor.ref, number, at)
        now = drafted(row)
        row.published_values, row.published_visibility = row.values, row.visibility
        row.published_at = at
        row.save(update_fields=["published_values", "published_visibility", "published_at"])
        adapter = ActorAdapter(at.date())
        statement, raw = stated(adapter, actor, now.draft, at)
        naming = Naming(source_of(actor.ref), actor.name[:200], is_fictional=actor.is_fictional)
        state_record(by, naming, adapter, statement, raw, subject=actor.ref, at=at)
        _tell_colleagues(by, actor, number, at)
        changed = [key for key in FIELD_OF if now.draft.of(key) != now.published.of(key)]
        leave(
            by,
            "profile.published",
            f"profile:{actor.ref}",
            at=at,
            before={key: now.published.of(key) for key in changed},
            after={key: now.draft.of(key) for key in changed},
            concerns=actor.ref,
        )


def _tell_colleagues(by: By, actor: Listed, number: int, at: datetime) -> None:
    for person in administrators(actor.ref, at.date()):
        if person.email and person.ref != by.person:
            with override(person.language):
                subject = _("Het profiel van %(name)s is vernieuwd") % {"name": actor.name}
                text = render_to_string("organisations/mail/published.txt", {"actor": actor})
            key = f"profile:{actor.ref}:{number}:{person.ref}"
            put_in_outbox(key, "organisation", person.email, subject, text, at=at, person=person.ref)


def stated(adapter: ActorAdapter, actor: Listed, draft: Version, at: datetime) -> tuple[Statement, dict[str, str]]:
    """What the draft says to everyone: as a statement, and cell by cell as it was written.

    Read by the same rules as a row of a register. The key is the organisation's own ref. The kind and the sector are
    not its to choose: registers tell those.
    """
    cells = {"name": actor.name, **public_cells(draft.values, draft.visibility)}
    extras = public_extras(draft.values, draft.visibility)
    read = adapter.read({"key": actor.ref, **cells, "stated_on": at.date().isoformat()})
    values = {**read.values, "attributes": extras} if extras else dict(read.values)
    return Statement(actor.ref, values, read.repairs, read.stated_on), {**cells, **extras}
