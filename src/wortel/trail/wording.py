"""One sentence per verb: who did what. A verb nobody wrote a sentence for gets a neutral one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wortel.shell.formats import day
from wortel.trail.queries import TrailEntry

NameOf = Callable[[str], str]
"""What a person is called, by ref; empty for one who is not there any more."""

SENTENCES = {
    "address.changed": gettext_noop("%(who)s veranderde het mailadres."),
    "address.erased": gettext_noop("%(who)s wiste alles over een mailadres."),
    "alliance.begun": gettext_noop("%(who)s begon een alliantie."),
    "alliance.given_up": gettext_noop("%(who)s gaf een begonnen alliantie op."),
    "archive.loaded": gettext_noop("%(who)s vulde deze omgeving uit een archief."),
    "backup.refused": gettext_noop("%(who)s kon een reservekopie niet terugzetten."),
    "backup.restored": gettext_noop("%(who)s zette een reservekopie terug."),
    "boundaries.replaced": gettext_noop("%(who)s nam gemeentegrenzen over."),
    "claim.accepted": gettext_noop("%(who)s aanvaardde de aanvraag voor het profiel."),
    "claim.forgotten": gettext_noop("%(who)s verwijderde aanvragen die niemand bevestigde."),
    "claim.opened": gettext_noop("%(who)s vroeg het profiel aan en liet het nakijken."),
    "claim.refused": gettext_noop("%(who)s: de aanvraag voor het profiel ging niet door."),
    "claim.sent": gettext_noop("%(who)s vroeg het profiel aan, met bewijs per mail."),
    "claim.withdrawn": gettext_noop("%(who)s trok de aanvraag voor het profiel in."),
    "coverage.recounted": gettext_noop("%(who)s telde het bewijs opnieuw."),
    "demo.built": gettext_noop("%(who)s bouwde de demowereld."),
    "demo.people_forgotten": gettext_noop("%(who)s verwijderde de verzonnen mensen."),
    "demo.people_settled": gettext_noop("%(who)s zette verzonnen mensen klaar."),
    "demo.removed": gettext_noop("%(who)s verwijderde de demowereld."),
    "fiction.forgotten": gettext_noop("%(who)s verwijderde wat verzonnen organisaties zeiden."),
    "evidence.fiction_removed": gettext_noop("%(who)s verwijderde verzonnen bewijs."),
    "evidence.kept": gettext_noop("%(who)s voegde bewijs toe."),
    "factor.added": gettext_noop("%(who)s voegde een manier toe om zich aan te melden."),
    "factor.removed": gettext_noop("%(who)s verwijderde een manier om zich aan te melden."),
    "import.taken_in": gettext_noop("%(who)s las een bestand in."),
    "import.undone": gettext_noop("%(who)s nam een ingelezen bestand terug."),
    "introduction.agreed": gettext_noop("%(who)s zei ja op een voorstel om samen te werken."),
    "introduction.contested": gettext_noop("%(who)s zei dat een afspraak er niet is."),
    "introduction.declined": gettext_noop("%(who)s zei nee op een voorstel om samen te werken."),
    "introduction.done": gettext_noop("%(who)s zei dat een afspraak doorging."),
    "introduction.dropped": gettext_noop("%(who)s zei dat een afspraak niet doorgaat."),
    "introduction.expired": gettext_noop("%(who)s liet een voorstel vervallen waar niemand op antwoordde."),
    "introduction.feedback": gettext_noop("%(who)s zei hoe het was."),
    "introduction.met": gettext_noop("%(who)s zei ja: beide kanten zijn nu in contact."),
    "introduction.planned": gettext_noop("%(who)s legde de dag van een afspraak vast."),
    "introduction.proposed": gettext_noop("%(who)s stelde voor om samen te werken."),
    "introduction.read": gettext_noop("%(who)s las een voorstel om samen te werken."),
    "introduction.recorded": gettext_noop("%(who)s noteerde een afspraak die elders gemaakt is."),
    "introduction.reminded": gettext_noop("%(who)s herinnerde aan een voorstel of een afspraak."),
    "introductions.forgotten": gettext_noop("%(who)s wiste wat mensen bij oude introducties schreven."),
    "introductions.put": gettext_noop("%(who)s zette afspraken en voorstellen klaar."),
    "invitation.accepted": gettext_noop("%(who)s aanvaardde een uitnodiging."),
    "invitation.declined": gettext_noop("%(who)s wees een uitnodiging af."),
    "invitation.forgotten": gettext_noop("%(who)s verwijderde uitnodigingen die lang verlopen waren."),
    "invitation.made": gettext_noop("%(who)s nodigde iemand uit."),
    "invitation.refused": gettext_noop("%(who)s kon een uitnodiging niet gebruiken."),
    "invitation.sent_again": gettext_noop("%(who)s verstuurde een uitnodiging opnieuw."),
    "invitation.withdrawn": gettext_noop("%(who)s trok een uitnodiging in."),
    "listing.changed": gettext_noop("%(who)s wijzigde een vraag of aanbod."),
    "listing.closed": gettext_noop("%(who)s sloot een vraag of aanbod."),
    "listing.consented": gettext_noop("%(who)s ging akkoord met wat een partner invoerde."),
    "listing.drafted": gettext_noop("%(who)s maakte een ontwerp van een vraag of aanbod."),
    "listing.entered": gettext_noop("%(who)s voerde een vraag of aanbod in voor een partner."),
    "listing.entered_by_desk": gettext_noop("%(who)s voerde aan de balie een vraag of aanbod in, met toestemming."),
    "listing.opened": gettext_noop("%(who)s opende een vraag of aanbod."),
    "listing.paused": gettext_noop("%(who)s pauzeerde een vraag of aanbod."),
    "listing.reopened": gettext_noop("%(who)s opende een vraag of aanbod opnieuw."),
    "listing.repeated": gettext_noop("%(who)s nam een vraag of aanbod van vorig jaar over als ontwerp."),
    "listings.put": gettext_noop("%(who)s zette vragen en aanbiedingen klaar."),
    "listings.reminded": gettext_noop("%(who)s vroeg of een vraag of aanbod volgend jaar terugkomt."),
    "mail.forgotten": gettext_noop("%(who)s wiste de mails aan een adres."),
    "mail.retried": gettext_noop("%(who)s liet mail opnieuw vertrekken."),
    "mandate.end_refused": gettext_noop("%(who)s kon een rol niet beëindigen."),
    "mandate.ended": gettext_noop("%(who)s beëindigde een rol."),
    "mandate.given": gettext_noop("%(who)s gaf een rol."),
    "mandate.prolonged": gettext_noop("%(who)s verlengde een rol."),
    "notices.chosen": gettext_noop("%(who)s koos welke mails er komen."),
    "partner.ended": gettext_noop("%(who)s stopte een partnerschap."),
    "partner.named": gettext_noop("%(who)s noemde een partner."),
    "person.erase_refused": gettext_noop("%(who)s kon een account niet wissen."),
    "person.erased": gettext_noop("%(who)s wiste een account."),
    "person.joined": gettext_noop("%(who)s maakte een account."),
    "person.reminded": gettext_noop("%(who)s vroeg of een account nog nodig is."),
    "person.renamed": gettext_noop("%(who)s veranderde een naam."),
    "person.signed_in": gettext_noop("%(who)s meldde zich aan."),
    "person.signed_out": gettext_noop("%(who)s meldde zich af."),
    "profile.drafted": gettext_noop("%(who)s wijzigde het ontwerp van het profiel."),
    "profile.published": gettext_noop("%(who)s publiceerde het profiel."),
    "profile.withdrawn": gettext_noop("%(who)s haalde weg wat de organisatie over zichzelf zei."),
    "record.stated": gettext_noop("%(who)s gaf gegevens over de organisatie door."),
    "record.withdrawn": gettext_noop("%(who)s trok gegevens over de organisatie in."),
    "reference.loaded": gettext_noop("%(who)s laadde de lijst van gemeenten."),
    "removal.asked": gettext_noop("%(who)s vroeg om gegevens weg te halen."),
    "removal.decided": gettext_noop("%(who)s besliste over een vraag om gegevens weg te halen."),
    "reply.confirmed": gettext_noop("%(who)s bevestigde een melding."),
    "reply.decided": gettext_noop("%(who)s besliste over een melding."),
    "reply.filed": gettext_noop("%(who)s deed een melding."),
    "reply.forgotten": gettext_noop("%(who)s verwijderde meldingen over wat er niet meer is."),
    "reply.taken": gettext_noop("%(who)s nam een melding op zich."),
    "request.accepted": gettext_noop("%(who)s aanvaardde een vraag om mee te werken."),
    "request.declined": gettext_noop("%(who)s wees een vraag om mee te werken af."),
    "request.made": gettext_noop("%(who)s vroeg om mee te mogen werken."),
    "request.refused": gettext_noop("%(who)s kon een vraag om mee te werken niet beantwoorden."),
    "run.asked": gettext_noop("%(who)s vroeg om vragen en aanbod samen te brengen."),
    "run.begun": gettext_noop("%(who)s begon vragen en aanbod samen te brengen."),
    "run.ended": gettext_noop("%(who)s bracht vragen en aanbod samen."),
    "run.failed": gettext_noop("%(who)s kon vragen en aanbod niet samenbrengen."),
    "shown.composed": gettext_noop("%(who)s stelde alles wat getoond wordt opnieuw samen."),
    "sign_in.refused": gettext_noop("%(who)s kon zich niet aanmelden."),
    "source.named": gettext_noop("%(who)s gaf een bron een naam."),
    "trail.details_forgotten": gettext_noop("%(who)s wiste details uit het logboek."),
}
"""Of the one who did it, `%(who)s`; kept in the past tense, for it is done."""

LABELS = {
    "answer": gettext_noop("antwoord"),
    "area": gettext_noop("gebied"),
    "capacity": gettext_noop("rol"),
    "email": gettext_noop("e-mail"),
    "expires_at": gettext_noop("vervalt op"),
    "file": gettext_noop("bestand"),
    "ground": gettext_noop("grond"),
    "kind": gettext_noop("soort"),
    "name": gettext_noop("naam"),
    "organisation": gettext_noop("organisatie"),
    "partner": gettext_noop("partner"),
    "person": gettext_noop("persoon"),
    "proof": gettext_noop("bewijs"),
    "scheme": gettext_noop("indeling"),
    "source": gettext_noop("bron"),
    "state": gettext_noop("toestand"),
    "taken_by": gettext_noop("in handen van"),
    "succeeds": gettext_noop("neemt over van"),
    "target": gettext_noop("over"),
    "until": gettext_noop("tot"),
    "visibility": gettext_noop("zichtbaar voor"),
    "website": gettext_noop("website"),
    "why": gettext_noop("waarom"),
    "years": gettext_noop("jaren"),
}
"""What a changed thing is called; one without a word here is shown by its own name."""


DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
PERSON_KEYS = ("person", "taken_by")
"""Under these names a change holds the ref of a person."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How entries are said to one reader: `words` is what a room calls its fields and values, by key."""

    name_of: NameOf
    words: Mapping[str, str]

    def entry(self, entry: TrailEntry) -> str:
        """Who did what."""
        sentence = SENTENCES.get(entry.verb)
        if sentence is None:
            said = {"who": self.who(entry), "verb": entry.verb}
            return _("%(who)s deed iets waar we nog geen zin voor hebben (%(verb)s).") % said
        return _(sentence) % {"who": self.who(entry)}

    def who(self, entry: TrailEntry) -> str:
        """The person, or through which door it came when there was none."""
        if entry.person:
            return self.name_of(entry.person) or _("Iemand die er niet meer is")
        return {
            "command": _("De beheerder van de server"),
            "work": _("Wortel zelf"),
            "page": _("Een bezoeker zonder account"),
            "api": _("Een programma zonder account"),
        }.get(entry.channel, _("Onbekend"))

    def label(self, key: str) -> str:
        """What a changed thing is called."""
        return self.words.get(key) or (_(LABELS[key]) if key in LABELS else key.replace("_", " "))

    def value(self, key: str, value: Any) -> str:
        """A value before or after, as people write it."""
        if is_nothing(value):
            return _("niets")
        if isinstance(value, list):
            return " · ".join(self.value(key, item) for item in value)
        if isinstance(value, dict):
            return " · ".join(f"{self.label(name)}: {self.value(name, item)}" for name, item in value.items())
        if key in PERSON_KEYS:
            return self.name_of(str(value)) or _("iemand die er niet meer is")
        return self.words.get(str(value)) or _plain(value)


def is_nothing(value: Any) -> bool:
    """Not filled in; "no" and zero are."""
    return value in (None, "", [], {}) and value is not False


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, str) and DAY.fullmatch(value):
        try:
            return day(date.fromisoformat(value))
        except ValueError:
            return value
    return str(value)


def say_day(entry: TrailEntry) -> str:
    """The day and the minute, in Belgian time."""
    return f"{day(entry.at)}, {entry.at:%H:%M}"
