"""`/woorden/aanspreken/`: how do you want to be spoken to? One choice, kept in your browser."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from wortel.shell.middleware import takes_form
from wortel.shell.problems import PageProblem, WayOut
from wortel.terms.domain.lens import Lens
from wortel.terms.spoken_to import lens_in, remember
from wortel.terms.wording import lens_name

LENS, BACK = "aanspreking", "terug"
LONGEST_ADDRESS = 1000


@dataclass(frozen=True, slots=True)
class Choice:
    """What the form offers: the audiences, and the page to come back to."""

    options: tuple[tuple[str, str, bool], ...]
    back: str


def choice(request: HttpRequest, back: str = "") -> Choice:
    """The form on this page; afterwards back to `back`, or to this very page."""
    here = lens_in(request)
    options = tuple((lens.value, lens_name(lens), lens is here) for lens in Lens)
    return Choice(options, back or request.get_full_path())


@takes_form
def choose(request: HttpRequest) -> HttpResponse:
    """Shows the choice, and keeps it when the form comes back: in a cookie, nowhere else."""
    if request.method != "POST":
        context = {"choice": choice(request, _back(request.GET.get(BACK, "")))}
        return render(request, "terms/choose.html", context)
    given = request.POST.get(LENS, "")
    if given not in set(Lens):
        raise PageProblem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            _("Zo kunnen we je niet aanspreken"),
            _("Kies een van de mogelijkheden in het formulier."),
            (WayOut(_("Kies opnieuw"), reverse("terms:choose")),),
        )
    lens = Lens(given)
    answer = redirect(_back(request.POST.get(BACK, "")))
    remember(answer, lens)
    messages.success(request, _chosen(lens))
    return answer


def _chosen(lens: Lens) -> str:
    if lens is Lens.PLAIN:
        return _("We gebruiken weer gewone woorden.")
    return _("We gebruiken van nu af de woorden van: %(audience)s.") % {"audience": lens_name(lens)}


def _back(asked: str) -> str:
    """An address of this site and nowhere else; the list of words when it is not."""
    is_ours = asked.startswith("/") and len(asked) <= LONGEST_ADDRESS and asked.isprintable()
    if is_ours and url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        return asked
    return reverse("terms:words")
