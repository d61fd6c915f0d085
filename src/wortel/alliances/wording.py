"""Sentences about groupings: why something cannot or may not, how good a proposal is, how it differs."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from wortel.alliances.domain.differing import Difference
from wortel.alliances.domain.proposing import Alternative
from wortel.kernel.reason import Reason
from wortel.shell.formats import number

SENTENCES = {
    "alliances.sign_in": gettext_noop("Meld je eerst aan."),
    "alliances.not_yours": gettext_noop(
        "Een alliantie beginnen doet de gangmaker van de streek, de projectmanager, of een beheerder van een gemeente "
        "die meedoet. Vraag het aan een van hen."
    ),
    "alliances.other_region": gettext_noop(
        "Geen enkele van deze gemeenten ligt in je eigen regio. Vraag het aan de gangmaker van hun regio."
    ),
    "alliances.given_up": gettext_noop("Dit begin is al opgegeven. Je kunt een nieuw beginnen vanuit een voorstel."),
    "alliances.limits_reversed": gettext_noop(
        "Het kleinste aantal (%(fewest)s) is groter dan het grootste (%(most)s). Wissel ze om."
    ),
    "alliances.people_reversed": gettext_noop("Het kleinste aantal inwoners is groter dan het grootste. Wissel ze om."),
    "alliances.no_towns": gettext_noop("Er is geen enkele gemeente om te groeperen. Kies een regio of een gemeente."),
    "alliances.too_few_towns": gettext_noop(
        "Er zijn hier %(towns)s gemeenten, en een groep telt er minstens %(fewest)s. Kies een kleiner aantal, of laat "
        "groepen over de regiogrens gaan."
    ),
    "alliances.no_neighbours": gettext_noop(
        "Hoogstens %(largest)s gemeenten grenzen hier aan elkaar, en een groep telt er minstens %(fewest)s. Kies een "
        "kleiner aantal, of laat groepen over de regiogrens gaan."
    ),
    "alliances.chosen_too_many": gettext_noop(
        "Je koos %(chosen)s gemeenten, en een groep telt er hoogstens %(most)s. Kies er minder, of een groter aantal."
    ),
    "alliances.chosen_apart": gettext_noop(
        "Deze gemeenten raken niet aan elkaar binnen een groep van hoogstens %(most)s. Kies gemeenten die dichter "
        "liggen, een groter aantal, of laat de groep over de regiogrens gaan."
    ),
    "alliances.left_alone": gettext_noop("grenst hier aan geen enkele andere gemeente"),
    "alliances.left_few": gettext_noop(
        "hangt maar met %(towns)s gemeenten samen, minder dan de %(fewest)s van een groep"
    ),
    "alliances.left_over": gettext_noop("past in geen groep zonder een andere gemeente alleen te laten"),
}

CRITERION_LABELS = {
    "helix": gettext_noop("Alle vijf sectoren"),
    "travel": gettext_noop("Kort reizen"),
    "ties": gettext_noop("Bestaande banden"),
    "balance": gettext_noop("Evenwicht in inwoners"),
}
EMPHASIS_LABELS = {
    "even": gettext_noop("Evenwichtig"),
    "travel": gettext_noop("Kort reizen"),
    "ties": gettext_noop("Bestaande banden"),
}


def say(reason: Reason) -> str:
    """The reason as a sentence in the language of the day; a ground without a sentence is shown by its key."""
    sentence = SENTENCES.get(reason.key)
    return _(sentence) % dict(reason.parameters) if sentence else reason.key


def criterion_label(key: str) -> str:
    """What a criterion is called."""
    return _(CRITERION_LABELS[key])


def say_quality(alternative: Alternative, *, is_first: bool = True) -> str:
    """Proved, or how far it may lie below the best; a later one is the best of those that differ enough."""
    if alternative.is_proved and not is_first:
        return _("Bewezen: wat genoeg verschilt van de vorige voorstellen, is niet beter.")
    if alternative.is_proved:
        return _("Bewezen: volgens deze maatstaf bestaat er geen betere.")
    percent = number(max(0.1, 100 * alternative.gap), 1)
    return _("Niet bewezen: een betere kan hoogstens %(percent)s %% beter zijn.") % {"percent": percent}


def say_difference(found: Difference) -> str:
    """How an alternative differs from the first, in one sentence."""
    parts = [
        ngettext(
            "%(n)s gemeente zit met vooral andere samen",
            "%(n)s gemeenten zitten met vooral andere samen",
            found.elsewhere,
        )
        % {"n": found.elsewhere},
        _travel(found.km),
    ]
    if found.whole:
        parts.append(
            _("meer groepen hebben alle vijf sectoren")
            if found.whole > 0
            else _("minder groepen hebben alle vijf sectoren")
        )
    if found.ties is not None and abs(found.ties) >= 0.02:
        parts.append(_("er zijn meer bestaande banden") if found.ties > 0 else _("er zijn minder bestaande banden"))
    if abs(found.balance) >= 0.05:
        parts.append(
            _("de groepen zijn gelijker in inwoners")
            if found.balance > 0
            else _("de groepen verschillen meer in inwoners")
        )
    return _("Anders dan voorstel A: %(parts)s.") % {"parts": "; ".join(parts)}


def _travel(km: float) -> str:
    if abs(km) < 0.05:
        return _("de weg is even lang")
    shown = number(abs(km), 1)
    return (
        _("de weg is gemiddeld %(km)s km korter") % {"km": shown}
        if km < 0
        else _("de weg is gemiddeld %(km)s km langer") % {"km": shown}
    )
