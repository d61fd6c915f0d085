"""Proposals as programs get them: one shape for the command and the API."""

from __future__ import annotations

from datetime import date
from typing import Any

from wortel.alliances.domain.proposing import Alternative
from wortel.alliances.domain.scoring import Group
from wortel.alliances.queries.proposals import Proposals
from wortel.alliances.wording import say, say_quality


def proposals_json(found: Proposals, on: date) -> dict[str, Any]:
    """Every alternative with its groups; what is unknown is null."""
    return {
        "on": on,
        "region": found.question.region,
        "crosses_regions": found.question.crosses,
        "emphasis": found.question.emphasis,
        "fewest": found.question.limits.fewest,
        "most": found.question.limits.most,
        "is_fictional": found.world.is_fictional,
        "alternatives": [_alternative(found, each) for each in found.alternatives],
    }


def _alternative(found: Proposals, each: Alternative) -> dict[str, Any]:
    return {
        "score": round(each.score, 6),
        "bound": round(each.bound, 6),
        "is_proved": each.is_proved,
        "quality": say_quality(each, is_first=each is found.alternatives[0]),
        "criteria": {name: _rounded(value) for name, value in each.criteria.items()},
        "groups": [_group(found, group) for group in each.groups],
        "left": [{"nis": left.nis, "why": say(left.reason)} for left in each.left],
    }


def _group(found: Proposals, group: Group) -> dict[str, Any]:
    return {
        "municipalities": list(group.towns),
        "seat": group.seat,
        "mean_km": round(group.mean_km, 2),
        "inhabitants": group.people,
        "missing": [
            {
                "sector": sector,
                "nearest": nearest[0] if nearest else None,
                "km": _rounded(nearest[1] if nearest else None),
            }
            for sector in group.missing
            for nearest in (found.nearest(group, sector),)
        ],
        "shared_bodies": list(found.world.shared(group.towns)),
        "score": round(group.score, 6),
        "criteria": {
            "helix": _rounded(group.helix),
            "travel": _rounded(group.travel),
            "ties": _rounded(group.ties),
            "balance": _rounded(group.balance),
        },
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
