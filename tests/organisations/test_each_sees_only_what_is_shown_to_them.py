"""A field is seen by its audience and by nobody else: on no page, in no file, in no answer of the API or the search."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest
from django.test import Client
from schools import AT, BY, CLUB, FIRM, SCHOOL

from wortel.actors.public import actor_profile
from wortel.intake.public import Record
from wortel.organisations.actions.name_partner import end_partner, name_partner
from wortel.organisations.actions.publish_profile import publish_profile
from wortel.organisations.actions.save_draft import save_draft
from wortel.organisations.domain.fields import FIELD_OF, VISIBILITIES
from wortel.organisations.domain.merging import Version

pytestmark = pytest.mark.usefixtures("actors")

SEEN: Mapping[str, frozenset[str]] = {
    "stranger": frozenset({"public"}),
    "someone": frozenset({"public", "signed_in"}),
    "other": frozenset({"public", "signed_in"}),
    "partner": frozenset({"public", "signed_in", "partners"}),
    "own": frozenset(VISIBILITIES),
}
PAGES = (
    f"/actoren/{SCHOOL}/",
    f"/en/actoren/{SCHOOL}/",
    f"/organisaties/{SCHOOL}/claim/",
    f"/api/v1/actors/{SCHOOL}",
    "/mijn/organisaties/",
)
SAME_FOR_ALL = (
    f"/actoren/{SCHOOL}/reageer/claim/",
    "/actoren/",
    "/actoren/export.csv",
    "/actoren/export.json",
    "/actoren/kaart.json",
    "/bronnen/",
    "/gemeenten/13003/",
    "/api/v1/sources",
)
"""Pages that look at nobody's mandates: asked as a stranger and as the organisation itself."""
SEARCHES = ("/actoren/?q={word}", "/actoren/?q={word}&weergave=kaart", "/api/v1/actors?q={word}")
TEXT_FIELDS = ("description", "stem_work", "languages", "accessibility", "address", "place", "other_names", "mail")


def sown(field: str, audience: str) -> str:
    word = f"zaai{field.replace('_', '')}{audience.replace('_', '')}"
    return f"{word}@example.org" if field == "mail" else word


def publish(values: Mapping[str, str], visibility: Mapping[str, str]) -> None:
    school = actor_profile(SCHOOL).actor
    number = save_draft(BY, SCHOOL, 0, Version({"name": "Basisschool De Wortel", **values}, visibility), AT)
    publish_profile(BY, school, number, AT)


@pytest.fixture
def visitors(as_: Callable[..., Client]) -> Mapping[str, Client]:
    name_partner(BY, actor_profile(SCHOOL).actor, FIRM, AT)
    return {
        "stranger": Client(),
        "someone": as_("iemand"),
        "other": as_("ander", administrator=CLUB),
        "partner": as_("partner", editor=FIRM),
        "own": as_("eigen", editor=SCHOOL),
    }


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    body = answer.getvalue() if answer.streaming else answer.content
    return body.decode(errors="replace").replace(path, "")


def pages_with(client: Client, *words: str, among: Sequence[str] = (*PAGES, *SAME_FOR_ALL)) -> set[str]:
    """The public pages, files and answers on which one of the words stands."""
    texts = {path: text_of(client, path) for path in among}
    return {path for path, text in texts.items() if any(word in text for word in words)}


def is_found(client: Client, word: str) -> bool:
    """Whether a search for the word leads to the school, on the page, on the map or in the API."""
    return any(SCHOOL in text_of(client, path.format(word=word)) for path in SEARCHES)


@pytest.mark.parametrize("audience", VISIBILITIES)
def test_a_field_is_seen_by_its_audience_only(visitors: Mapping[str, Client], audience: str) -> None:
    publish({key: sown(key, audience) for key in TEXT_FIELDS}, dict.fromkeys(TEXT_FIELDS, audience))
    words = [sown(field, audience).partition("@")[0] for field in TEXT_FIELDS]
    own_page = f"/actoren/{SCHOOL}/"
    for kind, client in visitors.items():
        among = (*PAGES, *SAME_FOR_ALL) if kind in ("stranger", "own") else PAGES
        seen = pages_with(client, *words, among=among)
        if audience not in SEEN[kind]:
            assert seen == set(), kind
            continue
        shown = text_of(client, own_page)
        assert [word for word in words if word not in shown] == [], kind
        if audience != "public":
            assert seen == {own_page, f"/en{own_page}"}, kind


