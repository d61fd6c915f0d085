"""Searching: words, stems, beginnings, numbers and typing errors. Runs on whichever engine the suite runs on."""

from __future__ import annotations

import random

import pytest
from django.db import connection
from tests.actors.directory import actor, index, name_of, number_of

from wortel.actors.models import DirectoryEntry, SearchEntry, SearchTerm
from wortel.actors.queries.asked import Asked
from wortel.actors.queries.directory import directory
from wortel.actors.search.index import drop_actors, rebuild
from wortel.actors.search.query import understand

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> None:
    made = [
        actor("a1", "Techniekacademie Gent", "stem_academy"),
        actor("a2", "STEM-academie De Kiem", "stem_academy", place="Mariakerke"),
        actor("a3", "Vrije Basisschool Sint-Jan", "primary_school"),
        actor("a4", "Koninklijk Atheneum", "secondary_school"),
        actor("a5", "Één voor Allen", "association"),
        actor("a6", "Bedrijvencentrum De Punt", "business_network", website="https://www.depunt.be/over"),
    ]
    name_of(made[3], "Rijksnormaalschool")
    number_of(made[5], "kbo", "0207532389")
    index(*made)


def found(text: str) -> set[str]:
    answer = directory(Asked(text))
    return {row.ref for row in answer.page(0, 50)}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("techniekacademie", {"a1"}),
        ("TECHNIEKACADEMIE gent", {"a1"}),
        ("techniek", {"a1"}),  # the beginning of the last word
        ("academies", {"a1", "a2"}),  # by its stem
        ("stemacademie", {"a1", "a2"}),  # written with a hyphen, and the name of a kind
        ("stem-academie kiem", {"a2"}),
        ("techniek academie", {"a1"}),  # two words for one
        ("basisscholen", {"a3"}),
        ("sintjan", {"a3"}),
        ("rijksnormaalschool", {"a4"}),  # a former name
        ("een voor allen", {"a5"}),  # without accents
        ("0207.532.389", {"a6"}),
        ("0207532389", {"a6"}),
        ("https://www.depunt.be", {"a6"}),
        ("mariakerke", {"a2"}),
        ("secundaire", {"a4"}),  # the kind
    ],
)
@pytest.mark.usefixtures("town")
def test_finds_by_words_stems_beginnings_and_numbers(typed: str, expected: set[str]) -> None:
    assert found(typed) == expected


@pytest.mark.parametrize("typed", ["techniekacadmie", "techniekacedemie", "tehcniekacademie", "techniekakademi"])
@pytest.mark.usefixtures("town")
def test_mends_a_typing_error_and_says_so(typed: str) -> None:
    query = understand(typed)
    assert found(typed) == {"a1"}
    assert [(one.typed, one.shown) for one in query.corrections] == [(typed, "techniekacademie")]


@pytest.mark.usefixtures("town")
def test_a_number_is_never_guessed() -> None:
    assert found("0207.532.388") == set()
    assert understand("0207.532.388").corrections == ()


@pytest.mark.usefixtures("town")
def test_a_word_that_resembles_nothing_finds_nobody_and_is_named() -> None:
    assert found("xqzwvkkp") == set()
    assert understand("xqzwvkkp").misses == ("xqzwvkkp",)


@pytest.mark.usefixtures("town")
def test_words_nobody_has_together_are_loosened() -> None:
    assert understand("atheneum techniekacademie").is_loosened
    assert found("atheneum techniekacademie") == {"a1", "a4"}


def test_exactly_this_name_comes_first() -> None:
    longer = [actor(f"b{number}", f"Labo Zuid {word}") for number, word in enumerate(["Labo", "Labo-Zuid", "Noord"])]
    index(*longer, actor("b9", "Labo Zuid"))
    assert next(row.ref for row in directory(Asked("labo zuid")).page(0, 50)) == "b9"


def test_what_is_dropped_is_found_no_more_and_its_words_are_forgotten() -> None:
    one, other = actor("c1", "Zonnestroom Kringloop"), actor("c2", "Kringloop")
    index(one, other)
    drop_actors([one.pk])
    assert found("zonnestroom") == set()
    assert found("kringloop") == {"c2"}
    assert set(SearchTerm.objects.filter(word__in=["zonnestroom", "kringloop"]).values_list("word", "n")) == {
        ("kringloop", 1)
    }


def test_a_changed_name_replaces_the_old_one() -> None:
    made = actor("d1", "Oudenaam")
    index(made)
    made.name = "Nieuwenaam"
    made.save()
    index(made)
    assert (found("oudenaam"), found("nieuwenaam")) == (set(), {"d1"})


def test_an_actor_deleted_behind_our_back_leaves_no_trace_in_the_index() -> None:
    made = actor("e1", "Verdwijnpunt")
    index(made)
    made.delete()
    assert found("verdwijnpunt") == set()
    assert SearchEntry.objects.count() == DirectoryEntry.objects.count() == 0


def test_building_anew_gives_the_same_answers() -> None:
    index(actor("f1", "Werkplaats Noord"), actor("f2", "Werkplaats Zuid"))
    before = found("werkplaats")
    assert rebuild() == 2
    assert found("werkplaats") == before == {"f1", "f2"}


NASTY = [
    "", " ", "\x00", "'", '"', "''", '""', "*", "a*", "(", ")", "((", "))", "AND", "OR", "NOT", "NEAR", "NEAR(a b, 2)",
    "a AND", "OR b", "NOT c", "-a", "+a", "a:b", "name_words:x", "^a", "{a b}: c", "a\\", "\\", "%", "_", "%s", "%(a)s",
    ";", "--", "/*", "*/", "'; DROP TABLE actors_actor; --", "' OR 1=1 --", "&", "|", "!", "a & b", "a | b", "!a",
    "a <-> b", ":*", "a:*", "'a':*", "\ud800", "😀", "ﬁ", "ß", "İ", "ı", "\u202e", "\u0000a", "a\u0000b", "\n\t\r",
    "a" * 10_000, "é" * 500, "Ａ", "①②", "٣", "中文", "العربية", "़", "a\u0301" * 300, "1e5", "0x1F", "1.2.3.4.5.6",
    "💥" * 100, "a b " * 500, "http://", "www.", "https://www.", "- - -", "....", "@#$^&*()", "<script>", "<b>x</b>",
]  # fmt: skip


def nasty_strings() -> list[str]:
    luck = random.Random(23)
    alphabet = "ab'\"*()&|!:<>-+^{}%\\;\x00 é9\u0301\ud83d_~AND"
    made = ["".join(luck.choices(alphabet, k=luck.randint(1, 40))) for _ in range(200 - len(NASTY))]
    return NASTY + made


def test_no_text_at_all_breaks_the_search() -> None:
    index(actor("g1", "Gewone Actor"))
    strings = nasty_strings()
    assert len(strings) >= 200
    for text in strings:
        directory(Asked(text)).page(0, 5)
    assert found("gewone") == {"g1"}
    assert connection.is_usable()
