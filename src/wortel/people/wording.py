"""Sentences about people, mandates and invitations: what a capacity is called, and why something may not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from wortel.kernel.reason import Parameter, Reason
from wortel.shell.formats import day


def say(reason: Reason) -> str:
    """Why something may (not), in one or two short sentences; a refusal names the way out."""
    return _REASONS[reason.key](reason)


def say_capacity(capacity: str) -> str:
    """What someone in this capacity is called."""
    return {
        "administrator": _("beheerder"),
        "editor": _("redacteur"),
        "platform_administrator": _("platformbeheerder"),
        "programme_manager": _("projectmanager van het programma"),
        "catalyst": _("gangmaker van een regio"),
        "territory_reader": _("lezer van een gebied"),
    }.get(capacity, capacity)


def say_task(capacity: str) -> str:
    """What someone in this capacity may do."""
    return {
        "administrator": _("past het profiel aan, publiceert het, en beslist wie er nog mag meewerken"),
        "editor": _("bereidt wijzigingen aan het profiel voor; een beheerder publiceert ze"),
        "platform_administrator": _("geeft rollen in het programma en helpt organisaties zonder beheerder"),
        "programme_manager": _("volgt heel Vlaanderen op en beslist over aanvragen en meldingen"),
        "catalyst": _("volgt een regio op en beslist er over aanvragen en meldingen"),
        "territory_reader": _("leest mee over één gebied en verandert niets"),
    }.get(capacity, "")


def say_state(state: str) -> str:
    """How a mandate stands, as a word."""
    return {
        "coming": _("begint nog"),
        "holds": _("geldt"),
        "expired": _("afgelopen"),
        "ended": _("beëindigd"),
    }[state]


def say_ground(ground: str) -> str:
    """How a mandate came about."""
    return {
        "invitation": _("op uitnodiging"),
        "request": _("op eigen vraag"),
        "succession": _("als opvolger"),
        "domain": _("na bewijs met een mailadres van de organisatie"),
        "review": _("nagekeken door het programma"),
        "command": _("door wie deze omgeving beheert"),
        "sign_in": _("bij het aanmelden, via de overheid"),
    }.get(ground, ground)


def say_why_ended(why: str) -> str:
    """Why a mandate ended: the words of who ended it, or ours."""
    return {"succeeded": _("opgevolgd"), "expired": _("de termijn was voorbij")}.get(why, why)


def _on(value: Parameter) -> str:
    """A day as people write it, out of 2026-11-03 or an instant; empty when it is not known."""
    text = str(value or "")
    if not text:
        return ""
    return day(datetime.fromisoformat(text).date() if "T" in text else date.fromisoformat(text))


def _givers(reason: Reason) -> str:
    given_by = reason["given_by"]
    names = [say_capacity(key) for key in given_by] if isinstance(given_by, tuple) else []
    return _(" of een ").join(names)


def _not_yours(reason: Reason) -> str:
    return _("Dit kan alleen een %(givers)s. Vraag het daar.") % {"givers": _givers(reason)}


def _only_programme(reason: Reason) -> str:
    keys = reason["capacities"]
    names = [say_capacity(key) for key in keys] if isinstance(keys, tuple) else []
    return _("Dit is voor een %(names)s. Heb je die rol nodig? Vraag ze aan een platformbeheerder.") % {
        "names": _(" of een ").join(names)
    }


def _last(reason: Reason) -> str:
    if reason["capacity"] == "platform_administrator":
        return _("Dit is de laatste platformbeheerder. Geef eerst iemand anders die rol; daarna kan dit.")
    if reason["own"]:
        return _(
            "Je bent de laatste beheerder. Draag eerst over: nodig een opvolger uit. "
            "Zodra die aanvaardt, stopt jouw rol."
        )
    return _("Dit is de laatste beheerder. Nodig eerst een opvolger uit; zodra die aanvaardt, stopt deze rol.")


_Say = Callable[[Reason], str]


def _dated(text: Callable[[], str], key: str = "on") -> _Say:
    return lambda reason: text() % {"day": _on(reason[key])}


def _plain(text: Callable[[], str]) -> _Say:
    return lambda _reason: text()


_REASONS: Mapping[str, _Say] = {
    "people.sign_in": _plain(lambda: _("Meld je eerst aan.")),
    "people.second_factor": _plain(lambda: _("Bevestig eerst met je tweede stap dat jij het bent.")),
    "people.no_such_capacity": _plain(lambda: _("Deze rol bestaat hier niet. Kies er een uit de lijst.")),
    "people.not_yours_to_give": _not_yours,
    "people.only_programme": _only_programme,
    "people.last_administrator": _last,
    "people.own_rights": _plain(
        lambda: _("Niemand geeft zichzelf rechten. Vraag een andere beheerder om dit te doen.")
    ),
    "people.beyond_own_end": _dated(
        lambda: _("Je eigen rol loopt af op %(day)s. Kies een dag die niet later is."), "end"
    ),
    "people.end_not_in_future": _plain(lambda: _("Deze dag is al voorbij. Kies een dag na vandaag.")),
    "people.not_later": _plain(lambda: _("De rol loopt al even lang of langer. Kies een latere dag.")),
    "people.mandate_over": _dated(
        lambda: _("De rol in deze uitnodiging liep tot %(day)s. Vraag een nieuwe uitnodiging."), "end"
    ),
    "people.mandate_over_already": _plain(lambda: _("Deze rol is al voorbij. Er is niets veranderd.")),
    "people.only_members": _plain(
        lambda: _(
            "Dit zien alleen de mensen van deze organisatie. Hoor je erbij? Vraag dan om mee te werken, "
            "op de pagina van de organisatie."
        )
    ),
    "people.not_yours_to_read": _plain(lambda: _("Gegevens van mensen zien alleen zijzelf en hun beheerders.")),
    "people.acts_already": _plain(lambda: _("Je handelt al namens deze organisatie. Je vindt ze in je overzicht.")),
    "people.asked_already": _plain(
        lambda: _("Je vroeg dit al. Wacht op het antwoord, of trek je vraag in via je overzicht.")
    ),
    "people.administrators_first": _dated(
        lambda: _("De beheerders van deze organisatie hebben het eerste woord, tot %(day)s. Daarna beslis jij."),
        "until",
    ),
    "people.invitation_for_another": _plain(
        lambda: _(
            "Deze uitnodiging is voor een ander mailadres. Meld je aan met het adres waarop ze aankwam, "
            "of vraag een nieuwe op het adres van je account."
        )
    ),
    "people.giver_gone": _plain(
        lambda: _("Wie je uitnodigde, mag deze rol niet meer geven. Vraag een beheerder een nieuwe uitnodiging.")
    ),
    "people.invited_already": _dated(
        lambda: _("Dit adres kreeg al een uitnodiging, die openstaat tot %(day)s. Verstuur die opnieuw.")
    ),
    "people.too_many_open": lambda reason: (
        _("Er staan al %(most)s uitnodigingen open. Trek er eerst enkele in.") % {"most": reason["most"]}
    ),
    "people.invited_expired": _dated(
        lambda: _("Deze uitnodiging is verlopen op %(day)s. Vraag wie je uitnodigde een nieuwe.")
    ),
    "people.invited_accepted": _dated(
        lambda: _("Deze uitnodiging is al gebruikt op %(day)s. Was jij dat? Dan vind je ze in je overzicht.")
    ),
    "people.invited_declined": _dated(
        lambda: _("Deze uitnodiging is afgewezen op %(day)s. Bedacht je je? Vraag een nieuwe.")
    ),
    "people.invited_withdrawn": _dated(
        lambda: _("Deze uitnodiging is ingetrokken op %(day)s. Vraag wie je uitnodigde wat er veranderde.")
    ),
    "people.asked_expired": _dated(lambda: _("Deze vraag is verlopen op %(day)s. Stel ze opnieuw.")),
    "people.asked_accepted": _dated(lambda: _("Deze vraag is al aanvaard op %(day)s. Er is niets veranderd.")),
    "people.asked_declined": _dated(lambda: _("Deze vraag is al afgewezen op %(day)s. Er is niets veranderd.")),
    "people.asked_withdrawn": _dated(lambda: _("Deze vraag is ingetrokken op %(day)s. Er is niets veranderd.")),
    "people.not_asked_by_you": _plain(lambda: _("Alleen wie de vraag stelde, kan ze intrekken.")),
    "people.only_withdraw": _plain(lambda: _("Een vraag kun je intrekken, niet opnieuw versturen.")),
}
