"""Numbers are recognised, put in normal form, checked; and one that cannot be right is kept, marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortel.actors.domain.identifiers import parse_identifiers, read_identifier
from wortel.actors.domain.web import domain_identifier, read_website, web_domain


@pytest.mark.parametrize(
    ("written", "scheme", "value"),
    [
        ("kbo=0123456749", "kbo", "0123456749"),
        ("0123.456.749", "kbo", "0123456749"),
        ("BE0123456749", "kbo", "0123456749"),
        ("BE 0123.456.749", "kbo", "0123456749"),
        ("BE-BCE_KBO-0123456749", "kbo", "0123456749"),
        ("https://org.belgif.be/id/CbeRegisteredEntity/0123456749", "kbo", "0123456749"),
        ("vestigingsnummer: 2.000.000.042", "kbo_establishment", "2000000042"),
        ("ovo=OVO002126", "ovo", "OVO002126"),
        ("schoolnummer=28514", "school", "28514"),
        ("ror=https://ror.org/05f950310", "ror", "05f950310"),
        ("wikidata=Q833670", "wikidata", "Q833670"),
        ("cdbid=2DFC3E83-2F0C-4F8B-8E9F-5D9C8D5C1A11", "uitdatabank", "2dfc3e83-2f0c-4f8b-8e9f-5d9c8d5c1a11"),
    ],
)
def test_a_number_is_known_by_its_name_or_its_form(written: str, scheme: str, value: str) -> None:
    (read,) = parse_identifiers(written)
    assert (read.scheme, read.value, read.is_valid, read.problem) == (scheme, value, True, None)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("kbo=0123456748", "actors.check_digit_wrong"),
        ("ror=05f950311", "actors.check_digit_wrong"),
        ("ovo=OVO12", "actors.number_malformed"),
        ("kbo=12", "actors.number_malformed"),
        ("schoolnummer=onbekend", "actors.number_malformed"),
        ("iets=7", "actors.number_malformed"),
        ("zomaar tekst", "actors.number_malformed"),
    ],
)
def test_a_number_that_cannot_be_right_is_kept_and_marked(written: str, problem: str) -> None:
    (read,) = parse_identifiers(written)
    assert not read.is_valid
    assert read.problem is not None
    assert read.problem.key == problem
    assert read.raw in written


def test_two_school_numbers_in_one_field_are_two_numbers() -> None:
    for written in ("schoolnummer=16592 - 16584", "schoolnummer=16592 + 16584", "schoolnummer=16592;16584"):
        assert [read.value for read in parse_identifiers(written)] == ["16592", "16584"]
    both = parse_identifiers("schoolnummer=16592 - 16584")
    assert {read.problem.key for read in both if read.problem} == {"actors.several_numbers"}


def test_what_was_mended_in_a_right_number_is_said() -> None:
    mended = {
        ("school", "001271"): ("1271", "actors.leading_zero_dropped"),
        ("kbo", "123456749"): ("0123456749", "actors.leading_zero_added"),
        ("ovo", "002126"): ("OVO002126", "actors.prefix_added"),
        ("kbo", "2000000042"): ("2000000042", "actors.establishment_for_kbo"),
    }
    for (scheme, written), (value, problem) in mended.items():
        (read,) = read_identifier(scheme, written)
        assert (read.value, read.is_valid, read.problem and read.problem.key) == (value, True, problem)


@given(st.integers(0, 19_999_999), st.integers(1, 96))
def test_a_mistyped_check_digit_never_passes(front: int, off: int) -> None:
    check = 97 - front % 97
    wrong = (check - 1 + off) % 97 + 1
    (right,), (mistyped,) = (read_identifier("kbo", f"{front:08d}{last:02d}") for last in (check, wrong))
    assert right.is_valid
    assert not mistyped.is_valid


@given(st.text(max_size=60))
def test_any_text_is_read_without_falling_over(text: str) -> None:
    for read in parse_identifiers(text):
        assert read.is_valid or read.problem is not None


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.ugent.be/nl", "ugent.be"),
        ("HTTP://UGent.BE", "ugent.be"),
        ("https://www.caféleuven.be/", "xn--cafleuven-d4a.be"),
        ("ftp://ugent.be", None),
        ("https://localhost", None),
        ("https://[half", None),
    ],
)
def test_a_website_names_a_host_in_one_form(address: str, domain: str | None) -> None:
    assert web_domain(address) == domain


def test_a_website_without_scheme_is_mended_and_a_script_is_refused() -> None:
    address, mended = read_website("www.ugent.be")
    assert (address, mended and mended.key) == ("https://www.ugent.be", "actors.website_scheme_added")
    address, mended = read_website("javascript:alert(1)")
    assert (address, mended and mended.key) == ("", "actors.website_unusable")


def test_a_house_where_many_live_identifies_nobody() -> None:
    assert domain_identifier("https://www.facebook.com/chiro") is None
    assert domain_identifier("https://chirogeel.wordpress.com") is None


@pytest.mark.parametrize(
    "address",
    [
        "https://www.bank.be@kwaad.example.org/",
        "https://example.org:99999/",
        "https://example.org:0/",
        "https://example.org/\u202egro",
        "https://example.org\\@kwaad.be",
        "javascript:alert(1)",
        "http://[::1",
    ],
)
def test_an_address_that_misleads_is_no_website(address: str) -> None:
    website, reason = read_website(address)
    assert website == ""
    assert reason is not None
