"""After the form: look in your mailbox; after the link: confirm with one button."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wortel.people.public import caller_of
from wortel.replies.actions.confirm_reply import confirm_reply
from wortel.replies.links import REPLY_LINKS
from wortel.replies.models import Reply
from wortel.replies.wording import kind_name, what_follows
from wortel.shell.clock import now
from wortel.shell.middleware import takes_form
from wortel.shell.problems import PageProblem
from wortel.shell.signed_refs import LinkRefused


def sent(request: HttpRequest) -> HttpResponse:
    """Says where the mail is."""
    return render(request, "replies/sent.html")


def received(request: HttpRequest) -> HttpResponse:
    """Says that the reply of a signed-in person arrived: no link needed."""
    return render(request, "replies/received.html")


@takes_form
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Shows what will be sent with a button, and opens the reply when it is pressed; reading alone changes nothing."""
    reply = _reply(token)
    if request.method == "POST":
        reply = confirm_reply(caller_of(request).acts(), reply.ref, now())
    context = {"reply": reply, "kind": kind_name(reply.kind), "follows": what_follows(reply.kind)}
    return render(request, "replies/confirm.html", context)


def _reply(token: str) -> Reply:
    try:
        return Reply.objects.get(ref=REPLY_LINKS.ref_in(token))
    except LinkRefused as refused:
        if refused.is_expired:
            raise PageProblem(
                HTTPStatus.GONE,
                _("Deze link is verlopen"),
                _("Een link werkt zeven dagen. Vul het formulier opnieuw in, dan krijg je een nieuwe."),
            ) from refused
        raise _unknown() from refused
    except Reply.DoesNotExist as error:
        raise _unknown() from error


def _unknown() -> PageProblem:
    return PageProblem(
        HTTPStatus.NOT_FOUND,
        _("Deze link kennen we niet"),
        _("Kopieer de hele link uit de mail, of vul het formulier opnieuw in."),
    )
