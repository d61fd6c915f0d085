"""The documented page shows every question of the OpenAPI document, without a script, in both languages."""

import re

import pytest
from django.test import Client

from wortel.site.api import api

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/api/v1/docs", "/en/api/v1/docs"])
def test_every_question_stands_on_the_page(client: Client, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    html = page.content.decode()
    for question, operations in api.get_openapi_schema()["paths"].items():
        assert f"GET {question}<" in html
        assert f'id="{operations["get"]["operationId"]}"' in html


def test_every_example_on_the_page_can_be_asked(client: Client) -> None:
    html = client.get("/api/v1/docs").content.decode()
    examples = [address.replace("&amp;", "&") for address in re.findall(r'class="next" href="(/api/[^"]+)"', html)]
    assert len(examples) > 10
    assert {address: client.get(address).status_code for address in examples} == dict.fromkeys(examples, 200)


def test_every_question_and_field_is_described() -> None:
    document = api.get_openapi_schema()
    assert document["openapi"] == "3.1.0"
    for path, operations in document["paths"].items():
        assert operations["get"]["description"], path
        assert set(operations["get"]["responses"]) == {"200", "400", "404", "422", "429"}, path
        assert all(each["schema"].get("description") for each in operations["get"]["parameters"]), path
    assert all(schema.get("description") for schema in document["components"]["schemas"].values())
