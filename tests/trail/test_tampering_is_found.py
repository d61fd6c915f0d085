"""Whatever is changed, taken away or added on the trail: the check names the entry and says how."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db.models import F

from wortel.trail.actions.leave import cells
from wortel.trail.chain_rows import verify_chain
from wortel.trail.domain.chain import CHAINED, link
from wortel.trail.guards import unguarded
from wortel.trail.models import Details, Entry, Head
from wortel.trail.wording_chain import say_checked

pytestmark = pytest.mark.usefixtures("ten_entries")
SHAPES = {"number": 99, "at_us": 1}


def after(act: Callable[[], object]) -> tuple[str, object] | None:
    """What the check finds when someone without guards did this."""
    with unguarded():
        act()
    broken = verify_chain().broken
    return (broken.key.removeprefix("trail."), broken["number"]) if broken else None


def remove(*numbers: int) -> Callable[[], object]:
    def act() -> None:
        Details.objects.filter(entry__in=numbers).delete()
        Entry.objects.filter(number__in=numbers)._raw_delete("default")  # type: ignore[attr-defined]

    return act


def change(entry: int, /, **fields: object) -> Callable[[], object]:
    return lambda: Entry.objects.filter(number=entry).update(**fields)


def test_a_chain_nobody_touched_is_whole() -> None:
    checked = verify_chain()
    assert (checked.entries, checked.details, checked.broken) == (10, 5, None)
    assert checked.fingerprint == Head.objects.get().hash
    assert say_checked(checked).startswith("Het logboek is heel: 10 regels")


@pytest.mark.parametrize("number", [1, 6, 10])
@pytest.mark.parametrize("column", [name for name in (*CHAINED, "hash") if name != "number"])
def test_a_changed_column_is_found(column: str, number: int) -> None:
    assert after(change(number, **{column: SHAPES.get(column, "anders")})) == ("changed", number)


@pytest.mark.parametrize("number", [2, 6])
def test_a_changed_number_is_a_missing_entry(number: int) -> None:
    assert after(change(number, number=99)) == ("missing", number)


def test_the_last_entry_with_another_number_is_a_missing_entry() -> None:
    assert after(change(10, number=11)) == ("missing", 10)


@pytest.mark.parametrize("number", [1, 5, 9])
def test_an_entry_taken_away_is_found(number: int) -> None:
    assert after(remove(number)) == ("missing", number)


@pytest.mark.parametrize("gone", [(10,), (8, 9, 10), tuple(range(1, 11))])
def test_an_end_cut_off_is_found(gone: tuple[int, ...]) -> None:
    assert after(remove(*gone)) == ("cut_off", 10)


def test_an_end_cut_off_is_found_even_with_the_head_turned_back() -> None:
    def act() -> None:
        remove(10)()
        Head.objects.update(number=9)

    assert after(act) == ("head_changed", 9)


def test_two_entries_in_each_others_place_are_found() -> None:
    def act() -> None:
        for old, new in ((4, 99), (6, 4), (99, 6)):
            Entry.objects.filter(number=old).update(number=new)

    assert after(act) == ("changed", 4)


@pytest.mark.parametrize("number", [0, -5])
def test_an_entry_added_before_the_first_is_found(number: int) -> None:
    assert after(lambda: _copy(3, number)) == ("extra", number)


def test_an_entry_added_after_the_last_is_found() -> None:
    assert after(lambda: _copy(3, 11)) == ("changed", 11)


def test_a_well_linked_entry_after_the_last_is_found() -> None:
    def act() -> None:
        head = Head.objects.get()
        entry = Entry.objects.get(number=3)
        entry.number, entry.details_hash = 11, ""
        entry.hash = link(head.hash, cells(entry))
        entry.save(force_insert=True)

    assert after(act) == ("behind_head", 10)


def test_text_moved_from_one_column_to_the_next_is_found() -> None:
    assert after(change(2, person="person-aschool-a", organisation="")) == ("changed", 2)


@pytest.mark.parametrize("number", [1, 5, 9])
def test_changed_details_are_found(number: int) -> None:
    changed = Details.objects.filter(entry=number)
    assert after(lambda: changed.update(text='{"after":{"name":"Vals"}}')) == ("details_changed", number)


def test_details_added_to_an_entry_without_are_found() -> None:
    assert after(lambda: Details.objects.create(entry_id=2, text="{}")) == ("details_changed", 2)


def test_details_of_another_entry_are_found() -> None:
    assert after(lambda: Details.objects.filter(entry=3).update(text=Details.objects.get(entry=5).text)) == (
        "details_changed",
        3,
    )


@pytest.mark.parametrize(
    ("act", "key"),
    [
        (lambda: Head.objects.update(hash="0" * 64), "head_changed"),
        (lambda: Head.objects.update(number=F("number") + 1), "cut_off"),
        (lambda: Head.objects.update(number=F("number") - 1), "behind_head"),
        (lambda: Head.objects.all().delete(), "no_head"),
    ],
)
def test_a_changed_head_is_found(act: Callable[[], object], key: str) -> None:
    found = after(act)
    assert found is not None
    assert found[0] == key


def test_forgotten_details_leave_the_chain_whole() -> None:
    Details.objects.filter(entry__lt=6).delete()
    assert (verify_chain().details, verify_chain().broken) == (2, None)


def test_the_sentence_names_the_entry() -> None:
    after(change(6, why="Zomaar"))
    assert say_checked(verify_chain()) == ("Het logboek is gebroken: regel 6 is gewijzigd nadat ze geschreven werd.")


def _copy(number: int, to: int) -> None:
    entry = Entry.objects.get(number=number)
    entry.number = to
    entry.save(force_insert=True)
