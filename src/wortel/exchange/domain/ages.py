"""Ages as people say them: by stage of school, or in years. A range excludes its end."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from wortel.kernel.text import gettext_noop

YOUNGEST, OLDEST = 2, 25
ALL_AGES = (YOUNGEST, OLDEST + 1)
"""What a kind that does not ask for ages is for."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of school and the ages usual in it, from `age_from` up to, not including, `age_to`.

    `label` names it in a list; `whom` completes "voor …".
    """

    key: str
    label: str
    whom: str
    age_from: int
    age_to: int


STAGES: tuple[Stage, ...] = (
    Stage("kleuter", gettext_noop("kleuters"), gettext_noop("kleuters"), 2, 6),
    Stage("lager", gettext_noop("lagere school"), gettext_noop("de lagere school"), 6, 12),
    Stage("graad1", gettext_noop("eerste graad secundair"), gettext_noop("de eerste graad secundair"), 12, 14),
    Stage("graad2", gettext_noop("tweede graad secundair"), gettext_noop("de tweede graad secundair"), 14, 16),
    Stage("graad3", gettext_noop("derde graad secundair"), gettext_noop("de derde graad secundair"), 16, 19),
    Stage("hoger", gettext_noop("na het secundair"), gettext_noop("wie klaar is met het secundair"), 19, 26),
)
STAGE_OF: Mapping[str, Stage] = {stage.key: stage for stage in STAGES}


def ages_of(stages: Collection[str]) -> tuple[int, int] | None:
    """The ages from the first of these stages up to the last; `None` when none of them is known."""
    found = [STAGE_OF[key] for key in stages if key in STAGE_OF]
    return (min(it.age_from for it in found), max(it.age_to for it in found)) if found else None


def stages_of(age_from: int, age_to: int) -> tuple[str, ...]:
    """The stages these ages are exactly; none when they begin or end inside one."""
    inside = [it for it in STAGES if age_from <= it.age_from and it.age_to <= age_to]
    whole = inside and (inside[0].age_from, inside[-1].age_to) == (age_from, age_to)
    return tuple(it.key for it in inside) if whole else ()


def stages_touched(age_from: int, age_to: int) -> tuple[str, ...]:
    """Every stage that shares an age with these."""
    return tuple(it.key for it in STAGES if it.age_from < age_to and age_from < it.age_to)
