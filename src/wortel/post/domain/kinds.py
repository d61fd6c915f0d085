"""The kinds of mail: which ones someone may refuse or have gathered, and how long they are of use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from wortel.kernel.text import gettext_noop

DIRECT, DIGEST, NEVER = "direct", "digest", "never"
RHYTHMS = (DIRECT, DIGEST, NEVER)


class UnknownKind(KeyError):
    """A kind of mail that is not in the table: a fault in our code."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`is_notice`: may be refused and gathered; else it is a service mail, asked for by what someone did.

    `usual` is the rhythm of who chose nothing. `useful_for`: after that it is not sent any more, and its text is not
    kept once it was sent (a code to sign in); `None` is useful for ever. `rank`: 0 leaves before 1.
    """

    key: str
    label: str
    is_notice: bool = False
    usual: str = DIRECT
    useful_for: timedelta | None = None
    rank: int = 1

    @property
    def holds_secret(self) -> bool:
        """Its text opens a door for a while, and is gone as soon as it was sent."""
        return self.useful_for is not None


def _service(key: str, label: str) -> Kind:
    return Kind(key, label)


def _notice(key: str, label: str, usual: str = DIRECT) -> Kind:
    return Kind(key, label, is_notice=True, usual=usual)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        it.key: it
        for it in (
            Kind("sign_in", gettext_noop("Aanmelden"), useful_for=timedelta(minutes=15), rank=0),
            _service("account", gettext_noop("Je account")),
            _service("invitation", gettext_noop("Uitnodigingen")),
            _service("mandate", gettext_noop("Je rollen")),
            _service("claim", gettext_noop("Beheer van een profiel aanvragen")),
            _service("reply", gettext_noop("Antwoord op wat je meldde")),
            _service("privacy", gettext_noop("Je gegevens")),
            # The address of someone else stands in it: once sent, its text is not kept.
            Kind("contact", gettext_noop("Met wie je kunt afspreken"), useful_for=timedelta(days=7)),
            _notice("proposal", gettext_noop("Voorstellen om samen te werken")),
            _notice("introduction", gettext_noop("Wat er met jullie afspraken gebeurt")),
            _notice("desk", gettext_noop("Meldingen die op jou wachten"), DIGEST),
            _notice("organisation", gettext_noop("Wijzigingen aan het profiel van je organisatie")),
            _notice("colleague", gettext_noop("Wie er in je organisatie bijkomt of weggaat")),
            _notice("listing", gettext_noop("Vragen en aanbod van je organisatie")),
            _notice("expiry", gettext_noop("Rollen die bijna aflopen")),
            _notice("digest", gettext_noop("Alles samen in één mail per dag")),
        )
    }
)
"""By key. `digest` is what gathered notices leave in; refusing it refuses every notice."""

CHOOSABLE = tuple(kind for kind in KINDS.values() if kind.is_notice and kind.key != DIGEST)
"""The notices a person chooses a rhythm for, in the order in which the page lists them."""


def kind_of(key: str) -> Kind:
    """The kind with that key. Raises `UnknownKind`."""
    try:
        return KINDS[key]
    except KeyError as error:
        raise UnknownKind(key) from error


def refused_with(key: str) -> tuple[str, ...]:
    """The kinds that stop when someone refuses a mail of this kind; none for a service mail."""
    if key == DIGEST:
        return tuple(kind.key for kind in CHOOSABLE)
    return (key,) if any(kind.key == key for kind in CHOOSABLE) else ()
