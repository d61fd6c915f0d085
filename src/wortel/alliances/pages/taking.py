"""The proposals as a table to take along: a row per municipality and alternative."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from wortel.actors.public import sector_label
from wortel.alliances.pages.shown import LETTERS
from wortel.alliances.queries.proposals import Proposals
from wortel.alliances.wording import say_quality
from wortel.shell.exports import Cell, Export, yes_or_no
from wortel.territory.public import timeline

COLUMNS = (
    "voorstel", "groep", "nis", "gemeente", "zetel", "km_gemiddeld", "inwoners", "ontbrekende_sectoren", "banden",
    "score", "fictief",
)  # fmt: skip


def proposals_export(found: Proposals, at: datetime) -> Export:
    """Every alternative; what is unknown stays empty."""
    return Export(
        "voorstellen-allianties",
        _("Voorstellen voor allianties"),
        COLUMNS,
        _rows(found),
        at,
        remarks=[
            f"{letter}: {say_quality(each, is_first=letter == LETTERS[0])}"
            for letter, each in zip(LETTERS, found.alternatives, strict=False)
        ],
        fictional=found.world.is_fictional,
    )


def _rows(found: Proposals) -> Iterator[tuple[Cell, ...]]:
    fictional = yes_or_no(found.world.is_fictional)
    for letter, each in zip(LETTERS, found.alternatives, strict=False):
        for number, group in enumerate(each.groups, start=1):
            missing = ", ".join(map(sector_label, group.missing))
            ties = None if group.ties is None else round(group.ties, 3)
            for nis in group.towns:
                yield (
                    letter, number, nis, timeline().find(nis).name, timeline().find(group.seat).name,
                    round(group.mean_km, 2), group.people, missing, ties, round(group.score, 4), fictional,
                )  # fmt: skip
        for left in each.left:
            yield letter, None, left.nis, timeline().find(left.nis).name, "", None, None, "", None, None, fictional
