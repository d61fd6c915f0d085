from __future__ import annotations

import re

from wortel.actors.domain.check_digits import enterprise_number_fits
from wortel.demo.domain.registers import FIRST_NUMBER
from wortel.demo.domain.statements import SAID_SO


def test_every_name_is_marked(flanders) -> None:
    for edition in flanders.editions:
        for row in edition.rows:
            for name in (row.name, *row.former_names, *row.alt_names):
                assert name.endswith("(fictief)") or name.startswith("Voorbeeld"), name


def test_every_statement_is_marked_and_said_by_someone_invented(flanders) -> None:
    for row in flanders.evidence:
        assert row.title.endswith("(fictief)")
        assert row.reporter.endswith("(fictief)") or row.reporter.startswith("Voorbeeld"), row.reporter
        assert row.cells()["basis"].endswith(SAID_SO)


def test_ids_have_a_range_of_their_own(flanders) -> None:
    assert all(row.key.startswith("demo:") for edition in flanders.editions for row in edition.rows)
    assert all(row.key.startswith("demo:") for row in flanders.evidence)


def test_no_number_anywhere_could_be_that_of_an_enterprise(flanders) -> None:
    for cells in flanders.cells():
        for text in cells.values():
            digits = re.sub(r"(?<=\d)[. /-](?=\d)", "", text)
            for number in re.findall(r"(?<!\d)0?\d{9}(?!\d)", digits):
                assert not enterprise_number_fits(number.zfill(10)), text


def test_numbers_that_join_two_registers_were_never_given_out(flanders) -> None:
    numbers = {row.number for edition in flanders.editions for row in edition.rows if row.number}
    assert numbers
    assert all(int(number.removeprefix("ovo=OVO")) >= FIRST_NUMBER for number in numbers)


def test_every_address_leads_to_example_org(flanders) -> None:
    for cells in flanders.cells():
        for host in re.findall(r"https?://([^/\s]+)", " ".join(cells.values())):
            assert host == "example.org" or host.endswith(".example.org"), host


def test_nobody_has_a_street_a_house_number_or_a_telephone(flanders) -> None:
    for cells in flanders.cells():
        assert not cells.keys() & {"street", "house_number", "address", "telephone", "email"}
        assert not any(re.search(r"\+32|\b0\d{1,2} \d\d|@", text) for text in cells.values())
