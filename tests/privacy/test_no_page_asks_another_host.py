"""Cookies are those the privacy page names, and only when there is a reason; nothing is asked of another host."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.django_db

PAGES = ("/", "/gemeenten/", "/gemeenten/44021/", "/privacy/", "/privacy/register/", "/over/", "/actoren/", "/dekking/")
FETCHED = re.compile(r"<(?:script|img|iframe|link|source)\b[^>]*?\b(?:src|href)=\"(?P<url>[^\"]+)\"")


@pytest.mark.parametrize("path", PAGES)
def test_looking_leaves_no_cookie(path: str) -> None:
    answer = Client().get(path)
    assert answer.status_code == 200
    assert not answer.cookies


def test_a_form_leaves_its_own_cookie_only() -> None:
    answer = Client().get("/gemeenten/44021/reageer/")
    assert set(answer.cookies) == {settings.CSRF_COOKIE_NAME}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fetches_from_its_own_host_only(path: str) -> None:
    page = Client().get(path).content.decode()
    fetched = [found["url"] for found in FETCHED.finditer(page)]
    assert fetched
    assert [url for url in fetched if not url.startswith("/") or url.startswith("//")] == []
    assert set(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["connect-src"]) == {"'self'"}
