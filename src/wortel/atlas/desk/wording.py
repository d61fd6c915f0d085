"""Words of the review desk."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wortel.atlas.domain.matter import Kind, Matter, Room
from wortel.kernel.reason import Reason
from wortel.people.domain.caller import SECOND_FACTOR

KIND_WORDS = {
    "aanvraag": Kind.CLAIM,
    "betwisting": Kind.DISPUTE,
    "verbetering": Kind.CORRECTION,
    "verwijdering": Kind.REMOVAL,
}
"""How the address of the page names a kind."""


def kind_name(kind: Kind) -> str:
    """The kind of a matter in one word."""
    return {
        Kind.CLAIM: _("Aanvraag"),
        Kind.DISPUTE: _("Betwisting"),
        Kind.CORRECTION: _("Verbetering"),
        Kind.REMOVAL: _("Verwijdering"),
    }[kind]


def asked_sentence(matter: Matter) -> str:
    """What is asked, in one sentence."""
    return {
        Kind.CLAIM: _("Iemand wil het profiel van %(label)s beheren."),
        Kind.DISPUTE: _("Iemand betwist wat we over %(label)s tonen."),
        Kind.CORRECTION: _("Iemand wil verbeteren wat we over %(label)s tonen."),
        Kind.REMOVAL: _("%(label)s vraagt om haar profiel weg te halen."),
    }[matter.kind] % {"label": matter.label}


def after_accepting(matter: Matter) -> str:
    """What happens when it is accepted."""
    if matter.room is Room.CLAIM:
        return _("Aanvaard je dit, dan kan deze persoon het profiel meteen beheren.")
    if matter.kind is Kind.CLAIM:
        return _(
            "Aanvaard je dit, dan verandert er nog niets aan het profiel: deze persoon heeft geen account. "
            "Schrijf in je antwoord dat die zich aanmeldt en het beheer op de pagina van de organisatie vraagt."
        )
    if matter.room is Room.REMOVAL:
        return _("Aanvaard je dit, dan gaat alles weg wat de organisatie zelf zei. Wat registers zeggen, blijft.")
    if matter.organisation:
        return _(
            "Aanvaard je dit, dan verandert de pagina alleen als je hieronder de juiste waarde invult. "
            "Die staat er dan met als bron “Redactie van Wortel”. Wat registers zeggen, blijft ernaast te lezen."
        )
    return _("Aanvaard je dit, dan verandert het cijfer pas als de bron verandert. Zeg in je antwoord wie dat doet.")


def kept_sentence(matter: Matter) -> str:
    """What it means that someone keeps the profile already."""
    if matter.kind is Kind.CLAIM:
        return _(
            "Iemand beheert dit profiel al en kan zelf een collega uitnodigen. Aanvaard dit alleen als dat niet lukt."
        )
    return _("Deze organisatie beheert haar profiel zelf: wat zij zegt, gaat voor op wat jij invult.")


def how_it_ended(how: str) -> str:
    """A decision in a word."""
    return {
        "accepted": _("aanvaard"),
        "refused": _("geweigerd"),
        "withdrawn": _("ingetrokken"),
        "granted": _("aanvaard"),
    }[how]


def waiting_for(days: int) -> str:
    """How long something waits."""
    if not days:
        return _("vandaag")
    return ngettext("%(days)s dag", "%(days)s dagen", days) % {"days": days}


def waiting_sentence(total: int, oldest: int) -> str:
    """How much waits, and how long the oldest does."""
    if not total:
        return _("Er wacht niets op een beslissing.")
    if not oldest:
        return ngettext(
            "Er wacht %(total)s vraag op een beslissing, van vandaag.",
            "Er wachten %(total)s vragen op een beslissing, allemaal van vandaag.",
            total,
        ) % {"total": total}
    words = {"total": total, "oldest": waiting_for(oldest)}
    return (
        ngettext(
            "Er wacht %(total)s vraag op een beslissing, al %(oldest)s.",
            "Er wachten %(total)s vragen op een beslissing, de oudste al %(oldest)s.",
            total,
        )
        % words
    )


def say(reason: Reason) -> str:
    """Why someone may (not) see or decide, with the way out."""
    return {
        "desk.sign_in": _("Meld je aan om aan de balie te werken."),
        "desk.no_role": _("De balie is voor gangmakers en voor wie het programma leidt. Vraag hun die rol."),
        "desk.other_region": _("Dit gaat over een andere regio dan de jouwe. De gangmaker van die regio beslist."),
        "desk.own_words": _("Je schreef dit zelf. Laat iemand anders van de balie beslissen."),
        "desk.own_organisation": _(
            "Dit gaat over een organisatie waarvoor je zelf handelt. Laat iemand anders beslissen."
        ),
        "desk.decided": _("Hierover is al beslist."),
        "desk.role": _("Je mag aan de balie werken."),
        "desk.decides": _("Je mag hierover beslissen."),
        SECOND_FACTOR: _("Bevestig eerst met je tweede stap."),
    }[reason.key]
