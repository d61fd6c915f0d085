"""Sentences about measures and about the yearly comparison."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wortel.introductions.domain.choices import Compared, Comparison
from wortel.introductions.domain.measures import Filled
from wortel.introductions.domain.spread import Quartiles
from wortel.shell.formats import number, percent

CRITERIA = {
    "themes": gettext_noop("thema’s"),
    "nearness": gettext_noop("nabijheid"),
    "ages": gettext_noop("leeftijden"),
    "weeks": gettext_noop("weken"),
}


def criterion_label(name: str) -> str:
    """What a criterion is called."""
    return _(CRITERIA[name]) if name in CRITERIA else name


def say_filled(filled: Filled) -> str:
    """The answer of the page: how much of what was asked was filled."""
    if not filled.asked:
        return _("In dit jaar vroeg hier nog niemand iets.")
    said = _("Van de %(asked)s keer dat iets gevraagd werd, is dat %(filled)s keer gelukt: %(share)s.") % {
        "asked": number(filled.asked),
        "filled": number(filled.filled),
        "share": percent(filled.rate),
    }
    if not filled.unknown:
        return said
    unknown = _("Van %(unknown)s keer weten we het niet: de dag is voorbij en niemand zei hoe het was.")
    return f"{said} {unknown % {'unknown': number(filled.unknown)}}"


def say_quartiles(found: Quartiles, unit: str) -> str:
    """The middle with the quarters: "4 dagen (de helft tussen 2 en 9)"."""
    if found.middle is None:
        return _("te weinig om te zeggen (%(count)s)") % {"count": number(found.count)}
    words = {name: number(value, 1) for name, value in (("low", found.low), ("high", found.high))}
    middle = f"{number(found.middle, 1)} {unit}"
    return _("%(middle)s (de helft tussen %(low)s en %(high)s)") % {"middle": middle, **words}


def say_compared(found: Comparison) -> str:
    """The answer of the page on the yearly comparison."""
    told = _(
        "In %(year)s zeiden beide kanten ja op %(taken)s voorstellen van de motor; %(refused)s werden geweigerd, "
        "en op %(silent)s antwoordde niemand."
    ) % {
        "year": found.year,
        "taken": number(found.taken),
        "refused": number(found.refused),
        "silent": number(found.silent),
    }
    return f"{told} {say_advice(found)}"


def say_advice(found: Comparison) -> str:
    """What the year teaches about the weights."""
    if found.advice is None:
        return _("Dat is te weinig om iets over de gewichten te leren: we willen van elk minstens %(least)s.") % {
            "least": number(found.least)
        }
    if not found.changes:
        return _("Dat spreekt de gewichten van nu niet tegen.")
    changed = ", ".join(
        _("%(name)s van %(old)s naar %(new)s")
        % {"name": criterion_label(name), "old": found.weights[name], "new": value}
        for name, value in found.changes.items()
    )
    return _("Dat past beter bij andere gewichten: %(changed)s.") % {"changed": changed}


def say_comparison(found: Comparison) -> list[str]:
    """The comparison as lines of text, for the command."""
    lines = [say_compared(found)]
    lines += [f"{criterion_label(it.name)}: {_averages(it)}{_effect(it)}" for it in found.criteria]
    if found.by_hand or found.by_hand_apart:
        lines.append(
            _("Zelf geregeld: %(hand)s; daarvan had de motor er %(apart)s niet mogen voorstellen.")
            % {"hand": number(found.by_hand + found.by_hand_apart), "apart": number(found.by_hand_apart)}
        )
    return lines


def rulebook_lines(found: Comparison, on: date) -> str:
    """The entries for matching.toml: people read them, and put them there or not. They hold from the next year on."""
    start = date(on.year + 1, 1, 1)
    lines = [f"# Zet bij de regels van nu: valid_to = {start.isoformat()}"]
    for name, value in found.changes.items():
        note = f"Voorstel uit {found.taken} aanvaarde en {found.refused} geweigerde voorstellen van {found.year}."
        lines += [
            "",
            "[[rule]]",
            f'key = "weight_{name}"',
            f"value = {value}",
            f"valid_from = {start.isoformat()}",
            'source = "eigen voorstel"',
            f'dated = "{on.isoformat()}"',
            f'note = "{note}"',
        ]
    return "\n".join(lines) if found.changes else "# " + "Geen gewicht verandert."


def share(value: float | None) -> str:
    """How far a criterion was met, as a percentage; a dash where nothing was chosen."""
    return percent(value) if value is not None else "–"


def _averages(it: Compared) -> str:
    return _("%(taken)s bij wat lukte, %(refused)s bij wat geweigerd werd") % {
        "taken": share(it.taken),
        "refused": share(it.not_taken),
    }


def _effect(it: Compared) -> str:
    if it.effect is None:
        return ""
    return f" (b = {number(it.effect, 2)}, 95 %: {number(it.low, 2)} … {number(it.high, 2)})"
