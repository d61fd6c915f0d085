"""Runs the engine over the records of a scope: reads, counts outside any transaction, and writes all at once.

What people were told stays as it is: an introduction that stands takes its times of the need and of the offer, and a
run never takes a proposal back for a better one. So the engine only sees what is left, and knows of no former run.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from wortel.introductions.actions.ask_run import RunRefused, ask_run
from wortel.introductions.actions.begin_run import begin_run
from wortel.introductions.actions.end_run import Result, Short, end_run, fail_run
from wortel.introductions.domain.night import Possible
from wortel.introductions.domain.run_scope import RunScope
from wortel.introductions.domain.weeks import suggested_week
from wortel.introductions.models import Run
from wortel.introductions.queries.open_rows import Rows, open_rows
from wortel.introductions.queries.standing import all_weeks_given
from wortel.kernel.reason import Reason
from wortel.matching.domain.conditions import is_feasible
from wortel.matching.domain.scoring import Weights, weights_in_force
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By

if TYPE_CHECKING:
    from wortel.matching.public import Match, Outcome

SECONDS = 600.0
"""After this the assignment begins no new part: the result then says by how much it may be improved."""


def run_matching(
    by: By, scope: RunScope, clock: Callable[[], datetime], *, is_fictional: bool = False, seconds: float = SECONDS
) -> Run:
    """Asks for a run and does it at once. Raises `RunRefused`: one that cannot begin now is not kept waiting."""
    ref = ask_run(by, scope, clock(), is_fictional=is_fictional).ref
    try:
        return do_run(by, ref, clock, seconds=seconds)
    except RunRefused as refused:
        fail_run(by, ref, refused.reason.key, clock())
        raise


def do_run(by: By, ref: str, clock: Callable[[], datetime], *, seconds: float = SECONDS) -> Run:
    """Does a run that was asked. Raises `RunRefused`; the run of what fails otherwise says so, and wrote nothing."""
    run = begin_run(by, ref, clock())
    try:
        return end_run(by, ref, _counted(run, clock(), seconds), clock())
    except Exception as error:
        fail_run(by, ref, error.reason.key if isinstance(error, RunRefused) else "introductions.run_died", clock())
        raise


def scope_of(run: Run) -> RunScope:
    """What the run looks at."""
    return RunScope(run.scheme, run.area, tuple(run.municipalities))


def _counted(run: Run, at: datetime, seconds: float) -> Result:
    # Only here: the engine weighs 200 MB, and pages that only tell of a run do without.
    from wortel.matching import public as engine  # noqa: PLC0415

    on, scope = at.astimezone(BRUSSELS).date(), scope_of(run)
    weights = weights_in_force(engine.matching_rulebook(), on)
    rows = open_rows(scope, on, at, is_fictional=run.is_fictional)
    plan = engine.Plan(seconds, barred=rows.barred, weeks_taken=all_weeks_given())
    try:
        outcome = engine.run(rows.needs, rows.offers, weights, plan)
    except engine.TooManyPairs as many:
        raise RunRefused(Reason.of("introductions.run_too_large", pairs=many.limit)) from many
    return Result(
        found=tuple(_possible(each, rows, weights) for each in outcome.matches),
        short=tuple(_short(outcome, rows)),
        looked_at=None if scope.is_flanders else [need.id for need in rows.needs],
        figures=_figures(outcome, rows),
        weights={**weights.by_name, "far_km": weights.far_km},
    )


def _possible(match: Match, rows: Rows, weights: Weights) -> Possible:
    """The pair with its reasons: each criterion with how far it is met, the weights of fairness, and who came next."""
    total = weights.total
    reasons = [
        Reason.of(it.reason.key, **it.reason.parameters, value=it.value, weight=it.weight, weights=total)
        for it in match.criteria
    ]
    reasons += rows.weight_of[match.need.id].reasons
    if match.runner_up is not None and match.score > match.runner_up[1]:
        reasons.append(Reason.of("introductions.runner_up", behind=match.score - match.runner_up[1]))
    if match.week is not None:
        reasons.append(suggested_week(match.week))
    return Possible(
        need=match.need.id,
        offer=match.offer.id,
        need_actor=rows.actor_of[match.need.id],
        offer_actor=rows.actor_of[match.offer.id],
        score=match.score,
        km=match.need.place.distance(match.offer.place),
        reasons=tuple(reasons),
    )


def _short(outcome: Outcome, rows: Rows) -> list[Short]:
    tried = _tried_before(rows, {each.need.id for each in outcome.unfilled})
    found = []
    for each in outcome.unfilled:
        name, ground = each.need.id, each.ground
        if tried.get(name) and ground.key not in ("matching.all_full", "matching.weeks_full", "matching.too_few"):
            ground = Reason.of("introductions.all_tried", count=tried[name])
        both = zip(each.changes, each.offers, strict=True)
        open_ones = [(change, offer) for change, offer in both if (name, offer) not in rows.barred]
        changes = tuple(change for change, _ in open_ones)
        found.append(Short(name, each.missing, ground, changes, tuple(offer for _, offer in open_ones)))
    return found


def _tried_before(rows: Rows, unfilled: set[str]) -> dict[str, int]:
    """By need, how many offers would fit, but were proposed before and came to nothing."""
    needs = {need.id: need for need in rows.needs if need.id in unfilled}
    offers = {offer.id: offer for offer in rows.offers}
    counted: dict[str, int] = {}
    for need, offer in rows.tried:
        if need in needs and offer in offers and is_feasible(needs[need], offers[offer]):
            counted[need] = counted.get(need, 0) + 1
    return counted


def _figures(outcome: Outcome, rows: Rows) -> dict[str, object]:
    return {
        "needs": len(rows.needs),
        "offers": len(rows.offers),
        "candidates": outcome.candidates,
        "asked": outcome.asked,
        "found": len(outcome.matches),
        "score": outcome.totals.score,
        "bound": outcome.bound,
        "is_optimal": outcome.is_optimal,
        "left_over": outcome.left_over,
        "seconds": outcome.seconds,
    }
