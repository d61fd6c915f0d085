"""The application a web server calls."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wortel.site.settings")
application = get_wsgi_application()

# Only a server gains by keeping connections to PostgreSQL open; a command would wait for the pool to give up when the
# database is away, and hide why.
_database = settings.DATABASES["default"]
if _database["ENGINE"] == "django.db.backends.postgresql":
    _database["OPTIONS"].setdefault("pool", {"min_size": 2, "max_size": settings.DATABASE_POOL, "timeout": 10})
