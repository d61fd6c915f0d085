"""From a proposal to a beginning: who may, what is kept, and how it is given up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from wortel.alliances.models import Beginning
from wortel.trail.public import entries_of

pytestmark = pytest.mark.django_db
NEW = "/allianties/nieuw/35013-35029/"


def test_the_catalyst_of_the_region_begins_one_and_it_is_on_the_trail(
    as_: Callable[..., Client], settle: Callable[..., str]
) -> None:
    town, school = settle("35013", "government", kind="municipality"), settle("35029", "education")
    client = as_("catalyst", area="REFREG09")
    assert client.get(NEW).status_code == 200
    answer = client.post(NEW, {"name": "Kust"})
    kept = Beginning.objects.get()
    assert answer.headers["Location"] == f"/allianties/begin/{kept.ref}/"
    assert kept.municipalities == ["35013", "35029"]
    assert [ref for ref, _sector in kept.invited] == [town, school]
    assert set(kept.missing) == {"research", "enterprise", "society"}
    assert (kept.scheme, kept.area, kept.is_fictional) == ("referentieregio", "REFREG09", False)
    assert [entry.verb for entry in entries_of(f"alliance:{kept.ref}").entries] == ["alliance.begun"]
    page = Client().get(f"/allianties/begin/{kept.ref}/").content.decode()
    assert f"Iemand {school}" in page
    assert "Onderzoek" in page
    assert "/netwerk/?gemeente=35013" in page
    assert "Geef dit begin op" not in page
    assert "Kust" in Client().get("/allianties/voorstellen/").content.decode()


def test_the_same_municipalities_begin_once(as_: Callable[..., Client]) -> None:
    client = as_("programme_manager")
    first = client.post(NEW, {"name": "Een"}).headers["Location"]
    assert client.post(NEW, {"name": "Twee"}).headers["Location"] == first
    assert Beginning.objects.count() == 1


def test_a_government_of_one_of_them_may_and_another_organisation_may_not(
    as_: Callable[..., Client], settle: Callable[..., str]
) -> None:
    town, school = settle("35013", "government", kind="municipality"), settle("35013", "education")
    assert as_("administrator", organisation=town).post(NEW, {"name": "Kust"}).status_code == 302
    for other in (as_("administrator", organisation=school), as_("catalyst", area="REFREG13"), as_()):
        assert other.get(NEW).status_code == 403
        assert other.post(NEW, {"name": "Kust"}).status_code == 403
    assert Beginning.objects.count() == 1


def test_it_is_given_up_by_who_may_and_can_begin_again(as_: Callable[..., Client]) -> None:
    client = as_("catalyst", area="REFREG09")
    where = client.post(NEW, {"name": "Kust"}).headers["Location"]
    assert as_("catalyst", area="REFREG13").post(where).status_code == 403
    assert client.post(where).status_code == 302
    assert Beginning.objects.get().given_up_at is not None
    assert client.post(where).status_code == 403
    assert "opgegeven" in Client().get(where).content.decode()
    assert client.post(NEW, {"name": "Opnieuw"}).headers["Location"] != where


def test_what_begins_in_the_invented_world_is_invented(as_: Callable[..., Client], settle: Callable[..., str]) -> None:
    settle("35013", "education", ref="demo-school")
    settle("35013", "research")
    as_("catalyst", area="REFREG09").post(NEW, {"name": "Kust"})
    kept = Beginning.objects.get()
    assert kept.ref.startswith("demo-")
    assert kept.invited == [["demo-school", "education"]]


@pytest.mark.parametrize("codes", ["35013", "35013-99999", "onzin", "35013-44043", "-".join(["35013"] * 3)])
def test_what_is_no_grouping_is_not_there(as_: Callable[..., Client], codes: str) -> None:
    assert as_("programme_manager").get(f"/allianties/nieuw/{codes}/").status_code == 404


def test_without_a_name_nothing_begins(as_: Callable[..., Client]) -> None:
    assert as_("programme_manager").post(NEW, {"name": "  "}).status_code == 422
    assert not Beginning.objects.exists()
