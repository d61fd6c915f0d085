"""What is held of people who sent a claim, a dispute or a correction."""

from __future__ import annotations

from wortel.kernel.text import gettext_noop as _
from wortel.privacy.domain.held import By, Closing, Ground, Held, Item, Sort

REPLIES = (
    Held(
        model="replies.Reply",
        what=_("Meldingen: betwistingen, verbeteringen en aanvragen"),
        purpose=_("Nakijken wat er gemeld is, en antwoorden."),
        ground=Ground.ASKED,
        kept=_(
            "Dertig dagen als je ze niet bevestigt, anders twee jaar na ons antwoord. "
            "Daarna blijft alleen dat er iets gemeld is."
        ),
        seen_by=_("Wie aan de balie over de melding beslist. Niemand anders."),
        whose=(("person", By.REF), ("author_email", By.EMAIL)),
        items=(
            Item("person", Sort.NUMBER, _("je nummer bij ons"), stays=True),
            Item("author_name", Sort.NAME, _("je naam")),
            Item("author_email", Sort.ADDRESS, _("je e-mailadres")),
            Item("organisation", Sort.ROLE, _("je organisatie, als je die noemt")),
            Item("message", Sort.WORDS, _("wat je schreef")),
            Item("decision", Sort.WORDS, _("ons antwoord")),
            Item("taken_by", Sort.NUMBER, _("nummer van wie het bekijkt"), is_of_another=True),
            Item("decided_by", Sort.NUMBER, _("nummer van wie besliste"), is_of_another=True),
        ),
        others="id ref kind state target target_label target_path nis created_at confirmed_at taken_at decided_at",
        closes=Closing("state", ("unconfirmed", "open"), "withdrawn"),
    ),
)
