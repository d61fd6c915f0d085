"""Whatever is asked, the answer is one that the OpenAPI document announces. Longer with WORTEL_FUZZ=500."""

import os
from datetime import UTC, datetime

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from wortel.actors.public import load_directory
from wortel.coverage.public import EvidenceDraft, keep_evidence
from wortel.site.wsgi import application
from wortel.trail.public import By

BY = By.command("tests")

# They ask for one of several parameters, which the document can only say in words: without any, they refuse.
ONE_OF_SEVERAL = ("/api/v1/alliances/proposals", "/api/v1/network")

EXAMPLES = int(os.environ.get("WORTEL_FUZZ", "12"))


@pytest.mark.django_db(transaction=True)  # a served request closes the connection, and a transaction with it
@pytest.mark.parametrize("mode", [schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE])
def test_every_answer_keeps_to_the_document(mode: schemathesis.GenerationMode) -> None:
    at = datetime(2024, 1, 1, tzinfo=UTC)
    load_directory(BY, at)
    keep_evidence(BY, [EvidenceDraft("demo-1", "activity", "recognised", 2022, "44021", "Robots", "Bibliotheek")], at)
    document = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    operations = [found.ok() for found in document.get_all_operations()]
    assert len(operations) > 15
    for operation in operations:
        if not operation.definition.raw["parameters"] and mode is schemathesis.GenerationMode.NEGATIVE:
            continue  # nothing can be filled in wrongly

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            derandomize=EXAMPLES <= 50,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def ask(case: schemathesis.Case) -> None:
            excluded = [positive_data_acceptance] if case.path in ONE_OF_SEVERAL else []
            case.call_and_validate(headers={"Accept-Encoding": "identity"}, excluded_checks=excluded)

        ask()
