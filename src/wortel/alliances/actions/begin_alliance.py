"""Begins an alliance from a grouping, or gives that up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from wortel.alliances.models import Beginning
from wortel.shell.refs import new_ref
from wortel.trail.public import By, leave


@dataclass(frozen=True, slots=True)
class NewBeginning:
    """What is known when it begins; `invited` are refs with their sector."""

    name: str
    scheme: str
    area: str
    towns: Sequence[str]
    invited: Sequence[tuple[str, str]]
    missing: Sequence[str]
    figures: Mapping[str, float | None]
    is_fictional: bool


class AlreadyBegun(ValueError):
    """The same municipalities begin one together already; `ref` is that one."""

    def __init__(self, ref: str) -> None:
        super().__init__(ref)
        self.ref = ref


def begin_alliance(by: By, new: NewBeginning, at: datetime) -> str:
    """Keeps it and returns its ref. Raises `AlreadyBegun`."""
    with transaction.atomic():
        towns = sorted(new.towns)
        standing = Beginning.objects.select_for_update().filter(given_up_at=None, is_fictional=new.is_fictional)
        for ref, others in standing.values_list("ref", "municipalities"):
            if others == towns:
                raise AlreadyBegun(ref)
        row = Beginning.objects.create(
            ref=f"demo-{new_ref()[:19]}" if new.is_fictional else new_ref(),
            name=new.name,
            scheme=new.scheme,
            area=new.area,
            municipalities=towns,
            invited=[list(pair) for pair in new.invited],
            missing=list(new.missing),
            figures=dict(new.figures),
            made_by=by.person,
            made_at=at,
            is_fictional=new.is_fictional,
        )
        after = {"name": new.name, "municipalities": ", ".join(towns)}
        leave(by, "alliance.begun", f"alliance:{row.ref}", at=at, after=after)
    return row.ref


def give_up_alliance(by: By, ref: str, at: datetime) -> bool:
    """It begins no longer; false when it did not stand any more."""
    with transaction.atomic():
        row = Beginning.objects.select_for_update().filter(ref=ref, given_up_at=None).first()
        if row is None:
            return False
        row.given_up_at = at
        row.save(update_fields=["given_up_at"])
        leave(by, "alliance.given_up", f"alliance:{ref}", at=at, before={"name": row.name})
    return True
