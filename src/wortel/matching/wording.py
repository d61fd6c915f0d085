"""Dutch sentences for grounds, criteria and faults. Plain Dutch so far: only the command line speaks them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from wortel.kernel.reason import Parameter, Reason
from wortel.matching.domain.reading import RowFault
from wortel.matching.domain.scoring import Criterion, best_gain

CRITERIA = {"themes": "thema’s", "nearness": "nabijheid", "ages": "leeftijden", "weeks": "weken"}
CONDITIONS = {
    "matching.other_weeks": "de weken",
    "matching.other_moments": "het moment van de week",
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
    return gain_by(best.name) if best else ""


def say_fault(fault: RowFault) -> str:
    """What is wrong with a cell, as the end of a sentence that already says where."""
    return _FAULTS[fault.key].format(text=fault.text)


def kilometres(number: Parameter) -> str:
    """Kilometres with one digit and a comma."""
    return f"{float(str(number)):.1f}".replace(".", ",") + " km"


@lru_cache(maxsize=10_000)
def themes_met(shared: int, asked: int) -> str:
    """How many of the themes that were asked are there."""
    return f"{shared} van {_count(asked, 'thema', 'thema’s')}"


@lru_cache(maxsize=10_000)
def ages_met(shared: int, asked: int) -> str:
    """For how many of the years of age that were asked it is."""
    return f"{shared} van {asked} jaar leeftijd"


@lru_cache(maxsize=10_000)
def weeks_met(shared: int, asked: int) -> str:
    """In how many of the weeks that were asked it can be."""
    return f"{shared} van {_count(asked, 'week', 'weken')}"


@lru_cache(maxsize=1000)
def weeks_moved(weeks: int) -> str:
    """So many weeks later, or earlier when below 0."""
    return f"{_count(abs(weeks), 'week', 'weken')} {'later' if weeks > 0 else 'vroeger'}"


@lru_cache(maxsize=1000)
def years_moved(years: int) -> str:
    """Pupils so many years older, or younger when below 0."""
    return f"leerlingen die {abs(years)} jaar {'ouder' if years > 0 else 'jonger'} zijn"


@lru_cache(maxsize=1000)
def room_in_week(week: int) -> str:
    """That this week has room."""
    return f"in week {week} is er nog plaats"


def km_further(km: float) -> str:
    """So many kilometres beyond the radius."""
    return f"{kilometres(km)} verder"


@lru_cache(maxsize=10_000)
def other(name: str, words: frozenset[str]) -> str:
    """Other themes, languages or moments than those asked."""
    return say(Reason.of(f"matching.other_{name}", **{name: tuple(sorted(words))}))


def counts_times(thousandths: int) -> str:
    """That a need counts more or less than once."""
    return f"telt {_times(thousandths)} mee"


def _times(thousandths: int) -> str:
    number = f"{thousandths / 1000:.3f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"{number} keer"


def gain_by(criterion: str) -> str:
    """What would make a match better."""
    return f"beter met {_GAINS[criterion]}"


def second_choice(offer: str, points: int, *, is_full: bool) -> str:
    """The best offer that a need did not get."""
    return f"tweede keus {offer} ({points} punten{', volzet' if is_full else ''})"


def moment(word: str) -> str:
    """A part of the week: "dinsdagavond" for `tue_evening`; any other word as it stands."""
    day, _, part = word.partition("_")
    return _DAYS[day] + _PARTS[part] if day in _DAYS and part in _PARTS else word


def _named(words: Parameter) -> str:
    return ", ".join(words) if isinstance(words, tuple) else str(words)


def _moments(words: Parameter) -> str:
    return ", ".join(map(moment, words)) if isinstance(words, tuple) else str(words)


def _how_many(words: Parameter) -> int:
    return len(words) if isinstance(words, tuple) else 0


def _whole(number: Parameter) -> int:
    return int(str(number))


def _count(number: Parameter, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


_SAYINGS: dict[str, Callable[[Reason], str]] = {
    "matching.themes": lambda reason: themes_met(_how_many(reason["shared"]), _whole(reason["asked"])),
    "matching.nearness": lambda reason: kilometres(reason["km"]),
    "matching.ages": lambda reason: ages_met(_whole(reason["shared"]), _whole(reason["asked"])),
    "matching.weeks": lambda reason: weeks_met(_whole(reason["shared"]), _whole(reason["asked"])),
    "matching.weight": lambda reason: counts_times(_whole(reason["thousandths"])),
    "matching.weight_municipality": lambda reason: f"gewicht van de gemeente: {_times(_whole(reason['thousandths']))}",
    "matching.weight_served": lambda reason: (
        f"het voorbije jaar {reason['served']} van {reason['asked']} ingevuld: {_times(_whole(reason['thousandths']))}"
    ),
    "matching.other_kind": lambda reason: f"een andere soort: {reason['kind']}",
    "matching.other_themes": lambda reason: f"een ander thema: {_named(reason['themes'])}",
    "matching.other_languages": lambda reason: f"een andere taal: {_named(reason['languages'])}",
    "matching.other_moments": lambda reason: f"op een ander moment: {_moments(reason['moments'])}",
    "matching.other_ages": lambda reason: years_moved(_whole(reason["years"])),
    "matching.other_weeks": lambda reason: weeks_moved(_whole(reason["weeks"])),
    "matching.other_week": lambda reason: room_in_week(_whole(reason["week"])),
    "matching.too_far": lambda reason: km_further(float(str(reason["km"]))),
    "matching.no_such_kind": lambda _: "er is geen aanbod van deze soort",
    "matching.no_pair_given": lambda _: "de tabel met punten geeft geen paar dat iets waard is",
    "matching.all_full": lambda reason: (
        f"wat verder nog past ({reason['candidates']}), is volzet met vragen die samen meer punten geven"
    ),
    "matching.weeks_full": lambda _: "alle weken die passen zijn vol",
    "matching.too_few": lambda reason: (
        "er past maar 1 aanbod, en dat helpt al"
        if reason["candidates"] == 1
        else f"er passen maar {reason['candidates']} aanbiedingen, en die helpen al"
    ),
    "matching.one_condition": lambda reason: (
        f"geen passend aanbod: het strandt op {CONDITIONS[str(reason['condition'])]}"
    ),
    "matching.not_sought": lambda reason: (
        "geen passend aanbod; welke verandering helpt, is niet gezocht: "
        f"{reason['of_kind']} van deze soort zijn te veel"
    ),
    "matching.several_conditions": lambda reason: (
        f"geen passend aanbod: bij elk van de {reason['of_kind']} van deze soort klopt meer dan één ding niet, "
        "of het is volzet"
    ),
}
_DAYS = {
    "mon": "maandag", "tue": "dinsdag", "wed": "woensdag", "thu": "donderdag", "fri": "vrijdag", "sat": "zaterdag",
    "sun": "zondag",
}  # fmt: skip
_PARTS = {"morning": "voormiddag", "afternoon": "namiddag", "evening": "avond"}
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
    "below_one": "is te klein: '{text}'. Schrijf 1 of meer, of laat leeg als een week geen grens heeft.",
    "too_large": "is te groot: '{text}'.",
    "not_whole": "is geen geheel getal: '{text}'.",
    "not_a_number": "is geen getal: '{text}'. Schrijf bijvoorbeeld 12.5.",
}
