"""Settings of a running installation. Everything that differs between installations comes from the environment."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from whitenoise.compress import Compressor

from wortel.shell.logbook import log_settings
from wortel.shell.rates import Rate, RateUnreadable, read_rates
from wortel.site import config, limited, settings_sign_in
from wortel.site.settings_sign_in import *  # noqa: F403
from wortel.site.settings_storage import *  # noqa: F403
from wortel.site.settings_storage import DATA_FOLDER


def _secret_key() -> str:
    """`WORTEL_SECRET_KEY`, or a key made once and kept, readable by its owner only, beside the database."""
    given = config.secret("WORTEL_SECRET_KEY")
    if given:
        return given
    kept = DATA_FOLDER / "secret_key"
    try:
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    except OSError as error:
        raise ImproperlyConfigured(
            f"In de map {DATA_FOLDER} mag je niet schrijven ({error.strerror}). "
            "Kies een andere: WORTEL_DATA=/pad/naar/map"
        ) from error
    return kept.read_text(encoding="utf-8")


SECRET_KEY = _secret_key()
DEBUG = False
ALLOWED_HOSTS = config.items("WORTEL_HOSTS")
PUBLIC_URL = config.url("WORTEL_URL")
CSRF_TRUSTED_ORIGINS = config.origins("WORTEL_ORIGINS")

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django_htmx",
    "csp",
    "wortel.shell",
    "wortel.terms",
    "wortel.trail",
    "wortel.post",
    "wortel.people",
    "wortel.intake",
    "wortel.replies",
    "wortel.territory",
    "wortel.actors",
    "wortel.organisations",
    "wortel.coverage",
    "wortel.exchange",
    "wortel.introductions",
    "wortel.network",
    "wortel.alliances",
    "wortel.atlas",
    "wortel.privacy",
    "wortel.demo",
    # After our rooms: their pages and mails come before the library's.
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
]
MIDDLEWARE = [
    "wortel.shell.visits.number_and_note",
    "wortel.shell.headers.on_every_answer",
    "wortel.site.health.probes",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "wortel.shell.api.reading.open_reading",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "wortel.terms.spoken_to.kept_apart",
    "wortel.shell.middleware.OnlyFormsTakePost",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "wortel.people.sign_in.lifetime.SessionsEnd",
    "wortel.site.doors.ClosedUnlessOpen",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wortel.shell.middleware.reading_cannot_write",
    "wortel.shell.problems.ProblemPages",
    "wortel.shell.busy.BusyPages",
    "wortel.shell.limits.CountRequests",
]
ROOT_URLCONF = "wortel.site.urls"
WSGI_APPLICATION = "wortel.site.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "wortel.shell.context.page",
                "wortel.site.context.frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "wortel.shell.templatetags.shell",
                "wortel.terms.templatetags.terms",
            ],
        },
    }
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
# Set by `wortel demo` only: visitors may become an invented person and read the mails of the demo.
IS_DEMO = DEMO_MAILBOX = False


def _rate_limits() -> dict[str, Rate]:
    try:
        return read_rates(limited.USUAL_RATES, os.environ)
    except RateUnreadable as error:
        raise ImproperlyConfigured(str(error)) from error


RATE_LIMITS = _rate_limits()
LIMITED_READING, LIMITED_SENDING = limited.LIMITED_READING, limited.LIMITED_SENDING

# How organisations and areas are called: people ask, the rooms above answer.
ORGANISATION_NAMES = "wortel.site.organisations.names"
ORGANISATION_TABS = "wortel.site.organisations.tabs"
OWN_DOORS = "wortel.site.own_doors.own_doors"
AREA_NAMES = "wortel.site.areas.names"

# What rooms above the actors add to the page of an actor.
BESIDE_ACTOR = (
    "wortel.organisations.pages.beside_actor.beside_actor",
    "wortel.exchange.pages.beside_actor.beside_actor",
    "wortel.network.pages.beside_actor.beside_actor",
)

# What rooms above the exchange add to the page of a need or an offer: a path to a function each.
BESIDE_LISTING: tuple[str, ...] = (
    "wortel.introductions.pages.beside_listing.beside_listing",
    "wortel.introductions.pages.runs_beside_listing.beside_listing",
)

# How a table becomes a file: the shell asks, the gateways answer.
EXPORT_WRITERS = {"csv": "wortel.site.export_writers.csv", "xlsx": "wortel.site.export_writers.xlsx"}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
USE_I18N = True
TIME_ZONE = "Europe/Brussels"
USE_TZ = True
# Off: a year is a number too, and "2.022" is no year. Templates say |number where a count is meant.
USE_THOUSAND_SEPARATOR = False
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "shell" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA_FOLDER / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MANIFEST_STRICT = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
# A source map is read by a developer's tools, never by a visitor: not worth half a minute of squeezing.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")


EMAIL_BACKEND = {
    "file": "wortel.post.mail_files.EmailBackend",
    "console": "django.core.mail.backends.console.EmailBackend",
    "smtp": "django.core.mail.backends.smtp.EmailBackend",
}[config.choice("WORTEL_MAIL")]
EMAIL_FILE_PATH = DATA_FOLDER / "mail"
EMAIL_HOST = config.text("WORTEL_SMTP_HOST")
EMAIL_PORT = config.number("WORTEL_SMTP_PORT")
EMAIL_HOST_USER = config.text("WORTEL_SMTP_USER")
EMAIL_HOST_PASSWORD = config.secret("WORTEL_SMTP_PASSWORD")
EMAIL_USE_TLS = config.choice("WORTEL_SMTP_SECURITY") == "starttls"
EMAIL_USE_SSL = config.choice("WORTEL_SMTP_SECURITY") == "tls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = config.text("WORTEL_MAIL_FROM")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *settings_sign_in.OPENID_ORIGINS],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
_behind_https = config.flag("WORTEL_HTTPS")
CSRF_FAILURE_VIEW = "wortel.shell.problems.forbidden"
CSRF_COOKIE_SECURE = _behind_https
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = _behind_https
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
if _behind_https:
    # A browser keeps a __Host- cookie only from this very host, over https: no neighbour can plant one.
    SESSION_COOKIE_NAME = "__Host-wortel"
    CSRF_COOKIE_NAME = "__Host-csrf"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _behind_https else None
SECURE_HSTS_SECONDS = 31536000 if _behind_https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _behind_https
SECURE_HSTS_PRELOAD = _behind_https
SECURE_SSL_REDIRECT = _behind_https

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200

ERROR_LOG = DATA_FOLDER / "errors.log"
_as_json = config.choice("WORTEL_LOG_FORMAT") == "json"
LOGGING = log_settings(config.choice("WORTEL_LOG"), as_json=_as_json, errors=ERROR_LOG)
TRUSTED_PROXY = config.text("WORTEL_TRUSTED_PROXY")
METRICS = config.flag("WORTEL_METRICS")
METRICS_TOKEN = config.secret("WORTEL_METRICS_TOKEN")
FREE_MB_NEEDED = config.number("WORTEL_FREE_MB")
DATABASE_POOL = config.number("WORTEL_POOL")
SILENCED_SYSTEM_CHECKS: list[str] = []
