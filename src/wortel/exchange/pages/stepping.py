"""The buttons on the page of a need or an offer: which action each takes, and who may press it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wortel.exchange.actions.close_listing import close_listing
from wortel.exchange.actions.consent_listing import consent_listing
from wortel.exchange.actions.keeping import ListingChanged
from wortel.exchange.actions.pause_listing import pause_listing
from wortel.exchange.actions.reopen_listing import reopen_listing
from wortel.exchange.actions.repeat_listing import repeat_listing
from wortel.exchange.domain.states import StepRefused
from wortel.exchange.domain.wanted import ListingRefused
from wortel.exchange.domain.words import AWAITING, CLOSED, DRAFT, OPEN, PAUSED
from wortel.exchange.pages.finding import Seen
from wortel.exchange.permissions import may_consent, may_withdraw, may_write
from wortel.exchange.wording import say
from wortel.kernel.reason import Reason
from wortel.kernel.text import TextRefused, clean_text
from wortel.kernel.verdict import Verdict
from wortel.people.public import Caller, acting_now
from wortel.trail.public import By


class StepFailed(Exception):
    """The step was not taken; `sentence` says why, `status` is 409 or 422."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.sentence, self.status = sentence, status


@dataclass(frozen=True, slots=True)
class Step:
    """A button: in which states it stands there, who may press it, and what is said when it is done."""

    states: tuple[str, ...]
    may: Callable[[Caller, Seen], Verdict]
    done: str


def _keeper(caller: Caller, about: Seen) -> Verdict:
    return about.may_manage(caller)


def _agrees(caller: Caller, about: Seen) -> Verdict:
    return may_consent(caller, about.row.actor)


def _writer(caller: Caller, about: Seen) -> Verdict:
    return may_write(caller, about.row.actor)


def _enterer(caller: Caller, about: Seen) -> Verdict:
    return may_withdraw(caller, about.row.entered_by, about.row.state)


STEPS: Mapping[str, Step] = {
    "pauzeer": Step(
        (OPEN,), _keeper, gettext_noop("Het staat op pauze. Niemand wordt er nog mee in contact gebracht.")
    ),
    "sluit": Step(
        (DRAFT, OPEN, PAUSED), _keeper, gettext_noop("Het is gesloten. Je kunt het later weer openen of herhalen.")
    ),
    "heropen": Step((PAUSED, CLOSED), _keeper, gettext_noop("Het staat weer open.")),
    "akkoord": Step((AWAITING,), _agrees, gettext_noop("Bedankt. Het staat nu open.")),
    "weiger": Step((AWAITING,), _agrees, gettext_noop("Het gaat niet door. Niemand anders ziet het.")),
    "trek-in": Step((AWAITING,), _enterer, gettext_noop("Het is ingetrokken. Niemand anders zag het.")),
    "herhaal": Step(
        (OPEN, PAUSED, CLOSED),
        _writer,
        gettext_noop("Er staat een ontwerp klaar met nieuwe data. Kijk het na en open het."),
    ),
}
"""By the word on the button."""


def take(request: HttpRequest, about: Seen, at: datetime, site: str) -> tuple[str, str]:
    """Takes the step that was pressed: what to say, and the ref of the listing to go to. Raises `StepFailed`."""
    word = request.POST.get("stap", "")
    step = STEPS.get(word)
    if step is None:
        raise StepFailed(_("Deze knop kennen we niet. Kies er een van de pagina."), HTTPStatus.UNPROCESSABLE_ENTITY)
    version, why = _version(request), _why(request)
    if about.row.state not in step.states:
        raise StepFailed(
            say(Reason.of("exchange.not_from_here", state=about.row.state)), HTTPStatus.UNPROCESSABLE_ENTITY
        )
    try:
        with acting_now(request, lambda caller: step.may(caller, about), say) as caller:
            ref = _take(word, caller, about, version, why, at, site)
    except ListingChanged as changed:
        raise StepFailed(changed_meanwhile(), HTTPStatus.CONFLICT) from changed
    except StepRefused as refused:
        raise StepFailed(say(refused.reason), HTTPStatus.UNPROCESSABLE_ENTITY) from refused
    except ListingRefused as refused:
        raise StepFailed(say(refused.faults[0].reason), HTTPStatus.UNPROCESSABLE_ENTITY) from refused
    return _(step.done), ref


def buttons(caller: Caller, about: Seen) -> dict[str, bool]:
    """Whether each button stands on the page, by its word with an underscore."""
    return {
        word.replace("-", "_"): about.row.state in step.states and bool(step.may(caller, about))
        for word, step in STEPS.items()
    }


def may_press(caller: Caller, about: Seen) -> Verdict:
    """Whether any button could be this caller's: who keeps it, and who entered it."""
    enters = _enterer(caller, about)
    return enters or _keeper(caller, about)


def acts(caller: Caller, about: Seen) -> By:
    """How this person signs: for the organisation when it is theirs, else for the desk or for a partner."""
    return caller.acts(about.row.actor if may_write(caller, about.row.actor) else "")


def _take(word: str, caller: Caller, about: Seen, version: int, why: str, at: datetime, site: str) -> str:
    by, ref = acts(caller, about), about.row.ref
    if word == "pauzeer":
        return pause_listing(by, ref, version, at, site=site).ref
    if word == "heropen":
        return reopen_listing(by, ref, version, at, site=site).ref
    if word == "akkoord":
        return consent_listing(by, ref, version, at).ref
    if word == "herhaal":
        return repeat_listing(by, about.actor, ref, at)[0].ref
    if word == "trek-in":
        by = caller.acts(about.row.entered_by)
    return close_listing(by, ref, version, why, at, site="" if word == "trek-in" else site).ref


def changed_meanwhile() -> str:
    """What is said when two changed it at once."""
    return _("Iemand anders wijzigde dit net. Hieronder staat hoe het nu is; kies opnieuw als het nog nodig is.")


def _version(request: HttpRequest) -> int:
    text = request.POST.get("versie", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 9 else 0


def _why(request: HttpRequest) -> str:
    try:
        return clean_text(request.POST.get("reden", ""), limit=300)
    except TextRefused as refused:
        raise StepFailed(
            _("Deze reden is te lang of bevat tekens die we niet kunnen bewaren."), HTTPStatus.UNPROCESSABLE_ENTITY
        ) from refused
