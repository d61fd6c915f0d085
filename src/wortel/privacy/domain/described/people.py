"""What is held of people who sign in, and on whose behalf they act."""

from __future__ import annotations

from wortel.kernel.text import gettext_noop as _
from wortel.privacy.domain.held import By, Closing, Ground, Held, Item, Sort

PEOPLE = (
    Held(
        model="people.Invitation",
        what=_("Uitnodigingen, en vragen om voor een organisatie te handelen"),
        purpose=_("Iemand rechten geven met een link."),
        ground=Ground.ASKED,
        kept=_(
            "Een jaar nadat ze verliep zonder antwoord, anders tot je account gewist wordt. "
            "Daarna blijft alleen dat er een uitnodiging was."
        ),
        seen_by=_("Wie de organisatie beheert."),
        whose=(("person", By.REF), ("email", By.EMAIL)),
        items=(
            Item("email", Sort.ADDRESS, _("het e-mailadres van wie uitgenodigd is")),
            Item("person", Sort.NUMBER, _("je nummer bij ons"), stays=True),
            Item("message", Sort.WORDS, _("wat erbij geschreven werd")),
            Item("made_by", Sort.NUMBER, _("nummer van wie de uitnodiging maakte"), is_of_another=True),
            Item("answered_by", Sort.NUMBER, _("nummer van wie antwoordde"), is_of_another=True),
        ),
        others="id ref way state capacity organisation organisation_name scheme area valid_to succeeds made_at "
        "expires_at answered_at",
        closes=Closing("state", ("open",), "withdrawn"),
    ),
    Held(
        model="people.Mandate",
        what=_("Namens wie je handelt, en van wanneer tot wanneer"),
        purpose=_("Weten wie iets mag, en wie iets mocht op een dag in het verleden."),
        ground=Ground.TASK,
        kept=_("Zolang de omgeving bestaat; na wissen als nummer zonder naam."),
        seen_by=_("Wie voor dezelfde organisatie handelt, en wie het platform beheert."),
        whose=(("person_id", By.KEY),),
        items=(
            Item("person", Sort.NUMBER, _("je nummer bij ons"), stays=True),
            Item("capacity", Sort.ROLE, _("wat je mag"), stays=True),
            Item("organisation", Sort.ROLE, _("voor welke organisatie"), stays=True),
            Item("scheme", Sort.ROLE, _("voor welk soort gebied"), stays=True),
            Item("area", Sort.ROLE, _("voor welk gebied"), stays=True),
            Item("valid_from", Sort.TIME, _("vanaf wanneer"), stays=True),
            Item("valid_to", Sort.TIME, _("tot wanneer"), stays=True),
            Item("ended_at", Sort.TIME, _("wanneer het stopte"), stays=True),
            Item("ended_why", Sort.WORDS, _("waarom het stopte")),
            Item("given_by", Sort.NUMBER, _("nummer van wie het gaf"), is_of_another=True),
            Item("ended_by", Sort.NUMBER, _("nummer van wie het stopte"), is_of_another=True),
        ),
        others="id ref given_at ground",
    ),
    Held(
        model="people.Person",
        what=_("Je account"),
        purpose=_("Je herkennen als je je aanmeldt, en je schrijven."),
        ground=Ground.ASKED,
        kept=_("Tot je het wist, of tot je je lang niet meer aanmeldt."),
        seen_by=_("Jij, en je naam ook wie voor dezelfde organisatie handelt."),
        whose=(("id", By.KEY),),
        items=(
            Item("name", Sort.NAME, _("je naam")),
            Item("email", Sort.ADDRESS, _("je e-mailadres")),
            Item("ref", Sort.NUMBER, _("je nummer bij ons"), stays=True),
            Item(
                "password", Sort.SECRET, _("een wachtwoord, versleuteld, alleen waar wachtwoorden aan staan"), blank="!"
            ),
            Item("language", Sort.CHOICE, _("je taal"), blank="nl"),
            Item("last_login", Sort.TIME, _("wanneer je je het laatst aanmeldde")),
            Item("seen_on", Sort.TIME, _("de laatste dag dat je je aanmeldde")),
            Item("reminded_on", Sort.TIME, _("wanneer we vroegen of je je account nog gebruikt")),
            Item("joined_at", Sort.TIME, _("wanneer je account gemaakt werd"), stays=True),
        ),
        others="id is_active is_fictional erased_at",
    ),
)
