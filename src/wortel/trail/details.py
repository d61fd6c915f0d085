"""What changed in one write, as it is written down: JSON with `before`, `after` and a salt."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from wortel.trail.domain.storable import storable_json

Change = Mapping[str, Any]


class _Encoder(DjangoJSONEncoder):
    """Also knows frozen mappings and sets, which domain values are made of."""

    def default(self, o: Any) -> Any:
        if isinstance(o, Mapping):
            return dict(o)
        if isinstance(o, set | frozenset):
            return sorted(o, key=str)
        return super().default(o)


def written_details(before: Change | None, after: Change | None) -> str:
    """The details as text, empty when there are none. The salt keeps them from being guessed from their fingerprint."""
    if before is None and after is None:
        return ""
    said = {"before": before, "after": after, "salt": secrets.token_hex(12)}
    return storable_json(json.dumps(said, cls=_Encoder, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def read_details(text: str) -> tuple[Change, Change]:
    """What was before and what after; empty for a side that was not said."""
    said = json.loads(text)
    return said.get("before") or {}, said.get("after") or {}
