"""What is held of people who begin an alliance."""

from __future__ import annotations

from wortel.kernel.text import gettext_noop as _
from wortel.privacy.domain.held import By, Fate, Ground, Held, Item, Sort

ALLIANCES = (
    Held(
        model="alliances.Beginning",
        what=_("Wie een alliantie begon"),
        purpose=_("Weten wie het begin mag opgeven."),
        ground=Ground.TASK,
        kept=_("Zolang het begin bewaard wordt, als nummer zonder naam."),
        seen_by=_("Niemand: het dient enkel om na te kijken wie mag opgeven."),
        whose=(("made_by", By.REF),),
        items=(Item("made_by", Sort.NUMBER, _("je nummer bij ons"), stays=True),),
        others="id ref name scheme area municipalities invited missing figures made_at given_up_at is_fictional",
        fate=Fate.KEPT,
    ),
)
