"""Who tries the demo reads its mails on a page; nowhere else does that page exist."""

from __future__ import annotations

import pytest

from wortel.post.public import send_waiting

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("value", [False, None, 1])
def test_outside_the_demo_there_is_no_such_page(value, settings, client, write):
    settings.DEMO_MAILBOX = value
    write()
    answer = client.get("/demo/postvak/")
    assert answer.status_code == 404
    assert "an@example.org" not in answer.content.decode()


def test_a_code_can_be_read_and_a_link_followed(settings, client, write, clock):
    settings.DEMO_MAILBOX = True
    write("sign_in:1", "sign_in", subject="Je code", text="Code 123456\nof http://127.0.0.1:8000/aanmelden/ <b>x</b>")
    send_waiting(clock)
    page = client.get("/demo/postvak/").content.decode()
    assert "123456" in page
    assert '<a href="http://127.0.0.1:8000/aanmelden/"' in page
    assert "<b>x</b>" not in page


def test_an_empty_mailbox_says_what_to_do(settings, client):
    settings.DEMO_MAILBOX = True
    assert "Er is nog geen mail" in client.get("/demo/postvak/").content.decode()


def test_fifty_mails_cost_no_more_questions_than_one(settings, client, write, django_assert_max_num_queries):
    settings.DEMO_MAILBOX = True
    for number in range(60):
        write(f"invitation:{number}")
    client.get("/demo/postvak/")
    with django_assert_max_num_queries(6):
        assert client.get("/demo/postvak/").content.decode().count("<article") == 50


def test_the_mail_of_a_real_address_is_shown_to_nobody(settings, client, write):
    settings.DEMO_MAILBOX = True
    write("sign_in:1", "sign_in", "iemand@voorbeeldschool.be", text="Code 123456")
    write("sign_in:2", "sign_in", "iemand@nietexample.org", text="Code 654321")
    page = client.get("/demo/postvak/").content.decode()
    assert "123456" not in page
    assert "654321" not in page
