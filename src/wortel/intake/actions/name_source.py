"""Names a source, once: the register or desk that records come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.utils.text import slugify

from wortel.intake.models import Source
from wortel.kernel.text import TextRefused, clean_text
from wortel.trail.public import By, leave


class SourceRefused(ValueError):
    """The source cannot be named so; `key` says why: name, fiction, title, url or licence."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Naming:
    """What a source is to be called; nothing is kept yet. An empty title, address or licence leaves what is known."""

    key: str
    name: str
    title: str = ""
    url: str = ""
    licence: str = ""
    is_fictional: bool = False


def naming(name: str, *, title: str = "", url: str = "", licence: str = "", is_fictional: bool = False) -> Naming:
    """The naming of a source, checked and not kept.

    Raises `SourceRefused`: a name without letters or digits, one that would mix fictional and real records, a text
    that is too long or holds a control character, an address that is none.
    """
    key = slugify(name)[:60].strip("-_")
    if not key:
        raise SourceRefused("name")
    if Source.objects.filter(key=key).exclude(is_fictional=is_fictional).exists():
        raise SourceRefused("fiction")
    return Naming(
        key, _text("name", name), _text("title", title), _address(url), _text("licence", licence), is_fictional
    )


def name_source(
    by: By,
    name: str,
    *,
    at: datetime,
    title: str = "",
    url: str = "",
    licence: str = "",
    is_fictional: bool = False,
) -> Source:
    """The source of that name, made when it is new; title, address and licence are filled in when given.

    Raises `SourceRefused`, see `naming`.
    """
    with transaction.atomic():
        kept = keep_naming(naming(name, title=title, url=url, licence=licence, is_fictional=is_fictional))
        leave_naming(by, kept, at)
    return kept.source


@dataclass(frozen=True, slots=True)
class Kept:
    """A source as it stands now; what was said of it before and after, both empty when nothing changed."""

    source: Source
    before: dict[str, Any]
    after: dict[str, Any]


def leave_naming(by: By, kept: Kept, at: datetime) -> None:
    """On the trail, when the source is new or says something else of itself."""
    if kept.after:
        leave(by, "source.named", f"source:{kept.source.key}", at=at, before=kept.before, after=kept.after)


def keep_source(wanted: Naming) -> Source:
    """The source of this naming, made or filled in; see `keep_naming`."""
    return keep_naming(wanted).source


def keep_naming(wanted: Naming) -> Kept:
    """The source of this naming, made or filled in; locked until the caller's transaction ends.

    The caller leaves it on the trail (`leave_naming`). Raises `SourceRefused` when it became fictional, or real, in the
    meantime.
    """
    defaults = {"name": wanted.title or wanted.name, "is_fictional": wanted.is_fictional}
    source, is_new = Source.objects.select_for_update().get_or_create(key=wanted.key, defaults=defaults)
    if source.is_fictional != wanted.is_fictional:
        raise SourceRefused("fiction")
    told = {"name": wanted.title, "url": wanted.url, "licence": wanted.licence}
    given = {field: value for field, value in told.items() if value}
    changed = {field: value for field, value in given.items() if getattr(source, field) != value}
    before = {} if is_new else {field: getattr(source, field) for field in changed}
    if changed:
        Source.objects.filter(pk=source.pk).update(**changed)
        source.refresh_from_db()
    return Kept(source, before, {"key": source.key, "name": source.name, **changed} if is_new else changed)


def _text(field: str, raw: str) -> str:
    try:
        return clean_text(raw, limit=200)
    except TextRefused as refused:
        raise SourceRefused(field) from refused


def _address(raw: str) -> str:
    """Only addresses of the web: the pages make a link of it."""
    try:
        text = clean_text(raw, limit=500)
        parts = urlsplit(text)
        if text and (parts.scheme not in {"http", "https"} or not parts.hostname):
            raise SourceRefused("url")
    except ValueError as error:
        raise SourceRefused("url") from error
    return text
