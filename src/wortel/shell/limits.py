"""Rate limits: what is read is counted in this process, what is sent in the cache that all processes share.

Two counters, because they guard two things. Reading is guarded for the sake of the machine: a counter in memory costs
microseconds, and each process has its own. Sending is guarded for the sake of people (codes and mails in somebody's
mailbox, claims, forms full of nonsense): there the count must hold for all processes together.

Nobody can lock out another: a count belongs to who sends, never to the account or the mail address that is spoken of.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus
from ipaddress import IPv4Address, IPv6Address, ip_address

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, ngettext
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from wortel.shell.clock import now
from wortel.shell.problems import PageProblem, problem_response
from wortel.shell.rates import Rate

FORM, SIGN_IN = "form", "sign_in"
_HOST_BITS_OF_A_HOUSEHOLD = 64


class TooOften(PageProblem):
    """429: this visitor asked or sent this too often; `wait` is in seconds."""

    def __init__(self, wait: int) -> None:
        minutes = max(1, -(-wait // 60))
        sentence = ngettext(
            "Wacht %(minutes)s minuut en probeer het opnieuw.",
            "Wacht %(minutes)s minuten en probeer het opnieuw.",
            minutes,
        )
        super().__init__(
            HTTPStatus.TOO_MANY_REQUESTS, gettext("Dat ging even te snel"), sentence % {"minutes": minutes}
        )
        self.wait = wait


class CountRequests:
    """Middleware: counts what is asked by its kind (`LIMITED_READING`), and what is sent: by its kind too
    (`LIMITED_SENDING`), and as `form` unless someone signs in. Stands last: what was refused before is not counted.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._reading = MovingWindowRateLimiter(MemoryStorage())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        _view: Callable[..., HttpResponse],
        _args: tuple[object, ...],
        _named: dict[str, object],
    ) -> HttpResponse | None:
        """The answer to who comes too often; `None` lets the page answer."""
        try:
            self._count(request)
        except TooOften as refused:
            return too_often(request, refused)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The same for a page that counted something itself, by `count_sent`."""
        return too_often(request, exception) if isinstance(exception, TooOften) else None

    def _count(self, request: HttpRequest) -> None:
        found = request.resolver_match
        if found is None:
            return
        if request.method == "POST":
            self._count_sending(request, settings.LIMITED_SENDING.get(found.view_name, ""))
            return
        reading = settings.LIMITED_READING
        kind = reading.get(found.view_name) or reading.get(found.namespace, "")
        rate: Rate | None = settings.RATE_LIMITS.get(kind)
        if rate is not None:
            self._count_reading(rate, kind, client_of(request))

    def _count_sending(self, request: HttpRequest, kind: str) -> None:
        if kind != SIGN_IN:
            count_sent(request, FORM)
        if kind:
            count_sent(request, kind)

    def _count_reading(self, rate: Rate, kind: str, client: str) -> None:
        if not self._reading.hit(rate.item, kind, client):
            free_at = self._reading.get_window_stats(rate.item, kind, client).reset_time
            raise TooOften(max(1, int(free_at - now().timestamp()) + 1))


def too_often(request: HttpRequest, refused: TooOften) -> HttpResponse:
    """429 as a page or as problem details, with `Retry-After` in seconds."""
    response = problem_response(request, refused)
    response.headers["Retry-After"] = str(refused.wait)
    return response


def count_sent(request: HttpRequest, kind: str) -> None:
    """Counts one thing of this kind sent by who sends it: the person signed in, else the address on the network.

    Raises `TooOften`. A kind without a rate in `RATE_LIMITS` is not counted.
    """
    rate: Rate | None = settings.RATE_LIMITS.get(kind)
    if rate is None:
        return
    key = f"limit:{kind}:{_fingerprint(_sender(request))}"
    at = now().timestamp()
    sent = [moment for moment in cache.get(key, ()) if moment > at - rate.seconds]
    if len(sent) >= rate.count:
        raise TooOften(max(1, int(sent[0] + rate.seconds - at) + 1))
    cache.set(key, [*sent, at], rate.seconds)


def client_of(request: HttpRequest) -> str:
    """Where the request comes from: an IPv4 address, or the /64 that one household has of IPv6 addresses.

    The address is that of the connection; the server fills in what a proxy says only for the proxy it trusts.
    """
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return "unknown"
    return _household(address)


def _household(address: IPv4Address | IPv6Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return f"{int(address) >> (128 - _HOST_BITS_OF_A_HOUSEHOLD):x}::/64"


def _sender(request: HttpRequest) -> str:
    person = getattr(request, "user", None)
    return f"person:{person.pk}" if person is not None and person.is_authenticated else client_of(request)


def _fingerprint(name: str) -> str:
    """No address of a visitor stands in the cache as it is."""
    return sha256(f"{settings.SECRET_KEY}:{name}".encode()).hexdigest()[:32]
