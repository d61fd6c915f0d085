"""The organisation a provider names is a KBO number, an OVO code or a school, or nothing."""

from __future__ import annotations

import pytest

from wortel.people.domain.organisation_code import OrganisationCode, read_code


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("OVO000069", OrganisationCode("ovo", "OVO000069")),
        (" ovo000069 ", OrganisationCode("ovo", "OVO000069")),
        ("0316380841", OrganisationCode("kbo", "0316380841")),
        ("0316.380.841", OrganisationCode("kbo", "0316380841")),
        ("0316380842", None),
        ("128033", OrganisationCode("school", "128033")),
        ("", None),
        ("BUR", None),
        (None, None),
        (["OVO000069"], None),
        ("٠٣١٦٣٨٠٨٤١", None),
    ],
)
def test_a_code_is_told_by_its_shape(given: object, expected: OrganisationCode | None) -> None:
    assert read_code(given) == expected
