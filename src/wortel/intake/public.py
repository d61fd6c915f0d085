"""The door of the intake: what other rooms may ask or do."""

from wortel.intake.actions.forget_fiction import forget_fiction
from wortel.intake.actions.name_source import Naming, SourceRefused, name_source, naming
from wortel.intake.actions.state_record import state_record, withdraw_record
from wortel.intake.actions.take_in import ImportRefused, Request, take_in
from wortel.intake.actions.undo_import import CannotUndo, undo_import
from wortel.intake.adapter import Adapter, OpenTable, RowLike, TableLike
from wortel.intake.domain.fields import Field
from wortel.intake.domain.outcome import Outcome
from wortel.intake.domain.statement import RowRefused, Statement
from wortel.intake.fiction import fictional_files, fictional_records, holds_real_records
from wortel.intake.models import Import, Record, Source
from wortel.intake.queries import KnownSource, known_sources, speaking, subjects_of

__all__ = [
    "Adapter",
    "CannotUndo",
    "Field",
    "Import",
    "ImportRefused",
    "KnownSource",
    "Naming",
    "OpenTable",
    "Outcome",
    "Record",
    "Request",
    "RowLike",
    "RowRefused",
    "Source",
    "SourceRefused",
    "Statement",
    "TableLike",
    "fictional_files",
    "fictional_records",
    "forget_fiction",
    "holds_real_records",
    "known_sources",
    "name_source",
    "naming",
    "speaking",
    "state_record",
    "subjects_of",
    "take_in",
    "undo_import",
    "withdraw_record",
]
