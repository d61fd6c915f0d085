"""Sentences about runs of the engine: what came of one, why a need stayed open, and what would change that."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from wortel.exchange.public import language_label, moment_label, theme_label
from wortel.introductions.domain.carrying import monday_of
from wortel.introductions.models import Run
from wortel.kernel.reason import Parameter, Reason
from wortel.shell.formats import day, number

REFUSALS = {
    "introductions.sign_in": gettext_noop("Meld je aan om aan de balie te werken."),
    "introductions.only_desk": gettext_noop(
        "Dit is voor de gangmaker van deze regio en voor wie het programma opvolgt. Vraag hun die rol."
    ),
    "introductions.other_desk": gettext_noop(
        "Dit is een andere regio dan de jouwe. De gangmaker van die regio doet dit."
    ),
    "introductions.only_programme": gettext_noop("Dit is voor wie het programma voor heel Vlaanderen opvolgt."),
    "introductions.run_asked_already": gettext_noop(
        "Hiervoor wacht of loopt al een ronde. Kijk straks opnieuw: de voorstellen komen er vanzelf."
    ),
    "introductions.run_taken_already": gettext_noop("Deze ronde is al begonnen of al voorbij."),
    "introductions.run_under_way": gettext_noop("Er loopt al een ronde, sinds %(since)s. Wacht tot die klaar is."),
    "introductions.run_too_large": gettext_noop(
        "Meer dan %(pairs)s paren passen: te veel voor één keer. Doe het per regio."
    ),
    "introductions.run_died": gettext_noop("De ronde stopte halverwege. Er is niets veranderd; vraag ze opnieuw."),
}
FAILURES = {
    "introductions.run_under_way": gettext_noop("Er liep al een andere ronde."),
    "introductions.run_too_large": gettext_noop("Er passen te veel paren voor één keer. Doe het per regio."),
}
GROUNDS = {
    "matching.no_such_kind": gettext_noop("Niemand biedt dit aan, binnen wie elkaar mag zien."),
    "matching.all_full": gettext_noop("Wat verder nog past, is volzet met vragen die samen beter passen."),
    "matching.weeks_full": gettext_noop("Alle weken die passen zijn vol."),
    "matching.several_conditions": gettext_noop(
        "Er is aanbod van deze soort, maar telkens klopt meer dan één ding niet."
    ),
    "matching.not_sought": gettext_noop("Er is aanbod van deze soort, maar niets past helemaal."),
    "introductions.all_tried": gettext_noop("Wat past, is al eens voorgesteld en ging niet door."),
    "introductions.another_night": gettext_noop(
        "Er is een passend aanbod, maar die organisatie kreeg vandaag al genoeg voorstellen. Een volgende keer opnieuw."
    ),
}
CONDITIONS = {
    "matching.other_weeks": gettext_noop("Wat er is, kan niet in deze weken."),
    "matching.other_moments": gettext_noop("Wat er is, kan niet op deze momenten van de week."),
    "matching.too_far": gettext_noop("Wat er is, ligt te ver."),
    "matching.other_ages": gettext_noop("Wat er is, is voor een andere leeftijd."),
    "matching.other_languages": gettext_noop("Wat er is, is in een andere taal."),
    "matching.other_themes": gettext_noop("Wat er is, gaat over een ander thema."),
}


def say_run(reason: Reason) -> str:
    """Why something about a run may not be, and the way out."""
    if reason.key not in REFUSALS:
        return reason.key
    return _(REFUSALS[reason.key]) % {name: _shown(name, value) for name, value in reason.parameters.items()}


def say_failed(run: Run) -> str:
    """Why nothing came of it; empty when something did."""
    return _(FAILURES.get(run.failed, REFUSALS["introductions.run_died"])) if run.failed else ""


def say_ended(run: Run) -> str:
    """What came of a run that is over, in one sentence."""
    told = run.figures
    if run.failed:
        return say_failed(run)
    said = ngettext(
        "%(proposed)s nieuw voorstel, voor %(asked)s keer gevraagd.",
        "%(proposed)s nieuwe voorstellen, voor %(asked)s keer gevraagd.",
        told["proposed"],
    ) % {"proposed": number(told["proposed"]), "asked": number(told["asked"])}
    short = ngettext("%(short)s vraag blijft nog open.", "%(short)s vragen blijven nog open.", told["short"]) % {
        "short": number(told["short"])
    }
    later = ngettext(
        "%(later)s voorstel wacht op een volgende dag: niemand krijgt er te veel tegelijk.",
        "%(later)s voorstellen wachten op een volgende dag: niemand krijgt er te veel tegelijk.",
        told["later"],
    ) % {"later": number(told["later"])}
    return " ".join([said, *([short] if told["short"] else []), *([later] if told["later"] else [])])


def say_short(ground: Reason) -> str:
    """Why a need is still open, as a sentence."""
    if ground.key == "matching.one_condition":
        return _(CONDITIONS[str(ground["condition"])]) if str(ground["condition"]) in CONDITIONS else ground.key
    if ground.key == "matching.too_few":
        count = int(str(ground["candidates"]))
        return ngettext(
            "Er past maar %(count)s aanbod, en dat helpt al.",
            "Er passen maar %(count)s aanbiedingen, en die helpen al.",
            count,
        ) % {"count": count}
    return _(GROUNDS[ground.key]) if ground.key in GROUNDS else ground.key


def say_change(change: Reason) -> str:
    """The smallest change that would help, short: "12 km verder", "een week later"."""
    if change.key in ("matching.too_far", "matching.need_too_far"):
        return _("%(km)s km verder") % {"km": number(max(float(str(change["km"])), 0.1), 1)}
    if change.key == "matching.other_weeks":
        return _weeks(int(str(change["weeks"])))
    if change.key == "matching.other_week":
        return _("in de week van %(monday)s is er nog plaats") % {"monday": day(monday_of(int(str(change["week"]))))}
    if change.key == "matching.other_ages":
        return _years(int(str(change["years"])))
    labels = {"themes": theme_label, "languages": language_label, "moments": moment_label}
    for name, label in labels.items():
        words = change.parameters.get(name)
        if isinstance(words, tuple):
            listed = ", ".join(label(word) for word in words if word != "any")
            return _OTHER[name]() % {"words": listed} if listed else _("anders verwoord")
    return change.key


_OTHER = {
    "themes": lambda: _("een ander thema: %(words)s"),
    "languages": lambda: _("een andere taal: %(words)s"),
    "moments": lambda: _("een ander moment: %(words)s"),
}


def _weeks(weeks: int) -> str:
    if weeks == 1:
        return _("een week later")
    if weeks == -1:
        return _("een week vroeger")
    return (_("%(count)s weken later") if weeks > 0 else _("%(count)s weken vroeger")) % {"count": abs(weeks)}


def _years(years: int) -> str:
    if years > 0:
        words = ngettext("kinderen die %(count)s jaar ouder zijn", "kinderen die %(count)s jaar ouder zijn", years)
    else:
        words = ngettext("kinderen die %(count)s jaar jonger zijn", "kinderen die %(count)s jaar jonger zijn", -years)
    return words % {"count": abs(years)}


def _shown(name: str, value: Parameter) -> str:
    if name == "since" and value:
        return datetime.fromisoformat(str(value)).strftime("%H:%M")
    return number(value) if isinstance(value, int) else str(value)
