"""What is held of people who answer for their organisation, when it is brought together with another."""

from __future__ import annotations

from wortel.kernel.text import gettext_noop as _
from wortel.privacy.domain.held import By, Fate, Ground, Held, Item, Sort

INTRODUCTIONS = (
    Held(
        model="introductions.Step",
        what=_("Wat je namens een organisatie antwoordde op een voorstel"),
        purpose=_("Beide kanten tonen hoever ze zijn, en na twee keer ja wie ze bereiken."),
        ground=Ground.TASK,
        kept=_(
            "De stap blijft zolang de introductie er is, als nummer zonder naam. Wat je erbij schreef, tot 24 maanden "
            "na het einde, of tot je account gewist wordt. Je naam en adres staan er nooit in: die zoeken we op als ze "
            "getoond worden."
        ),
        seen_by=_("Wie voor een van beide organisaties handelt, en de gangmaker van de regio."),
        whose=(("person", By.REF),),
        items=(
            Item("person", Sort.NUMBER, _("je nummer bij ons"), stays=True),
            Item("text", Sort.WORDS, _("wat je erbij schreef")),
        ),
        others="id introduction step state at side",
    ),
    Held(
        model="introductions.Feedback",
        what=_("Wat je namens een organisatie achteraf zei"),
        purpose=_("Weten of het doorging en hoe het werkte, en voorstellen beter maken."),
        ground=Ground.TASK,
        kept=_(
            "De cijfers blijven, als nummer zonder naam. Je tekst blijft tot 24 maanden na het einde, of tot je "
            "account gewist wordt."
        ),
        seen_by=_("Wie voor dezelfde organisatie handelt, en de gangmaker van de regio."),
        whose=(("person", By.REF),),
        items=(
            Item("person", Sort.NUMBER, _("je nummer bij ons"), stays=True),
            Item("text", Sort.WORDS, _("wat je schreef")),
        ),
        others="id introduction side happened worked again children at",
    ),
    Held(
        model="introductions.Run",
        what=_("Wie vroeg om vraag en aanbod opnieuw samen te leggen"),
        purpose=_("Weten wie een berekening vroeg, en niet te veel tegelijk starten."),
        ground=Ground.TASK,
        kept=_("Zolang de berekening bewaard wordt, als nummer zonder naam."),
        seen_by=_("Wie aan de balie zit."),
        whose=(("asked_by", By.REF),),
        items=(Item("asked_by", Sort.NUMBER, _("je nummer bij ons"), stays=True),),
        others="id ref scheme area municipalities asked_at began_at ended_at failed figures weights is_fictional",
        fate=Fate.KEPT,
    ),
)
