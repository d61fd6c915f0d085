"""Why signing in through the provider did not work, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _


def say(ground: str, provider: str) -> str:
    """One sentence on what is wrong and one on the way out. An unknown ground gets the general sentence."""
    found = {
        "provider_down": _(
            "%(provider)s antwoordt nu niet. Probeer het over een paar minuten opnieuw, "
            "of meld je aan met een code per mail."
        ),
        "cancelled": _(
            "Je stopte bij %(provider)s. Er is niets veranderd. Wil je toch binnen? Vraag een code per mail."
        ),
        "wrong_issuer": _(
            "Het antwoord kwam niet van %(provider)s, dus lieten we niemand binnen. Vraag een code per mail."
        ),
        "wrong_audience": _(
            "Het antwoord van %(provider)s was voor een andere website bedoeld. Begin opnieuw op deze pagina."
        ),
        "expired": _("Het antwoord van %(provider)s kwam te laat. Begin opnieuw."),
        "not_yet_valid": _(
            "De klok van %(provider)s en die van ons lopen te ver uit elkaar. "
            "Meld je aan met een code per mail; wij kijken het na."
        ),
        "wrong_nonce": _("Dit antwoord van %(provider)s hoort niet bij jouw vraag. Begin opnieuw in dit venster."),
        "wrong_state": _("Deze aanmelding begon in een ander venster, of te lang geleden. Begin opnieuw."),
        "forged": _(
            "De handtekening van %(provider)s klopt niet, dus lieten we niemand binnen. Vraag een code per mail."
        ),
        "missing_claim": _("%(provider)s vertelde niet genoeg om je te herkennen. Meld je aan met een code per mail."),
        "other_person": _("%(provider)s gaf gegevens van twee mensen door elkaar. Begin opnieuw."),
        "code_refused": _("%(provider)s herkende je aanmelding niet meer. Begin opnieuw."),
    }.get(ground)
    general = _("Aanmelden via %(provider)s lukte niet. Probeer het opnieuw, of meld je aan met een code per mail.")
    return (found or general) % {"provider": provider}
