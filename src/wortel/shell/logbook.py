"""How the logbook is written: one line a happening, for people or as JSON, without mail addresses, names or IPs.

Nothing a visitor sends can make a line of its own: what cannot be printed is written as an escape.
"""

from __future__ import annotations

import logging
import re
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from pythonjsonlogger.json import JsonFormatter

from wortel.shell.request_id import current

MAX_LINE = 8_000
_MAIL = re.compile(r"[^\s@<>\"'=(),;]+@[^\s@<>\"'=(),;]+")
_ADDRESS = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b")
# What PostgreSQL adds to a refusal repeats the row it refused.
_ROW = re.compile(r"(?m)(DETAIL|CONTEXT|LINE \d+): .*")
_EXTRAS = ("method", "route", "status", "ms", "queries")
_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def safe(text: str) -> str:
    """The text on one line, without mail addresses and IP addresses."""
    escaped = "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)
    return _scrubbed(escaped)[:MAX_LINE]


def _scrubbed(text: str) -> str:
    return _ADDRESS.sub("…", _MAIL.sub("…@…", _ROW.sub(r"\1: …", text)))


class Numbered(logging.Filter):
    """Gives every line the number of its request, and takes paths out: they may hold a one-time link."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Leaves refusals of the framework (4xx) out: the line of the visit says them."""
        record.request_id = current()
        request = record.__dict__.pop("request", None)
        status = record.__dict__.pop("status_code", 0)
        if request is not None:
            if status and status < 500:
                return False
            found = getattr(request, "resolver_match", None)
            record.msg, record.args = "Fout bij %s", (getattr(found, "view_name", "") or "een adres zonder pagina",)
        return True


class Lines(logging.Formatter):
    """A line for people: instant, level, where, number of the request, what."""

    def format(self, record: logging.LogRecord) -> str:
        number = getattr(record, "request_id", "")
        line = f"{_instant(record)} {record.levelname} {record.name} {f'[{number}] ' if number else ''}"
        line += safe(record.getMessage())
        if record.exc_info:
            line += "".join(f"\n    | {safe(row)}" for row in _rows(record.exc_info))
        return line


class JsonLines(JsonFormatter):
    """A line for programs; a traceback stays on it."""

    def add_fields(self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]) -> None:
        """Only what is named here goes in, whatever a library hangs on its record."""
        del message_dict
        log_data |= {
            "at": _instant(record),
            "level": record.levelname,
            "logger": record.name,
            "request_id": getattr(record, "request_id", ""),
            "message": safe(record.getMessage()),
        }
        log_data |= {name: getattr(record, name) for name in _EXTRAS if hasattr(record, name)}
        if record.exc_info:
            log_data["traceback"] = "\n".join(safe(row) for row in _rows(record.exc_info))


def log_settings(level: str, *, as_json: bool, errors: Path) -> dict[str, Any]:
    """`LOGGING` of the settings. `level` is a name of the standard library's; `errors` keeps the last ones."""
    form = "json" if as_json else "text"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"numbered": {"()": Numbered}},
        "formatters": {"text": {"()": Lines}, "json": {"()": JsonLines, "json_ensure_ascii": False}},
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": form, "filters": ["numbered"]},
            "errors": {
                "class": "logging.handlers.RotatingFileHandler",
                "filename": str(errors),
                "level": "ERROR",
                "formatter": "json",
                "filters": ["numbered"],
                "maxBytes": 1_000_000,
                "backupCount": 1,
                "delay": True,
                "encoding": "utf-8",
            },
            "null": {"class": "logging.NullHandler"},
        },
        "root": {"handlers": ["console", "errors"], "level": level},
        "loggers": {
            # Whoever asks for a name that is not ours gets 400; the line of the visit says so.
            "django.security.DisallowedHost": {"handlers": ["null"], "propagate": False},
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.server": {"handlers": [], "propagate": True},
            # Statements with their values are for a debugger, never for a logbook.
            "django.db.backends": {"handlers": ["null"], "propagate": False},
        },
    }


def _instant(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _rows(exc_info: _ExcInfo) -> list[str]:
    said = _ROW.sub(r"\1: …", "".join(traceback.format_exception(*exc_info)))
    return [row for row in said.splitlines() if row.strip()]
