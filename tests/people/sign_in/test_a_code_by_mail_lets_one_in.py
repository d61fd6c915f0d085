"""A code in a mail signs in who has an account, and makes one for who has not."""

from __future__ import annotations

import pytest
from django.test import Client
from signing_in import ADDRESS, ask_code, newest_mail

from wortel.people.models import Person
from wortel.post.models import Message
from wortel.trail.models import Entry

pytestmark = pytest.mark.django_db


def test_the_right_code_signs_in(client: Client, noor: Person) -> None:
    answer = client.post("/aanmelden/code/?next=/gegevens/", {"code": ask_code(client)})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/gegevens/")
    assert client.get("/mijn/").status_code == 200
    noor.refresh_from_db()
    assert noor.seen_on is not None
    entry = Entry.objects.latest("number")
    assert (entry.verb, entry.person, entry.why) == ("person.signed_in", noor.ref, "code")


def test_the_first_code_makes_the_account(client: Client) -> None:
    assert client.post("/aanmelden/code/", {"code": ask_code(client, "nieuw@example.org")}).status_code == 302
    person = Person.objects.get(email="nieuw@example.org")
    assert not person.has_usable_password()
    assert list(Entry.objects.order_by("number").values_list("verb", flat=True))[-2:] == [
        "person.joined", "person.signed_in",
    ]  # fmt: skip


def test_asking_a_code_makes_no_account(client: Client) -> None:
    ask_code(client, "nieuw@example.org")
    assert not Person.objects.exists()


def test_known_and_unknown_get_the_same_answer_and_the_same_mail(client: Client, noor: Person) -> None:
    answers, mails = [], []
    for address in (ADDRESS, "nieuw@example.org"):
        code = ask_code(browser := Client(), address)
        page = browser.get("/aanmelden/code/").content.decode()
        token = page.split('csrfmiddlewaretoken" value="')[1].split('"')[0]
        answers.append(page.replace(address, "X").replace(page.split("csrfmiddlewaretoken")[1][:80], ""))
        mails.append(newest_mail(address).text.replace(code, "C"))
        assert token
    assert mails[0] == mails[1]
    assert len(answers[0]) == len(answers[1])


def test_the_link_of_the_mail_fills_in_the_code_and_signs_nobody_in(client: Client, noor: Person) -> None:
    code = ask_code(client)
    assert f"/aanmelden/code/?code={code}" in newest_mail().text
    page = client.get(f"/aanmelden/code/?code={code}")
    assert f'value="{code}"' in page.content.decode()
    assert "_auth_user_id" not in client.session
    assert client.post(f"/aanmelden/code/?code={code}", {"code": code}).status_code == 302
    assert "_auth_user_id" in client.session


def test_the_link_in_another_browser_says_where_to_type_the_code(client: Client, noor: Person) -> None:
    code = ask_code(client)
    page = Client().get(f"/aanmelden/code/?code={code}")
    assert page.status_code == 200
    assert code in page.content.decode()
    assert "Je begon in een ander venster" in page.content.decode()


def test_a_code_of_another_browser_opens_nothing(client: Client, noor: Person) -> None:
    code = ask_code(client)
    thief = Client()
    ask_code(thief, "dief@example.org")
    assert thief.post("/aanmelden/code/", {"code": code}).status_code == 422
    assert "_auth_user_id" not in thief.session


def test_five_wrong_tries_end_the_code(client: Client, noor: Person) -> None:
    code = ask_code(client)
    for _ in range(5):
        client.post("/aanmelden/code/", {"code": "ZZZ-ZZZ"})
    assert client.post("/aanmelden/code/", {"code": code}).status_code == 302
    assert "_auth_user_id" not in client.session
    assert Entry.objects.filter(verb="sign_in.refused", thing="sign_in:code", why="code_wrong").exists()


def test_a_code_is_too_old_after_ten_minutes(client: Client, noor: Person) -> None:
    code = ask_code(client)
    session = client.session
    login = session["account_login"]
    login["state"]["stages"]["login_by_code"]["data"]["at"] -= 601
    session["account_login"] = login
    session.save()
    client.post("/aanmelden/code/", {"code": code})
    assert "_auth_user_id" not in client.session


def test_an_account_that_is_switched_off_is_refused_in_words(client: Client, noor: Person) -> None:
    Person.objects.update(is_active=False)
    answer = client.post("/aanmelden/code/", {"code": ask_code(client)}, follow=True)
    assert "Dit account staat uit" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_mail_leaves_by_the_outbox_under_a_key_of_its_own(client: Client, noor: Person) -> None:
    ask_code(client)
    ask_code(Client())
    assert Message.objects.filter(kind="sign_in").count() == 2
    assert all(mail.key.startswith("sign_in:") for mail in Message.objects.all())


@pytest.mark.parametrize("address", ["", "geen adres", "a@b", "x" * 300 + "@example.org", "a\x00@example.org"])
def test_what_is_no_address_is_refused_in_words(client: Client, address: str) -> None:
    answer = client.post("/aanmelden/", {"email": address})
    assert answer.status_code == 422
    assert not Message.objects.exists()
