"""Who says something here, and what came in from whom, is open to programs too."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from wortel.actors.public import load_directory
from wortel.trail.public import By

BY = By.command("tests")

Ask = Callable[..., Any]
pytestmark = pytest.mark.django_db


def test_every_sort_of_source_is_listed_with_its_licence(ask: Ask) -> None:
    load_directory(BY, datetime(2025, 1, 1, tzinfo=UTC))
    sources = ask("/sources")
    assert {source["sort"] for source in sources} == {"register", "reference", "publication"}
    assert all(source["licence"] and source["imported_at"] for source in sources if source["sort"] == "register")


def test_every_file_that_came_in_is_listed_newest_first(ask: Ask) -> None:
    load_directory(BY, datetime(2025, 1, 1, tzinfo=UTC))
    answer = ask("/imports")
    numbers = [row["number"] for row in answer["items"]]
    assert len(numbers) == answer["total"] > 0
    assert numbers == sorted(numbers, reverse=True)
    source = answer["items"][0]["source"]
    assert {row["source"] for row in ask("/imports", source=source)["items"]} == {source}
    assert answer["items"][0]["counts"]["added"] > 0
