"""Tables in and out of files: CSV and XLSX, read with suspicion and written so that nothing in them runs."""

from wortel.gateways.tabular.csv_writing import write_csv
from wortel.gateways.tabular.limits import DEFAULT, Limits
from wortel.gateways.tabular.opening import open_table
from wortel.gateways.tabular.refusal import FileRefused, Note, Place, RowProblem
from wortel.gateways.tabular.table import AlreadyRead, Block, Row, Table
from wortel.gateways.tabular.xlsx_writing import About, CannotWrite, Cell, Sheet, write_xlsx

__all__ = [
    "DEFAULT",
    "About",
    "AlreadyRead",
    "Block",
    "CannotWrite",
    "Cell",
    "FileRefused",
    "Limits",
    "Note",
    "Place",
    "Row",
    "RowProblem",
    "Sheet",
    "Table",
    "open_table",
    "write_csv",
    "write_xlsx",
]
