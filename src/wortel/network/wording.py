"""Sentences about who works with whom and who is missing."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from wortel.actors.domain.kinds import EDUCATION, ENTERPRISE, GOVERNMENT, RESEARCH, SOCIETY
from wortel.kernel.reason import Reason
from wortel.network.domain.balance import Balance, Presence
from wortel.network.domain.brokers import Broker
from wortel.network.domain.ties import BODY, CONFIRMED, DONE, IN_CONTACT, PARTNER, PROJECT, Edge
from wortel.shell.formats import listed, number

SENTENCES: Mapping[str, str] = {
    "network.place_unknown": gettext_noop("waar deze actor zit, is onbekend"),
    "network.near": gettext_noop("op %(km)s km"),
    "network.far": gettext_noop("ver: op %(km)s km"),
    "network.not_connected": gettext_noop("werkt hier nog met niemand samen"),
    "network.active_and_claimed": gettext_noop("actief, en beheert haar profiel zelf"),
    "network.active": gettext_noop("actief volgens een bron"),
    "network.claimed": gettext_noop("beheert haar profiel zelf"),
    "network.activity_unknown": gettext_noop("of deze actor nog actief is, zegt niemand"),
    "network.area_not_said": gettext_noop("noemt dit gebied niet als werkingsgebied"),
}
_PARTNERS: Mapping[str, str] = {
    EDUCATION: gettext_noop("een onderwijspartner"),
    RESEARCH: gettext_noop("een onderzoekspartner"),
    ENTERPRISE: gettext_noop("een onderneming"),
    GOVERNMENT: gettext_noop("een overheid"),
    SOCIETY: gettext_noop("een partner uit vrije tijd of burgers"),
}
_PRESENCES: Mapping[Presence, str] = {
    Presence.HERE: gettext_noop("is er"),
    Presence.FROM_ELSEWHERE: gettext_noop("alleen van elders"),
    Presence.PERHAPS: gettext_noop("misschien: van sommigen kennen we de sector niet"),
    Presence.NOBODY_KNOWN: gettext_noop("niemand bekend"),
}
_GROUNDS: Mapping[str, str] = {
    PARTNER: gettext_noop("noemt als partner"),
    BODY: gettext_noop("werkt voor deze gemeente"),
    PROJECT: gettext_noop("zelfde project: %(about)s"),
    DONE: gettext_noop("vraag en aanbod, ging door"),
    CONFIRMED: gettext_noop("vraag en aanbod, afgesproken"),
    IN_CONTACT: gettext_noop("vraag en aanbod, in contact"),
}
_SOURCES: Mapping[str, str] = {
    PARTNER: gettext_noop("de organisatie zelf"),
    BODY: gettext_noop("werkingsgebied in het profiel"),
    PROJECT: gettext_noop("rol in het profiel"),
    DONE: gettext_noop("vraag en aanbod in Wortel"),
    CONFIRMED: gettext_noop("vraag en aanbod in Wortel"),
    IN_CONTACT: gettext_noop("vraag en aanbod in Wortel"),
}


def say(reason: Reason) -> str:
    """A reason of a candidate, as part of a line."""
    if reason.key == "network.connected":
        count = _whole(reason, "count")
        return ngettext("werkt hier met %(n)s actor samen", "werkt hier met %(n)s actoren samen", count) % {"n": count}
    if reason.key == "network.works_here":
        total, count = _whole(reason, "total"), _whole(reason, "count")
        if total == 1:
            return _("werkt voor deze gemeente")
        return _("werkt voor %(count)s van de %(total)s gemeenten") % {"count": count, "total": total}
    return _(SENTENCES[reason.key]) % {name: _value(value) for name, value in reason.parameters.items()}


def answer_sentence(where: str, found: Balance) -> str:
    """The answer that opens the page: how many actors from how many sectors, and which is missing."""
    if not found.total:
        return _("In %(where)s kennen we nog niemand.") % {"where": where}
    names = {"where": where, "n": number(found.total), "sectors": len(found.present), "all": len(found.sectors)}
    counted = ngettext(
        "In %(where)s werkt %(n)s actor uit %(sectors)s van de %(all)s sectoren",
        "In %(where)s werken %(n)s actoren uit %(sectors)s van de %(all)s sectoren",
        found.total,
    )
    lacking = [_(_PARTNERS[sector]) for sector in found.missing]
    if not lacking:
        return counted % names + _(": alle sectoren zijn er.")
    missing = ngettext("; %(missing)s ontbreekt nog.", "; %(missing)s ontbreken nog.", len(lacking))
    return counted % names + missing % {"missing": listed(lacking)}


def presence_label(presence: Presence) -> str:
    """Whether a sector is represented, in a few words."""
    return _(_PRESENCES[presence])


def grounds_of(edge: Edge) -> str:
    """Everything that binds two actors, each ground once, with how many times it did."""
    said: dict[str, int] = {}
    for tie in edge.ties:
        words = _(_GROUNDS[tie.ground]) % {"about": tie.about}
        said[words] = said.get(words, 0) + 1
    return "; ".join(
        words if n == 1 or words == _(_GROUNDS[PARTNER]) else f"{words} ({n}×)" for words, n in said.items()
    )


def sources_of(edge: Edge) -> str:
    """Where we know it from."""
    return "; ".join(dict.fromkeys(_(_SOURCES[ground]) for ground in edge.grounds))


def broker_sentences(broker: Broker) -> str:
    """What an actor means as a link, without the word betweenness."""
    said = []
    if broker.strangers:
        said.append(
            _("Van de %(pairs)s duo’s onder haar partners werken er %(strangers)s niet met elkaar samen.")
            % {"pairs": number(broker.pairs), "strangers": number(broker.strangers)}
        )
    if broker.cut_off:
        said.append(
            ngettext(
                "Valt ze weg, dan verliest %(n)s actor de weg naar de rest.",
                "Valt ze weg, dan verliezen %(n)s actoren de weg naar de rest.",
                broker.cut_off,
            )
            % {"n": number(broker.cut_off)}
        )
    return " ".join(said) or _("Ligt op een kortste weg tussen anderen.")


def _whole(reason: Reason, name: str) -> int:
    value = reason[name]
    return value if isinstance(value, int) else 0


def _value(value: object) -> str:
    return number(value, 0) if isinstance(value, int | float) else str(value)
