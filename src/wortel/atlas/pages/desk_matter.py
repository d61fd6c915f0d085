"""`/balie/<soort>/<ref>/`: one matter: what is said, what registers say, and the decision."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.atlas.actions.decide_matter import DecidedMeanwhile, decide_matter
from wortel.atlas.desk.forms import ACCEPT, DecisionForm, corrects
from wortel.atlas.desk.one_matter import matter_of
from wortel.atlas.desk.permissions import may_decide, may_see_matter
from wortel.atlas.desk.telling import registers_say
from wortel.atlas.desk.wording import (
    after_accepting,
    asked_sentence,
    how_it_ended,
    kept_sentence,
    kind_name,
    say,
    waiting_for,
)
from wortel.atlas.domain.matter import Decided, Matter, Room
from wortel.people.public import Caller, acting_now, caller_of, mail_of, names_of, permit
from wortel.replies.public import NotOpen, take_reply
from wortel.shell import clock
from wortel.shell.formats import day
from wortel.shell.middleware import takes_form
from wortel.shell.problems import PageProblem, WayOut
from wortel.trail.public import entries_of, people_in, trail_list


@takes_form
def matter(request: HttpRequest, room: str, ref: str) -> HttpResponse:
    """The matter and its form. Raises `PageProblem`: 409 when another decided first, 403, or 404."""
    caller, found = _asked(request, room, ref)
    verdict = may_decide(caller, found, _addresses(request))
    form = DecisionForm(found, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if found.decided:
            raise decided_meanwhile(found.decided)
        permit(request, verdict, say)
        if form.is_valid():
            _decide(request, found, form)
            messages.success(request, _("Beslist. Het antwoord vertrekt naar de melder."))
            return redirect("atlas:desk")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(
        request, "atlas/desk_matter.html", _context(found, form, "" if verdict else say(verdict.reason)), status=status
    )


@takes_form
def take(request: HttpRequest, room: str, ref: str) -> HttpResponse:
    """Says that you look into it. Raises as `matter` does."""
    caller, found = _asked(request, room, ref)
    if request.method == "POST" and found.room is Room.REPLY:
        try:
            with acting_now(request, lambda caller: may_decide(caller, found, _addresses(request)), say) as caller:
                take_reply(caller.acts(), found.ref, clock.now())
        except NotOpen as closed:
            raise decided_meanwhile(Decided(closed.state, closed.decided_by, closed.decided_at, "")) from closed
        messages.success(request, _("Je naam staat erbij: de anderen zien dat jij dit bekijkt."))
    return redirect("atlas:desk-matter", found.room, found.ref)


def decided_meanwhile(decided: Decided) -> PageProblem:
    """What the second of two who decide gets to read."""
    who = names_of([decided.by]).get(decided.by) or _("iemand anders")
    sentence = _("%(who)s besliste op %(day)s: %(how)s. Jouw antwoord is niet verstuurd en er is niets gewijzigd.") % {
        "who": who,
        "day": day(decided.at),
        "how": how_it_ended(decided.how),
    }
    way = WayOut(_("Terug naar de balie"), reverse("atlas:desk"))
    return PageProblem(HTTPStatus.CONFLICT, _("Hierover is al beslist"), sentence, (way,))


def _asked(request: HttpRequest, room: str, ref: str) -> tuple[Caller, Matter]:
    """Whoever may not know of a matter gets the answer for one that is not there."""
    caller = caller_of(request)
    found = matter_of(Room(room), ref, clock.today()) if room in set(Room) and "\x00" not in ref else None
    if found is None:
        raise Http404
    permit(request, may_see_matter(caller, found), say, hide=True)
    return caller, found


def _addresses(request: HttpRequest) -> tuple[str, ...]:
    return (mail_of(request),)


def _decide(request: HttpRequest, found: Matter, form: DecisionForm) -> None:
    accepted = form.cleaned_data["decision"] == ACCEPT
    answer, correct = form.cleaned_data["answer"], form.correct if corrects(found) else None
    try:
        with acting_now(request, lambda caller: may_decide(caller, found, _addresses(request)), say) as caller:
            decide_matter(caller.acts(), found, accepted=accepted, answer=answer, at=clock.now(), correct=correct)
    except DecidedMeanwhile as meanwhile:
        now = matter_of(found.room, found.ref, clock.today())
        decided = meanwhile.decided or (now.decided if now else None)
        raise decided_meanwhile(decided or Decided("withdrawn", "", None, "")) from meanwhile


def _context(found: Matter, form: DecisionForm, hindrance: str) -> dict[str, Any]:
    at = clock.now()
    history = entries_of(found.thing).entries
    people = names_of({found.taken_by, found.decided.by if found.decided else "", *people_in(history)})
    return {
        **trail_list(history, lambda ref: people.get(ref, "")),
        "matter": found,
        "kind": kind_name(found.kind),
        "asked": asked_sentence(found),
        "waits": waiting_for(found.age_in_days(at)),
        "taker": people.get(found.taken_by, ""),
        "may_be_taken": found.room is Room.REPLY and not found.taken_by,
        "decider": people.get(found.decided.by, "") if found.decided else "",
        "ended": how_it_ended(found.decided.how) if found.decided else "",
        "after_accepting": after_accepting(found),
        "kept_sentence": kept_sentence(found),
        "registers": registers_say(found),
        "hindrance": hindrance,
        "form": form,
        "crumbs": [(_("Balie"), reverse("atlas:desk")), (found.label, "")],
    }
