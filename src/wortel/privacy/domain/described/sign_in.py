"""What signing in holds: tables of the library (django-allauth) and of Django's sessions."""

from __future__ import annotations

from wortel.kernel.text import gettext_noop as _
from wortel.privacy.domain.held import By, Fate, Ground, Held, Item, Sort

_UNTIL_ERASED = _("Tot je het zelf wegneemt of je account gewist wordt.")
_NOBODY = _("Alleen jij.")

SIGN_IN = (
    Held(
        model="account.EmailConfirmation",
        what=_("Links die nog een e-mailadres moeten bewijzen"),
        purpose=_("Weten dat een e-mailadres van jou is."),
        ground=Ground.SECURITY,
        kept=_("Tot de link gebruikt of verlopen is."),
        seen_by=_("Niemand."),
        whose=(("email_address__user_id", By.KEY),),
        items=(Item("key", Sort.SECRET, _("het geheime deel van de link")),),
        others="id email_address created sent",
        fate=Fate.DELETED,
    ),
    Held(
        model="account.EmailAddress",
        what=_("E-mailadressen waarmee je je aanmeldt"),
        purpose=_("Je aanmelden zonder wachtwoord."),
        ground=Ground.ASKED,
        kept=_UNTIL_ERASED,
        seen_by=_NOBODY,
        whose=(("user_id", By.KEY),),
        items=(Item("email", Sort.ADDRESS, _("het e-mailadres")),),
        others="id user verified primary",
        fate=Fate.DELETED,
    ),
    Held(
        model="socialaccount.SocialToken",
        what=_("Sleutels van een andere aanmelddienst"),
        purpose=_("Aanmelden met die dienst."),
        ground=Ground.ASKED,
        kept=_UNTIL_ERASED,
        seen_by=_("Niemand."),
        whose=(("account__user_id", By.KEY),),
        items=(
            Item("token", Sort.SECRET, _("de sleutel")),
            Item("token_secret", Sort.SECRET, _("het tweede deel van de sleutel")),
        ),
        others="id app account expires_at",
        fate=Fate.DELETED,
    ),
    Held(
        model="socialaccount.SocialAccount",
        what=_("Aanmelden met een andere dienst, zoals ACM/IDM"),
        purpose=_("Je herkennen als je met die dienst aanmeldt."),
        ground=Ground.ASKED,
        kept=_UNTIL_ERASED,
        seen_by=_NOBODY,
        whose=(("user_id", By.KEY),),
        items=(
            Item("uid", Sort.NUMBER, _("je nummer bij die dienst")),
            Item("extra_data", Sort.ROLE, _("wat die dienst over je meldde: naam en organisatie")),
            Item("last_login", Sort.TIME, _("wanneer je er het laatst mee aanmeldde")),
        ),
        others="id user provider date_joined",
        fate=Fate.DELETED,
    ),
    Held(
        model="mfa.Authenticator",
        what=_("Je tweede stap: passkey, app of herstelcodes"),
        purpose=_("Zeker weten dat jij het bent."),
        ground=Ground.SECURITY,
        kept=_UNTIL_ERASED,
        seen_by=_NOBODY,
        whose=(("user_id", By.KEY),),
        items=(
            Item("type", Sort.DEVICE, _("welke tweede stap")),
            Item("data", Sort.SECRET, _("de sleutel zelf")),
            Item("last_used_at", Sort.TIME, _("wanneer je ze het laatst gebruikte")),
        ),
        others="id user created_at",
        fate=Fate.DELETED,
    ),
    Held(
        model="usersessions.UserSession",
        what=_("Toestellen waarop je aangemeld bent"),
        purpose=_("Je laten zien waar je aangemeld bent, en daar laten afmelden."),
        ground=Ground.SECURITY,
        kept=_("Tot je je daar afmeldt of de sessie verloopt."),
        seen_by=_NOBODY,
        whose=(("user_id", By.KEY),),
        items=(
            Item("ip", Sort.DEVICE, _("het internetadres")),
            Item("user_agent", Sort.DEVICE, _("de browser")),
            Item("last_seen_at", Sort.TIME, _("wanneer je er het laatst was")),
            Item("session_key", Sort.SECRET, _("de sleutel van de sessie")),
            Item("data", Sort.DEVICE, _("wat de bibliotheek erbij noteert")),
        ),
        others="id user created_at",
        fate=Fate.DELETED,
    ),
    Held(
        model="sessions.Session",
        what=_("Sessies: wat we onthouden zolang je aangemeld bent"),
        purpose=_("Je aangemeld houden."),
        ground=Ground.SECURITY,
        kept=_("Tot je je afmeldt of de sessie verloopt."),
        seen_by=_("Niemand."),
        whose=(("session_key", By.SESSION),),
        items=(
            Item("session_key", Sort.SECRET, _("de sleutel van de sessie")),
            Item("session_data", Sort.SECRET, _("de inhoud, ondertekend")),
        ),
        others="expire_date",
        fate=Fate.DELETED,
    ),
)
