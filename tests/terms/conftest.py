"""The table of this version."""

from __future__ import annotations

import pytest

from wortel.terms.domain.terms import Terms
from wortel.terms.reference import terms as of_this_version


@pytest.fixture(scope="session")
def terms() -> Terms:
    return of_this_version()
