"""Claiming: by mail on the organisation's domain, by review, by the code of the sign-in; never silently."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from schools import AT, BY, FIRM, SCHOOL, tell

from wortel.kernel.verdict import Verdict
from wortel.organisations.domain.proof import is_code_of, is_shared, proves
from wortel.organisations.models import Claim
from wortel.organisations.public import ClaimNotOpen, decide_claim, open_claims
from wortel.people import public as people
from wortel.people.public import Mandate, OrganisationCode, Person
from wortel.post.models import Message
from wortel.trail.models import Entry

CLAIM = f"/organisaties/{SCHOOL}/claim/"
pytestmark = pytest.mark.usefixtures("actors")


@pytest.mark.parametrize(
    ("mail", "proved"),
    [
        ("an@dewortel.example.be", True),
        ("AN@DeWortel.Example.BE", True),
        ("an@mail.dewortel.example.be", True),
        ("an@example.be", False),
        ("an@nietdewortel.example.be", False),
        ("an@dewortel.example.be.evil.com", False),
        ("an@be", False),
        ("an@gmail.com", False),
        ("an@telenet.be", False),
        ("dewortel.example.be@gmail.com", False),
        ("", False),
    ],
)
def test_only_an_address_on_the_web_domain_proves_it(mail: str, proved: bool) -> None:
    assert bool(proves(mail, ["dewortel.example.be"])) is proved


@pytest.mark.parametrize(
    "host", ["school.wordpress.com", "sites.google.com", "wixsite.com", "facebook.com", "vlaanderen.be"]
)
def test_a_host_of_many_proves_nothing(host: str) -> None:
    assert is_shared(host)
    assert not proves(f"an@{host}", [host])


def test_a_name_below_a_shared_body_is_its_own() -> None:
    assert proves("an@dewortel.smartschool.be", ["dewortel.smartschool.be"])
    assert proves("an@smartschool.be", ["dewortel.smartschool.be"]) == Verdict.no(
        "organisations.mail_elsewhere", domain="smartschool.be", hosts=("dewortel.smartschool.be",)
    )


@pytest.mark.parametrize("code", ["0123456789", "BE 0123.456.789", "123456789"])
def test_a_code_is_recognised_however_it_is_written(code: str) -> None:
    assert is_code_of(code, ["0123.456.789"])


def test_no_code_is_nobodys() -> None:
    assert not is_code_of("", ["", "1"])


def link_in(mail: Message) -> str:
    found = re.search(r"https?://\S+", mail.text)
    assert found
    return found.group()


def ask_by_mail(client: Client, mail: str = "an@dewortel.example.be") -> str:
    answer = client.post(CLAIM, {"bewijs": "mail", "mail": mail})
    assert answer.status_code == 302, answer.content.decode()
    return link_in(Message.objects.latest("pk"))


def test_who_follows_the_link_becomes_administrator(as_: Callable[..., Client]) -> None:
    client = as_("an")
    link = ask_by_mail(client, "an")
    assert Message.objects.latest("pk").recipient == "an@dewortel.example.be"
    assert b"Ja, ik beheer dit profiel" in client.get(link).content
    assert not Mandate.objects.exists()
    assert client.post(link).status_code == 302
    mandate = Mandate.objects.get()
    assert (mandate.capacity, mandate.organisation, mandate.ground) == ("administrator", SCHOOL, "domain")
    assert Entry.objects.filter(verb="claim.accepted", concerns=SCHOOL).count() == 1
    assert Message.objects.filter(key__endswith=":decided").count() == 1


def test_a_link_works_once(as_: Callable[..., Client]) -> None:
    client = as_("an")
    link = ask_by_mail(client)
    client.post(link)
    assert client.get(link).status_code == 410
    assert client.post(link).status_code == 410
    assert Mandate.objects.count() == 1
    assert Entry.objects.filter(verb="claim.refused").count() == 1


def test_a_link_of_someone_else_says_nothing_and_leaves_a_trace(as_: Callable[..., Client]) -> None:
    link = ask_by_mail(as_("an"))
    other = as_("bert")
    for answer in (other.get(link), other.post(link)):
        assert answer.status_code == 404
        assert b"De Wortel" not in answer.content
    assert not Mandate.objects.exists()
    assert Entry.objects.filter(verb="claim.refused").exists()


def test_a_link_lives_seven_days(as_: Callable[..., Client]) -> None:
    client = as_("an")
    link = ask_by_mail(client)
    Claim.objects.update(made_at=Claim.objects.get().made_at - timedelta(days=7))
    assert client.get(link).status_code == 410
    answer = client.post(link)
    assert answer.status_code == 410
    assert "Een link werkt zeven dagen" in answer.content.decode()
    assert not Mandate.objects.exists()


@pytest.mark.parametrize("token", ["verzonnen", "abc:def", "x" * 300])
def test_a_forged_link_is_not_known(as_: Callable[..., Client], token: str) -> None:
    assert as_("an").post(f"/organisaties/claim/{token}/").status_code == 404


@pytest.mark.parametrize(
    "mail", ["an@robot.example.org", "an@gmail.com", "an@skynet.be", "geen adres", "", "an@\x00", "a" * 400]
)
def test_mail_elsewhere_changes_nothing(as_: Callable[..., Client], mail: str) -> None:
    answer = as_("an").post(CLAIM, {"bewijs": "mail", "mail": mail})
    assert answer.status_code == 422
    assert not Claim.objects.exists()
    assert not Message.objects.exists()


def test_mail_elsewhere_is_on_the_trail_by_its_domain_only(as_: Callable[..., Client]) -> None:
    as_("an").post(CLAIM, {"bewijs": "mail", "mail": "an.peeters@gmail.com"})
    entry = Entry.objects.get(verb="claim.refused")
    assert entry.concerns == SCHOOL
    assert "peeters" not in str(entry.__dict__)


def test_a_website_of_two_actors_asks_for_a_review(as_: Callable[..., Client]) -> None:
    tell(FIRM, website="https://dewortel.example.be/firma")
    answer = as_("an").post(CLAIM, {"bewijs": "mail", "mail": "an"})
    assert answer.status_code == 422
    assert not Claim.objects.exists()


def test_a_second_claimant_waits_and_the_administrator_hears_of_it(as_: Callable[..., Client]) -> None:
    as_("els", administrator=SCHOOL)
    client = as_("an")
    link = ask_by_mail(client)
    client.post(link)
    assert Mandate.objects.count() == 1
    assert Message.objects.filter(recipient="els@example.net").count() == 1
    claim = open_claims()[0]
    assert (claim.actor, claim.proof, claim.has_administrator) == (SCHOOL, "domain", True)
    decide_claim(BY, claim.ref, True, "Nagekeken.", AT)
    assert Mandate.objects.filter(organisation=SCHOOL, capacity="administrator").count() == 2
    assert Message.objects.filter(recipient="els@example.net").count() == 2


def test_a_refused_claim_gives_nothing_but_an_answer(as_: Callable[..., Client]) -> None:
    assert as_("an").post(CLAIM, {"bewijs": "nazicht", "message": "Ik ben directeur."}).status_code == 302
    claim = open_claims()[0]
    decide_claim(BY, claim.ref, False, "We vonden je naam niet.", AT)
    assert not Mandate.objects.exists()
    assert "We vonden je naam niet." in Message.objects.get(recipient="an@example.net").text
    with pytest.raises(ClaimNotOpen):
        decide_claim(BY, claim.ref, True, "", AT)
    with pytest.raises(ClaimNotOpen):
        decide_claim(BY, "bestaat-niet", True, "", AT)


def test_one_person_asks_for_one_review_at_a_time(as_: Callable[..., Client]) -> None:
    client = as_("an")
    assert client.post(CLAIM, {"bewijs": "nazicht", "message": "Ik ben directeur."}).status_code == 302
    assert client.post(CLAIM, {"bewijs": "nazicht", "message": "Nog eens."}).status_code == 422
    assert Claim.objects.count() == 1
    assert client.post(CLAIM, {"bewijs": "intrekken"}).status_code == 302
    assert Claim.objects.get().state == Claim.State.WITHDRAWN


def test_no_mailbox_is_flooded_through_us(as_: Callable[..., Client]) -> None:
    client = as_("an")
    for _ in range(5):
        assert client.post(CLAIM, {"bewijs": "mail", "mail": "an"}).status_code == 302
    assert client.post(CLAIM, {"bewijs": "mail", "mail": "an"}).status_code == 422
    assert as_("bert").post(CLAIM, {"bewijs": "mail", "mail": "an"}).status_code == 422
    assert Message.objects.count() == 5


def test_a_newer_link_takes_the_place_of_the_older(as_: Callable[..., Client]) -> None:
    client = as_("an")
    older, newer = ask_by_mail(client), ask_by_mail(client)
    assert client.post(older).status_code == 410
    assert client.post(newer).status_code == 302


def test_the_code_of_a_sign_in_is_proof(as_: Callable[..., Client], monkeypatch: pytest.MonkeyPatch) -> None:
    tell(FIRM, kbo="0403.170.701")
    monkeypatch.setattr(people, "org_code_of", lambda _person: OrganisationCode("kbo", "0403170701"))
    client = as_("an")
    assert client.post(CLAIM, {"bewijs": "aanmelding"}).status_code == 422
    assert not Mandate.objects.exists()
    assert client.post(f"/organisaties/{FIRM}/claim/", {"bewijs": "aanmelding"}).status_code == 302
    assert Mandate.objects.get().ground == "sign_in"


def test_a_stranger_is_asked_to_sign_in(client: Client) -> None:
    answer = client.get(CLAIM)
    assert answer.status_code == 302
    assert "next=" in answer["Location"]
    assert not Person.objects.exists()


def test_a_fictional_profile_can_be_claimed_too(as_: Callable[..., Client]) -> None:
    tell("demo-school", "demo", name="Verzonnen school (fictief)", website="https://verzonnen.example.org")
    client = as_("an")
    assert client.post("/organisaties/demo-school/claim/", {"bewijs": "mail", "mail": "an"}).status_code == 302
    assert client.post(link_in(Message.objects.get())).status_code == 302
    assert Mandate.objects.get().organisation == "demo-school"
