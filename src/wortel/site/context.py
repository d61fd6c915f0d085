"""What the frame of every page needs from the rooms: the menu, the way home, and whether anything here is made up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext

from wortel.people.public import sign_in_address
from wortel.site.fictional import holds_fictional
from wortel.terms.public import lens_in, lens_name


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the menu or the footer. `more` is dropped on a phone; `here`: this page lies under it."""

    label: str
    url: str
    more: str = ""
    here: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """A titled column of the footer."""

    title: str
    links: tuple[Link, ...]


def frame(request: HttpRequest) -> dict[str, Any]:
    """The menu and footer of this page."""
    return {
        "home_url": reverse("atlas:home"),
        "search_url": reverse("atlas:search"),
        "suggest_url": reverse("atlas:suggest"),
        "navigation": _links(
            request,
            (gettext("Kaart"), "coverage:coverage", gettext("& dekking")),
            (gettext("Gemeenten"), "atlas:municipalities", ""),
            (gettext("Actoren"), "actors:directory", ""),
            (gettext("Vraag en aanbod"), "exchange:list", ""),
            (gettext("Gegevens"), "atlas:data", ""),
            (gettext("Over"), "atlas:about", ""),
        ),
        "footer": (
            LinkGroup(
                gettext("Wat we weten"),
                _links(
                    request,
                    (gettext("Bronnen"), "atlas:sources", ""),
                    (gettext("Gegevens en API"), "atlas:data", ""),
                    (gettext("Regio’s en provincies"), "atlas:regions", ""),
                    (gettext("Wie werkt met wie"), "network:network", ""),
                    (gettext("Allianties voorstellen"), "alliances:proposing", ""),
                ),
            ),
            LinkGroup(
                gettext("Over deze site"),
                _links(
                    request,
                    (gettext("Over Wortel"), "atlas:about", ""),
                    (gettext("Woorden"), "terms:words", ""),
                    (gettext("Toegankelijkheid"), "atlas:accessibility", ""),
                    (gettext("Privacy"), "atlas:privacy", ""),
                ),
            ),
        ),
        "spoken_to": {"name": lens_name(lens_in(request)), "url": _choose_url(request)},
        "account": SimpleLazyObject(lambda: _account(request)),
        "holds_fictional": SimpleLazyObject(holds_fictional),
        "demo_links": _demo_links(request) if settings.IS_DEMO else (),
    }


def _choose_url(request: HttpRequest) -> str:
    """Where to choose how to be spoken to, and come back to this page; on the page of the choice itself, that page."""
    choose = reverse("terms:choose")
    if request.path == choose:
        return request.get_full_path()
    return f"{choose}?{urlencode({'terug': request.get_full_path()})}" if request.method == "GET" else choose


def _demo_links(request: HttpRequest) -> tuple[Link, ...]:
    """From every page of a demo: become somebody, and read the mails, which there reach no mailbox."""
    return _links(
        request, (gettext("Kies wie je bent"), "demo:who", ""), (gettext("Lees de mails"), "post:demo-mailbox", "")
    )


def _account(request: HttpRequest) -> Link:
    """The door on the right of every page: to sign in and come back here, or to one's own page. Asks no mandates."""
    person = request.user
    if person.is_authenticated:
        return Link(person.name or gettext("Mijn Wortel"), settings.LOGIN_REDIRECT_URL)
    return Link(gettext("Aanmelden"), sign_in_address(request) if request.method == "GET" else reverse("account_login"))


def _links(request: HttpRequest, *entries: tuple[str, str, str]) -> tuple[Link, ...]:
    links = []
    for label, name, more in entries:
        url = reverse(name)
        links.append(Link(label, url, more, request.path.startswith(url), request.path == url))
    return tuple(links)
