"""The page with the reply form; the room that owns the thing calls it with a target."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.replies.actions.file_reply import Author, TooManyReplies, file_reply
from wortel.replies.forms import ReplyForm
from wortel.replies.mailing import MailNotSent
from wortel.replies.target import Target
from wortel.replies.wording import title_of, what_follows
from wortel.shell.clock import now
from wortel.shell.problems import PageProblem, WayOut


def reply_page(request: HttpRequest, target: Target, kind: str) -> HttpResponse:
    """Shows the form for a reply of that kind, and files what comes back. Raises `PageProblem` for an unknown kind."""
    if kind not in target.kinds:
        raise PageProblem(
            HTTPStatus.NOT_FOUND,
            _("Dat kun je hier niet melden"),
            _("Kies op de pagina zelf wat je wilt melden."),
            (WayOut(target.label, target.path),),
        )
    form = ReplyForm(kind, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _filed(request, form, target, kind):
        return redirect("replies:sent")
    context = {
        "form": form,
        "target": target,
        "title": title_of(kind, target.label),
        "follows": what_follows(kind),
        "crumbs": [(target.label, target.path)],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "replies/form.html", context, status=status)


def _filed(request: HttpRequest, form: ReplyForm, target: Target, kind: str) -> bool:
    given = form.cleaned_data
    author = Author(given["author_name"], given["author_email"], given["organisation"])
    token = "TOKEN"  # noqa: S105  (a place in an address, filled in by the action)
    link = request.build_absolute_uri(reverse("replies:confirm", args=[token])).replace(token, "{token}")
    try:
        file_reply(target, kind, author, given["message"], link, now())
    except TooManyReplies:
        form.add_error("author_email", _("Naar dit adres gingen vandaag al genoeg mails. Probeer het morgen opnieuw."))
    except MailNotSent:
        form.add_error(None, _("De mail kon niet vertrekken, dus is er niets bewaard. Probeer het straks opnieuw."))
    return not form.errors
