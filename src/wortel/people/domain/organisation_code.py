"""The organisation an identity provider names: a KBO number, an OVO code or a school's institution number.

Source: the claims of scope `vo` of ACM/IDM, authenticatie.vlaanderen.be/docs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

KBO, OVO, SCHOOL = "kbo", "ovo", "school"


@dataclass(frozen=True, slots=True)
class OrganisationCode:
    """`scheme` is kbo, ovo or school: a guess from its shape; `value` is written as that register writes it."""

    scheme: str
    value: str


def read_code(given: object) -> OrganisationCode | None:
    """The code in this claim; `None` for what fits no register."""
    text = re.sub(r"[\s.]", "", given).upper() if isinstance(given, str) else ""
    if re.fullmatch(r"OVO\d{6}", text):
        return OrganisationCode(OVO, text)
    if re.fullmatch(r"[01]\d{9}", text) and 97 - int(text[:8]) % 97 == int(text[8:]):
        return OrganisationCode(KBO, text)
    if re.fullmatch(r"\d{4,6}", text):
        return OrganisationCode(SCHOOL, text)
    return None
