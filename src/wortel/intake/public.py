"""The door of the intake: what other rooms may ask or do."""

from wortel.intake.actions.name_source import SourceRefused, name_source
from wortel.intake.actions.take_in import ImportRefused, Request, take_in
from wortel.intake.actions.undo_import import CannotUndo, undo_import
from wortel.intake.adapter import Adapter, OpenTable, RowLike, TableLike
from wortel.intake.domain.fields import Field
from wortel.intake.domain.outcome import Outcome
from wortel.intake.domain.statement import RowRefused, Statement
from wortel.intake.models import Record, Source

__all__ = [
    "Adapter",
    "CannotUndo",
    "Field",
    "ImportRefused",
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
    "name_source",
    "take_in",
    "undo_import",
]
