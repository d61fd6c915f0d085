"""The page with the reply form; the room that owns the thing calls it with a target."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wortel.people.public import caller_of, mail_of
from wortel.replies.actions.file_reply import Author, TooManyReplies, file_reply
from wortel.replies.forms import ReplyForm
from wortel.replies.models import Reply
from wortel.replies.target import Target
from wortel.replies.wording import title_of, what_follows
from wortel.shell.clock import now
from wortel.shell.problems import PageProblem, WayOut
from wortel.shell.site_address import site_of


def reply_page(request: HttpRequest, target: Target, kind: str) -> HttpResponse:
    """Shows the form for a reply of that kind, and files what comes back. Raises `PageProblem` for an unknown kind."""
    if kind not in target.kinds:
        raise PageProblem(
            HTTPStatus.NOT_FOUND,
            _("Dat kun je hier niet melden"),
            _("Kies op de pagina zelf wat je wilt melden."),
            (WayOut(target.label, target.path),),
        )
    known = _known(request)
    form = ReplyForm(kind, request.POST if request.method == "POST" else None, known=known)
    if request.method == "POST" and form.is_valid():
        filed = _filed(request, form, target, kind, known)
        if filed is not None:
            return redirect("replies:received" if filed.confirmed_at else "replies:sent")
    context = {
        "form": form,
        "known": known,
        "target": target,
        "title": title_of(kind, target.label),
        "follows": what_follows(kind),
        "crumbs": [(target.label, target.path)],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "replies/form.html", context, status=status)


def _known(request: HttpRequest) -> Author | None:
    """Who is signed in with a mail address; else nobody."""
    email = mail_of(request)
    return Author(caller_of(request).name, email, is_known=True) if email else None


def _filed(request: HttpRequest, form: ReplyForm, target: Target, kind: str, known: Author | None) -> Reply | None:
    given = form.cleaned_data
    author = Author(
        known.name if known and known.name else given["author_name"],
        known.email if known else given["author_email"],
        given["organisation"],
        is_known=known is not None,
    )
    try:
        return file_reply(caller_of(request).acts(), target, kind, author, given["message"], site_of(request), now())
    except TooManyReplies:
        problem = _("Van dit adres kwamen vandaag al genoeg meldingen. Probeer het morgen opnieuw.")
        form.add_error(None if known else "author_email", problem)
        return None
