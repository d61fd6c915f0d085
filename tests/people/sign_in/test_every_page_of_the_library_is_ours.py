"""No page, message or mail of the library is ever shown as it comes: each is ours, in Dutch, or cannot be reached."""

from __future__ import annotations

from pathlib import Path

import allauth
import pytest
from django.template.loader import get_template
from django.urls import get_resolver

LIBRARY = Path(allauth.__file__).parent / "templates"
OURS = Path(__file__).resolve().parents[3] / "src"
ROOMS = ("account", "mfa", "socialaccount", "usersessions")
NOT_REACHED = {
    "phone": "no telephone numbers are asked",
    "password_reset": "a code by mail, then another password: nothing to reset",
    "account_already_exists": "the same",
    "unknown_account": "everyone gets the same code",
    "signup": "signing in and signing up are one page",
    "email_confirm.html": "an address is confirmed by a code, not by a link",
    "verification_sent": "the same",
    "verified_email_required": "nobody has an address that was not proved",
    "account/email.html": "one address each: email_change.html",
    "email_deleted": "an address is changed, never only taken away",
    "cannot_delete_primary_email": "the same",
    "primary_email_set": "the same",
    "unverified_primary_email": "the same",
    "request_login_code": "our view shows account/login.html",
    "account/email/email_confirm_": "an old name for email_confirmation",
    "trust": "no browser is trusted without a second step",
    "authentication_error": "our adapter answers with shell/error.html",
    "login_cancelled": "the same",
    "login_redirect": "only for cookies that are stricter than ours",
    "account_disconnected": "our page unlinks",
    "base": "a skeleton of pages that are all ours",
    "snippets/": "parts of pages that are all ours",
}


def reachable() -> list[str]:
    found = (path.relative_to(LIBRARY).as_posix() for room in ROOMS for path in (LIBRARY / room).rglob("*.*"))
    ours = {"socialaccount/signup.html", "account/messages/login_code_sent.txt"}
    return sorted(name for name in found if name in ours or not any(part in name for part in NOT_REACHED))


@pytest.mark.parametrize("name", reachable())
def test_it_is_ours(name: str) -> None:
    assert Path(get_template(name).origin.name).is_relative_to(OURS)


def test_no_address_leads_to_a_page_of_the_library_we_do_not_know() -> None:
    shown = {
        name
        for view in views(get_resolver())
        for name in [getattr(getattr(view, "view_class", None), "template_name", None)]
        if name
    }
    assert shown
    strange = {name for name in shown if not Path(get_template(name).origin.name).is_relative_to(OURS)}
    assert strange == set()


def views(resolver: object) -> list[object]:
    found: list[object] = []
    for each in resolver.url_patterns:  # type: ignore[attr-defined]
        found += views(each) if hasattr(each, "url_patterns") else [each.callback]
    return found
