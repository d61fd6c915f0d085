"""The pages that speak of the site itself: what it is, where its facts come from, what it does with yours."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wortel.atlas.reference_sources import reference_sources
from wortel.atlas.registers import registers
from wortel.coverage.public import published_figures


def about(request: HttpRequest) -> HttpResponse:
    """What Wortel is and how to read it."""
    return render(request, "atlas/about.html")


def data(request: HttpRequest) -> HttpResponse:
    """How to take the data along: files and the API."""
    return render(request, "atlas/data.html")


def sources(request: HttpRequest) -> HttpResponse:
    """Every source: who, when, under which licence, how far to trust it."""
    citations = {figure.citation.source: figure.citation for figure in published_figures()}
    taken_in, own_words = registers()
    context = {
        "reference": reference_sources(),
        "registers": taken_in,
        "own_words": own_words,
        "published": [citations[name] for name in sorted(citations)],
    }
    return render(request, "atlas/sources.html", context)


def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "atlas/accessibility.html")


def privacy(request: HttpRequest) -> HttpResponse:
    """What we keep of visitors."""
    return render(request, "atlas/privacy.html")
