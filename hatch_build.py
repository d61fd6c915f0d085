"""Compiles the English catalogue while the package is built: Dutch is the language of the source and needs none."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):
    """Writes `django.mo` beside every `django.po`."""

    def initialize(self, version, build_data):
        for source in Path(self.root).glob("src/wortel/**/locale/*/LC_MESSAGES/django.po"):
            with source.open("rb") as catalogue:
                messages = read_po(catalogue, locale=source.parent.parent.name)
            with source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, messages)
