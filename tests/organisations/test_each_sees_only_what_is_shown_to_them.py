"""A field is seen by its audience and by nobody else: on no page, in no file, in no answer of the API or the search."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

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
PUBLIC_PAGES = (
    f"/actoren/{SCHOOL}/",
    f"/en/actoren/{SCHOOL}/",
    f"/actoren/{SCHOOL}/reageer/claim/",
    "/actoren/",
    "/actoren/?q={word}",
    "/actoren/?q={word}&weergave=kaart",
    "/actoren/export.csv",
    "/actoren/export.json",
    "/actoren/kaart.json",
    "/bronnen/",
    "/gemeenten/13003/",
    f"/api/v1/actors/{SCHOOL}",
    "/api/v1/actors?q={word}",
    "/api/v1/sources",
    f"/organisaties/{SCHOOL}/claim/",
    "/mijn/organisaties/",
)
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


def pages_with(client: Client, word: str) -> Iterator[str]:
    for page in PUBLIC_PAGES:
        path = page.format(word=word)
        answer = client.get(path)
        body = answer.getvalue() if answer.streaming else answer.content
        text = body.decode(errors="replace").replace(path, "")
        # A search says the word again itself: there, being found is what tells.
        if (SCHOOL if "{word}" in page else word) in text:
            yield path


@pytest.mark.parametrize("audience", VISIBILITIES)
def test_a_field_is_found_by_its_audience_only(visitors: Mapping[str, Client], audience: str) -> None:
    publish({key: sown(key, audience) for key in TEXT_FIELDS}, dict.fromkeys(TEXT_FIELDS, audience))
    for kind, client in visitors.items():
        for field in TEXT_FIELDS:
            word = sown(field, audience).partition("@")[0]
            seen = set(pages_with(client, word))
            if audience not in SEEN[kind]:
                assert seen == set(), (kind, field)
            else:
                assert f"/actoren/{SCHOOL}/" in seen, (kind, field)
                if audience != "public":
                    assert seen <= {f"/actoren/{SCHOOL}/", f"/en/actoren/{SCHOOL}/"}, (kind, field)


@pytest.mark.parametrize("audience", [key for key in VISIBILITIES if key != "public"])
def test_what_is_not_public_never_reaches_the_records(audience: str) -> None:
    publish({key: sown(key, audience) for key in TEXT_FIELDS}, dict.fromkeys(TEXT_FIELDS, audience))
    said = " ".join(str((record.raw, record.values, record.repairs)) for record in Record.objects.all())
    assert "zaai" not in said


def test_a_draft_is_seen_by_nobody_on_the_profile(visitors: Mapping[str, Client]) -> None:
    save_draft(BY, SCHOOL, 0, Version({"name": "De Wortel", "description": "zaaidraft"}, {}), AT)
    for client in visitors.values():
        assert set(pages_with(client, "zaaidraft")) == set()


def test_what_was_public_once_is_gone_from_the_page_when_it_is_not(client: Client) -> None:
    publish({"description": "zaaioud"}, {})
    assert set(pages_with(client, "zaaioud"))
    school = actor_profile(SCHOOL).actor
    number = save_draft(
        BY, SCHOOL, 1, Version({"name": "De Wortel", "description": "zaaioud"}, {"description": "own"}), AT
    )
    publish_profile(BY, school, number, AT)
    assert set(pages_with(client, "zaaioud")) == set()


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
