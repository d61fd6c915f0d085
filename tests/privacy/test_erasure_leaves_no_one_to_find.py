"""Erasing someone takes away all that leads to them; what they did stays done, by a number without a name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from tests.privacy.conftest import AT, Sown

from wortel.organisations.models import Claim
from wortel.people.models import Invitation, Mandate, Person
from wortel.post.models import Message
from wortel.privacy.public import AddressHasAccount, CannotErase, erase_address, erase_person, say
from wortel.replies.models import Reply
from wortel.trail.models import Entry
from wortel.trail.public import By

BY = By("page", person="zelf")


def test_nothing_sown_is_left_anywhere(sown: Sown, everything: Callable[[], str]) -> None:
    texts = {text for fields in sown.texts.values() for text in fields.values()} | {"sown trail"}
    assert [text for text in texts if text not in everything()] == [], "sow first"
    erase_person(BY, sown.person.ref, why="asked", at=AT)
    left = everything()
    assert [text for text in texts if text in left] == []


def test_what_was_done_stays_done(sown: Sown) -> None:
    before = Entry.objects.count()
    erase_person(BY, sown.person.ref, why="asked", at=AT)
    assert Entry.objects.filter(person=sown.person.ref).exists()
    assert Entry.objects.count() > before
    assert Mandate.objects.get().person.ref == sown.person.ref
    assert Message.objects.get().key == "sown", "no event is mailed twice"


def test_what_waited_for_an_answer_waits_no_more(sown: Sown) -> None:
    erase_person(BY, sown.person.ref, why="asked", at=AT)
    states = Reply.objects.get().state, Claim.objects.get().state, Invitation.objects.get().state
    assert states == ("withdrawn", "withdrawn", "withdrawn")


def test_the_trail_says_it_happened_without_saying_who_it_was(sown: Sown) -> None:
    erase_person(BY, sown.person.ref, why="asked", at=AT)
    entry = Entry.objects.get(verb="person.erased")
    assert (entry.thing, entry.why, entry.details_hash) == (f"person:{sown.person.ref}", "asked", "")


def test_erasing_twice_changes_nothing(sown: Sown) -> None:
    erase_person(BY, sown.person.ref, why="asked", at=AT)
    entries = Entry.objects.count()
    assert erase_person(BY, sown.person.ref, why="asked", at=AT + timedelta(days=1)) == {}
    assert (Entry.objects.count(), Person.objects.get().erased_at) == (entries, AT)


def test_mandates_end_at_that_instant(administrator: Callable[..., Person]) -> None:
    person = administrator("een@example.org", "club", "editor")
    erase_person(BY, person.ref, why="asked", at=AT)
    assert Mandate.objects.get().ended_at == AT


def test_the_last_administrator_first_finds_a_successor(administrator: Callable[..., Person]) -> None:
    person = administrator("een@example.org", "club")
    with pytest.raises(CannotErase) as refused:
        erase_person(BY, person.ref, why="asked", at=AT)
    assert "opvolger" in say(refused.value.reason)
    assert (Person.objects.get().email, Mandate.objects.get().ended_at) == ("een@example.org", None)
    assert Entry.objects.get(verb="person.erase_refused").thing == f"person:{person.ref}"


def test_one_of_two_administrators_may_go(administrator: Callable[..., Person]) -> None:
    person = administrator("een@example.org", "club")
    administrator("twee@example.org", "club")
    erase_person(BY, person.ref, why="asked", at=AT)
    assert set(Person.objects.values_list("email", flat=True)) == {None, "twee@example.org"}


def test_the_last_platform_administrator_stays(administrator: Callable[..., Person]) -> None:
    person = administrator("een@example.org", "", "platform_administrator")
    administrator("twee@example.org", "", "programme_manager")
    with pytest.raises(CannotErase):
        erase_person(BY, person.ref, why="asked", at=AT)


def test_when_the_trail_fails_nobody_is_erased(sown: Sown, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("no trail")

    monkeypatch.setattr("wortel.privacy.actions.erase_person.leave", fail)
    with pytest.raises(RuntimeError):
        erase_person(BY, sown.person.ref, why="asked", at=AT)
    assert Person.objects.get().email == "sown@example.org"


def test_an_address_without_account_is_erased_too(db: None) -> None:
    Reply.objects.create(
        ref="r", kind="dispute", state="open", target="actor:x", author_name="Jo", author_email="jo@example.org",
        message="Ik ben Jo.", created_at=AT,
    )  # fmt: skip
    assert erase_address(BY, "Jo@example.org", at=AT) == {"replies.Reply": 1}
    reply = Reply.objects.get()
    assert (reply.author_name, reply.author_email, reply.message, reply.state) == ("", "", "", "withdrawn")


def test_an_account_is_not_erased_by_halves(sown: Sown) -> None:
    with pytest.raises(AddressHasAccount):
        erase_address(BY, "sown@example.org", at=AT)
