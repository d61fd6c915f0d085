"""Every Dutch text has its English, which fills in the same names; and no text is translated before it is asked for."""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from django.utils.translation import gettext, override

AT_ONCE = frozenset({"gettext", "ngettext", "pgettext", "npgettext"})


@pytest.fixture(scope="module")
def catalogue(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogue", root / "scripts" / "catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_catalogue_has_no_faults(catalogue: ModuleType) -> None:
    assert list(catalogue.faults(catalogue.texts_in_source(), catalogue.read_english())) == []


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("Toon", ""),
        ("Over %(year)s", "About"),
        ("Over %(year)s", "About %(jaar)s"),
        ("Naar <code>next</code>", "To next"),
        (("%(n)s actor", "%(n)s actoren"), ("%(n)s actor", "actors")),
        (("%(n)s actor", "%(n)s actoren"), ("%(n)s actor", "")),
    ],
)
def test_a_poor_translation_is_a_fault(
    catalogue: ModuleType, dutch: str | tuple[str, str], english: str | tuple[str, str]
) -> None:
    source, kept = Catalog(), Catalog(locale="en")
    source.add(dutch, locations=[("page.html", 1)])
    kept.add(dutch, english)
    assert list(catalogue.faults(source, kept))


def test_a_doubtful_translation_is_a_fault(catalogue: ModuleType) -> None:
    source, kept = Catalog(), Catalog(locale="en")
    source.add("Toon", locations=[("page.html", 1)])
    kept.add("Toon", "Show", flags=["fuzzy"])
    assert list(catalogue.faults(source, kept))


def test_a_translation_without_its_text_is_a_fault(catalogue: ModuleType) -> None:
    kept = Catalog(locale="en")
    kept.add("Toon", "Show")
    assert list(catalogue.faults(Catalog(), kept))


def test_english_is_compiled_and_used() -> None:
    with override("en"):
        assert gettext("Gemeenten") == "Municipalities"


def test_no_text_is_translated_while_its_file_is_read(modules: Mapping[str, ast.Module]) -> None:
    # The language of the visitor is not known yet then: only gettext_lazy and gettext_noop will do.
    hits = [f"{path}:{call.lineno}" for path, tree in modules.items() for call in called_at_once(tree)]
    assert hits == []


def called_at_once(tree: ast.Module) -> Iterator[ast.Call]:
    names = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in AT_ONCE
    }
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]
        elif not isinstance(node, ast.Lambda):
            waiting += ast.iter_child_nodes(node)


def test_a_text_translated_too_early_is_seen() -> None:
    early = "from django.utils.translation import gettext as _\nTITLE = _('Kaart')\n"
    late = "from django.utils.translation import gettext as _\ndef title():\n    return _('Kaart')\n"
    assert len(list(called_at_once(ast.parse(early)))) == 1
    assert not list(called_at_once(ast.parse(late)))
