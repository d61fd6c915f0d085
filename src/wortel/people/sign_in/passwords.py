"""Passwords, where an installation has them switched on; elsewhere these pages are not there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse_lazy

from wortel.people.sign_in.account_adapter import has_passwords

Page = Callable[..., HttpResponse]


class SignInByPassword(account.LoginView):
    """`/aanmelden/wachtwoord/`."""

    template_name = "account/login_password.html"


class ChangePassword(account.PasswordChangeView):
    """Another password; back to what guards the account."""

    success_url = reverse_lazy("people:security")


class SetPassword(account.PasswordSetView):
    """A first password; back to what guards the account."""

    success_url = reverse_lazy("people:security")


def where_passwords_are(page: Page) -> Page:
    """The page, or `Http404` where passwords are off."""

    @wraps(page)
    def shown(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        if not has_passwords():
            raise Http404
        return page(request, *args, **named)

    return shown