@pytest.mark.parametrize("audience", VISIBILITIES)
def test_a_search_finds_what_is_public_only(visitors: Mapping[str, Client], audience: str) -> None:
    publish({key: sown(key, audience) for key in TEXT_FIELDS}, dict.fromkeys(TEXT_FIELDS, audience))
    asked = ("other_names", "mail", "description")
    found = {field for field in asked if is_found(visitors["own"], sown(field, audience))}
    assert found == ({"other_names"} if audience == "public" else set())


@pytest.mark.parametrize("audience", [key for key in VISIBILITIES if key != "public"])
def test_what_is_not_public_never_reaches_the_records(audience: str) -> None:
    publish({key: sown(key, audience) for key in TEXT_FIELDS}, dict.fromkeys(TEXT_FIELDS, audience))
    said = " ".join(str((record.raw, record.values, record.repairs)) for record in Record.objects.all())
    assert "zaai" not in said


def test_a_draft_is_seen_by_nobody_on_the_profile(visitors: Mapping[str, Client]) -> None:
    save_draft(BY, SCHOOL, 0, Version({"name": "De Wortel", "description": "zaaidraft"}, {}), AT)
    for client in visitors.values():
        assert pages_with(client, "zaaidraft", among=PAGES) == set()


def test_what_was_public_once_is_gone_from_the_page_when_it_is_not(client: Client) -> None:
    publish({"description": "zaaioud"}, {})
    assert pages_with(client, "zaaioud")
    school = actor_profile(SCHOOL).actor
    number = save_draft(
        BY, SCHOOL, 1, Version({"name": "De Wortel", "description": "zaaioud"}, {"description": "own"}), AT
    )
    publish_profile(BY, school, number, AT)
    assert pages_with(client, "zaaioud") == set()


def test_an_ended_partner_sees_no_more_at_once(visitors: Mapping[str, Client]) -> None:
    publish({"phone": "014 99 88 77"}, {"phone": "partners"})
    page = f"/actoren/{SCHOOL}/"
    assert "014 99 88 77" in visitors["partner"].get(page).content.decode()
    end_partner(BY, SCHOOL, FIRM, AT)
    assert "014 99 88 77" not in visitors["partner"].get(page).content.decode()


def test_being_named_is_not_naming(visitors: Mapping[str, Client]) -> None:
    publish({"phone": "014 99 88 77"}, {"phone": "partners"})
    name_partner(BY, actor_profile(CLUB).actor, SCHOOL, AT)
    assert "014 99 88 77" not in visitors["other"].get(f"/actoren/{SCHOOL}/").content.decode()


@pytest.mark.parametrize("page", ["bewerken", "vergelijken", "publiceren", "partners", "verwijderen"])
def test_the_pages_of_an_organisation_are_its_own(visitors: Mapping[str, Client], page: str) -> None:
    save_draft(BY, SCHOOL, 0, Version({"name": "De Wortel", "description": "zaaidraft"}, {}), AT)
    for kind in ("stranger", "someone", "other", "partner"):
        client = visitors[kind]
        for answer in (client.get(f"/organisaties/{SCHOOL}/{page}/"), client.post(f"/organisaties/{SCHOOL}/{page}/")):
            assert answer.status_code == (302 if kind == "stranger" else 403)
            assert b"zaaidraft" not in answer.content


@pytest.mark.parametrize("page", ["bewerken", "vergelijken", "publiceren", "partners", "verwijderen"])
def test_refusal_does_not_tell_whether_an_organisation_exists(as_: Callable[..., Client], page: str) -> None:
    client = as_("iemand")
    real, none = (client.get(f"/organisaties/{ref}/{page}/") for ref in (SCHOOL, "bestaat-niet"))
    assert (real.status_code, none.status_code) == (403, 403)


def test_an_editor_does_not_decide(as_: Callable[..., Client]) -> None:
    client = as_("redacteur", editor=SCHOOL)
    save_draft(BY, SCHOOL, 0, Version({"name": "De Wortel"}, {}), AT)
    posts = {"publiceren": {"versie": "1"}, "partners": {"noem": FIRM}, "verwijderen": {"wat": "eigen", "zeker": "1"}}
    for page, given in posts.items():
        assert client.post(f"/organisaties/{SCHOOL}/{page}/", given).status_code == 403
    assert not Record.objects.filter(source__key__startswith="eigen-").exists()


def test_every_field_has_a_default_audience() -> None:
    assert all(field.shown_to in VISIBILITIES for field in FIELD_OF.values())
    assert {key for key, field in FIELD_OF.items() if field.shown_to != "public"} == {"mail", "phone"}
