"""What is held of people who write what their organisation asks and offers."""

from __future__ import annotations

from wortel.kernel.text import gettext_noop as _
from wortel.privacy.domain.held import By, Fate, Ground, Held, Item, Sort

EXCHANGE = (
    Held(
        model="exchange.Listing",
        what=_("Wie een vraag of aanbod van een organisatie invoerde"),
        purpose=_("Weten wie namens een organisatie schreef."),
        ground=Ground.TASK,
        kept=_("Zolang de vraag of het aanbod er staat, als nummer zonder naam."),
        seen_by=_("Wie voor dezelfde organisatie handelt."),
        whose=(("made_by", By.REF),),
        items=(Item("made_by", Sort.NUMBER, _("je nummer bij ons"), stays=True),),
        others="id ref side kind state version actor title text themes priorities target_groups age_from age_to "
        "languages group_size quantity per_week first_on end_on moments nis place lat lon range_km travel_mode "
        "travel_minutes accessibility conditions is_urgent visibility words same_as entered_by consent consent_on "
        "made_at changed_at reminded_at closed_at closed_why is_fictional",
        fate=Fate.KEPT,
    ),
)
