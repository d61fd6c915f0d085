"""What was done to a thing, for an organisation, by a person: newest first, in pages, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from wortel.trail.models import Details
from wortel.trail.public import (
    By,
    TrailPage,
    entries_about,
    entries_by,
    entries_concerning,
    entries_of,
    leave,
    people_in,
    trail_list,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 7, 1, 12, 5, tzinfo=UTC)
NAMES = {"noor": "Noor Peeters", "wim": "Wim Claes"}


def name_of(ref: str) -> str:
    return NAMES.get(ref, "")


def by(person: str = "noor", channel: str = "page") -> By:
    return By(channel, person=person, organisation="school-a", request="r1")


def line(page: TrailPage):
    return trail_list(page.entries, name_of)["trail"][0]


READINGS: dict[str, Callable[..., TrailPage]] = {
    "a thing": lambda **asked: entries_of("actor:a", **asked),
    "an organisation": lambda **asked: entries_concerning("school-a", **asked),
    "one thing of an organisation": lambda **asked: entries_concerning("school-a", thing="actor:a", **asked),
    "a person who writes": lambda **asked: entries_by("noor", **asked),
    "a person written about": lambda **asked: entries_about("wim", **asked),
}


@pytest.mark.parametrize("what", READINGS)
def test_each_is_read_in_pages_with_two_queries(what: str, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for nth in range(7):
        leave(by(), "actor.changed", "actor:a", at=AT, after={"nth": nth}, about_person="wim")
        leave(By.command("wortel"), "actor.changed", "actor:b", at=AT, after={"nth": nth})
    with django_assert_num_queries(2):
        first = READINGS[what](size=3)
    second = READINGS[what](before=first.older, size=3)
    last = READINGS[what](before=second.older, size=3)
    assert [entry.after["nth"] for page in (first, second, last) for entry in page.entries] == [6, 5, 4, 3, 2, 1, 0]
    assert last.older is None


def test_an_entry_says_when_in_belgian_time_who_and_what() -> None:
    leave(by(), "profile.published", "profile:a", at=AT, before={"name": "Oud"}, after={"name": "Nieuw"})
    said = line(entries_of("profile:a"))
    assert (said.when, said.sentence) == ("1 juli 2026, 14:05", "Noor Peeters publiceerde het profiel.")
    assert [(it.label, it.before, it.after) for it in said.changes] == [("naam", "Oud", "Nieuw")]


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (by("gone"), "Iemand die er niet meer is"),
        (By.command("wortel import"), "De beheerder van de server"),
        (By.work("post"), "Wortel zelf"),
        (By("page"), "Een bezoeker zonder account"),
        (By("api"), "Een programma zonder account"),
    ],
)
def test_nobody_known_is_said_in_words(who: By, said: str) -> None:
    leave(who, "import.taken_in", "import:1", at=AT)
    assert line(entries_of("import:1")).sentence == f"{said} las een bestand in."


def test_a_verb_nobody_wrote_a_sentence_for_is_said_neutrally() -> None:
    leave(by(), "moon.landed", "moon:1", at=AT)
    said = "Noor Peeters deed iets waar we nog geen zin voor hebben (moon.landed)."
    assert line(entries_of("moon:1")).sentence == said


def test_values_are_readable_and_people_are_named() -> None:
    after = {
        "person": "wim",
        "taken_by": "gone",
        "years": [2024, 2025],
        "is_own": True,
        "on": "2027-01-09",
        "until": None,
        "more": {"x": "y"},
    }
    leave(by(), "mandate.given", "mandate:m", at=AT, after=after, about_person="wim")
    page = entries_of("mandate:m")
    assert people_in(page.entries) == {"noor", "wim", "gone"}
    said = line(page)
    assert said.about == "Wim Claes"
    assert {it.label: it.after for it in said.changes} == {
        "persoon": "Wim Claes",
        "in handen van": "iemand die er niet meer is",
        "jaren": "2024 · 2025",
        "is own": "ja",
        "on": "9 januari 2027",
        "more": "x: y",
    }


def test_a_reason_kept_by_its_key_is_not_shown_as_a_sentence() -> None:
    leave(by(), "claim.refused", "claim:a", at=AT, why="organisations.mail_elsewhere")
    leave(by(), "claim.refused", "claim:b", at=AT, why="Geen bewijs gezien")
    assert (line(entries_of("claim:a")).why, line(entries_of("claim:b")).why) == ("", "Geen bewijs gezien")


def test_forgotten_details_are_called_forgotten() -> None:
    leave(by(), "profile.published", "profile:a", at=AT, after={"name": "Nieuw"})
    Details.objects.all().delete()
    page = entries_of("profile:a")
    assert page.entries[0].is_forgotten
    assert "is gewist" in render_to_string("trail/parts/trail.html", trail_list(page.entries, name_of))


def test_what_is_shown_is_text_and_never_markup() -> None:
    script = "<script>alert(1)</script>"
    leave(by(), script, f"x:{script}", at=AT, before={script: script}, why=script)
    shown = render_to_string("trail/parts/trail.html", trail_list(entries_by("noor").entries, name_of))
    assert script not in shown
    assert "&lt;script&gt;" in shown


def test_in_english_it_does_not_fail() -> None:
    leave(by(), "profile.published", "profile:a", at=AT, after={"name": "Nieuw"})
    with override("en"):
        assert "Noor Peeters" in line(entries_of("profile:a")).sentence
