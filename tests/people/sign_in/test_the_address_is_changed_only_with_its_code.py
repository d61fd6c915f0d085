"""Another mail address holds once its code is typed; the old address hears of it."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from signing_in import ADDRESS, ask_code, code_in, newest_mail

from wortel.people.models import Person
from wortel.trail.models import Details, Entry

pytestmark = pytest.mark.django_db
NEW = "noor@school.example.org"


def ask_new(browser: Client, address: str = NEW) -> str:
    assert browser.post("/mijn/e-mail/", {"email": address}).headers["Location"] == "/mijn/e-mail/bevestig/"
    return code_in(newest_mail(address).text)


def test_the_code_of_the_new_address_changes_it(signed_in: Client, noor: Person) -> None:
    code = ask_new(signed_in)
    noor.refresh_from_db()
    assert noor.email == ADDRESS
    assert signed_in.post("/mijn/e-mail/bevestig/", {"code": code}).status_code == 302
    noor.refresh_from_db()
    assert noor.email == NEW
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [(NEW, True, True)]


def test_the_old_address_hears_of_it(signed_in: Client) -> None:
    signed_in.post("/mijn/e-mail/bevestig/", {"code": ask_new(signed_in)})
    mail = newest_mail(ADDRESS)
    assert mail.subject == "Je e-mailadres bij Wortel is veranderd"
    assert NEW in mail.text


def test_it_is_on_the_trail_with_addresses_only_in_the_details(signed_in: Client, noor: Person) -> None:
    signed_in.post("/mijn/e-mail/bevestig/", {"code": ask_new(signed_in)})
    entry = Entry.objects.get(verb="address.changed")
    assert (entry.person, entry.about_person, entry.why) == (noor.ref, noor.ref, "")
    assert NEW in Details.objects.get(entry=entry).text


def test_a_wrong_code_changes_nothing(signed_in: Client, noor: Person) -> None:
    ask_new(signed_in)
    assert signed_in.post("/mijn/e-mail/bevestig/", {"code": "ZZZ-ZZZ"}).status_code == 422
    noor.refresh_from_db()
    assert noor.email == ADDRESS


def test_an_address_of_somebody_else_is_not_betrayed(signed_in: Client, noor: Person) -> None:
    other = Client()
    other.post("/aanmelden/code/", {"code": ask_code(other, NEW)})
    assert signed_in.post("/mijn/e-mail/bevestig/", {"code": ask_new(signed_in)}).status_code == 422
    noor.refresh_from_db()
    assert noor.email == ADDRESS


def test_reading_the_page_writes_nothing(client: Client, noor: Person) -> None:
    EmailAddress.objects.all().delete()
    client.force_login(noor, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session["account_authentication_methods"] = [{"method": "code", "at": 4102444800}]
    session["account_authentication_methods_user"] = str(noor.pk)
    session.save()
    assert client.get("/mijn/e-mail/").status_code == 200
    assert not EmailAddress.objects.exists()


def test_another_name_is_kept_and_on_the_trail(signed_in: Client, noor: Person) -> None:
    assert signed_in.post("/mijn/", {"name": "Noor De Wit"}).status_code == 302
    noor.refresh_from_db()
    assert noor.name == "Noor De Wit"
    assert Entry.objects.latest("number").verb == "person.renamed"
    assert "Je naam is bewaard." in signed_in.get("/mijn/").content.decode()
