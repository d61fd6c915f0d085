"""`{% term "alliance" %}`: the word of the visitor's audience, with a link to what it means. No decisions here."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from wortel.terms.domain.concept import Word
from wortel.terms.reference import terms
from wortel.terms.spoken_to import language_now, lens_in

register = template.Library()


@register.simple_tag(takes_context=True)
def term(
    context: Any, key: str, *, many: bool = False, article: bool = False, capital: bool = False, link: bool = True
) -> str | SafeString:
    """The word for one; `many=1` for several, `article=1` with "de" or "het", `capital=1` at the start of a sentence,
    `link=0` where a link cannot stand: in another link, a title, or with `as word` inside a sentence to translate.
    """
    language = language_now()
    concept = terms().concept(key)
    said = _form(concept.word(lens_in(context.get("request")), language), many=many, article=article)
    said = said[:1].upper() + said[1:] if capital else said
    if not link:
        return said
    address = reverse("terms:term", args=[concept.slug])
    return format_html('<a class="term" href="{}" title="{}">{}</a>', address, concept.definition(language), said)


def _form(word: Word, *, many: bool, article: bool) -> str:
    if many:
        return word.many
    return word.the if article else word.one
