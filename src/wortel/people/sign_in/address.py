"""`/mijn/e-mail/`: another mail address, once its owner typed the code that was sent there."""

from __future__ import annotations

from typing import Any

from allauth.account import views as account
from allauth.decorators import rate_limit
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator


@method_decorator(login_required, name="dispatch")
@method_decorator(rate_limit(action="manage_email"), name="dispatch")
class OtherAddress(account.EmailView):
    """The library's page, except that reading it writes nothing and that it does one thing: change."""

    def dispatch(self, request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        """Skips the library's own, which would copy the address to its table while the page is read."""
        self._did_send_verification_email = False
        response: HttpResponse = super(account.EmailView, self).dispatch(request, *args, **named)
        return response

    def post(self, request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        """Whatever button was pressed: a new address."""
        response: HttpResponse = super(account.EmailView, self).post(request, *args, **named)
        return response
