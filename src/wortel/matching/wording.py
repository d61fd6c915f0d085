"""Dutch sentences for grounds, criteria and faults. Plain Dutch so far: only the command line speaks them."""

from __future__ import annotations

from collections.abc import Callable

from wortel.kernel.reason import Parameter, Reason
from wortel.matching.domain.reading import RowFault
from wortel.matching.domain.scoring import Criterion, best_gain

CRITERIA = {"themes": "thema’s", "nearness": "nabijheid", "ages": "leeftijden", "weeks": "weken"}
CONDITIONS = {
    "matching.other_weeks": "de weken",
    "matching.too_far": "de afstand",
    "matching.other_ages": "de leeftijd",
    "matching.other_languages": "de taal",
    "matching.other_themes": "het thema",
}


def say(reason: Reason) -> str:
    """The ground as a short clause."""
    return _SAYINGS[reason.key](reason)


def say_gain(met: tuple[Criterion, ...]) -> str:
    """What would make a match better; empty when every criterion is met."""
    best = best_gain(met)
    return f"beter met {_GAINS[best.name]}" if best else ""


def say_fault(fault: RowFault) -> str:
    """What is wrong with a cell, as the end of a sentence that already says where."""
    return _FAULTS[fault.key].format(text=fault.text)


def kilometres(number: Parameter) -> str:
    """Kilometres with one digit and a comma."""
    return f"{float(str(number)):.1f}".replace(".", ",") + " km"


def _themes(reason: Reason) -> str:
    shared = reason["shared"]
    return f"{len(shared) if isinstance(shared, tuple) else 0} van {_count(reason['asked'], 'thema', 'thema’s')}"


def _weeks(reason: Reason) -> str:
    weeks = int(str(reason["weeks"]))
    return f"{_count(abs(weeks), 'week', 'weken')} {'later' if weeks > 0 else 'vroeger'}"


def _years(reason: Reason) -> str:
    years = int(str(reason["years"]))
    return f"leerlingen die {abs(years)} jaar {'ouder' if years > 0 else 'jonger'} zijn"


def _named(words: Parameter) -> str:
    return ", ".join(words) if isinstance(words, tuple) else str(words)


def _count(number: Parameter, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


_SAYINGS: dict[str, Callable[[Reason], str]] = {
    "matching.themes": _themes,
    "matching.nearness": lambda reason: kilometres(reason["km"]),
    "matching.ages": lambda reason: f"{reason['shared']} van {reason['asked']} jaar leeftijd",
    "matching.weeks": lambda reason: f"{reason['shared']} van {_count(reason['asked'], 'week', 'weken')}",
    "matching.other_kind": lambda reason: f"een andere soort: {reason['kind']}",
    "matching.other_themes": lambda reason: f"een ander thema: {_named(reason['themes'])}",
    "matching.other_languages": lambda reason: f"een andere taal: {_named(reason['languages'])}",
    "matching.other_ages": _years,
    "matching.other_weeks": _weeks,
    "matching.too_far": lambda reason: f"{kilometres(reason['km'])} verder",
    "matching.no_such_kind": lambda _: "er is geen aanbod van deze soort",
    "matching.no_pair_given": lambda _: "de tabel met punten geeft geen paar dat iets waard is",
    "matching.all_full": lambda reason: (
        f"wat verder nog past ({reason['candidates']}), is volzet met vragen die samen meer punten geven"
    ),
    "matching.too_few": lambda reason: (
        "er past maar 1 aanbod, en dat helpt al"
        if reason["candidates"] == 1
        else f"er passen maar {reason['candidates']} aanbiedingen, en die helpen al"
    ),
    "matching.one_condition": lambda reason: (
        f"geen passend aanbod: het strandt op {CONDITIONS[str(reason['condition'])]}"
    ),
    "matching.several_conditions": lambda reason: (
        f"geen passend aanbod: bij elk van de {reason['of_kind']} van deze soort klopt meer dan één ding niet, "
        "of het is volzet"
    ),
}
_GAINS = {
    "themes": "meer van de gevraagde thema’s",
    "nearness": "een kortere afstand",
    "ages": "meer van de gevraagde leeftijden",
    "weeks": "meer van de gevraagde weken",
}
_FAULTS = {
    "empty": "is leeg. Vul een waarde in.",
    "empty_list": "is leeg. Noem er minstens één, met | ertussen.",
    "too_long": "is te lang: '{text}…'. Gebruik hoogstens 200 tekens.",
    "no_place": "is leeg: zonder plaats is niet te zien wat in de buurt is. Vul beide coördinaten in.",
    "off_the_map": "ligt niet op de kaart: '{text}'.",
    "reversed": "staat omgekeerd: {text}. Het einde telt niet mee en moet na het begin komen.",
    "negative": "is negatief: '{text}'. Schrijf 0 of meer.",
    "too_large": "is te groot: '{text}'.",
    "not_whole": "is geen geheel getal: '{text}'.",
    "not_a_number": "is geen getal: '{text}'. Schrijf bijvoorbeeld 12.5.",
}
