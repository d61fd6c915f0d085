"""What the trail holds of people: numbers in the entries; names and addresses only in details that can be forgotten."""

from __future__ import annotations

from wortel.kernel.text import gettext_noop as _
from wortel.privacy.domain.held import By, Fate, Ground, Held, Item, Sort

TRAIL = (
    Held(
        model="trail.Details",
        what=_("Wat er bij een wijziging anders werd, als dat over jou gaat"),
        purpose=_("Kunnen nagaan wat er veranderd is."),
        ground=Ground.TASK,
        kept=_("Tot je account gewist wordt, of tot de bewaartijd van het logboek voorbij is."),
        seen_by=_("Jij, en wie het platform beheert."),
        # Of who is invited only the address is known, so no number stands beside the entry.
        whose=(("entry__about_person", By.REF), ("text", By.QUOTED)),
        items=(Item("text", Sort.WORDS, _("de waarde voor en na de wijziging")),),
        others="entry",
        fate=Fate.DELETED,
    ),
    Held(
        model="trail.Entry",
        what=_("Het logboek: wie wanneer wat deed"),
        purpose=_("Kunnen nagaan wie namens wie iets schreef, ook later."),
        ground=Ground.TASK,
        kept=_("Zolang de omgeving bestaat, als nummer zonder naam."),
        seen_by=_("Wie voor de organisatie handelt, en wie het platform beheert."),
        whose=(("person", By.REF), ("about_person", By.REF)),
        items=(
            Item("person", Sort.NUMBER, _("nummer van wie het deed"), stays=True),
            Item("about_person", Sort.NUMBER, _("nummer van wie het over gaat"), stays=True),
        ),
        others="number at_us channel organisation request verb thing concerns why details_hash hash",
        fate=Fate.KEPT,
    ),
)
