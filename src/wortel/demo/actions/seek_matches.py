"""Lets the engine look at the invented needs and offers once, as it does every night."""

from __future__ import annotations

from datetime import datetime

from wortel.demo.domain.size import REGION, Size
from wortel.demo.standing import standing_world
from wortel.introductions.domain.run_scope import RunScope
from wortel.introductions.public import Run, RunRefused, run_matching
from wortel.trail.public import By


def seek_matches(by: By, at: datetime) -> int:
    """How many proposals it made; none when it looked before, or when something else is looking now.

    In the large world it looks at one region: all of Flanders is work for a night.
    """
    standing = standing_world()
    if standing is None or Run.objects.filter(is_fictional=True).exists():
        return 0
    scope = RunScope("referentieregio", REGION) if standing[0] is Size.L else RunScope()
    try:
        run = run_matching(by, scope, lambda: at, is_fictional=True)
    except RunRefused:
        return 0
    return int(run.figures.get("proposed", 0))
