"""Keeps the English catalogue in step with the Dutch texts in the source.

    python scripts/catalogue.py check     fails when a text lacks its English, or an English text its Dutch
    python scripts/catalogue.py update    adds the new texts, untranslated, and drops the ones that are gone

Works with Babel alone: Django's own `makemessages` needs GNU gettext, which a bare machine lacks.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "wortel"
ENGLISH = SOURCE / "shell" / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_noop": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
SHOWN = 40
MARKS = re.compile(r"%\(\w+\)[a-z]|%%|</?\w+[^>]*>")
"""What a translation must keep: the places to fill in, and the tags of HTML."""
HEADER = """\
# The English of Wortel; every text is keyed by its Dutch.
msgid ""
msgstr ""
"Project-Id-Version: wortel\\n"
"Language: en\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
"""Without Babel's own days and addresses: a catalogue changes only when a text does."""


def main(verb: str) -> int:
    """0 when the catalogue is complete (check) or written (update)."""
    settings.configure(USE_I18N=True)
    wanted = texts_in_source()
    if verb == "update":
        update(wanted)
        return 0
    problems = list(faults(wanted, read_english()))
    for problem in problems[:SHOWN]:
        print(problem)
    if problems:
        print(f"{len(problems)} gebreken in {ENGLISH.relative_to(ROOT)}; `make messages` voegt nieuwe teksten toe.")
    return 1 if problems else 0


def texts_in_source() -> Catalog:
    """Every text in code and templates, with the places where it stands."""
    catalog = Catalog(project="wortel", fuzzy=False)
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html"), *SOURCE.rglob("*.txt")]):
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            # Django turns a template into calls of gettext between filler; its indentation means nothing.
            lines = templatize(text, origin=str(path)).splitlines()
            text = "\n".join(line.lstrip() for line in lines) + "\n"
        for line, message, comments, context in extract(
            "python", io.BytesIO(text.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"}
        ):
            place = (path.relative_to(ROOT).as_posix(), line)
            catalog.add(message, locations=[place], auto_comments=comments, context=context)
    return catalog


def read_english() -> Catalog:
    """The catalogue as it is kept; empty when there is none yet."""
    if not ENGLISH.exists():
        return Catalog(locale="en")
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def faults(wanted: Catalog, english: Catalog) -> Iterator[str]:
    """What is missing, left over, doubtful, or says its numbers and names differently."""
    for message in wanted:
        kept = english.get(message.id, message.context)
        if message.id and (kept is None or not is_said(kept.string)):
            yield f"zonder Engels: {message.id!r} ({message.locations[0][0]})"
    for kept in english:
        if not kept.id:
            continue
        if wanted.get(kept.id, kept.context) is None:
            yield f"niet meer in de bron: {kept.id!r}"
        if kept.fuzzy:
            yield f"nog twijfelachtig (fuzzy): {kept.id!r}"
        yield from (f"{error}: {kept.id!r}" for error in kept.check(english))
        if says_otherwise(kept):
            yield f"andere invulvakken of tags: {kept.id!r} -> {kept.string!r}"


def says_otherwise(message: Message) -> bool:
    """Whether a form of the English fills in other names, or uses other tags, than the Dutch form it stands for."""
    dutch, english = forms(message.id), forms(message.string)
    return any(sorted(MARKS.findall(d)) != sorted(MARKS.findall(e)) for d, e in zip(dutch, english, strict=False) if e)


def is_said(translation: str | tuple[str, ...] | list[str] | None) -> bool:
    """Whether every form of the translation holds text."""
    return all(forms(translation))


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """The singular and the plural, or the one form there is."""
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def update(wanted: Catalog) -> None:
    """Writes the catalogue with the texts of today, in the order of the source."""
    english = read_english()
    english.update(wanted, no_fuzzy_matching=True)
    english.obsolete.clear()
    english.fuzzy = False
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    with ENGLISH.open("wb") as file:
        file.write(HEADER.encode())
        write_po(file, english, width=120, no_location=False, include_lineno=False, omit_header=True)
    missing = len([message for message in english if message.id and not is_said(message.string)])
    print(f"{len(english)} teksten, {missing} nog zonder Engels.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
