"""Invents names from parts: marked as fictional, once per municipality, never one that a real actor there has."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from random import Random

from wortel.demo.domain.chance import pick
from wortel.demo.domain.parts import Industry, Parts
from wortel.demo.domain.towns import Spot, Town
from wortel.kernel.text import folded

MARK = "(fictief)"
SELF_MARKED = "Voorbeeld"
_TRIES = 200


class NamesRunOut(ValueError):
    """The parts cannot make one more name of this kind for this municipality; the message says which."""


def marked(name: str) -> str:
    """The name as it is shown: it says by itself that it is invented."""
    return name if name.startswith(SELF_MARKED) else f"{name} {MARK}"


def bare(name: str) -> str:
    """The name without its mark, for comparing with real ones."""
    return folded(name.removesuffix(MARK).strip())


@dataclass(slots=True)
class Namer:
    """Hands out names, each once per municipality. `real` holds the bare names of real actors by code."""

    parts: Parts
    real: Mapping[str, Collection[str]]
    given: dict[str, set[str]] = field(default_factory=dict)

    def name(self, chance: Random, kind: str, town: Town, spot: Spot, industry: Industry | None = None) -> str:
        """A new marked name. Raises `NamesRunOut`."""
        given = self.given.setdefault(town.nis, set())
        for _ in range(_TRIES):
            name = marked(self._fill(chance, pick(chance, self.parts.patterns[kind]).text, town, spot, industry))
            if bare(name) not in given and bare(name) not in self.real.get(town.nis, ()):
                given.add(bare(name))
                return name
        raise NamesRunOut(f"no new name for a {kind} in {town.nis}")

    def take(self, town_nis: str, name: str) -> None:
        """Notes a name that was given by hand."""
        self.given.setdefault(town_nis, set()).add(bare(name))

    def _fill(self, chance: Random, text: str, town: Town, spot: Spot, industry: Industry | None) -> str:
        words = self.parts.words
        return text.format(
            saint=chance.choice(words["saints"]),
            hero=chance.choice(words["heroes"]),
            thing=chance.choice(words["things"]),
            spot=chance.choice(words["spot_first"]) + chance.choice(words["spot_last"]),
            stem=chance.choice(words["stem_first"]) + chance.choice(words["stem_last"]),
            craft=chance.choice(industry.crafts) if industry else "",
            place=spot.place,
            town=town.name,
            region=town.region_name,
            province=town.province_name,
        )
