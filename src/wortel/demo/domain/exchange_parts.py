"""The parts that invented needs and offers are made of, as `data/demo/exchange.toml` gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """What it is about: a word for the title, themes, transition priorities."""

    word: str
    themes: tuple[str, ...]
    weight: float
    priorities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KindParts:
    """Of a kind: how often it is drawn, how many times it is asked and offered, how far, and its titles."""

    weight: float
    asked: tuple[int, int]
    offered: tuple[int, int]
    km: tuple[int, int]
    needs: tuple[str, ...]
    offers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExchangeParts:
    """Everything the needs and offers are made of; texts and remarks by side."""

    topics: tuple[Topic, ...]
    kinds: Mapping[str, KindParts]
    texts: Mapping[str, tuple[str, ...]]
    remarks: Mapping[str, tuple[str, ...]]
    closed: str
