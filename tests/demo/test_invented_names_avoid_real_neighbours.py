from __future__ import annotations

from wortel.demo.domain.naming import bare
from wortel.demo.domain.size import Size
from wortel.demo.domain.world import Ground, make_world
from wortel.demo.parts import read_parts
from wortel.shell.places import reference_folder
from wortel.territory.public import statistics, timeline

MERELBEKE_MELLE, GAVERE = "44088", "44020"


def names_in(world, nis: str) -> set[str]:
    return {
        bare(row.name) for edition in world.editions for row in edition.rows if row.nis == nis and row.kind in KINDS
    }


KINDS = ("company", "primary_school", "secondary_school", "library")


def test_a_name_that_a_real_actor_has_in_the_same_municipality_is_not_given(alliance) -> None:
    taken = sorted(names_in(alliance, MERELBEKE_MELLE))[:3]
    world = make_world(Size.S, 1, ground({MERELBEKE_MELLE: taken}))
    assert not names_in(world, MERELBEKE_MELLE) & set(taken) - {"technische school de vier winden"}


def test_the_same_name_in_another_municipality_is_no_matter(alliance) -> None:
    elsewhere = sorted(names_in(alliance, MERELBEKE_MELLE))
    assert make_world(Size.S, 1, ground({GAVERE: elsewhere})).evidence == alliance.evidence


def test_a_name_is_given_once_in_a_municipality(flanders) -> None:
    for edition in flanders.editions:
        if edition.source == "demo-actoren":
            given = [(row.nis, bare(row.name)) for row in edition.rows]
            assert len(set(given)) == len(given)


def ground(real_names) -> Ground:
    return Ground(timeline(), statistics(), read_parts(reference_folder() / "demo"), real_names)
