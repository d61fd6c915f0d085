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
    "introductions:desk": ("/regios/REFREG13/balie/", "/regios/REFREG01/balie/"),
    "introductions:measures": ("/regios/REFREG13/balie/cijfers/",),
    "introductions:measures_flanders": ("/cijfers/vraag-en-aanbod/",),
    "atlas:data": ("/gegevens/",),
    "atlas:about": ("/over/",),
    "atlas:sources": ("/bronnen/",),
    "atlas:accessibility": ("/toegankelijkheid/",),
    "atlas:privacy": ("/privacy/",),
    "atlas:word-reply": ("/woorden/stem-alliantie/reageer/",),
    "terms:words": ("/woorden/", "/woorden/?q=leer", "/woorden/?q=qqqqqq"),
    "terms:term": ("/woorden/stem-alliantie/", "/woorden/dko/"),
    "terms:choose": ("/woorden/aanspreken/", "/woorden/aanspreken/?terug=/over/"),
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
    "exchange:list": (
        "/vraag-en-aanbod/",
        "/vraag-en-aanbod/?kant=gevraagd&soort=gastles&bij=Mechelen&straal=50",
        "/vraag-en-aanbod/?q=qqqqqq",
    ),
    "exchange:listing": ("/vraag-en-aanbod/{need}/", "/vraag-en-aanbod/{visit}/"),
    "actors:reply": ("/actoren/{club}/reageer/claim/",),
    "network:network": (
        "/netwerk/",
        "/netwerk/?regio=REFREG13",
        "/netwerk/?gemeente=44020&gemeente=44088",
        "/netwerk/?gemeente=73028",
    ),
    "alliances:proposing": (
        "/allianties/voorstellen/",
        "/allianties/voorstellen/?regio=REFREG06",
        "/allianties/voorstellen/?gemeenten=Merelbeke-Melle",
    ),
    "alliances:begun": ("/allianties/begin/{begun}/",),
    "account_login": ("/aanmelden/",),
    "account_confirm_login_code": ("/aanmelden/code/?code=ABC-DEF",),
    "account_inactive": ("/aanmelden/niet-actief/",),
    "replies:sent": ("/reacties/verstuurd/",),
    "replies:received": ("/reacties/ontvangen/",),
    "replies:confirm": ("/reacties/bevestig/{token}/",),
}
"""Addresses that answer with a page for people. `{…}` is filled in with what the running site holds."""

SIGNED_IN: dict[str, tuple[str, tuple[str, ...]]] = {
    "atlas:desk": ("victor", ("/balie/", "/balie/?soort=betwisting")),
    "people:mine": ("noor", ("/mijn/",)),
    "people:security": ("noor", ("/mijn/beveiliging/",)),
    "account_email": ("noor", ("/mijn/e-mail/",)),
    "account_reauthenticate": ("noor", ("/aanmelden/bevestig-nogmaals/",)),
    "account_logout": ("noor", ("/afmelden/",)),
    "usersessions_list": ("noor", ("/mijn/beveiliging/sessies/",)),
    "mfa_list_webauthn": ("noor", ("/mijn/beveiliging/passkeys/",)),
    "mfa_add_webauthn": ("noor", ("/mijn/beveiliging/passkeys/nieuw/",)),
    "mfa_activate_totp": ("noor", ("/mijn/beveiliging/app/",)),
    "people:members": ("noor", ("/organisaties/{club}/mensen/", "/organisaties/{club}/mensen/?op=2020-01-01")),
    "people:invite": ("noor", ("/organisaties/{club}/mensen/nodig-uit/",)),
    "people:ask": ("samira", ("/organisaties/{club}/meewerken/",)),
    "organisations:mine": ("noor", ("/mijn/organisaties/",)),
    "organisations:claim": ("jef", ("/organisaties/{club}/claim/",)),
    "organisations:edit": ("noor", ("/organisaties/{club}/bewerken/",)),
    "organisations:compare": ("noor", ("/organisaties/{club}/vergelijken/",)),
    "organisations:publish": ("bram", ("/organisaties/{club}/publiceren/",)),
    "organisations:partners": ("noor", ("/organisaties/{club}/partners/", "/organisaties/{club}/partners/?q=school")),
    "organisations:removal": ("noor", ("/organisaties/{club}/verwijderen/",)),
    "organisations:trail": ("noor", ("/organisaties/{club}/logboek/",)),
    "people:roles": ("paula", ("/programma/rollen/",)),
    "people:role-give": ("paula", ("/programma/rollen/geef/",)),
    "introductions:mine": ("noor", ("/mijn/introducties/",)),
    "introductions:organisation": ("noor", ("/organisaties/{club}/introducties/",)),
    "introductions:introduction": (
        "karim",
        ("/introducties/{waits}/", "/introducties/{met}/", "/introducties/{planned}/", "/introducties/{over}/"),
    ),
    "introductions:ending": ("karim", ("/introducties/{planned}/nee/",)),
    "introductions:feedback": ("karim", ("/introducties/{over}/hoe-was-het/",)),
    "introductions:ask": ("samira", ("/introducties/vraag/{visit}/",)),
    "introductions:bring_together": ("greet", ("/introducties/samenbrengen/{need}/",)),
    "introductions:comparison": ("victor", ("/cijfers/vraag-en-aanbod/keuzes/",)),
    "exchange:own": ("hanne", ("/vraag-en-aanbod/mijn/",)),
    "exchange:mine": ("noor", ("/organisaties/{club}/vraag-en-aanbod/",)),
    "exchange:new": (
        "noor",
        (
            "/organisaties/{club}/vraag-en-aanbod/nieuw/",
            "/organisaties/{club}/vraag-en-aanbod/nieuw/?kant=gevraagd&soort=gastles",
            "/organisaties/{club}/vraag-en-aanbod/nieuw/?kant=aangeboden&soort=bedrijfsbezoek",
        ),
    ),
    "exchange:change": ("samira", ("/vraag-en-aanbod/{need}/wijzig/",)),
    "exchange:phone": ("victor", ("/vraag-en-aanbod/telefoon/", "/vraag-en-aanbod/telefoon/?q=codeclub")),
    "alliances:new": ("greet", ("/allianties/nieuw/42010-44013/",)),
    "privacy:mine": ("noor", ("/mijn/gegevens/",)),
    "privacy:erase": ("noor", ("/mijn/gegevens/wissen/",)),
}
"""Addresses that answer a signed-in person: who of the demo's people asks, and the examples."""

