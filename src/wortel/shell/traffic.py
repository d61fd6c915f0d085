"""Counts visits for Prometheus, by page and status. Only used when metrics are on."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram

REGISTRY = CollectorRegistry()
_LABELS = ("method", "route", "status")
_VISITS = Counter("wortel_requests", "Answers given", _LABELS, registry=REGISTRY)
_SECONDS = Histogram(
    "wortel_request_seconds",
    "How long an answer took",
    ("route",),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
    registry=REGISTRY,
)


def count(method: str, route: str, status: int, seconds: float) -> None:
    """One answer more. `route` is the name of a page: a path would make a series of every visitor's typo."""
    _VISITS.labels(method, route, str(status)).inc()
    _SECONDS.labels(route).observe(seconds)
