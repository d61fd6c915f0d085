"""Figures for Prometheus: visits, waiting mail, the length of the trail, and this process."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import DatabaseError
from prometheus_client import CollectorRegistry, GCCollector, PlatformCollector, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from wortel.post.public import queue_lengths
from wortel.shell.clock import now
from wortel.shell.traffic import REGISTRY
from wortel.trail.public import chain_end


def exposition() -> tuple[bytes, str]:
    """Everything in the text form of Prometheus, and its media type."""
    return generate_latest(REGISTRY) + generate_latest(_HERE), CONTENT_TYPE_LATEST


class _Tables(Collector):
    """Read when asked for; a database that does not answer leaves these figures out."""

    def collect(self) -> Iterator[Metric]:
        try:
            lengths, trail = queue_lengths(now()), chain_end().last
        except DatabaseError:
            return
        mail = GaugeMetricFamily("wortel_mail", "Mails in the outbox", labels=["state"])
        for state, length in lengths.items():
            mail.add_metric([state], length)
        yield mail
        yield GaugeMetricFamily("wortel_trail_entries", "Entries in the trail", trail)


_HERE = CollectorRegistry()
_HERE.register(_Tables())
PlatformCollector(_HERE)
ProcessCollector(registry=_HERE)
GCCollector(_HERE)
