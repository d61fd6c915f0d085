"""Compiles the catalogues while the package is built: the English texts of the pages, the Dutch ones of the command."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Writes the `.mo` beside every `.po`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for source in Path(self.root).glob("src/wortel/**/locale/*/LC_MESSAGES/*.po"):
            with source.open("rb") as catalogue:
                messages = read_po(catalogue, locale=source.parent.parent.name)
            with source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, messages)
