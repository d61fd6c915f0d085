"""What is held of people who act for an organisation's profile."""

from __future__ import annotations

from wortel.kernel.text import gettext_noop as _
from wortel.privacy.domain.held import By, Closing, Fate, Ground, Held, Item, Sort

ORGANISATIONS = (
    Held(
        model="organisations.Claim",
        what=_("Aanvragen om een profiel te beheren"),
        purpose=_("Nakijken of je voor de organisatie spreekt."),
        ground=Ground.ASKED,
        kept=_(
            "Dertig dagen als niemand ze bevestigt, anders tot je account gewist wordt. "
            "Daarna blijft alleen dat er een aanvraag was."
        ),
        seen_by=_("Wie aan de balie over de aanvraag beslist."),
        whose=(("person", By.REF), ("email", By.EMAIL)),
        items=(
            Item("person", Sort.NUMBER, _("je nummer bij ons"), stays=True),
            Item("email", Sort.ADDRESS, _("je e-mailadres bij de organisatie")),
            Item("message", Sort.WORDS, _("wat je schreef")),
            Item("answer", Sort.WORDS, _("ons antwoord")),
            Item("decided_by", Sort.NUMBER, _("nummer van wie besliste"), is_of_another=True),
        ),
        others="id ref actor actor_name proof state made_at decided_at",
        closes=Closing("state", ("sent", "open"), "withdrawn"),
    ),
    Held(
        model="organisations.Removal",
        what=_("Vragen om een profiel weg te halen"),
        purpose=_("De vraag behandelen."),
        ground=Ground.ASKED,
        kept=_("Tot je account gewist wordt; daarna blijft alleen dat de organisatie het vroeg."),
        seen_by=_("De organisatie zelf, en wie aan de balie beslist."),
        whose=(("person", By.REF),),
        items=(
            Item("person", Sort.NUMBER, _("je nummer bij ons"), stays=True),
            Item("why", Sort.WORDS, _("waarom je het vroeg")),
            Item("answer", Sort.WORDS, _("ons antwoord")),
            Item("decided_by", Sort.NUMBER, _("nummer van wie besliste"), is_of_another=True),
        ),
        others="id ref actor what made_at decided_at is_granted",
    ),
    Held(
        model="organisations.OwnProfile",
        what=_("Wie een profiel het laatst wijzigde"),
        purpose=_("Weten wie namens een organisatie schreef."),
        ground=Ground.TASK,
        kept=_("Zolang het profiel er staat, als nummer zonder naam."),
        seen_by=_("Wie voor dezelfde organisatie handelt."),
        whose=(("changed_by", By.REF),),
        items=(Item("changed_by", Sort.NUMBER, _("je nummer bij ons"), stays=True),),
        others="id actor version values visibility published_values published_visibility published_at changed_at",
        fate=Fate.KEPT,
    ),
)
