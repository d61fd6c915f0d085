"""Names a source, once: the register or desk that records come from."""

from __future__ import annotations

from django.db import transaction
from django.utils.text import slugify

from wortel.intake.models import Source


class SourceRefused(ValueError):
    """The name cannot be a source's key, or the source is known otherwise (fictional or real)."""


def name_source(name: str, *, title: str = "", url: str = "", licence: str = "", is_fictional: bool = False) -> Source:
    """The source of that name, made when it is new; title, address and licence are filled in when given.

    Raises `SourceRefused` for a name without letters or digits, or one that would mix fictional and real records.
    """
    key = slugify(name)[:60]
    if not key:
        raise SourceRefused(name)
    with transaction.atomic():
        source, _ = Source.objects.get_or_create(
            key=key, defaults={"name": title or name, "is_fictional": is_fictional}
        )
        if source.is_fictional != is_fictional:
            raise SourceRefused(name)
        given = {field: value for field, value in {"name": title, "url": url, "licence": licence}.items() if value}
        if any(getattr(source, field) != value for field, value in given.items()):
            Source.objects.filter(pk=source.pk).update(**given)
            source.refresh_from_db()
    return source
