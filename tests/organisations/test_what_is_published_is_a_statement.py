"""Publishing states a record of its own source: it stands first, has versions, and can be withdrawn or undone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from schools import AT, BY, CLUB, FIRM, SCHOOL, tell

from wortel.actors.public import ActorAdapter, Asked, actor_profile, directory
from wortel.intake.public import Import, Record, undo_import
from wortel.organisations.actions.name_partner import name_partner
from wortel.organisations.actions.publish_profile import publish_profile
from wortel.organisations.actions.save_draft import ChangedMeanwhile, save_draft
from wortel.organisations.actions.withdraw_own import withdraw_own
from wortel.organisations.domain.merging import Version
from wortel.organisations.models import OwnProfile, Partner, Removal
from wortel.organisations.pages.trail import without_profile
from wortel.organisations.public import (
    RemovalNotOpen,
    decide_removal,
    forget_fictional_organisations,
    open_removals,
)
from wortel.people.public import Person
from wortel.post.models import Message
from wortel.trail.models import Entry
from wortel.trail.public import entries_concerning

pytestmark = pytest.mark.usefixtures("actors")
OWN = Version(
    {
        "name": "De Wortel",
        "website": "https://dewortel.example.be",
        "working_area": "Balen\nMol",
        "place": "Balen",
        "postcode": "2490",
        "address": "Nieuwe straat 7",
        "stem_work": "Elke woensdag bouwen we robots.",
    },
    {},
)


def publish(wanted: Version, number: int = 0) -> int:
    number = save_draft(BY, SCHOOL, number, wanted, AT)
    publish_profile(BY, actor_profile(SCHOOL).actor, number, AT)
    return number


def test_its_own_word_comes_first_and_registers_stay_beside_it() -> None:
    publish(OWN)
    found = actor_profile(SCHOOL)
    assert (found.actor.name, found.actor.is_claimed, found.actor.kind) == ("De Wortel", True, "school")
    assert found.actor.nis == "13003"
    assert [it.value for it in found.told["name"]] == ["De Wortel", "Basisschool De Wortel"]
    assert {(it.scheme, it.area) for it in found.areas} == {("gemeente", "13003"), ("gemeente", "13025")}


def test_publishing_the_same_adds_no_version() -> None:
    number = publish(OWN)
    publish_profile(BY, actor_profile(SCHOOL).actor, number, AT)
    assert Record.objects.filter(source__key=f"eigen-{SCHOOL}").count() == 1


def test_only_the_version_that_was_looked_at_is_published() -> None:
    number = save_draft(BY, SCHOOL, 0, OWN, AT)
    save_draft(BY, SCHOOL, number, Version({"name": "Iets anders"}, {}), AT)
    with pytest.raises(ChangedMeanwhile):
        publish_profile(BY, actor_profile(SCHOOL).actor, number, AT)
    assert not actor_profile(SCHOOL).actor.is_claimed


def test_a_newer_statement_can_be_undone_like_an_import() -> None:
    number = publish(OWN)
    publish(Version({"name": "Nieuwe naam"}, {}), number)
    assert actor_profile(SCHOOL).actor.name == "Nieuwe naam"
    undo_import(BY, Import.objects.latest("pk").pk, ActorAdapter(AT.date()), AT)
    assert actor_profile(SCHOOL).actor.name == "De Wortel"


def test_withdrawing_makes_it_a_shadow_again(as_: Callable[..., Client]) -> None:
    publish(OWN)
    client = as_("an", administrator=SCHOOL)
    page = f"/organisaties/{SCHOOL}/verwijderen/"
    assert client.post(page, {"wat": "eigen"}).status_code == 422
    assert actor_profile(SCHOOL).actor.is_claimed
    assert client.post(page, {"wat": "eigen", "zeker": "1"}).status_code == 302
    found = actor_profile(SCHOOL).actor
    assert (found.name, found.is_claimed) == ("Basisschool De Wortel", False)
    row = OwnProfile.objects.get()
    assert (row.values, row.published_values, row.published_at) == ({}, {}, None)
    assert Entry.objects.filter(verb="profile.withdrawn", concerns=SCHOOL).exists()
    assert "Nieuwe straat" not in client.get(f"/actoren/{SCHOOL}/").content.decode()


def test_a_whole_removal_waits_for_the_desk(as_: Callable[..., Client]) -> None:
    publish(OWN)
    client = as_("an", administrator=SCHOOL)
    page = f"/organisaties/{SCHOOL}/verwijderen/"
    assert client.post(page, {"wat": "profiel", "message": "We bestaan niet meer."}).status_code == 302
    assert client.post(page, {"wat": "profiel", "message": "Nog eens."}).status_code == 422
    asked = open_removals()[0]
    assert actor_profile(SCHOOL).actor.is_claimed
    decide_removal(BY, asked.ref, True, "Gedaan.", AT)
    assert not actor_profile(SCHOOL).actor.is_claimed
    assert Removal.objects.get().is_granted
    assert "Gedaan." in Message.objects.get().text
    with pytest.raises(RemovalNotOpen):
        decide_removal(BY, asked.ref, True, "", AT)


def test_a_value_of_a_register_is_taken_over_by_one_button(as_: Callable[..., Client]) -> None:
    client = as_("an", editor=SCHOOL)
    page = f"/organisaties/{SCHOOL}/vergelijken/"
    assert client.post(page, {"veld": "place", "waarde": "0", "versie": "0"}).status_code == 302
    assert OwnProfile.objects.get().values == {"name": "Basisschool De Wortel", "place": "Balen"}
    assert client.post(page, {"veld": "postcode", "waarde": "0", "versie": "0"}).status_code == 409
    for wrong in ({}, {"veld": "onzin", "waarde": "0", "versie": "1"}, {"veld": "place", "waarde": "9", "versie": "1"}):
        assert client.post(page, wrong).status_code == 422


def test_where_both_speak_and_differ_it_says_so(as_: Callable[..., Client]) -> None:
    tell(SCHOOL, "tweede-register", name="BS DE WORTEL", website="http://dewortel.example.be/contact/")
    save_draft(BY, SCHOOL, 0, OWN, AT)
    lines = {
        it["it"].field.key: it["it"]
        for it in as_("an", editor=SCHOOL).get(f"/organisaties/{SCHOOL}/vergelijken/").context["lines"]
    }
    assert lines["name"].differs
    assert lines["address"].differs
    assert not lines["place"].differs
    assert not lines["working_area"].differs
    assert {it.source for it in lines["name"].registers} == {"Register", "Tweede-register"}
    assert {it.stated_on for it in lines["name"].registers} == {"2026-01-15"}


def test_a_page_that_publishes_says_what_and_to_whom(as_: Callable[..., Client]) -> None:
    client = as_("an", administrator=SCHOOL)
    page = f"/organisaties/{SCHOOL}/publiceren/"
    save_draft(BY, SCHOOL, 0, Version({"name": "De Wortel", "phone": "014 12 34 56"}, {"phone": "own"}), AT)
    groups = client.get(page).context["groups"]
    assert [group["words"] for group in groups] == ["iedereen", "alleen onze organisatie"]
    for wrong, status in (("", 422), ("x", 422), ("7", 409)):
        assert client.post(page, {"versie": wrong}).status_code == status
    assert client.post(page, {"versie": "1"}).status_code == 302
    assert actor_profile(SCHOOL).actor.name == "De Wortel"


def test_partners_are_named_searched_and_ended(as_: Callable[..., Client]) -> None:
    tell("demo-club", "demo", name="Verzonnen club (fictief)")
    client = as_("an", administrator=SCHOOL)
    page = f"/organisaties/{SCHOOL}/partners/"
    assert [it.ref for it in client.get(page, {"q": "codeclub"}).context["results"]] == [CLUB]
    assert client.get(page, {"q": "\x00"}).status_code == 200
    assert client.post(page, {"noem": CLUB}).status_code == 302
    for wrong in (CLUB, SCHOOL, "bestaat-niet", "demo-club", ""):
        assert client.post(page, {"noem": wrong}).status_code == 422, wrong
    assert "Codeclub Zuid" in Client().get(f"/actoren/{SCHOOL}/").content.decode()
    assert client.post(page, {"stop": CLUB}).status_code == 302
    assert client.post(page, {"noem": CLUB}).status_code == 302
    assert Partner.objects.count() == 2


def test_my_organisations_shows_what_waits(as_: Callable[..., Client]) -> None:
    client = as_("an", administrator=SCHOOL, editor=FIRM)
    save_draft(BY, SCHOOL, 0, OWN, AT)
    mine = {line["it"].ref: line["it"] for line in client.get("/mijn/organisaties/").context["organisations"]}
    assert mine[SCHOOL].draft_waits
    assert mine[SCHOOL].is_administrator
    assert not mine[FIRM].draft_waits
    withdraw_own(BY, SCHOOL, AT)
    assert not client.get("/mijn/organisaties/").context["organisations"][0]["it"].draft_waits


def test_colleagues_hear_of_a_new_version_once(as_: Callable[..., Client], person: Callable[..., Person]) -> None:
    person("els", administrator=SCHOOL)
    client = as_("an", administrator=SCHOOL)
    number = save_draft(BY, SCHOOL, 0, OWN, AT)
    for _ in range(2):
        client.post(f"/organisaties/{SCHOOL}/publiceren/", {"versie": str(number)})
    assert [mail.recipient for mail in Message.objects.all()] == ["els@example.net"]


def test_versions_are_told_to_who_writes_and_not_to_who_watches(as_: Callable[..., Client]) -> None:
    hidden = Version({"name": "De Wortel", "phone": "014 99 88 77"}, {"phone": "own"})
    save_draft(BY, SCHOOL, 0, hidden, AT)
    own = as_("an", editor=SCHOOL).get(f"/organisaties/{SCHOOL}/vergelijken/").content.decode()
    assert "014 99 88 77" in own
    entry = entries_concerning(SCHOOL, thing=f"profile:{SCHOOL}").entries[0]
    assert "014 99 88 77" in str(entry.after)
    assert "014 99 88 77" not in str(without_profile([entry]))


def test_its_own_source_crowds_no_facet() -> None:
    publish(OWN)
    assert actor_profile(SCHOOL).actor.sources == ("register",)
    assert [option.value for option in directory(Asked()).counted.options["source"]] == ["register"]


def test_a_page_asks_no_more_when_there_is_more(
    as_: Callable[..., Client], django_assert_max_num_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    client = as_("an", administrator=SCHOOL, editor=FIRM)
    publish(OWN)
    name_partner(BY, actor_profile(SCHOOL).actor, CLUB, AT)
    name_partner(BY, actor_profile(SCHOOL).actor, FIRM, AT)
    with django_assert_max_num_queries(16):
        client.get("/mijn/organisaties/")
    with CaptureQueriesContext(connection) as anonymous:
        Client().get(f"/actoren/{SCHOOL}/")
    with django_assert_max_num_queries(len(anonymous) + 6):
        client.get(f"/actoren/{SCHOOL}/")


def test_invented_organisations_leave_no_rows_and_real_ones_stay() -> None:
    save_draft(BY, SCHOOL, 0, OWN, AT)
    save_draft(BY, "demo-club", 0, OWN, AT)
    assert forget_fictional_organisations(BY, AT) == 1
    assert forget_fictional_organisations(BY, AT) == 0
    assert OwnProfile.objects.get().actor == SCHOOL


def test_what_organisations_say_is_one_source_on_the_page_and_in_the_api(client: Client) -> None:
    def own_words() -> list[dict[str, object]]:
        return [source for source in client.get("/api/v1/sources").json() if source["sort"] == "own_words"]

    assert own_words() == []
    for ref in (SCHOOL, FIRM):
        name = actor_profile(ref).actor.name
        number = save_draft(BY, ref, 0, Version({"name": name}, {}), AT)
        publish_profile(BY, actor_profile(ref).actor, number, AT)
    (source,) = own_words()
    assert str(source["about"]).startswith("2 organisaties")
    page = client.get("/bronnen/").content.decode()
    assert page.count("Wat organisaties zelf zeggen") == 1
    assert "eigen-" not in page + client.get("/api/v1/sources").content.decode()
