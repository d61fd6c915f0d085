"""Needs and offers written straight into the table: what a run reads."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

from wortel.exchange.models import Listing
from wortel.introductions.actions.run_matching import run_matching
from wortel.introductions.domain.run_scope import RunScope
from wortel.introductions.models import Introduction, Run
from wortel.trail.public import By

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
ON = date(2026, 11, 22)
BY = By.command("tests")
GENT, BALEN, OOSTENDE = ("44021", 51.05, 3.72), ("13003", 51.17, 5.17), ("35013", 51.22, 2.91)
_NUMBERS = count(1)


def listing(side: str, ref: str = "", **changed: object) -> Listing:
    """An open need or offer of a guest lesson in Gent, with what is changed; `at` is a place such as `BALEN`."""
    nis, lat, lon = changed.pop("at", GENT)  # type: ignore[misc]
    ref = ref or f"{side}-{next(_NUMBERS):04}"
    plain: dict[str, object] = {
        "side": side, "kind": "guest_lesson", "state": "open", "actor": f"org-of-{ref}"[:24], "title": f"Titel {ref}",
        "themes": ["energy"], "languages": ["nl"], "age_from": 10, "age_to": 12, "quantity": 1,
        "first_on": date(2027, 1, 4), "end_on": date(2027, 2, 1), "nis": nis, "lat": lat, "lon": lon,
        "range_km": None if side == "need" else 20.0, "visibility": "public",
        "made_at": AT - timedelta(days=10), "changed_at": AT - timedelta(days=10),
    }  # fmt: skip
    return Listing.objects.create(ref=ref, **{**plain, **changed})


def need(ref: str = "", **changed: object) -> Listing:
    return listing("need", ref, **changed)


def offer(ref: str = "", **changed: object) -> Listing:
    return listing("offer", ref, **changed)


def ran(scope: RunScope | None = None, at: datetime = AT, **more: object) -> Run:
    """A run at that instant."""
    return run_matching(BY, scope or RunScope(), lambda: at, **more)  # type: ignore[arg-type]


def proposed() -> list[tuple[str, str]]:
    """Every pair that is proposed now."""
    return sorted(Introduction.objects.filter(state="proposed").values_list("need", "offer"))
