"""`/dekking/bewijs/<ref>/`: one statement, who made it, and every cell it came from."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from wortel.coverage.pages.asked import coverage_url
from wortel.coverage.pages.statements import statement_row, title_of
from wortel.coverage.queries import EvidenceItem, Origin, evidence_with_origin
from wortel.coverage.wording_evidence import say_remark
from wortel.kernel.reason import Reason
from wortel.replies.public import open_replies
from wortel.shell import clock
from wortel.shell.problems import PageProblem, WayOut
from wortel.territory.public import timeline


def evidence_item(request: HttpRequest, ref: str) -> HttpResponse:
    """The page of one statement. Two queries. Raises `PageProblem` (404)."""
    item, origin = asked_evidence(ref)
    row = statement_row(item)
    context = {
        "crumbs": [
            (gettext("Dekking"), coverage_url({"jaar": item.year})),
            (gettext("Bewijs"), list_url(item)),
            (title_of(item), ""),
        ],
        **row,
        "origin": origin,
        "remarks": remarks(origin),
        "today": _today(item.nis),
        "list_url": list_url(item),
        "reply_url": reverse("coverage:reply", args=[item.ref]) + "?soort=dispute",
        "disputes": len(open_replies(target_key(item.ref))),
    }
    return render(request, "coverage/evidence_item.html", context)


def asked_evidence(ref: str) -> tuple[EvidenceItem, Origin | None]:
    """The statement with this name. Raises `PageProblem` (404)."""
    found = evidence_with_origin(ref) if ref.isascii() and "\x00" not in ref else None
    if found is None:
        raise PageProblem(
            HTTPStatus.NOT_FOUND,
            gettext("Deze melding vinden we niet"),
            gettext("Ze bestaat niet, of de invoer waar ze uit kwam is teruggenomen."),
            (WayOut(gettext("Alle meldingen"), reverse("coverage:evidence_list")),),
        )
    return found


def list_url(item: EvidenceItem) -> str:
    """All statements about the same municipality in the same year."""
    return f"{reverse('coverage:evidence_list')}?jaar={item.year}&gemeente={item.nis}"


def target_key(ref: str) -> str:
    """What a reply about the statement is filed under."""
    return f"evidence:{ref}"


def remarks(origin: Origin | None) -> list[dict[str, str]]:
    """What was mended or doubtful when the row was read, in words, with the column it was in."""
    if origin is None:
        return []
    read = [(field, Reason.of(key, **_frozen(parameters))) for field, key, parameters in origin.repairs]
    return [{"column": field, "sentence": say_remark(reason)} for field, reason in read]


def _frozen(parameters: dict[str, object]) -> dict[str, str | tuple[str, ...]]:
    """JSON knows no tuples."""
    return {name: tuple(value) if isinstance(value, list) else str(value) for name, value in parameters.items()}


def _today(nis: str) -> list[dict[str, str]]:
    """The municipalities the place belongs to today, when that is another code than that of its own day."""
    after = timeline().successors(nis, clock.today())
    if [place.nis for place in after] == [nis]:
        return []
    return [{"name": place.name, "url": reverse("atlas:municipality", args=[place.nis])} for place in after]
