"""Contact data shows on no page, in no mail and in no export before both said yes, and nowhere once it is erased."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.serializers import serialize
from django.test import Client
from world_of_two import AT, BRAM, BY, DAY, FIRM, HOLIDAY, NOOR, in_contact, proposal

from wortel.introductions.actions.answer import agree
from wortel.introductions.actions.plan import plan
from wortel.introductions.actions.record_elsewhere import record_elsewhere
from wortel.introductions.models import Feedback, Introduction, Step
from wortel.introductions.queries.contact import Contact, contact_at
from wortel.organisations.models import OwnProfile
from wortel.people.public import Person
from wortel.post.models import Message

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]
BRAMS, GENERAL = "bram@example.org", "onthaal@robot.example"


def page(client: Client, row: Introduction, path: str = "") -> str:
    answer = client.get(f"/introducties/{row.ref}/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


def general_address(visibility: str = "signed_in") -> None:
    OwnProfile.objects.create(
        actor=FIRM, version=1, values={}, visibility={}, published_values={"mail": GENERAL},
        published_visibility={"mail": visibility}, published_at=AT, changed_at=AT,
    )  # fmt: skip


def mails_to(person: str) -> str:
    return "\n".join(f"{it.subject}\n{it.text}" for it in Message.objects.filter(recipient=f"{person}@example.org"))


@pytest.mark.parametrize("side", ["need", "offer"])
def test_nothing_is_shown_while_only_one_said_yes(two: None, as_: As, side: str) -> None:
    general_address()
    row = proposal()
    by, reader, secret = (BRAM, "noor", ("Bram", BRAMS)) if side == "offer" else (NOOR, "bram", ("Noor", "noor@"))
    agree(by, row.ref, side, row.version, AT)
    shown = page(as_(reader), row) + page(as_(reader), row, "nee/") + mails_to(reader)
    shown += as_(reader).get("/mijn/introducties/").content.decode()
    for text in (*secret, GENERAL):
        assert text not in shown
    row.refresh_from_db()
    assert contact_at(row, "need", AT.date()) is None
    assert contact_at(row, "offer", AT.date()) is None


def test_after_both_said_yes_each_sees_who_said_so_on_the_page_and_in_the_mail(two: None, as_: As) -> None:
    row = in_contact()
    for reader, name, address in (("noor", "Bram", BRAMS), ("bram", "Noor", "noor@example.org")):
        for shown in (page(as_(reader), row), mails_to(reader)):
            assert name in shown
            assert address in shown


def test_the_desk_looks_on_without_addresses(two: None, as_: As) -> None:
    from wortel.introductions.permissions import Both, may_read
    from wortel.people.domain.caller import Caller

    row = in_contact()
    assert not may_read(Caller(person="x"), Both(row.need_actor, row.offer_actor))


def test_who_left_the_organisation_is_not_shown_any_more(two: None) -> None:
    general_address()
    row = in_contact()
    from wortel.people.public import Mandate

    assert contact_at(row, "need", AT.date()) == Contact("Bram", BRAMS)
    Mandate.objects.filter(organisation=FIRM).update(ended_at=AT)
    assert contact_at(row, "need", AT.date()) == Contact("", GENERAL)


def test_an_address_the_organisation_keeps_to_itself_is_never_shown(two: None) -> None:
    general_address("own")
    row = in_contact()
    Person.objects.filter(ref="bram").update(email=None, erased_at=AT)
    assert contact_at(row, "need", AT.date()) is None


def test_who_said_yes_at_the_desk_is_reached_for_an_organisation_without_people(two: None, as_: As) -> None:
    from wortel.people.public import Mandate, Scope, give_mandate
    from wortel.trail.public import By

    Mandate.objects.filter(organisation=FIRM).update(ended_at=AT)
    greet = Person.objects.create(ref="greet", name="Greet", email="greet@example.org", joined_at=AT)
    here = Scope(scheme="referentieregio", area="REFREG13")
    mandate = give_mandate(BY, greet, "catalyst", here, ground="command", at=AT - DAY)
    row = proposal()
    agree(NOOR, row.ref, "need", row.version, AT)
    agree(By("page", "greet"), row.ref, "offer", row.version, AT)
    row.refresh_from_db()
    assert contact_at(row, "need", AT.date()) == Contact("Greet", "greet@example.org", is_desk=True)
    shown = page(as_("noor"), row) + mails_to("noor")
    assert shown.count("greet@example.org") >= 2
    assert "aan de balie, voor Robotfabriek" in shown
    general_address()
    assert contact_at(row, "need", AT.date()) == Contact("", GENERAL)
    OwnProfile.objects.all().delete()
    Mandate.objects.filter(ref=mandate.ref).update(ended_at=AT)
    assert contact_at(row, "need", AT.date()) is None


def test_who_is_erased_is_nowhere_in_the_rows(two: None) -> None:
    row = in_contact()
    plan(BRAM, row.ref, "offer", row.version, HOLIDAY, AT + DAY)
    kept = "".join(serialize("json", model.objects.all()) for model in (Introduction, Step, Feedback))
    for text in ("Bram", BRAMS, "Noor", "noor@"):
        assert text not in kept
    Person.objects.filter(ref="bram").update(email=None, name="", erased_at=AT)
    row.refresh_from_db()
    assert contact_at(row, "need", AT.date()) is None


def test_a_mail_with_an_address_is_not_kept_once_it_is_sent(two: None) -> None:
    from wortel.post.domain.kinds import kind_of

    in_contact()
    holding = Message.objects.filter(text__contains="@example.org")
    assert {kind_of(message.kind).holds_secret for message in holding} == {True}


def test_an_agreement_that_only_one_side_tells_of_opens_no_address_of_the_other(two: None, as_: As) -> None:
    """Otherwise anyone could say "we agreed" to learn an address."""
    general_address()
    row = record_elsewhere(NOOR, "vraag", "aanbod", HOLIDAY, AT)
    assert contact_at(row, "need", AT.date()) is None
    shown = page(as_("noor"), row)
    for text in (GENERAL, BRAMS):
        assert text not in shown
    assert contact_at(row, "offer", AT.date()) == Contact("Noor", "noor@example.org")


def test_a_stranger_and_a_third_party_see_that_there_is_nothing(two: None, as_: As) -> None:
    row = in_contact()
    assert Client().get(f"/introducties/{row.ref}/").status_code == 302
    assert as_("samira").get(f"/introducties/{row.ref}/").status_code == 404
    assert BY.person == ""
