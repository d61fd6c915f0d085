"""Writes what came of a run: proposals, and how each need stands; all of it, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Q

from wortel.exchange.public import Listing
from wortel.introductions.actions.propose import propose
from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.domain.kept_reasons import kept
from wortel.introductions.domain.night import Chosen, NightLimits, Possible, choose
from wortel.introductions.domain.states import PROPOSED, READ
from wortel.introductions.models import Introduction, Run, Standing
from wortel.introductions.runs_rulebook import runs_rulebook
from wortel.kernel.reason import Reason
from wortel.trail.public import By, leave

MANY = 500


@dataclass(frozen=True, slots=True)
class Short:
    """A need that is still short of something after the run, why, and what would change it."""

    need: str
    missing: int
    ground: Reason
    changes: tuple[Reason, ...] = ()
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found. `looked_at`: the open needs of its scope; `None`: all there are, so older standings go."""

    found: tuple[Possible, ...]
    short: tuple[Short, ...]
    looked_at: Collection[str] | None
    figures: Mapping[str, Any]
    weights: Mapping[str, int]


def end_run(by: By, ref: str, result: Result, at: datetime) -> Run:
    """The run, over, with its figures. What an organisation cannot take tonight is left for another night."""
    with transaction.atomic():
        run = Run.objects.select_for_update().get(ref=ref, ended_at=None)
        chosen = choose(result.found, _limits(at), *_load(at))
        _hold(chosen.now)
        refused = _propose(by, chosen.now, run.ref, at)
        short = _with_those_held_back(result.short, chosen, refused)
        _stand(run, short, result.looked_at, at)
        run.figures = {
            **result.figures,
            "proposed": len(chosen.now) - len(refused),
            "later": len(chosen.later),
            "refused": len(refused),
            "short": len(short),
        }
        run.weights, run.ended_at = dict(result.weights), at
        run.save(update_fields=["figures", "weights", "ended_at"])
        leave(by, "run.ended", f"run:{run.ref}", at=at, after=run.figures)
    return run


def fail_run(by: By, ref: str, key: str, at: datetime) -> None:
    """Nothing came of it, and why; nothing happens to one that is over already."""
    with transaction.atomic():
        if Run.objects.filter(ref=ref, ended_at=None).update(ended_at=at, failed=key):
            leave(by, "run.failed", f"run:{ref}", at=at, after={"reason": key})


def _hold(pairs: Iterable[Possible]) -> None:
    """Locks every listing of these pairs, in the order in which all lock them, before anything is written: each
    proposal holds the trail until the end, and who waits for the trail may hold a listing.
    """
    refs = sorted({ref for pair in pairs for ref in (pair.need, pair.offer)})
    keys: list[int] = []
    for start in range(0, len(refs), MANY):
        keys += Listing.objects.filter(ref__in=refs[start : start + MANY]).values_list("pk", flat=True)
    keys.sort()
    for start in range(0, len(keys), MANY):
        rows = Listing.objects.select_for_update().filter(pk__in=keys[start : start + MANY])
        list(rows.order_by("pk").values_list("pk"))


def _limits(at: datetime) -> NightLimits:
    rules = runs_rulebook()
    return NightLimits(rules.number("most_new_a_day", at.date()), rules.number("most_waiting", at.date()))


def _load(at: datetime) -> tuple[dict[str, int], dict[str, int]]:
    """By organisation: what the engine proposed in the last day, and what waits for an answer. Four statements."""
    day = Q(proposed_at__gt=at - timedelta(hours=20), origin=Introduction.Origin.ENGINE)
    return _by_actor(day), _by_actor(Q(state__in=(PROPOSED, READ)))


def _by_actor(condition: Q) -> dict[str, int]:
    counted: dict[str, int] = {}
    for column in ("need_actor", "offer_actor"):
        rows = Introduction.objects.filter(condition).order_by().values_list(column).annotate(Count("pk"))
        for actor, times in rows:
            counted[actor] = counted.get(actor, 0) + times
    return counted


def _propose(by: By, pairs: Iterable[Possible], run: str, at: datetime) -> dict[str, int]:
    """By need, how many were refused: something changed while the engine was counting."""
    refused: dict[str, int] = {}
    for pair in pairs:
        try:
            with transaction.atomic():
                propose(
                    by, pair.need, pair.offer, origin=Introduction.Origin.ENGINE, at=at,
                    reasons=pair.reasons, score=pair.score, km=round(pair.km, 1), run=run,
                )  # fmt: skip
        except IntroductionRefused:
            refused[pair.need] = refused.get(pair.need, 0) + 1
    return refused


def _with_those_held_back(short: Iterable[Short], chosen: Chosen, refused: Mapping[str, int]) -> list[Short]:
    """The needs that are short, and those for which something was found that is not proposed tonight."""
    waits: dict[str, int] = dict(refused)
    for pair in chosen.later:
        waits[pair.need] = waits.get(pair.need, 0) + 1
    by_need = {it.need: it for it in short}
    for need, count in waits.items():
        known = by_need.get(need)
        ground = known.ground if known else Reason.of("introductions.another_night", count=count)
        by_need[need] = Short(
            need,
            count + (known.missing if known else 0),
            ground,
            known.changes if known else (),
            known.offers if known else (),
        )
    return [by_need[need] for need in sorted(by_need)]


def _stand(run: Run, short: list[Short], looked_at: Collection[str] | None, at: datetime) -> None:
    world = Standing.objects.filter(need__startswith="demo-")
    here = world if run.is_fictional else Standing.objects.exclude(need__startswith="demo-")
    since = dict(here.values_list("need", "since"))
    if looked_at is None:
        here.delete()
    else:
        names = sorted(looked_at)
        for start in range(0, len(names), MANY):
            Standing.objects.filter(need__in=names[start : start + MANY]).delete()
    Standing.objects.bulk_create(
        [
            Standing(
                need=it.need,
                run=run,
                missing=it.missing,
                since=since.get(it.need, at),
                ground=kept([it.ground])[0],
                changes=kept(it.changes),
                offers=list(it.offers),
            )
            for it in short
        ],
        batch_size=MANY,
    )
