"""A mandate that is taken back between the look at the door and the write: the write does not happen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from schools import AT, SCHOOL
from test_a_draft_is_never_lost import form_of

from wortel.organisations.models import OwnProfile, Partner, Removal
from wortel.organisations.pages import edit, partners, publish, removal
from wortel.people.models import Mandate
from wortel.trail.models import Entry

BASE = f"/organisaties/{SCHOOL}"
WRITES: dict[str, tuple[Any, str, dict[str, str]]] = {
    "publish": (publish, "publiceren/", {"versie": "0"}),
    "withdraw": (removal, "verwijderen/", {"wat": "eigen", "zeker": "ja"}),
    "ask removal": (removal, "verwijderen/", {"wat": "profiel", "message": "We stoppen ermee."}),
    "partner": (partners, "partners/", {"noem": "a-firm"}),
    "no partner": (partners, "partners/", {"stop": "a-firm"}),
}


def _taken_back_after(monkeypatch: pytest.MonkeyPatch, page: Any) -> None:
    """Ends every mandate right after the page looked who asks."""
    finds = page.found

    def found(ref: str) -> Any:
        Mandate.objects.update(ended_at=AT)
        return finds(ref)

    monkeypatch.setattr(page, "found", found)


@pytest.mark.usefixtures("actors")
@pytest.mark.parametrize("what", WRITES)
def test_the_write_is_refused_and_changes_nothing(
    as_: Callable[..., Client], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    page, path, form = WRITES[what]
    client, before = as_("an", administrator=SCHOOL), Entry.objects.count()
    _taken_back_after(monkeypatch, page)
    assert client.post(f"{BASE}/{path}", form).status_code == 403
    assert not OwnProfile.objects.exclude(version=0).exists()
    assert not Removal.objects.exists()
    assert not Partner.objects.exists()
    assert Entry.objects.count() == before


@pytest.mark.usefixtures("actors")
def test_a_draft_is_not_saved_either(as_: Callable[..., Client], monkeypatch: pytest.MonkeyPatch) -> None:
    client = as_("an", editor=SCHOOL)
    form = form_of(client, phone="014 12 34 56")
    _taken_back_after(monkeypatch, edit)
    assert client.post(f"{BASE}/bewerken/", form).status_code == 403
    assert not OwnProfile.objects.exclude(version=0).exists()


@pytest.mark.usefixtures("actors")
@pytest.mark.parametrize("button", ["noem", "stop"])
def test_a_ref_that_no_database_holds_is_no_partner(as_: Callable[..., Client], button: str) -> None:
    answer = as_("an", administrator=SCHOOL).post(f"{BASE}/partners/", {button: "a\x00b"})
    assert answer.status_code in {302, 422}
