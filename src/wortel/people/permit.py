"""The gate of a page: lets the allowed in, and helps everyone else on."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from wortel.kernel.reason import Reason
from wortel.kernel.verdict import Verdict
from wortel.people.calling import caller_of
from wortel.people.domain.caller import SECOND_FACTOR
from wortel.shell.problems import PageProblem, WayOut


def permit(request: HttpRequest, verdict: Verdict, say: Callable[[Reason], str], *, hide: bool = False) -> None:
    """Returns when allowed; else raises what the visitor gets, in this order:

    `Http404` with `hide`, so that a thing that may not be known looks like one that is not there; a way to sign in and
    back for a stranger; a way to the second factor where only that lacks; else a page (403) with the reason in words.
    """
    if verdict:
        return
    if hide and verdict.reason.key != SECOND_FACTOR:
        raise Http404
    if caller_of(request).is_stranger:
        raise _sign_in_first(request)
    if verdict.reason.key == SECOND_FACTOR:
        raise _second_factor_first(request)
    raise PageProblem(HTTPStatus.FORBIDDEN, _("Dit mag je hier niet"), say(verdict.reason), _ways_out())


def here(request: HttpRequest) -> str:
    """The address asked for, to come back to; the front page where it would lead off this site."""
    path = request.get_full_path()
    return path if url_has_allowed_host_and_scheme(path, allowed_hosts=None) else "/"


def sign_in_address(request: HttpRequest) -> str:
    """Where to sign in and come back here."""
    return f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': here(request)})}"


def mine() -> str:
    """The page with everything on whose behalf one acts."""
    return reverse("people:mine")


def _sign_in_first(request: HttpRequest) -> PageProblem:
    address = sign_in_address(request)
    sentence = _("Meld je aan, dan brengen we je terug naar deze pagina.")
    return PageProblem(
        HTTPStatus.UNAUTHORIZED,
        _("Meld je eerst aan"),
        sentence,
        (WayOut(_("Meld je aan"), address),),
        redirect_to=address,
    )


def _second_factor_first(request: HttpRequest) -> PageProblem:
    address = f"{reverse('people:security')}?{urlencode({'next': here(request)})}"
    sentence = _(
        "Voor deze taak vragen we een tweede stap: een passkey, of een code uit een app. "
        "Stel die in of bevestig ze, dan brengen we je terug naar deze pagina."
    )
    return PageProblem(
        HTTPStatus.FORBIDDEN,
        _("Bevestig eerst dat jij het bent"),
        sentence,
        (WayOut(_("Naar je tweede stap"), address),),
    )


def _ways_out() -> tuple[WayOut, ...]:
    return (WayOut(_("Kijk namens wie je handelt"), mine()),)
