"""Facets, chosen filters and orders of the list as links: it works without JavaScript."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wortel.exchange.pages.asking import PARAMETER_OF, SORT_WORDS, Question, words_of
from wortel.exchange.queries.found import ENDING, FACETS, KIND, NEAREST, NEWEST, REGION, SIDE, STAGE, THEME_FACET, Found
from wortel.exchange.wording import kind_label, side_label, stage_label, theme_label
from wortel.shell.address import toggled, with_one, without
from wortel.shell.choices import Choice, FacetGroup, FacetOption
from wortel.territory.public import timeline

_TITLES = {
    SIDE: gettext_noop("Vraag of aanbod"),
    KIND: gettext_noop("Soort"),
    THEME_FACET: gettext_noop("Thema"),
    STAGE: gettext_noop("Leeftijd"),
    REGION: gettext_noop("Regio"),
}
_OPEN = (SIDE, KIND)
_LABELS = {SIDE: side_label, KIND: kind_label, THEME_FACET: theme_label, STAGE: stage_label}


def facet_groups(request: HttpRequest, question: Question, found: Found, on: date) -> list[FacetGroup]:
    """The facets that have something to choose, in their order; options in the order of the room's own lists."""
    groups = []
    for facet in FACETS:
        counts, chosen = found.counts[facet], question.asked.chosen.get(facet, frozenset())
        options = tuple(
            FacetOption(_label(facet, key), counts[key], toggled(request, PARAMETER_OF[facet], word), key in chosen)
            for key, word in words_of(facet, on).items()
            if counts[key] or key in chosen
        )
        if len(options) > 1 or chosen:
            groups.append(FacetGroup(_(_TITLES[facet]), facet in _OPEN or bool(chosen), options))
    return groups


def chosen_links(request: HttpRequest, question: Question, on: date) -> list[Choice]:
    """Everything that narrows the list, each as a link that takes it away."""
    asked, links = question.asked, []
    if asked.text:
        links.append(Choice(f"“{asked.text}”", without(request, "q")))
    if asked.near:
        label = _("binnen %(km)s km van %(place)s") % {"km": question.radius, "place": asked.near.label}
        links.append(Choice(label, without(request, "bij", "straal", "orde")))
    if question.municipality:
        links.append(Choice(question.municipality, without(request, "gemeente")))
    for facet, keys in asked.chosen.items():
        known = words_of(facet, on)
        links += [Choice(_label(facet, key), toggled(request, PARAMETER_OF[facet], known[key])) for key in sorted(keys)]
    return links


def orders(request: HttpRequest, question: Question) -> list[Choice]:
    """The orders that make sense for this question."""
    labels = {NEWEST: _("nieuwste"), ENDING: _("eerst wat afloopt")}
    if question.asked.near:
        labels[NEAREST] = _("afstand")
    words = {key: word for word, key in SORT_WORDS.items()}
    now = question.asked.sort
    return [Choice(label, with_one(request, "orde", words[key]), key == now) for key, label in labels.items()]


def _label(facet: str, key: str) -> str:
    return timeline().area("referentieregio", key).name if facet == REGION else _LABELS[facet](key)
