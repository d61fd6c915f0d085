"""How people sign in: django-allauth's settings. What differs between installations comes from the environment."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from wortel.site import config

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/mijn/"
LOGOUT_REDIRECT_URL = "/"
# Read from its own cookie only: a page that shows no message looks at no session.
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

HOUR, MINUTE = 3600, 60
SESSION_IDLE_SECONDS = config.number("WORTEL_SESSION_IDLE_HOURS") * HOUR
"""Nothing asked for this long ends a session."""
SESSION_COOKIE_AGE = config.number("WORTEL_SESSION_DAYS") * 24 * HOUR
"""However busy, no session outlives this."""

PASSWORDS = config.flag("WORTEL_PASSWORDS")
"""Off: nobody has a password, so nobody can lose one."""
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ("name", "email")}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]  # fmt: skip

ACCOUNT_ADAPTER = "wortel.people.sign_in.account_adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = "wortel.people.sign_in.account_adapter.shown_name"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * MINUTE
ACCOUNT_LOGIN_TIMEOUT = 15 * MINUTE
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * MINUTE
ACCOUNT_FORMS = {
    "request_login_code": "wortel.people.sign_in.forms.AddressForm",
    "confirm_login_code": "wortel.people.sign_in.forms.CodeForm",
    "confirm_email_verification_code": "wortel.people.sign_in.forms.NewAddressCodeForm",
    "add_email": "wortel.people.sign_in.forms.NewAddressForm",
    "login": "wortel.people.sign_in.forms_password.PasswordForm",
    "change_password": "wortel.people.sign_in.forms_password.OtherPasswordForm",
    "set_password": "wortel.people.sign_in.forms_password.FirstPasswordForm",
}
ACCOUNT_RATE_LIMITS = {
    # Counted per address on the network and mail address together (see AddressForm): who asks codes for somebody
    # else's mail address uses up only their own share.
    "request_login_code": "30/m/ip,5/10m/key",
    "login_failed": "10/m/ip,5/5m/key",
    "reauthenticate": "20/m/user",
    "manage_email": "10/m/user",
    "confirm_email": "1/10s/key",
}

MFA_ADAPTER = "wortel.people.sign_in.factor_adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_ISSUER = "Wortel"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODE_COUNT = 10
MFA_FORMS = {
    "authenticate": "wortel.people.sign_in.forms.SecondStepForm",
    "reauthenticate": "wortel.people.sign_in.forms.ConfirmAgainForm",
    "activate_totp": "wortel.people.sign_in.forms.AppForm",
    "add_webauthn": "wortel.people.sign_in.forms_passkey.AddPasskeyForm",
    "edit_webauthn": "wortel.people.sign_in.forms_passkey.RenamePasskeyForm",
    "login_webauthn": "wortel.people.sign_in.forms_passkey.PasskeyForm",
    "authenticate_webauthn": "wortel.people.sign_in.forms_passkey.SecondPasskeyForm",
    "reauthenticate_webauthn": "wortel.people.sign_in.forms_passkey.PasskeyAgainForm",
}
USERSESSIONS_TRACK_ACTIVITY = False


HERE = {"localhost", "127.0.0.1", "::1"}
"""A provider on this machine, as in tests, needs no encrypted line."""


def _openid() -> dict[str, Any]:
    """The OpenID provider of this place, empty for none. Raises `ImproperlyConfigured` when half is filled in."""
    issuer = config.url("WORTEL_OIDC_ISSUER")
    client = config.text("WORTEL_OIDC_CLIENT_ID")
    secret = config.secret("WORTEL_OIDC_CLIENT_SECRET")
    if not (issuer or client or secret):
        return {}
    if not (issuer and client and secret):
        raise ImproperlyConfigured(
            "Voor aanmelden via een andere dienst zijn drie variabelen nodig: WORTEL_OIDC_ISSUER, "
            "WORTEL_OIDC_CLIENT_ID en WORTEL_OIDC_CLIENT_SECRET. Vul ze alle drie in, of geen."
        )
    address = urlsplit(issuer)
    if address.scheme != "https" and address.hostname not in HERE:
        raise ImproperlyConfigured(
            "WORTEL_OIDC_ISSUER begint niet met https://. Wie op de lijn meeluistert, kan zich dan voor iedereen "
            "uitgeven. Schrijf het adres met https."
        )
    scopes = config.items("WORTEL_OIDC_SCOPES")
    if "rrn" in scopes:
        raise ImproperlyConfigured(
            "WORTEL_OIDC_SCOPES vraagt rrn, het rijksregisternummer. Wortel mag dat niet weten: haal het weg."
        )
    return {
        "issuer": issuer,
        "client_id": client,
        "secret": secret,
        "name": config.text("WORTEL_OIDC_NAME"),
        "scopes": scopes,
        "strong_acr": config.items("WORTEL_OIDC_STRONG_ACR"),
    }


OPENID = _openid()
OPENID_ORIGINS = ["{0.scheme}://{0.netloc}".format(urlsplit(OPENID["issuer"]))] if OPENID else []
"""Where a form of ours may lead: to the provider, when there is one."""
SOCIALACCOUNT_ADAPTER = "wortel.people.sign_in.identity_adapter.IdentityAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
