"""How things of the room are called, and why something may not."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from wortel.exchange.domain import words
from wortel.exchange.domain.ages import ALL_AGES, STAGE_OF, stages_of
from wortel.exchange.domain.kinds import KIND_OF
from wortel.kernel.reason import Parameter, Reason
from wortel.kernel.text import ngettext_noop
from wortel.organisations.domain.fields import VISIBILITIES

SENTENCES = {
    "exchange.sign_in": gettext_noop("Meld je eerst aan."),
    "exchange.not_yours": gettext_noop(
        "Je hebt geen mandaat voor deze organisatie. Vraag een beheerder om mee te werken."
    ),
    "exchange.only_desk": gettext_noop("De telefoonbalie is voor gangmakers en wie het programma opvolgt."),
    "exchange.not_your_area": gettext_noop(
        "Deze organisatie ligt niet in je gebied. Geef de vraag door aan de gangmaker van die regio."
    ),
    "exchange.administrator_agrees": gettext_noop(
        "Toestemming geeft een beheerder van de organisatie. Vraag het aan een van hen."
    ),
    "exchange.administrator_enters": gettext_noop(
        "Voor een partner iets invoeren doet een beheerder. Vraag het aan een van hen."
    ),
    "exchange.no_partner": gettext_noop(
        "Jullie noemen deze organisatie niet als partner. Doe dat eerst, of laat ze het zelf invoeren."
    ),
    "exchange.unknown_kind": gettext_noop("Deze soort kennen we niet. Kies er een uit de lijst."),
    "exchange.unwritable": gettext_noop("Deze tekst bevat een teken dat we niet kunnen bewaren. Typ hem opnieuw."),
    "exchange.too_long": gettext_noop("Dit is te lang: er passen %(limit)s tekens. Kort het in."),
    "exchange.no_title": gettext_noop("Geef een titel, zodat een ander meteen ziet waarover het gaat."),
    "exchange.unknown_word": gettext_noop("“%(word)s” is hier geen keuze. Kies uit de lijst."),
    "exchange.not_between": gettext_noop("Kies een getal van %(least)s tot %(most)s."),
    "exchange.ages_reversed": gettext_noop("De leeftijden staan omgekeerd: de laatste komt voor de eerste."),
    "exchange.period_reversed": gettext_noop(
        "De periode staat omgekeerd: de laatste dag komt voor de eerste. Wissel ze om."
    ),
    "exchange.period_too_long": gettext_noop(
        "Deze periode is langer dan drie jaar. Kies een kortere; je kunt het later herhalen."
    ),
    "exchange.period_over": gettext_noop(
        "Deze periode is al voorbij. Kies een nieuwe periode, of begin met “Zelfde als vorig jaar”."
    ),
    "exchange.no_place": gettext_noop(
        "Zonder plaats is niet te zien wat in de buurt is. Vul een gemeente of postcode in."
    ),
    "exchange.far_away": gettext_noop("Deze plaats ligt niet in of bij Vlaanderen. Vul een gemeente of postcode in."),
    "exchange.say_how_far": gettext_noop("Zeg hoe ver, in kilometer of in minuten."),
    "exchange.too_many": gettext_noop(
        "Er staan al %(most)s vragen en aanbiedingen van deze organisatie. Sluit eerst wat niet meer nodig is."
    ),
    "exchange.no_consent": gettext_noop(
        "Zeg hoe en op welke dag de organisatie toestemming gaf. Een dag in de toekomst kan niet."
    ),
    "exchange.not_from_here": gettext_noop(
        "Dat kan niet meer: dit is intussen %(state)s. Bekijk het hieronder zoals het nu staat."
    ),
    "exchange.never_agreed": gettext_noop(
        "De organisatie ging hier nooit mee akkoord. Zij kan het zelf herhalen met “Zelfde als vorig jaar”."
    ),
    "exchange.repeated_already": gettext_noop(
        "Dit is al herhaald voor een nieuwe periode. Sluit eerst die herhaling, of werk daar verder."
    ),
    "exchange.other_world": gettext_noop("Een verzonnen organisatie en een echte kunnen hier niet door elkaar lopen."),
    "exchange.nobody_agrees": gettext_noop(
        "Deze partner heeft nog geen beheerder die akkoord kan gaan. Vraag de gangmaker van je regio om het in te "
        "voeren, of nodig de partner uit."
    ),
    "exchange.hidden": gettext_noop("Deze vraag of dit aanbod is niet voor iedereen zichtbaar."),
}
"""One sentence per ground, in Dutch; the catalogue holds the English ones."""


def say(reason: Reason) -> str:
    """The reason as a sentence in the language of the day; a ground without a sentence is shown by its key."""
    if reason.key not in SENTENCES:
        return reason.key
    return _(SENTENCES[reason.key]) % {name: _shown(name, value) for name, value in reason.parameters.items()}


def _shown(name: str, value: Parameter) -> str:
    return state_label(str(value)) if name == "state" else str(value)


def kind_label(key: str) -> str:
    """What a kind is called: "Gastles"."""
    return _label({it.key: it.label for it in KIND_OF.values()}, key)


def unit_label(key: str, count: int) -> str:
    """What is counted of a kind, for that many: "plaats" or "plaatsen"."""
    units = KIND_OF[key].units if key in KIND_OF else ngettext_noop("keer", "keer")
    return ngettext(*units, count)


def side_label(key: str) -> str:
    """Asked or offered."""
    return _label(words.SIDES, key)


def state_label(key: str) -> str:
    """The state in a word."""
    return _label(words.STATES, key)


def theme_label(key: str) -> str:
    """A theme."""
    return _label(words.THEMES, key)


def priority_label(key: str) -> str:
    """A transition priority."""
    return _label(words.PRIORITIES, key)


def target_label(key: str) -> str:
    """A target group."""
    return _label(words.TARGET_GROUPS, key)


def language_label(key: str) -> str:
    """A language."""
    return _label(words.LANGUAGES, key)


def access_label(key: str) -> str:
    """Something that makes it accessible."""
    return _label(words.ACCESSIBILITY, key)


def visibility_label(key: str) -> str:
    """To whom it is shown."""
    return _label(VISIBILITIES, key)


def moment_label(key: str) -> str:
    """A part of the week: "dinsdag avond" for `tue_evening`."""
    day, part = key.partition("_")[::2]
    if day not in words.DAYS or part not in words.PARTS_OF_DAY:
        return key
    return f"{_(words.DAYS[day])} {_(words.PARTS_OF_DAY[part])}"


def stage_label(key: str) -> str:
    """A stage of school."""
    return _label({it.key: it.label for it in STAGE_OF.values()}, key)


def ages_label(age_from: int, age_to: int) -> str:
    """For whom, in years or stages; `age_to` is the first age it is not for any more. Empty: for everyone."""
    if (age_from, age_to) == ALL_AGES:
        return ""
    stages = stages_of(age_from, age_to)
    if len(stages) == 1:
        return stage_label(stages[0])
    if age_to - age_from == 1:
        return _("%(age)s-jarigen") % {"age": age_from}
    return _("%(first)s- tot %(last)s-jarigen") % {"first": age_from, "last": age_to - 1}


def _label(labels: Mapping[str, str], key: str) -> str:
    return _(labels[key]) if key in labels else key
