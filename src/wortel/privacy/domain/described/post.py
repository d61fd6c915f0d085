"""What is held of people we write to."""

from __future__ import annotations

from wortel.kernel.text import gettext_noop as _
from wortel.privacy.domain.held import By, Fate, Ground, Held, Item, Sort

POST = (
    Held(
        model="post.Message",
        what=_("Mails die we stuurden of nog moeten sturen"),
        purpose=_("Mails afleveren, en elke mail maar één keer sturen."),
        ground=Ground.ASKED,
        kept=_("De tekst 30 dagen na het versturen (90 als het niet lukte), je adres een jaar."),
        seen_by=_("Wie de omgeving beheert, en alleen als een mail niet aankomt."),
        whose=(("person", By.REF), ("recipient", By.EMAIL)),
        items=(
            Item("person", Sort.NUMBER, _("je nummer bij ons")),
            Item("recipient", Sort.ADDRESS, _("je e-mailadres")),
            Item("subject", Sort.WORDS, _("het onderwerp")),
            Item("text", Sort.WORDS, _("de tekst")),
            Item("last_error", Sort.WORDS, _("waarom een mail niet aankwam")),
        ),
        others="id key kind rank gathered_in created_at ready_at attempts lease_until sent_at parked_at",
    ),
    Held(
        model="post.Preference",
        what=_("Hoe je mails wilt krijgen"),
        purpose=_("Doen wat je koos: meteen, één keer per dag, of niet."),
        ground=Ground.ASKED,
        kept=_("Tot je account gewist wordt."),
        seen_by=_("Niemand."),
        whose=(("recipient", By.EMAIL),),
        items=(
            Item("recipient", Sort.ADDRESS, _("je e-mailadres")),
            Item("kind", Sort.CHOICE, _("over welke mails het gaat")),
            Item("rhythm", Sort.CHOICE, _("wat je koos")),
        ),
        others="id since",
        fate=Fate.DELETED,
    ),
    Held(
        model="post.Subscriber",
        what=_("De link waarmee je mails afzegt"),
        purpose=_("Je mails laten afzeggen met één klik, zonder je adres in de link te zetten."),
        ground=Ground.ASKED,
        kept=_("Tot je account gewist wordt."),
        seen_by=_("Niemand."),
        whose=(("recipient", By.EMAIL),),
        items=(
            Item("ref", Sort.SECRET, _("het geheime deel van de link")),
            Item("recipient", Sort.ADDRESS, _("je e-mailadres")),
        ),
        others="id",
        fate=Fate.DELETED,
    ),
)
