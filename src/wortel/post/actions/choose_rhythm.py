"""Someone chooses how to get their notices: at once, in a digest, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from wortel.post.domain.kinds import CHOOSABLE, DIGEST, DIRECT, NEVER, RHYTHMS, UnknownKind, refused_with
from wortel.post.models import Message, Preference, Subscriber
from wortel.post.queries import STATES, rhythms_of
from wortel.trail.public import By, leave


def choose_rhythms(by: By, recipient: str, chosen: Mapping[str, str], *, at: datetime) -> dict[str, str]:
    """The rhythms that changed, by kind. `recipient` is an address in the form of `address_of`.

    What waits already follows the new choice: refused mail is taken out, mail wanted at once leaves. Raises
    `UnknownKind` for a kind that nobody chooses about, `ValueError` for an unknown rhythm.
    """
    known = {kind.key for kind in CHOOSABLE}
    if unknown := set(chosen) - known:
        raise UnknownKind(min(unknown))
    if not set(chosen.values()) <= set(RHYTHMS):
        raise ValueError("unknown rhythm")
    with transaction.atomic():
        subscriber, _ = Subscriber.objects.select_for_update().get_or_create(recipient=recipient)
        before = rhythms_of(recipient)
        changed = {kind: rhythm for kind, rhythm in chosen.items() if before[kind] != rhythm}
        for kind, rhythm in changed.items():
            Preference.objects.update_or_create(
                recipient=recipient, kind=kind, defaults={"rhythm": rhythm, "since": at}
            )
            _follow(recipient, kind, rhythm, at)
        if changed:
            was = {kind: before[kind] for kind in changed}
            leave(by, "notices.chosen", f"subscriber:{subscriber.ref}", at=at, before=was, after=changed,
                  about_person=by.person)  # fmt: skip
    return changed


def refuse_notices(by: By, recipient: str, kind: str, *, at: datetime) -> dict[str, str]:
    """Stops notices of that kind; all of them for the kind `digest`. The kinds that stopped now."""
    return choose_rhythms(by, recipient, dict.fromkeys(refused_with(kind), NEVER), at=at)


def _follow(recipient: str, kind: str, rhythm: str, at: datetime) -> None:
    free = Message.objects.filter(recipient=recipient, kind=kind)
    gathering, waiting = free.filter(STATES["gathering"]), free.filter(STATES["waiting"], lease_until=None)
    if rhythm == NEVER:
        gathering.delete()
        waiting.delete()
    elif rhythm == DIRECT:
        gathering.update(ready_at=at)
    elif rhythm == DIGEST:
        waiting.update(ready_at=None)
