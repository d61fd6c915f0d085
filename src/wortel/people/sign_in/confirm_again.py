"""`/aanmelden/bevestig-nogmaals/`: showing once more that it is you, by a code in a mail."""

from __future__ import annotations

from typing import Any

from allauth.account import views as account
from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.decorators import method_decorator

from wortel.people.sign_in.code_again import CodeAgain
from wortel.people.sign_in.forms import CodeForm


@method_decorator(login_required, name="dispatch")
class ConfirmAgain(account.BaseReauthenticateView):
    """First a button that mails a code, then a field for it. For who has no passkey and no app."""

    template_name = "account/reauthenticate.html"

    def dispatch(self, request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        """Picks up the code that was mailed before. Who has a stronger means confirms by that one: a mailbox that
        somebody else reads must not be enough to take it away."""
        means = get_adapter().get_reauthentication_methods(request.user)
        if any("mfa" in each["id"] for each in means):
            return HttpResponseRedirect(f"{means[0]['url']}?{request.GET.urlencode()}")
        self.process = CodeAgain.resume(request)
        response: HttpResponse = super().dispatch(request, *args, **named)
        return response

    @property
    def is_asking(self) -> bool:
        """Whether a code is to be mailed (again)."""
        return self.process is None or self.request.POST.get("action") == "send"

    def get_form_class(self) -> type[Form]:
        """No field until there is a code."""
        return Form if self.is_asking else CodeForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the code that is expected."""
        given: dict[str, Any] = super().get_form_kwargs()
        return given if self.process is None or self.is_asking else {**given, "code": self.process.code}

    def form_valid(self, form: Any) -> HttpResponse:
        """Mails a code, or goes on with what was asked for."""
        if self.process is None or self.is_asking:
            CodeAgain.begin(self.request)
            return HttpResponseRedirect(self.request.get_full_path())
        self.process.finish()
        response: HttpResponse = super().form_valid(form)
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        """Five wrong tries end the code."""
        if self.process is not None and not self.process.record_invalid_attempt():
            adapter = get_adapter()
            form.add_error(None, adapter.error_messages["too_many_login_attempts"])
        response: HttpResponse = super().form_invalid(form)
        return response

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        """Whether the code is on its way."""
        return {**super().get_context_data(**named), "is_sent": self.process is not None}
