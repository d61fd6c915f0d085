"""Published figures: all of them kept, conflicts seen, what is missing said."""

from __future__ import annotations

from decimal import Decimal

from wortel.coverage.domain.published import conflicts
from wortel.coverage.published import figures_about, published_figures
from wortel.coverage.wording_figures import say_metric, say_reliability, say_value


def values(year: int, metric: str, area: str = "Vlaanderen") -> list[Decimal | None]:
    return [row.value for row in figures_about([year]) if (row.metric, row.area) == (metric, area)]


def test_the_totals_that_were_published_are_all_there() -> None:
    assert [values(year, "municipalities_reached") for year in (2019, 2020, 2021, 2022, 2023)] == [
        [162],
        [221],
        [220, 221],
        [221],
        [None],
    ]


def test_the_provinces_of_2020_add_up_to_flanders() -> None:
    rows = [row for row in figures_about([2020]) if row.metric == "municipalities_reached"]
    provinces = [row.value or 0 for row in rows if row.area_type == "provincie"]
    assert (len(provinces), sum(provinces)) == (5, 221)


def test_two_values_for_one_thing_conflict_and_point_at_each_other() -> None:
    found = conflicts(published_figures())
    assert found["2021-vl-municipalities-reached"] == ("2021-vl-municipalities-reached-2",)
    assert found["2021-vl-municipalities-reached-2"] == ("2021-vl-municipalities-reached",)
    assert "2020-vl-participants" in found
    assert "2022-vl-municipalities-reached" not in found


def test_every_figure_has_a_source_its_own_name_and_words() -> None:
    figures = published_figures()
    assert len({figure.ref for figure in figures}) == len(figures) == 44
    for figure in figures:
        assert figure.citation.source
        assert "_" not in say_metric(figure.metric)
        assert say_reliability(figure.reliability) != figure.reliability
        assert say_value(figure)


def test_what_the_source_does_not_know_yet_is_said_in_words() -> None:
    missing = next(row for row in figures_about([2023]) if row.metric == "municipalities_reached")
    assert say_value(missing) == "nog niet beschikbaar"
