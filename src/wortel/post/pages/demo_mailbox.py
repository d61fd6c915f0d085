"""The mails of the demo, for who tries it and has no mailbox of the invented people."""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wortel.post.queries import newest_example_messages, state_of
from wortel.post.wording import say_kind, say_state
from wortel.shell.problems import PageProblem

MOST = 50


def demo_mailbox(request: HttpRequest) -> HttpResponse:
    """The newest mails to example addresses; only where `wortel demo` switched it on, elsewhere there is no such page.

    Whoever has a real address and tries the demo beside others has their code in no page of ours.
    """
    if settings.DEMO_MAILBOX is not True:
        raise PageProblem(
            HTTPStatus.NOT_FOUND,
            _("Deze pagina bestaat niet"),
            _("Alleen een demo toont de mails die vertrekken. Kijk in je eigen mailbox."),
        )
    mails = [
        {"mail": mail, "kind": say_kind(mail.kind), "state": say_state(state_of(mail))}
        for mail in newest_example_messages(MOST)
    ]
    return render(request, "post/demo_mailbox.html", {"mails": mails, "most": MOST})
