"""Facets, chosen filters and orders as links: the directory works without JavaScript."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.translation import gettext as _

from wortel.actors.pages.asking import Question
from wortel.actors.pages.words import PARAMETER_OF, TITLE_OF, label_of, word_of
from wortel.actors.queries.asked import BY_DISTANCE, BY_NAME, RELEVANCE
from wortel.actors.queries.facets import Counted
from wortel.shell.address import toggled, with_one, without
from wortel.shell.choices import Choice, FacetGroup, FacetOption

_OPEN = {"sector", "four_o", "province"}
_SHOWN = ("kind", "province", "region", "claimed", "source", "status", "fictional")


def facet_groups(
    request: HttpRequest, question: Question, counted: Counted, sources: Mapping[str, str]
) -> list[FacetGroup]:
    """The facets that have something to choose, sector or four O's first."""
    groups = []
    for facet in ("four_o" if question.layout == "o" else "sector", *_SHOWN):
        options = tuple(
            FacetOption(
                label=label_of(facet, option.value, sources),
                count=option.n,
                url=toggled(request, PARAMETER_OF[facet], word_of(facet, option.value)),
                chosen=option.chosen,
            )
            for option in counted.options[facet]
        )
        if len(options) > 1 or any(option.chosen for option in options):
            is_open = facet in _OPEN or any(option.chosen for option in options)
            groups.append(FacetGroup(_(TITLE_OF[facet]), is_open, options))
    return groups


def chosen_links(request: HttpRequest, question: Question, sources: Mapping[str, str]) -> list[Choice]:
    """Everything that narrows the list, each as a link that takes it away."""
    links = []
    if question.asked.text:
        links.append(Choice(f"“{question.asked.text}”", without(request, "q")))
    if question.asked.near:
        label = _("binnen %(km)s km van %(place)s") % {"km": question.radius, "place": question.asked.near.label}
        links.append(Choice(label, without(request, "bij", "straal")))
    if question.municipality:
        links.append(Choice(question.municipality, without(request, "gemeente")))
    for facet, values in question.asked.chosen.items():
        for value in sorted(values):
            url = toggled(request, PARAMETER_OF[facet], word_of(facet, value))
            links.append(Choice(label_of(facet, value, sources), url))
    return links


def orders(request: HttpRequest, question: Question) -> list[Choice]:
    """The orders that make sense for this question."""
    asked = question.asked
    natural = RELEVANCE if asked.text else BY_DISTANCE if asked.near else BY_NAME
    now = natural if asked.sort in {"", RELEVANCE} else asked.sort
    links = [(RELEVANCE, _("beste eerst"), "relevantie")] if asked.text else []
    links.append((BY_NAME, _("naam"), "naam"))
    links += [(BY_DISTANCE, _("afstand"), "afstand")] if asked.near else []
    return [Choice(label, with_one(request, "orde", word), now == key) for key, label, word in links]
