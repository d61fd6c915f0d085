"""Sentences about organisations: why something may not, and what is wrong with what was typed."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wortel.kernel.reason import Parameter, Reason

SENTENCES = {
    "organisations.sign_in": gettext_noop("Meld je eerst aan."),
    "organisations.already_administrator": gettext_noop("Je bent al beheerder van deze organisatie."),
    "organisations.not_yours": gettext_noop(
        "Je hebt geen mandaat voor deze organisatie. Vraag een beheerder om mee te werken, of zeg dat ze van jou is."
    ),
    "organisations.editors_do_not_publish": gettext_noop(
        "Als redacteur schrijf je het ontwerp. Publiceren doet een beheerder: vraag het aan een van hen."
    ),
    "organisations.editors_do_not_name": gettext_noop(
        "Partners kiezen doet een beheerder, want partners zien meer dan de rest. Vraag het aan een beheerder."
    ),
    "organisations.editors_do_not_remove": gettext_noop(
        "Gegevens weghalen doet een beheerder. Vraag het aan een van hen."
    ),
    "organisations.mail_of_anyone": gettext_noop(
        "Bij %(domain)s kan iedereen een adres krijgen. Gebruik een adres van je organisatie, "
        "of laat het hieronder nakijken."
    ),
    "organisations.no_own_domain": gettext_noop(
        "Voor deze organisatie kennen we geen eigen website. Laat het hieronder nakijken."
    ),
    "organisations.shared_domain": gettext_noop(
        "Meer dan één organisatie gebruikt deze website, dus bewijst een adres daar niets. Laat het hieronder nakijken."
    ),
    "organisations.mail_elsewhere": gettext_noop(
        "%(domain)s is niet het webdomein van deze organisatie (%(hosts)s). Gebruik een adres op dat domein, "
        "of laat het hieronder nakijken."
    ),
    "organisations.too_many_claims": gettext_noop(
        "Er vertrokken vandaag al genoeg mails voor jou of naar dit adres. Probeer het morgen opnieuw."
    ),
    "organisations.code_of_another": gettext_noop(
        "De code van je aanmelding hoort niet bij deze organisatie. Kies een ander bewijs."
    ),
    "organisations.claim_waits": gettext_noop(
        "Je aanvraag voor deze organisatie loopt al. Trek ze in als je het anders wilt doen."
    ),
    "organisations.name_needed": gettext_noop("Vul de naam in. Zonder naam kan niemand je organisatie vinden."),
    "organisations.too_long": gettext_noop("Dit telt %(length)s tekens; er passen er %(limit)s. Kort het in."),
    "organisations.unwritable": gettext_noop("Deze tekst bevat een teken dat we niet kunnen bewaren. Typ hem opnieuw."),
    "organisations.not_a_mail": gettext_noop("Dit lijkt geen e-mailadres. Schrijf het als info@voorbeeld.be."),
    "organisations.not_a_phone": gettext_noop("Dit lijkt geen telefoonnummer. Schrijf het als 03 123 45 67."),
    "organisations.not_a_postcode": gettext_noop("Een postcode telt vier cijfers, zoals 2800."),
    "organisations.not_a_website": gettext_noop(
        "Dit adres opent geen website. Schrijf het zoals bovenaan in je browser, bijvoorbeeld https://www.voorbeeld.be."
    ),
    "organisations.unknown_towns": gettext_noop(
        "Dit kennen we niet als één gemeente: %(names)s. Schrijf de naam zoals ze nu is, één per regel."
    ),
    "organisations.partner_self": gettext_noop("Je organisatie is geen partner van zichzelf. Kies een andere."),
    "organisations.partner_already": gettext_noop("Deze organisatie staat al bij je partners."),
    "organisations.partner_unknown": gettext_noop("Deze organisatie kennen we niet meer. Zoek haar opnieuw op naam."),
    "organisations.partner_other_world": gettext_noop(
        "Een verzonnen organisatie en een echte kunnen geen partners zijn. Kies een andere."
    ),
}
"""One sentence per ground, in Dutch; the catalogue holds the English ones."""


def say(reason: Reason) -> str:
    """The reason as a sentence in the language of the day; a ground without a sentence is shown by its key."""
    if reason.key not in SENTENCES:
        return reason.key
    return _(SENTENCES[reason.key]) % {name: _shown(value) for name, value in reason.parameters.items()}


def _shown(value: Parameter) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
