"""Statements as pages and files show them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from wortel.coverage.queries import EvidenceItem
from wortel.coverage.wording import say_statement
from wortel.shell import clock
from wortel.shell.exports import Export

COLUMNS = (
    "ref",
    "jaar",
    "dag",
    "nis",
    "gemeente",
    "postcode",
    "wat",
    "titel",
    "melder",
    "grond",
    "zekerheid",
    "adres",
    "datum bron",
    "fictief",
)


def statement_row(item: EvidenceItem) -> dict[str, Any]:
    """One statement for a list: what it says, with the doors to it and to its municipality."""
    return {
        "item": item,
        "what": say_statement(item.claim, item.status),
        "state": mark_of(item),
        "title": title_of(item),
        "url": reverse("coverage:evidence", args=[item.ref]),
        "municipality_url": reverse("atlas:municipality", args=[item.nis]),
    }


def title_of(item: EvidenceItem) -> str:
    """What happened, in the words of the source, or in ours when it gives no name."""
    if item.title:
        return item.title
    return gettext("Geen activiteit") if item.claim == "none" else gettext("Activiteit zonder naam")


def mark_of(item: EvidenceItem) -> str:
    """The mark (colour and pattern) that goes with the statement; a withdrawn one has that of silence."""
    if item.status in {"contested", "withdrawn"}:
        return "contested" if item.status == "contested" else "unknown"
    return "not_reached" if item.claim == "none" else "reached"


def evidence_export(items: Iterable[EvidenceItem], *, fictional: bool) -> Export:
    """The statements as a table to take along; each row says itself whether it is fictional."""
    return Export(
        name="meldingen",
        title=gettext("Meldingen over STEM in gemeenten"),
        columns=COLUMNS,
        rows=(
            (
                item.ref,
                item.year,
                item.happened_on,
                item.nis,
                item.municipality,
                item.postcode,
                say_statement(item.claim, item.status),
                item.title,
                item.reporter,
                item.basis,
                item.confidence,
                item.url,
                item.stated_on,
                "ja" if item.is_fictional else "",
            )
            for item in items
        ),
        made_at=clock.now(),
        remarks=(gettext("De gemeente is die van het jaar zelf, met de code van toen."),),
        fictional=fictional,
    )
