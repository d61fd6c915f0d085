"""Dutch addresses for the pages of signing in. The names are those by which allauth finds its own pages."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from django.urls import path

from wortel.people.sign_in import entrance, openid_pages, passwords, security
from wortel.people.sign_in.address import OtherAddress
from wortel.people.sign_in.confirm_again import ConfirmAgain
from wortel.people.sign_in.confirming import confirmed_recently as fresh
from wortel.people.sign_in.passwords import where_passwords_are
from wortel.people.sign_in.serving import with_form

urlpatterns = [
    path("aanmelden/", with_form(entrance.Entrance.as_view()), name="account_login"),
    path("aanmelden/nieuw/", entrance.to_entrance, name="account_signup"),
    path("aanmelden/opnieuw/", entrance.to_entrance, name="account_request_login_code"),
    path("aanmelden/code/", with_form(entrance.type_code), name="account_confirm_login_code"),
    path("aanmelden/adres/", with_form(entrance.FirstTimeHere.as_view()), name="socialaccount_signup"),
    path("aanmelden/niet-actief/", account.account_inactive, name="account_inactive"),
    path("aanmelden/tweede-stap/", with_form(factors.authenticate), name="mfa_authenticate"),
    path("aanmelden/passkey/", with_form(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("aanmelden/dienst/", with_form(openid_pages.to_provider, in_one_go=False), name="openid_connect_login"),
    path("aanmelden/dienst/terug/", openid_pages.back_from_provider, name="openid_connect_callback"),
    path(
        "aanmelden/wachtwoord/",
        with_form(where_passwords_are(passwords.SignInByPassword.as_view()), in_one_go=False),
        name="account_password",
    ),
    path("aanmelden/bevestig-nogmaals/", with_form(ConfirmAgain.as_view()), name="account_reauthenticate"),
    path("aanmelden/bevestig-nogmaals/code/", with_form(factors.reauthenticate), name="mfa_reauthenticate"),
    path(
        "aanmelden/bevestig-nogmaals/passkey/",
        with_form(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("afmelden/", with_form(account.logout), name="account_logout"),
    path("mijn/e-mail/", with_form(fresh(OtherAddress.as_view())), name="account_email"),
    path("mijn/e-mail/bevestig/", with_form(account.email_verification_sent), name="account_email_verification_sent"),
    path("mijn/beveiliging/toon/", security.to_security, name="mfa_index"),
    path("mijn/beveiliging/sessies/", with_form(security.Sessions.as_view()), name="usersessions_list"),
    path("mijn/beveiliging/passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("mijn/beveiliging/passkeys/nieuw/", with_form(fresh(security.AddPasskey.as_view())), name="mfa_add_webauthn"),
    path(
        "mijn/beveiliging/passkeys/<int:pk>/naam/", with_form(fresh(passkeys.edit_webauthn)), name="mfa_edit_webauthn"
    ),
    path(
        "mijn/beveiliging/passkeys/<int:pk>/weg/",
        with_form(fresh(passkeys.remove_webauthn)),
        name="mfa_remove_webauthn",
    ),
    path("mijn/beveiliging/app/", with_form(fresh(app.activate_totp)), name="mfa_activate_totp"),
    path("mijn/beveiliging/app/weg/", with_form(fresh(app.deactivate_totp)), name="mfa_deactivate_totp"),
    path("mijn/beveiliging/herstelcodes/", fresh(security.recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "mijn/beveiliging/herstelcodes/bestand/",
        fresh(security.recovery_codes_file),
        name="mfa_download_recovery_codes",
    ),
    path(
        "mijn/beveiliging/herstelcodes/nieuw/",
        with_form(fresh(recovery.generate_recovery_codes)),
        name="mfa_generate_recovery_codes",
    ),
    path("mijn/beveiliging/dienst/", openid_pages.linked, name="socialaccount_connections"),
    path(
        "mijn/beveiliging/wachtwoord/",
        with_form(where_passwords_are(fresh(passwords.ChangePassword.as_view())), in_one_go=False),
        name="account_change_password",
    ),
    path(
        "mijn/beveiliging/wachtwoord/nieuw/",
        with_form(where_passwords_are(fresh(passwords.SetPassword.as_view())), in_one_go=False),
        name="account_set_password",
    ),
]
