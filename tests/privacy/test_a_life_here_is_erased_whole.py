"""Someone joins, is invited, accepts, writes to us and claims a profile; erased, no table or trail names them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.actors.directory import actor
from tests.privacy.conftest import AT

from wortel.organisations.actions.claim_by_review import claim_by_review
from wortel.organisations.queries.organisation import organisation
from wortel.people.actions.accept_invitation import accept_invitation
from wortel.people.actions.invite import Wish, invite
from wortel.people.actions.rename_person import rename_person
from wortel.people.actions.sign_up import sign_up
from wortel.people.models import Person
from wortel.people.public import Scope
from wortel.post.models import Message
from wortel.privacy.public import CannotErase, erase_person
from wortel.replies.actions.file_reply import Author, file_reply
from wortel.replies.public import Target, decide_reply
from wortel.trail.models import Entry
from wortel.trail.public import By, verify_chain

NAME, EMAIL = "Vera Verdwijnt", "vera.verdwijnt@example.org"
TARGET = Target("municipality:44021", "Gent", "/gemeenten/44021/", nis="44021")


@pytest.fixture
def vera(administrator: Callable[..., Person]) -> Person:
    """A life here, lived through the real actions."""
    giver = administrator("gever@example.org", "club")
    actor("club", "Club")
    actor("andere", "Andere club")
    by = By("page", person=giver.ref, organisation="club")
    invitation = invite(by, Wish(EMAIL, "editor", Scope("club")), site="http://localhost", at=AT)
    vera = sign_up(By("page"), EMAIL, AT)
    own = By("page", person=vera.ref)
    rename_person(own, vera, NAME, AT)
    accept_invitation(own, invitation.ref, vera, at=AT)
    reply = file_reply(
        own, TARGET, "dispute", Author(NAME, EMAIL, is_known=True), f"Ik ben {NAME}.", "https://wortel.example.org", AT
    )
    decide_reply(by, reply.ref, accepted=True, decision=f"Dank je, {NAME}.", at=AT)
    claim_by_review(own, organisation("andere"), f"{NAME}, voorzitter", AT)
    return Person.objects.get(pk=vera.pk)


def test_no_table_and_no_trail_names_them(vera: Person, everything: Callable[[], str]) -> None:
    assert everything().count(EMAIL) > 5, "live first"
    erase_person(By("page", person=vera.ref), vera.ref, why="asked", at=AT)
    # A colleague's own mail may speak of them until its text is forgotten, thirty days later.
    Message.objects.exclude(recipient="").delete()
    left = everything()
    assert EMAIL not in left
    assert NAME not in left


def test_the_chain_holds_and_still_says_what_was_done(vera: Person) -> None:
    erase_person(By("page", person=vera.ref), vera.ref, why="asked", at=AT)
    assert {"invitation.made", "mandate.given", "reply.filed", "claim.opened", "mandate.ended"} <= set(
        Entry.objects.values_list("verb", flat=True)
    )
    assert verify_chain().is_whole


def test_an_invented_person_stays_for_the_next_visitor(vera: Person) -> None:
    Person.objects.filter(pk=vera.pk).update(is_fictional=True)
    with pytest.raises(CannotErase):
        erase_person(By("page", person=vera.ref), vera.ref, why="asked", at=AT)
