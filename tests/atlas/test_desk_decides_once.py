"""A decision is taken once, mailed with its answer and on the trail; the second of two sees who was first."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.actors.directory import actor, record_of
from tests.atlas.the_desk import AT, browser_of, reply, someone

from wortel.actors.models import Actor
from wortel.atlas.actions.decide_matter import DecidedMeanwhile, decide_matter
from wortel.atlas.desk.one_matter import matter_of
from wortel.atlas.domain.matter import Matter, Room
from wortel.intake.models import Record
from wortel.organisations.models import Claim, Removal
from wortel.people.models import Mandate
from wortel.post.models import Message
from wortel.replies.models import Reply
from wortel.trail.models import Entry
from wortel.trail.public import By

pytestmark = pytest.mark.django_db


def decide(ref: str = "x", room: str = "melding", **given: str) -> tuple[int, str]:
    browser = browser_of(someone("m@example.org", "programme_manager"))
    answer = browser.post(f"/balie/{room}/{ref}/", {"decision": "aanvaard", "answer": "Dank je.", **given})
    return answer.status_code, answer.content.decode()


def found(ref: str, room: Room = Room.REPLY, at: datetime = AT) -> Matter:
    matter = matter_of(room, ref, at.date())
    assert matter is not None
    return matter


def test_the_page_says_who_said_what() -> None:
    reply("x")
    page = browser_of(someone("m@example.org", "programme_manager")).get("/balie/melding/x/").content.decode()
    assert all(text in page for text in ("Dit klopt niet.", "Melder", "melder@example.org", "/gemeenten/44021/"))


def test_a_decision_is_mailed_and_signed() -> None:
    reply("x")
    assert decide()[0] == 302
    decided = Reply.objects.get()
    assert (decided.state, decided.decision, bool(decided.decided_by)) == ("accepted", "Dank je.", True)
    assert Message.objects.get().recipient == "melder@example.org"
    assert Entry.objects.filter(verb="reply.decided", person=decided.decided_by).count() == 1


def test_who_refuses_says_why() -> None:
    reply("x")
    status, page = decide(decision="weiger", answer="")
    assert (status, "Zeg waarom je weigert" in page) == (422, True)
    assert Reply.objects.get().state == "open"


def test_the_second_of_two_reads_who_decided() -> None:
    reply("x", state="refused", decided_by=someone("eerst@example.org").ref, decided_at=AT, decision="Neen.")
    status, page = decide()
    assert (status, "Eerst besliste op 20 november 2026: geweigerd" in page) == (409, True)
    assert Message.objects.count() == 0


def test_two_at_the_same_moment_decide_once() -> None:
    reply("x")
    seen_by_both = found("x")
    decide_matter(By("page", person="een"), seen_by_both, accepted=True, answer="", at=AT)
    with pytest.raises(DecidedMeanwhile) as meanwhile:
        decide_matter(By("page", person="twee"), seen_by_both, accepted=False, answer="Neen.", at=AT)
    assert meanwhile.value.decided is not None
    assert (meanwhile.value.decided.by, meanwhile.value.decided.how) == ("een", "accepted")


def test_a_claim_that_is_accepted_gives_the_mandate() -> None:
    actor("club", "Club")
    person = someone("vrager@example.org")
    Claim.objects.create(
        ref="c", actor="club", actor_name="Club", person=person.ref, proof="review", state="open", made_at=AT
    )
    assert decide("c", "aanvraag")[0] == 302
    assert Mandate.objects.filter(person=person, organisation="club", capacity="administrator").exists()
    status, page = browser_again(someone("ander@example.org", "programme_manager"), "/balie/aanvraag/c/")
    assert (status, "aanvaard" in page) == (200, True)


def browser_again(person: object, path: str) -> tuple[int, str]:
    answer = browser_of(person).get(path)  # type: ignore[arg-type]
    return answer.status_code, answer.content.decode()


def test_a_removal_is_decided_too() -> None:
    actor("club", "Club")
    Removal.objects.create(ref="r", actor="club", person="x", what="profile", made_at=AT)
    assert decide("r", "verwijdering", decision="weiger", answer="Registers noemen jullie nog.")[0] == 302
    assert Removal.objects.get().is_granted is False


def test_nobody_decides_about_their_own_organisation() -> None:
    actor("club", "Club")
    reply("x", "actor:club")
    manager = someone("m@example.org", "programme_manager")
    Mandate.objects.create(
        person=manager, capacity="editor", organisation="club", valid_from=AT.date(), given_at=AT, ground="command"
    )
    browser = browser_of(manager)
    assert "waarvoor je zelf handelt" in browser.get("/balie/melding/x/").content.decode()
    assert browser.post("/balie/melding/x/", {"decision": "aanvaard"}).status_code == 403
    assert Reply.objects.get().state == "open"


def test_what_is_right_is_stated_by_the_editors() -> None:
    record_of(actor("club", "Klub"), status="active")
    reply("x", "actor:club", kind="correction")
    assert decide(name="Club voor techniek", website="https://club.example.be", status="stopgezet")[0] == 302
    shown = Actor.objects.get()
    assert (shown.name, shown.website, shown.status) == ("Club voor techniek", "https://club.example.be", "inactive")
    stated = Record.objects.get(source__key="redactie")
    assert (stated.source.name, stated.subject, stated.ended_by) == ("Redactie van Wortel", "club", None)


def test_a_second_correction_keeps_the_first() -> None:
    record_of(actor("club", "Klub"))
    reply("x", "actor:club", kind="correction")
    reply("y", "actor:club", kind="dispute")
    by = By("page", person="een")
    decide_matter(by, found("x"), accepted=True, answer="", at=AT, correct={"website": "https://club.example.be"})
    decide_matter(by, found("y"), accepted=True, answer="", at=AT, correct={"status": "stopgezet"})
    shown = Actor.objects.get()
    assert (shown.website, shown.status) == ("https://club.example.be", "inactive")


def test_a_refusal_states_nothing() -> None:
    record_of(actor("club", "Klub"))
    reply("x", "actor:club", kind="correction")
    decide(decision="weiger", answer="Neen.", name="Anders")
    assert not Record.objects.filter(source__key="redactie").exists()


def test_a_correction_that_cannot_be_stated_decides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("no record")

    record_of(actor("club", "Klub"))
    reply("x", "actor:club", kind="correction")
    monkeypatch.setattr("wortel.atlas.actions.decide_matter.state_record", fail)
    with pytest.raises(RuntimeError):
        decide_matter(By("page"), found("x"), accepted=True, answer="", at=AT, correct={"name": "Nieuw"})
    assert Reply.objects.get().state == "open"


def test_the_page_tells_what_was_done_before() -> None:
    reply("x")
    browser_of(someone("neemt@example.org", "programme_manager")).post("/balie/melding/x/neem/")
    _, page = browser_again(someone("ander@example.org", "programme_manager"), "/balie/melding/x/")
    assert "Neemt nam een melding op zich." in page


def test_the_page_says_when_the_organisation_speaks_for_itself() -> None:
    actor("club", "Club", is_claimed=True)
    reply("x", "actor:club", kind="correction")
    _, page = browser_again(someone("m@example.org", "programme_manager"), "/balie/melding/x/")
    assert "wat zij zegt, gaat voor" in page


def test_who_takes_a_matter_is_named_to_the_others() -> None:
    reply("x")
    taker = someone("neemt@example.org", "programme_manager")
    assert browser_of(taker).post("/balie/melding/x/neem/").status_code == 302
    page = browser_of(someone("ander@example.org", "programme_manager")).get("/balie/").content.decode()
    assert "Neemt bekijkt dit" in page
