"""Every named address of the site with an example of each: a new one that is not listed here fails a test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import get_resolver

PAGES: dict[str, tuple[str, ...]] = {
    "api-docs": ("/api/v1/docs",),
    "shell:gallery": ("/onderdelen/",),
    "demo:who": ("/demo/",),
    "post:demo-mailbox": ("/demo/postvak/",),
    "atlas:home": ("/",),
    "atlas:municipalities": ("/gemeenten/", "/gemeenten/?provincie=10000&regio=REFREG07"),
    "atlas:search": ("/gemeenten/zoek", "/gemeenten/zoek?q=sint", "/gemeenten/zoek?q=qqqqqq"),
    "atlas:municipality": ("/gemeenten/44088/", "/gemeenten/44043/", "/gemeenten/73028/"),
    "atlas:reply": ("/gemeenten/44088/reageer/",),
    "atlas:regions": ("/regios/",),
    "atlas:region": ("/regios/REFREG13/",),
    "atlas:province": ("/provincies/40000/",),
    "atlas:data": ("/gegevens/",),
    "atlas:about": ("/over/",),
    "atlas:sources": ("/bronnen/",),
    "atlas:accessibility": ("/toegankelijkheid/",),
    "atlas:privacy": ("/privacy/",),
    "privacy:register": ("/privacy/register/",),
    "privacy:erased": ("/privacy/gewist/",),
    "coverage:coverage": (
        "/dekking/",
        "/dekking/?jaar=2022&grenzen=2024-12-31&tegenover=2020&indeling=referentieregio",
    ),
    "coverage:evidence_list": ("/dekking/bewijs/", "/dekking/bewijs/?jaar=2019&gemeente=Herstappe"),
    "coverage:evidence": ("/dekking/bewijs/{contested}/",),
    "coverage:reply": ("/dekking/bewijs/{contested}/betwist/",),
    "actors:directory": ("/actoren/", "/actoren/?weergave=kaart", "/actoren/?q=codeklub", "/actoren/?q=qqqqqq"),
    "actors:actor": ("/actoren/{club}/", "/actoren/{institution}/"),
    "actors:reply": ("/actoren/{club}/reageer/claim/",),
    "replies:sent": ("/reacties/verstuurd/",),
    "replies:received": ("/reacties/ontvangen/",),
    "replies:confirm": ("/reacties/bevestig/{token}/",),
}
"""Addresses that answer with a page for people. `{…}` is filled in with what the running site holds."""

SIGNED_IN: dict[str, tuple[str, tuple[str, ...]]] = {
    "atlas:desk": ("victor", ("/balie/", "/balie/?soort=betwisting")),
    "privacy:mine": ("noor", ("/mijn/gegevens/",)),
    "privacy:erase": ("noor", ("/mijn/gegevens/wissen/",)),
}
"""Addresses that answer a signed-in person: who of the demo's people asks, and the examples."""

NO_PAGES: dict[str, tuple[str, ...]] = {
    "demo:become": ("/demo/word/demo-noor/",),
    "atlas:suggest": ("/gemeenten/zoek/lijst?q=melle",),
    "actors:export": ("/actoren/export.csv", "/actoren/export.xlsx", "/actoren/export.json"),
    "actors:map-json": ("/actoren/kaart.json",),
    # Pages for who holds a signed link, is signed in, or tries the demo: walked in tests/post.
    # One matter of the desk: walked in tests/atlas. A file with what is held of you: tests/privacy.
    "atlas:desk-matter": ("/balie/melding/verzonnen/",),
    "atlas:desk-take": ("/balie/melding/verzonnen/neem/",),
    "privacy:download": ("/mijn/gegevens/bestand.json",),
    "post:unsubscribe": ("/post/afmelden/verzonnen/",),
    "post:preferences": ("/post/voorkeuren/verzonnen/",),
    "post:mine": ("/mijn/berichten/",),
    # For who acts for an organisation: walked in tests/organisations.
    "organisations:trail": ("/organisaties/verzonnen/logboek/",),
}
"""Addresses that answer with a file or with data."""

REFUSALS = {
    "/bestaat-niet/": 404,
    "/gemeenten/99999/": 404,
    "/dekking/?jaar=2001": 404,
    "/dekking/?jaar=vroeger": 422,
    "/dekking/?grenzen=1990-01-01": 422,
    "/dekking/bewijs/bestaat-niet/": 404,
    "/actoren/bestaat-niet/": 404,
    "/actoren/?sector=onzin": 422,
    "/reacties/bevestig/verzonnen/": 404,
    "/post/afmelden/verzonnen/": 404,
    "/post/voorkeuren/verzonnen/": 404,
}
"""Addresses that cannot be given as asked, with their status."""


VISITS: tuple[tuple[str, str], ...] = (
    *(("", path) for paths in PAGES.values() for path in paths),
    *((person, path) for person, paths in SIGNED_IN.values() for path in paths),
)
"""Every page to look at: who asks (empty is a stranger), and its address."""


def named_addresses() -> set[str]:
    """The name of every address outside the API, as the site's own resolver knows them."""
    return {name for name in _names(get_resolver(), "") if not name.startswith("wortel-api:")}


def _names(resolver: Any, space: str) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from _names(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        else:
            yield f"{space}{pattern.name}"