NO_PAGES: dict[str, tuple[str, ...]] = {
    # The link in the mail of a claim: walked in tests/organisations.
    "organisations:confirm_claim": ("/organisaties/claim/verzonnen/",),
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
    # Signing in, of which a page needs what was done before: walked in tests/people/sign_in and in the story
    # "someone signs in". Names that lead on, or lead to another service.
    "account_signup": ("/aanmelden/nieuw/",),
    "account_request_login_code": ("/aanmelden/opnieuw/",),
    "account_password": ("/aanmelden/wachtwoord/",),
    "account_change_password": ("/mijn/beveiliging/wachtwoord/",),
    "account_set_password": ("/mijn/beveiliging/wachtwoord/nieuw/",),
    "account_email_verification_sent": ("/mijn/e-mail/bevestig/",),
    "mfa_index": ("/mijn/beveiliging/toon/",),
    "mfa_authenticate": ("/aanmelden/tweede-stap/",),
    "mfa_login_webauthn": ("/aanmelden/passkey/",),
    "mfa_reauthenticate": ("/aanmelden/bevestig-nogmaals/code/",),
    "mfa_reauthenticate_webauthn": ("/aanmelden/bevestig-nogmaals/passkey/",),
    "mfa_edit_webauthn": ("/mijn/beveiliging/passkeys/1/naam/",),
    "mfa_remove_webauthn": ("/mijn/beveiliging/passkeys/1/weg/",),
    "mfa_deactivate_totp": ("/mijn/beveiliging/app/weg/",),
    "mfa_view_recovery_codes": ("/mijn/beveiliging/herstelcodes/",),
    "mfa_generate_recovery_codes": ("/mijn/beveiliging/herstelcodes/nieuw/",),
    "mfa_download_recovery_codes": ("/mijn/beveiliging/herstelcodes/bestand/",),
    "openid_connect_login": ("/aanmelden/dienst/",),
    "openid_connect_callback": ("/aanmelden/dienst/terug/",),
    "socialaccount_signup": ("/aanmelden/adres/",),
    "socialaccount_connections": ("/mijn/beveiliging/dienst/",),
    # One mandate, invitation or request, for who it concerns: walked in tests/people/mandates.
    "people:invitation": ("/uitnodiging/verzonnen/",),
    "people:proposal": ("/uitnodigingen/verzonnen/",),
    "people:mandate-end": ("/mandaten/verzonnen/beeindig/",),
    "people:mandate-prolong": ("/mandaten/verzonnen/verleng/",),
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
    "/vraag-en-aanbod/?soort=onzin": 422,
    "/vraag-en-aanbod/?gemeente=99999": 404,
    "/woorden/bestaat-niet/": 404,
    "/reacties/bevestig/verzonnen/": 404,
    "/uitnodiging/verzonnen/": 404,
    "/post/afmelden/verzonnen/": 404,
    "/post/voorkeuren/verzonnen/": 404,
}
"""Addresses that cannot be given as asked, with their status."""

SEEN_BY_WHO_MAY = (
    ("karim", "/vraag-en-aanbod/{visit}/"),
    ("samira", "/vraag-en-aanbod/{need}/"),
    ("samira", "/introducties/{proposed}/"),
    ("greet", "/regios/REFREG13/balie/"),
    ("greet", "/allianties/begin/{begun}/"),
    ("hanne", "/netwerk/?regio=REFREG12"),
)
"""Pages on which who acts for an organisation or an area finds more than others."""

VISITS: tuple[tuple[str, str], ...] = (
    *(("", path) for paths in PAGES.values() for path in paths),
    *((person, path) for person, paths in SIGNED_IN.values() for path in paths),
    *SEEN_BY_WHO_MAY,
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
