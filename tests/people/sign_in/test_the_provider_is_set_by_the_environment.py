"""One provider, none by default, set by the environment; half a setting is refused at the start."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SHOW = """
import django; django.setup()
from django.conf import settings
print(settings.OPENID.get("issuer", "geen"), settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"][1:])
"""
ALL = {
    "WORTEL_OIDC_ISSUER": "https://aanmelden.example.org/op", "WORTEL_OIDC_CLIENT_ID": "wortel",
    "WORTEL_OIDC_CLIENT_SECRET": "geheim",
}  # fmt: skip


def started(**variables: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("WORTEL_OIDC")}
    environment = {**clean, "DJANGO_SETTINGS_MODULE": "wortel.site.settings_test", **variables}
    return subprocess.run([sys.executable, "-c", SHOW], env=environment, capture_output=True, text=True, check=False)


def test_by_default_there_is_none() -> None:
    assert started().stdout == "geen []\n"


def test_forms_may_lead_to_the_provider_that_is_set() -> None:
    assert started(**ALL).stdout == "https://aanmelden.example.org/op ['https://aanmelden.example.org']\n"


@pytest.mark.parametrize("missing", ALL)
def test_half_a_setting_is_refused(missing: str) -> None:
    done = started(**{name: value for name, value in ALL.items() if name != missing})
    assert done.returncode != 0
    assert "Vul ze alle drie in, of geen." in done.stderr


def test_the_national_number_cannot_be_asked() -> None:
    assert "rijksregisternummer" in started(**ALL, WORTEL_OIDC_SCOPES="openid,rrn").stderr


def test_a_provider_over_an_open_line_is_refused() -> None:
    given = {**ALL, "WORTEL_OIDC_ISSUER": "http://aanmelden.example.org/op"}
    assert "Schrijf het adres met https." in started(**given).stderr
    assert started(**{**given, "WORTEL_OIDC_ISSUER": "http://127.0.0.1:9000/op"}).returncode == 0
