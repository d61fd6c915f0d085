"""Words in addresses for keys of the room: Dutch, without spaces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from wortel.exchange.domain.ages import STAGES
from wortel.exchange.domain.kinds import KINDS
from wortel.exchange.domain.words import NEED, OFFER, THEMES
from wortel.kernel.text import folded

SIDE_WORDS = {NEED: "gevraagd", OFFER: "aangeboden"}


@cache
def kind_words() -> Mapping[str, str]:
    """Word in the address by key of kind."""
    return {kind.key: _word(kind.label) for kind in KINDS}


@cache
def theme_words() -> Mapping[str, str]:
    """Word in the address by key of theme."""
    return {key: _word(label) for key, label in THEMES.items()}


@cache
def stage_words() -> Mapping[str, str]:
    """Word in the address by key of stage."""
    return {stage.key: _word(stage.label) for stage in STAGES}


def key_of(words: Mapping[str, str], word: str) -> str | None:
    """The key behind a word; `None` when there is none."""
    return next((key for key, each in words.items() if each == word), None)


def _word(label: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", folded(label)).strip("-")
