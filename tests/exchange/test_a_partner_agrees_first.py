"""What is entered for a partner opens only when an administrator there agrees."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from fair import AT, BY, CLUB, FIRM, INVENTED, NEED, ON, SCHOOL, SITE, actor

from wortel.exchange.actions.draft_listing import draft_listing
from wortel.exchange.actions.enter_for_partner import enter_for_partner
from wortel.exchange.domain.states import StepRefused
from wortel.exchange.models import Listing
from wortel.exchange.public import open_listings
from wortel.organisations.models import Partner
from wortel.people.public import Person
from wortel.post.models import Message

pytestmark = pytest.mark.usefixtures("actors")
As = Callable[..., Client]
NEW = f"/organisaties/{SCHOOL}/vraag-en-aanbod/nieuw/?kant=gevraagd&soort=gastles&voor={CLUB}"


def waiting(person: Callable[..., Person]) -> Listing:
    """Entered by the school for the club, whose administrator is Karim."""
    person("karim", administrator=CLUB)
    return enter_for_partner(BY, actor(CLUB), actor(SCHOOL), NEED, AT, SITE)


def press(client: Client, row: Listing, word: str) -> int:
    return client.post(f"/vraag-en-aanbod/{row.ref}/", {"stap": word, "versie": row.version}).status_code


def test_it_waits_and_the_administrators_get_a_mail_with_the_way(person: Callable[..., Person]) -> None:
    row = waiting(person)
    assert (row.state, row.actor, row.entered_by) == ("awaiting", CLUB, SCHOOL)
    mail = Message.objects.get(recipient="karim@example.net")
    assert f"{SITE}/vraag-en-aanbod/{row.ref}/" in mail.text
    assert open_listings(ON) == ()


def test_yes_opens_it_and_says_how(person: Callable[..., Person], as_: As) -> None:
    row = waiting(person)
    assert press(as_("lies", administrator=CLUB), row, "akkoord") == 302
    row.refresh_from_db()
    assert (row.state, row.consent, row.consent_on is not None) == ("open", "link", True)
    page = Client().get(f"/vraag-en-aanbod/{row.ref}/").content.decode()
    assert "Ingevoerd door Basisschool De Wortel; de organisatie ging akkoord op" in page


def test_no_closes_it_unseen(person: Callable[..., Person], as_: As) -> None:
    row = waiting(person)
    assert press(as_("lies", administrator=CLUB), row, "weiger") == 302
    row.refresh_from_db()
    assert row.state == "closed"


def test_an_editor_or_who_entered_it_cannot_agree(person: Callable[..., Person], as_: As) -> None:
    row = waiting(person)
    assert press(as_("ed", editor=CLUB), row, "akkoord") == 403
    assert press(as_("noor", administrator=SCHOOL), row, "akkoord") == 403
    assert press(as_("ria", administrator=FIRM), row, "akkoord") == 404
    row.refresh_from_db()
    assert row.state == "awaiting"


def test_nobody_goes_round_the_consent(person: Callable[..., Person], as_: As) -> None:
    row, editor = waiting(person), as_("ed", editor=CLUB)
    for word in ("heropen", "pauzeer", "sluit", "herhaal"):
        assert press(editor, row, word) == 422, word
    assert editor.get(f"/vraag-en-aanbod/{row.ref}/wijzig/").status_code == 302
    row.refresh_from_db()
    assert row.state == "awaiting"


def test_who_entered_it_takes_it_back_until_there_is_an_answer(person: Callable[..., Person], as_: As) -> None:
    row, noor = waiting(person), as_("noor", administrator=SCHOOL)
    assert "Trek het in" in noor.get(f"/vraag-en-aanbod/{row.ref}/").content.decode()
    assert press(noor, row, "trek-in") == 302
    assert noor.get(f"/vraag-en-aanbod/{row.ref}/").status_code == 404, "it was never shown to anyone"


@pytest.mark.parametrize("word", ["weiger", "trek-in"])
def test_what_was_never_agreed_to_is_shown_to_nobody_and_never_opens(
    word: str, person: Callable[..., Person], as_: As
) -> None:
    row, lies = waiting(person), as_("lies", administrator=CLUB)
    assert press(lies if word == "weiger" else as_("noor", administrator=SCHOOL), row, word) == 302
    row.refresh_from_db()
    assert Client().get(f"/vraag-en-aanbod/{row.ref}/").status_code == 302, "a stranger is asked to sign in"
    assert Client().get(f"/api/v1/listings/{row.ref}").status_code == 404
    assert as_("ria", administrator=FIRM).get(f"/vraag-en-aanbod/{row.ref}/").status_code == 404
    for who in (lies, as_("ed", editor=CLUB)):
        assert press(who, row, "heropen") == 422
    row.refresh_from_db()
    assert row.state == "closed"


def test_a_draft_that_is_closed_stays_unseen(as_: As) -> None:
    row = draft_listing(BY, actor(CLUB), NEED, AT)
    assert press(as_("lies", administrator=CLUB), row, "sluit") == 302
    assert Client().get(f"/api/v1/listings/{row.ref}").status_code == 404


def test_only_for_who_is_named_as_partner(as_: As) -> None:
    noor = as_("noor", administrator=SCHOOL)
    assert noor.get(NEW).status_code == 403
    Partner.objects.create(actor=SCHOOL, partner=CLUB, since=ON)
    assert noor.get(NEW).status_code == 200
    assert as_("ed", editor=SCHOOL).get(NEW).status_code == 403


def test_a_partner_without_administrator_is_refused_with_the_way_out(as_: As) -> None:
    Partner.objects.create(actor=SCHOOL, partner=CLUB, since=ON)
    noor = as_("noor", administrator=SCHOOL)
    form = noor.get(NEW).context["form"]
    data = {field.html_name: field.value() for field in form if field.value() not in (None, "", False)}
    answer = noor.post(NEW, {**data, "titel": "Iets"})
    assert answer.status_code == 422
    assert "nog geen beheerder" in answer.content.decode()
    assert not Listing.objects.exists()


def test_fiction_and_truth_stay_apart() -> None:
    with pytest.raises(StepRefused):
        enter_for_partner(BY, actor(INVENTED), actor(SCHOOL), NEED, AT, SITE)
