"""Building, replacing and removing the demo world in a database."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from wortel.actors.models import Actor, DirectoryEntry, Identifier, Name, Role, SearchEntry, Site, WorkingArea
from wortel.actors.public import ActorAdapter
from wortel.coverage.models import Evidence, EvidenceTally, EvidenceYear
from wortel.demo.actions import build_world as building
from wortel.demo.public import HoldsRealRecords, Size, build_world, remove_world, standing_world
from wortel.demo.tables import Table
from wortel.intake.models import Import, Record, Source
from wortel.intake.public import Request, name_source, take_in
from wortel.replies.models import Reply
from wortel.trail.public import By

BY = By.command("tests")

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 1, tzinfo=ZoneInfo("Europe/Brussels"))
SHOWN = (Actor, Site, Identifier, Name, Role, WorkingArea, SearchEntry, DirectoryEntry, Evidence, EvidenceTally)
KEPT = (Record, Import, Source)


def build(seed: int = 1, *, force: bool = False):
    return build_world(BY, Size.S, seed, AT, lambda line: None, force=force)


def take_in_a_real_school(source: str = "een-echt-register") -> None:
    cells = {"id": "1", "naam": "Lagere school om de hoek", "soort": "lagere school", "niscode": "44088"}
    table = Table.of("scholen.csv", tuple(cells), [cells])
    take_in(
        BY, Request(name_source(BY, source, at=AT), table.name, table.sha256()), ActorAdapter(AT.date()), table.open, AT
    )


def counted() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in (*SHOWN, *KEPT)}


def test_everything_that_is_built_is_flagged() -> None:
    build()
    assert Actor.objects.count() > 50
    assert Evidence.objects.count() > 50
    assert not Actor.objects.filter(is_fictional=False).exists()
    assert not Evidence.objects.filter(is_fictional=False).exists()
    assert not Source.objects.filter(is_fictional=False).exists()
    assert all(ref.startswith("demo-") for ref in Actor.objects.values_list("ref", flat=True))
    assert all(ref.startswith("demo-") for ref in Evidence.objects.values_list("ref", flat=True))


def test_no_number_of_a_fictional_actor_is_that_of_an_enterprise_or_a_school() -> None:
    build()
    assert set(Identifier.objects.values_list("scheme", flat=True)) <= {"web_domain", "ovo"}


def test_nothing_had_to_be_mended_or_refused_on_the_way_in() -> None:
    build()
    assert [repairs for repairs in Record.objects.values_list("repairs", flat=True) if repairs] == []


def test_a_second_build_changes_nothing() -> None:
    assert build().changed
    before = counted(), sorted(Record.objects.values_list("digest", flat=True))
    assert not build().changed
    assert (counted(), sorted(Record.objects.values_list("digest", flat=True))) == before


def test_another_seed_replaces_the_world() -> None:
    build(1)
    first = set(Actor.objects.values_list("name", flat=True))
    build(2)
    assert standing_world() == (Size.S, 2)
    assert set(Actor.objects.values_list("name", flat=True)) != first
    assert Import.objects.count() == 5


def test_the_same_seed_gives_the_same_world_again() -> None:
    build(1)
    first = sorted(Record.objects.values_list("key", "digest", "subject"))
    build(2)
    build(1)
    assert sorted(Record.objects.values_list("key", "digest", "subject")) == first


def test_a_world_of_which_an_import_was_undone_is_built_anew() -> None:
    build()
    Import.objects.filter(source__key="demo-bewijs").update(state=Import.State.UNDONE)
    assert standing_world() is None
    assert build().changed


def test_removing_leaves_nothing_fictional() -> None:
    build()
    assert remove_world(BY, AT) > 100
    assert not any(counted().values()), counted()
    assert not EvidenceYear.objects.exclude(statements=0, fictional=0).exists()
    assert standing_world() is None


def test_removing_takes_along_what_visitors_wrote_about_fiction_only() -> None:
    build()
    ref = Actor.objects.values_list("ref", flat=True)[0]
    for target in (f"actor:{ref}", "actor:abcdefghij", "municipality:44088"):
        Reply.objects.create(ref=target[-20:], kind="claim", target=target, message="-", created_at=AT)
    remove_world(BY, AT)
    assert sorted(Reply.objects.values_list("target", flat=True)) == ["actor:abcdefghij", "municipality:44088"]


def test_removing_leaves_real_records_as_they_were() -> None:
    take_in_a_real_school()
    before = counted(), list(Actor.objects.values()), list(Record.objects.values())
    build(force=True)
    remove_world(BY, AT)
    assert (counted(), list(Actor.objects.values()), list(Record.objects.values())) == before


def test_fiction_is_not_mixed_with_real_records_by_accident() -> None:
    take_in_a_real_school()
    with pytest.raises(HoldsRealRecords):
        build()
    assert standing_world() is None


def test_the_directory_that_comes_along_is_no_reason_to_refuse() -> None:
    take_in_a_real_school("wortel-instellingen")
    assert build().changed


def test_no_fictional_record_joins_a_real_actor() -> None:
    take_in_a_real_school("wortel-instellingen")
    build()
    told = dict(Record.objects.values_list("subject", "source__is_fictional"))
    for actor in Actor.objects.all():
        assert told[actor.ref] == actor.is_fictional
    assert not Record.objects.filter(source__is_fictional=True).exclude(subject__startswith="demo-").exists()


def test_a_real_name_in_the_municipality_is_not_given_to_fiction() -> None:
    build()
    company = Actor.objects.filter(kind="company", name__endswith="(fictief)").first()
    taken = company.name.removesuffix(" (fictief)")
    remove_world(BY, AT)
    cells = {"id": "1", "naam": taken, "soort": "bedrijf", "niscode": company.nis}
    table = Table.of("bedrijven.csv", tuple(cells), [cells])
    take_in(
        BY,
        Request(name_source(BY, "wortel-instellingen", at=AT), table.name, table.sha256()),
        ActorAdapter(AT.date()),
        table.open,
        AT,
    )
    build()
    assert not Actor.objects.filter(is_fictional=True, nis=company.nis, name=company.name).exists()


def test_a_build_that_is_cut_off_leaves_the_former_world(monkeypatch) -> None:
    build(1)
    before = counted(), standing_world()
    take = building._take_in
    monkeypatch.setattr(building, "_take_in", lambda *given: killed() if given[1] == "demo-bewijs" else take(*given))
    with pytest.raises(KeyboardInterrupt):
        build(2)
    assert (counted(), standing_world()) == before


def killed() -> None:
    raise KeyboardInterrupt


def test_one_club_of_two_registers_is_one_actor_with_both_names() -> None:
    build()
    told = Record.objects.filter(key__endswith="verhaal:club", ended_by=None)
    assert set(told.values_list("source__key", flat=True)) == {"demo-jeugdregister", "demo-vrijetijdslijst"}
    assert len({record.subject for record in told}) == 1
    names = {record.values["name"] for record in told}
    assert len(names) == 2
    actor = Actor.objects.get(ref=told[0].subject)
    shown = {actor.name, *Name.objects.filter(actor=actor).values_list("name", flat=True)}
    assert names <= shown


def test_the_edition_of_2024_stands_in_the_history_with_the_municipality_of_its_day() -> None:
    build()
    former = Record.objects.get(key="demo:verhaal:meisjes", ended_by__isnull=False)
    newest = Record.objects.get(key="demo:verhaal:meisjes", ended_by=None, source__key="demo-jeugdregister")
    assert (former.raw["nis"], newest.raw["nis"]) == ("44048", "44086")
