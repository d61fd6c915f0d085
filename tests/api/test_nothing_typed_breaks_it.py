"""Forty nasty values in every parameter of every question: an answer or a refusal, never a failure of ours."""

from urllib.parse import unquote_to_bytes

import pytest
from django.test import Client

from wortel.site.api import api

NASTY = [
    "%00", "a%00b", "%ED%A0%80", "%FF%FE", "%C0%80", "%", "%zz", "%F0%9F%8C%B1", "%E2%80%AE", "%0d%0aSet-Cookie:x=1",
    "", "+", "%20%20", "null", "None", "undefined", "NaN", "Infinity", "-Infinity", "true",
    "0", "-1", "1e309", "1.5", "2147483648", "9223372036854775808", "139425308517744590848", "99999",
    "0x10", "1_000", "%D9%A1%D9%A2", "9999-12-31", "0000-00-00", "2025-02-30", "99999-01-01", "1735689600",
    "'%20OR%201=1--", "%22)%20OR%20*:*%20NEAR(", "%3Cscript%3Ealert(1)%3C/script%3E", "..%2f..%2fetc%2fpasswd",
    "a" * 201, "%F0%9F%98%80" * 300, "9" * 5000,
]  # fmt: skip
FILLED = {
    "nis": "44083",
    "code": "9850",
    "scheme": "provincie",
    "ref": "nobody",
    "from": "2019-01-01",
    "to": "2025-01-01",
}


def questions() -> list[tuple[str, dict[str, str], list[str]]]:
    """Path, required parameters and names of the parameters of every question."""
    found = []
    for path, operations in api.get_openapi_schema()["paths"].items():
        parameters = operations["get"]["parameters"]
        required = {each["name"]: "2022" for each in parameters if each["required"]}
        found.append((path, {**required, **{k: v for k, v in FILLED.items() if k in required}}, parameters))
    return [(path, required, [each["name"] for each in parameters]) for path, required, parameters in found]


@pytest.mark.django_db
@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_typed_breaks_it(client: Client, nasty: str) -> None:
    broken = []
    for path, required, names in questions():
        for name in [*names, "unknown_name"]:
            values = {**required, name: nasty}
            address = path
            for filled, value in values.items():
                address = address.replace("{" + filled + "}", value)
            query = "&".join(f"{key}={value}" for key, value in values.items() if "{" + key + "}" not in path)
            answer = ask(client, address, query)
            if answer not in {200, 400, 404, 422}:
                broken.append((address[:80], query[:80], answer))
    assert broken == []


def ask(client: Client, path: str, query: str) -> int:
    """The status; the path is decoded as a server decodes it, broken encoding and all."""
    client.raise_request_exception = False
    raw = unquote_to_bytes(path).decode("latin-1")
    return client.get("/api/", PATH_INFO=raw, QUERY_STRING=query).status_code
