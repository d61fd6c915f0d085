"""Whatever merges into whatever: nothing is lost going forward, and two steps are one."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from wortel.kernel.span import Span
from wortel.territory.domain.gazetteer import Gazetteer
from wortel.territory.domain.places import Municipality, Place, Succession
from wortel.territory.domain.timeline import Timeline

FIRST = date(2000, 1, 1)
YEARS = st.integers(2000, 2009)


@st.composite
def histories(draw: st.DrawFn) -> Timeline:
    """Up to nine codes, and in each year perhaps some that merge into a new code or into one of themselves."""
    standing = {f"{number:05}": FIRST for number in range(draw(st.integers(1, 9)))}
    ended: list[Municipality] = []
    steps: list[Succession] = []
    for year in range(2001, 2009):
        merging = draw(st.lists(st.sampled_from(sorted(standing)), unique=True, max_size=4))
        if len(merging) < 2:
            continue
        on = date(year, 1, 1)
        new = merging[0] if draw(st.booleans()) else f"9{year}"
        steps.extend(Succession(on, old, new) for old in merging)
        ended.extend(Municipality(old, old, Span(standing.pop(old), on)) for old in merging if old != new)
        standing.setdefault(new, on)
    current = [Municipality(nis, nis, Span(start)) for nis, start in standing.items()]
    return Timeline.of(Gazetteer((*ended, *current), tuple(steps), first_day=FIRST))


@given(histories(), YEARS, YEARS)
def test_forward_everyone_arrives_and_the_whole_map_is_reached(history: Timeline, one: int, other: int) -> None:
    start, end = date(min(one, other), 6, 1), date(max(one, other), 6, 1)
    carried = [history.carry(Place(place.nis), start, end) for place in history.municipalities(start)]
    assert all(answer.certain and len(answer.result) == 1 for answer in carried)
    assert {answer.result[0] for answer in carried} == {place.nis for place in history.municipalities(end)}


@given(histories(), st.tuples(YEARS, YEARS, YEARS).map(sorted))
def test_two_steps_forward_are_one(history: Timeline, years: list[int]) -> None:
    a, b, c = (date(year, 6, 1) for year in years)
    for place in history.municipalities(a):
        halfway = history.carry(Place(place.nis), a, b).result[0]
        assert history.carry(Place(halfway), b, c).result == history.carry(Place(place.nis), a, c).result


@given(histories(), YEARS, YEARS)
def test_backward_is_certain_exactly_when_one_code_arrives_there(history: Timeline, one: int, other: int) -> None:
    start, end = date(max(one, other), 6, 1), date(min(one, other), 6, 1)
    for place in history.municipalities(start):
        arriving = [old for old in history.municipalities(end) if place in history.successors(old.nis, start)]
        carried = history.carry(Place(place.nis), start, end)
        assert carried.certain == (len(arriving) == 1)
        assert carried.result == (tuple(old.nis for old in arriving) if carried.certain else ())
