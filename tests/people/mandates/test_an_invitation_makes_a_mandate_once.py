"""An organisation invites by mail; who can read that mail accepts, once, in time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from mandate_cast import AT, CLUB, SITE, TODAY, by

from wortel.people.actions.accept_invitation import accept_invitation
from wortel.people.actions.decline_invitation import decline_invitation
from wortel.people.actions.end_mandate import end_mandate
from wortel.people.actions.invite import Wish, invite
from wortel.people.actions.manage_invitation import resend_invitation, withdraw_invitation
from wortel.people.domain.scope import Scope
from wortel.people.models import Invitation, Mandate, Person
from wortel.people.refused import NotAllowed
from wortel.people.wording import say
from wortel.post.models import Message
from wortel.trail.models import Entry

Holder = Callable[..., tuple[Person, Mandate]]


def wish(email: str = "bram@example.org", capacity: str = "editor", **more: Any) -> Wish:
    return Wish(email=email, capacity=capacity, scope=Scope(CLUB), organisation_name="Techniekclub", **more)


def verbs() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("verb", flat=True))


@pytest.fixture
def noor(holder: Holder) -> Person:
    return holder("noor")[0]


@pytest.fixture
def invitation(noor: Person) -> Invitation:
    return invite(by(noor), wish(), site=SITE, at=AT)


def test_the_mail_holds_a_link_and_the_trail_holds_no_address(invitation: Invitation) -> None:
    sent = Message.objects.get(kind="invitation")
    assert (sent.recipient, f"{SITE}/uitnodiging/" in sent.text) == ("bram@example.org", True)
    entry = Entry.objects.get(verb="invitation.made")
    assert "example.org" not in f"{entry.thing}{entry.why}{entry.verb}"


def test_accepting_makes_the_mandate_given_by_who_invited(
    invitation: Invitation, noor: Person, person: Callable[[str], Person]
) -> None:
    bram = person("bram")
    mandate = accept_invitation(by(bram), invitation.ref, bram, at=AT)
    assert (mandate.person, mandate.capacity, mandate.organisation) == (bram, "editor", CLUB)
    assert (mandate.given_by, mandate.ground, mandate.valid_from) == (noor.ref, "invitation", TODAY)
    assert verbs()[-2:] == ["mandate.given", "invitation.accepted"]
    assert Entry.objects.get(verb="mandate.given", about_person=bram.ref).person == bram.ref


def test_a_capital_in_the_address_is_no_other_address(noor: Person, person: Callable[[str], Person]) -> None:
    invitation = invite(by(noor), wish("Bram@Example.org"), site=SITE, at=AT)
    bram = person("bram")
    assert accept_invitation(by(bram), invitation.ref, bram, at=AT)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda it, _noor: Invitation.objects.filter(ref=it.ref).update(expires_at=AT), "is verlopen op"),
        (lambda it, noor: withdraw_invitation(by(noor), it.ref, at=AT), "is ingetrokken op"),
        (
            lambda _it, _noor: EmailAddress.objects.filter(email="bram@example.org").update(verified=False),
            "is voor een ander mailadres",
        ),
        (lambda _it, _noor: Mandate.objects.all().update(ended_at=AT), "mag deze rol niet meer geven"),
        (
            lambda it, _noor: decline_invitation(
                by(Person.objects.get(name="Bram")), it.ref, Person.objects.get(name="Bram"), at=AT
            ),
            "is afgewezen op",
        ),
        (
            lambda it, _noor: accept_invitation(
                by(Person.objects.get(name="Bram")), it.ref, Person.objects.get(name="Bram"), at=AT
            ),
            "is al gebruikt op",
        ),
    ],
    ids=["expired", "withdrawn", "foreign", "giver gone", "declined", "reused"],
)
def test_a_link_that_does_not_count_says_why_and_changes_nothing(
    spoil: Callable[[Invitation, Person], object],
    sentence: str,
    invitation: Invitation,
    noor: Person,
    person: Callable[[str], Person],
) -> None:
    bram = person("bram")
    spoil(invitation, noor)
    before = (Mandate.objects.count(), Invitation.objects.values().get(), Message.objects.count())
    with pytest.raises(NotAllowed) as refused:
        accept_invitation(by(bram), invitation.ref, bram, at=AT)
    assert sentence in say(refused.value.reason)
    assert verbs()[-1] == "invitation.refused"
    assert (Mandate.objects.count(), Invitation.objects.values().get(), Message.objects.count()) == before


def test_an_expired_invitation_can_be_sent_again(
    invitation: Invitation, noor: Person, person: Callable[[str], Person]
) -> None:
    bram, later = person("bram"), AT + timedelta(days=20)
    resend_invitation(by(noor), invitation.ref, site=SITE, at=later)
    assert Message.objects.filter(kind="invitation").count() == 2
    assert accept_invitation(by(bram), invitation.ref, bram, at=later)


def test_sending_again_the_same_day_is_one_mail(invitation: Invitation, noor: Person) -> None:
    resend_invitation(by(noor), invitation.ref, site=SITE, at=AT)
    assert Message.objects.filter(kind="invitation").count() == 1


def test_one_address_is_invited_once_at_a_time(invitation: Invitation, noor: Person) -> None:
    with pytest.raises(NotAllowed) as refused:
        invite(by(noor), wish("BRAM@example.org"), site=SITE, at=AT)
    assert "kreeg al een uitnodiging" in say(refused.value.reason)


def test_nobody_invites_themselves(noor: Person) -> None:
    with pytest.raises(NotAllowed) as refused:
        invite(by(noor), wish("noor@example.org"), site=SITE, at=AT)
    assert refused.value.reason.key == "people.own_rights"


def test_an_editor_invites_nobody(holder: Holder) -> None:
    editor, _mandate = holder("eva", "editor")
    with pytest.raises(NotAllowed) as refused:
        invite(by(editor), wish(), site=SITE, at=AT)
    assert "alleen een beheerder" in say(refused.value.reason)
    assert not Invitation.objects.exists()


def test_an_invitation_reaches_no_further_than_its_giver(holder: Holder) -> None:
    end = TODAY + timedelta(days=100)
    mia, _mandate = holder("mia", until=end)
    with pytest.raises(NotAllowed):
        invite(by(mia), wish(until=end + timedelta(days=1)), site=SITE, at=AT)
    assert invite(by(mia), wish(until=end), site=SITE, at=AT).valid_to == end


def test_a_giver_who_left_a_second_ago_gives_nothing_more(noor: Person, holder: Holder) -> None:
    pim, mandate = holder("pim")
    end_mandate(by(noor), mandate.ref, why="", at=AT)
    with pytest.raises(NotAllowed):
        invite(by(pim), wish(), site=SITE, at=AT)


def test_an_invitation_to_what_one_has_makes_it_longer(noor: Person, holder: Holder) -> None:
    eva, mandate = holder("eva", "editor", until=TODAY + timedelta(days=10))
    again = invite(by(noor), wish("eva@example.org", until=TODAY + timedelta(days=400)), site=SITE, at=AT)
    longer = accept_invitation(by(eva), again.ref, eva, at=AT)
    assert (longer.ref, longer.valid_to) == (mandate.ref, TODAY + timedelta(days=400))
    assert "mandate.prolonged" in verbs()


def test_a_mandate_whose_span_is_over_does_not_stand_in_the_way(noor: Person, holder: Holder) -> None:
    eva, old = holder("eva", "editor", until=TODAY - timedelta(days=5), at=AT - timedelta(days=30))
    again = invite(by(noor), wish("eva@example.org"), site=SITE, at=AT)
    new = accept_invitation(by(eva), again.ref, eva, at=AT)
    assert (new.ref != old.ref, new.valid_to) == (True, None)


def test_an_accent_in_the_domain_is_another_address(noor: Person, person: Callable[[str], Person]) -> None:
    invited = invite(by(noor), wish(email="jose@exämple.org"), site=SITE, at=AT)
    with pytest.raises(NotAllowed) as refused:
        accept_invitation(by(noor), invited.ref, person("jose"), at=AT)
    assert refused.value.reason.key == "people.invitation_for_another"
