"""Settings of the test suite: as in production, but static files unhashed and mail kept in memory."""

from __future__ import annotations

import os
import tempfile

# The suite never touches a real installation's folder.
os.environ["WORTEL_DATA"] = tempfile.mkdtemp(prefix="wortel-test-")
os.environ.setdefault("WORTEL_SECRET_KEY", "only-for-tests")

from wortel.site.settings import *  # noqa: F403

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":  # noqa: F405
    # A pool holds connections open, and a database with open connections cannot be dropped afterwards.
    DATABASES["default"]["OPTIONS"]["pool"] = False  # noqa: F405
# The suite asks more in a minute than any visitor; the limits have tests of their own.
RATE_LIMITS.clear()  # noqa: F405
