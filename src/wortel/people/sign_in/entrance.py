"""Coming in: one field for a mail address, a page for the code, and the buttons for other ways."""

from __future__ import annotations

from typing import Any

from allauth.account import views as account
from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.stagekit import clear_login
from allauth.account.stages import LoginByCodeStage, LoginStageController
from allauth.socialaccount.internal.flows.signup import clear_pending_signup, get_pending_signup
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from wortel.people.sign_in.account_adapter import has_passwords
from wortel.people.sign_in.codes import CodeByMail

LONGEST_CODE = 20


class Entrance(account.RequestLoginCodeView):
    """`/aanmelden/`: signing in and signing up are the same."""

    template_name = "account/login.html"

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> HttpResponse | None:
        """Who comes back here wants to begin again; waiting for a second step goes on there."""
        if stage.key != LoginByCodeStage.key:
            response: HttpResponse | None = super()._redirect_to_pending_stage(request, stage)
            return response
        clear_login(request)
        return None

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        """With the other ways in of this installation."""
        others = {"provider": settings.OPENID.get("name", ""), "has_passwords": has_passwords()}
        return {**super().get_context_data(**named), **others}

    def form_valid(self, form: Any) -> HttpResponse:
        """Mails a code, to everyone alike."""
        clear_pending_signup(self.request)
        CodeByMail.begin(self.request, form.person, form.cleaned_data["email"])
        return HttpResponseRedirect(self.get_success_url())


class FirstTimeHere(account.RequestLoginCodeView):
    """`/aanmelden/adres/`: who came from the provider for the first time proves a mail address."""

    template_name = "socialaccount/signup.html"

    def dispatch(self, request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        """Only for who just came from there."""
        self.identity = get_pending_signup(request)
        if self.identity is None:
            return redirect("account_login")
        response: HttpResponse = super().dispatch(request, *args, **named)
        return response

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> None:  # noqa: ARG002
        clear_login(request)

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        """With the name of the provider."""
        return {**super().get_context_data(**named), "provider": settings.OPENID.get("name", "")}

    def form_valid(self, form: Any) -> HttpResponse:
        """Mails a code; the identity travels with it, so that nobody else in this browser gets it."""
        clear_pending_signup(self.request)
        CodeByMail.begin(self.request, form.person, form.cleaned_data["email"], self.identity)
        return HttpResponseRedirect(self.get_success_url())


@method_decorator(login_stage_required(stage=LoginByCodeStage.key, redirect_urlname="account_login"), name="dispatch")
class TypeCode(account.ConfirmLoginCodeView):
    """`/aanmelden/code/`: the code of the mail, filled in when the link of the mail was followed."""

    def get_initial(self) -> dict[str, Any]:
        """The code of the link. Following it signs nobody in: mail filters follow links too."""
        return {**super().get_initial(), "code": self.request.GET.get("code", "")[:LONGEST_CODE]}

    def form_valid(self, form: Any) -> HttpResponse:
        """Goes on with our way of sending and finishing, for people without an account too."""
        self._process = CodeByMail(self.stage)
        response: HttpResponse = super().form_valid(form)
        return response


_type_code = TypeCode.as_view()


@never_cache
def type_code(request: HttpRequest) -> HttpResponse:
    """The page for the code; in another browser than where one began, what to do there."""
    code = request.GET.get("code", "")[:LONGEST_CODE]
    begun = LoginStageController.enter(request, LoginByCodeStage.key)
    if code and begun is None and request.user.is_anonymous:
        return render(request, "account/code_elsewhere.html", {"code": code})
    response: HttpResponse = _type_code(request)
    return response


def to_entrance(request: HttpRequest) -> HttpResponse:
    """Names the library knows for what is one page here."""
    return HttpResponseRedirect(f"{reverse('account_login')}{'?' if request.GET else ''}{request.GET.urlencode()}")
