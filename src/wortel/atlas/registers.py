"""The registers that were taken in, and beside them as one what organisations say of themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wortel.actors.public import OWN_SOURCES
from wortel.intake.public import KnownSource, known_sources, speaking


@dataclass(frozen=True, slots=True)
class OwnWords:
    """How many organisations say something of themselves today, and when the last of them did."""

    count: int
    last: datetime | None
    is_fictional: bool

    @property
    def name(self) -> str:
        """How this source of many is called."""
        return _("Wat organisaties zelf zeggen")

    @property
    def about(self) -> str:
        """How many there are, as a sentence."""
        return ngettext(
            "%(count)s organisatie vertelt hier over zichzelf.",
            "%(count)s organisaties vertellen hier over zichzelf.",
            self.count,
        ) % {"count": self.count}


def registers() -> tuple[tuple[KnownSource, ...], OwnWords | None]:
    """The registers one by one, and what organisations say themselves (`None`: none does). Three queries.

    Each organisation is a source of its own, so that its words have versions; listed apart they would bury the rest.
    """
    known = known_sources()
    own = [source for source in known if source.key.startswith(OWN_SOURCES)]
    others = tuple(source for source in known if not source.key.startswith(OWN_SOURCES))
    count = speaking(OWN_SOURCES) if own else 0
    if not count:
        return others, None
    last = max((source.imported_at for source in own if source.imported_at), default=None)
    return others, OwnWords(count, last, is_fictional=all(source.is_fictional for source in own))
