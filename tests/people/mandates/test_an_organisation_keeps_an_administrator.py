"""Mandates end at once, but never the last one that lets people in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from mandate_cast import AT, BY, CLUB, SITE, TODAY, by

from wortel.people.actions.accept_invitation import accept_invitation
from wortel.people.actions.end_mandate import end_mandate, end_mandates_of
from wortel.people.actions.invite import Wish, invite
from wortel.people.domain.scope import Scope
from wortel.people.models import Mandate, Person
from wortel.people.queries import administrators, held_mandates, mandates_on
from wortel.people.refused import NotAllowed
from wortel.people.wording import say
from wortel.post.models import Message
from wortel.trail.models import Entry

Holder = Callable[..., tuple[Person, Mandate]]


def test_a_mandate_taken_back_is_gone_at_once_and_its_holder_hears_it(holder: Holder) -> None:
    (noor, _hers), (bram, his) = holder("noor"), holder("bram", "editor")
    end_mandate(by(noor), his.ref, why="Bram werkt nu elders.", at=AT)
    assert held_mandates(bram.pk, TODAY) == ()
    assert "Bram werkt nu elders." in Message.objects.get(recipient="bram@example.org").text
    entry = Entry.objects.get(verb="mandate.ended")
    assert (entry.why, entry.about_person) == ("", bram.ref)


def test_the_last_administrator_cannot_go(holder: Holder) -> None:
    noor, mandate = holder("noor")
    with pytest.raises(NotAllowed) as refused:
        end_mandate(by(noor), mandate.ref, why="", at=AT)
    assert "Draag eerst over: nodig een opvolger uit" in say(refused.value.reason)
    assert Mandate.objects.get().ended_at is None
    assert Entry.objects.filter(verb="mandate.end_refused", why="people.last_administrator").count() == 1


def test_the_machine_itself_leaves_no_organisation_alone_either(holder: Holder) -> None:
    _noor, mandate = holder("noor")
    with pytest.raises(NotAllowed):
        end_mandate(BY, mandate.ref, why="", at=AT)


def test_who_has_an_account_twice_still_keeps_one(holder: Holder) -> None:
    noor, mandate = holder("noor")
    holder("bram", "editor")
    holder("ans", scope=Scope("elders"))
    with pytest.raises(NotAllowed):
        end_mandate(by(noor), mandate.ref, why="", at=AT)


def test_with_a_second_administrator_the_first_may_go(holder: Holder) -> None:
    noor, mandate = holder("noor")
    holder("pim")
    end_mandate(by(noor), mandate.ref, why="", at=AT)
    assert [person.name for person in administrators(CLUB, TODAY)] == ["Pim"]
    assert not Message.objects.filter(recipient="noor@example.org").exists()


def test_handing_over_ends_the_old_when_the_new_is_accepted_and_not_before(
    holder: Holder, person: Callable[[str], Person]
) -> None:
    noor, mandate = holder("noor")
    mia = person("mia")
    wish = Wish("mia@example.org", "administrator", Scope(CLUB), succeeds=mandate.ref)
    invitation = invite(by(noor), wish, site=SITE, at=AT)
    assert [each.name for each in administrators(CLUB, TODAY)] == ["Noor"]
    assert accept_invitation(by(mia), invitation.ref, mia, at=AT).ground == "succession"
    assert [each.name for each in administrators(CLUB, TODAY)] == ["Mia"]
    assert Mandate.objects.get(ref=mandate.ref).ended_why == "succeeded"


def test_erasing_a_person_ends_what_they_hold_also_as_the_last(holder: Holder) -> None:
    noor, _mandate = holder("noor")
    assert end_mandates_of(BY, noor, why="erased", at=AT) == 1
    assert administrators(CLUB, TODAY) == ()


def test_former_mandates_say_who_could_then(holder: Holder) -> None:
    long_ago = AT - timedelta(days=100)
    (noor, _hers), (_bram, his) = holder("noor", at=long_ago), holder("bram", at=long_ago)
    end_mandate(by(noor), his.ref, why="", at=AT - timedelta(days=10))

    def could(days_ago: int) -> list[str]:
        return sorted(member.name for member in mandates_on(CLUB, TODAY - timedelta(days=days_ago)))

    assert (could(101), could(50), could(10), could(9)) == ([], ["Bram", "Noor"], ["Bram", "Noor"], ["Noor"])
