"""How rows of a file become evidence: reads, names, and shows them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from wortel.coverage.actions.rebuild_tally import rebuild_tally
from wortel.coverage.actions.show_records import show_records
from wortel.coverage.domain.evidence_row import read_row
from wortel.coverage.wording_evidence import say_remark
from wortel.intake.public import Field, Record, Statement
from wortel.kernel.reason import Reason
from wortel.territory.public import timeline

KIND = "evidence"
FIELDS = (
    Field("key", "Sleutel", ("id", "ref")),
    Field("nis", "NIS-code", ("niscode", "nis_code", "refnis")),
    Field("municipality", "Gemeente", ("municipality_at_time", "gemeentenaam", "naam_gemeente")),
    Field("postcode", "Postcode", ("postal_code", "zip")),
    Field("date", "Datum", ("dag", "day", "happened_on", "datum_activiteit")),
    Field("year", "Jaar", ("evidence_year", "kalenderjaar")),
    Field("status", "Status", ("toestand", "stand")),
    Field("title", "Titel", ("name", "naam", "activiteit", "activity", "traject")),
    Field("reporter", "Melder", ("gemeld door", "gemeld_door", "reported_by")),
    Field("organiser", "Organisator", ("organizer", "organisatie")),
    Field("sort", "Soort bewijs", ("evidence_kind", "bewijssoort")),
    Field("basis", "Grond", ("details", "toelichting", "ground")),
    Field("confidence", "Zekerheid", ("betrouwbaarheid",)),
    Field("source", "Bron", ("herkomst",)),
    Field("url", "Adres", ("link", "webadres")),
    Field("stated_on", "Datum van de bron", ("source_date", "brondatum")),
)


class EvidenceAdapter:
    """Takes evidence in: one record may speak of several years and then becomes one statement a year."""

    kind = KIND
    fields: Sequence[Field] = FIELDS

    def __init__(self, today: date) -> None:
        self.today = today
        self.years: set[int] = set()

    def read(self, cells: Mapping[str, str]) -> Statement:
        """What a row says. Raises `RowRefused`."""
        return read_row(cells, timeline(), self.today)

    def assign(self, records: Sequence[Record], at: datetime) -> None:  # noqa: ARG002 - the protocol's own signature
        """Each record speaks of itself alone: its subject follows from source and key, so that addresses last."""
        for record in records:
            record.subject = _subject(record.source_id, record.source.key, record.key, record.source.is_fictional)

    def project(self, subjects: Sequence[str], at: datetime) -> None:
        """Replaces the statements of these subjects by what their standing records say."""
        self.years |= show_records(KIND, subjects, at)

    def finish(self, at: datetime) -> None:
        """Recounts the years that changed."""
        rebuild_tally(self.years, at)

    def say(self, reason: Reason) -> str:
        """The reason in words."""
        return say_remark(reason)


def _subject(source_id: int, source_key: str, key: str, is_fictional: bool) -> str:
    digest = hashlib.sha256(f"{source_key or source_id}\n{key}".encode()).digest()
    name = base64.b32encode(digest).decode().lower()[:12]
    return f"demo-{name}" if is_fictional else name
