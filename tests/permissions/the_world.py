"""What stands in the world of the permission tests beside its people: a thing of every kind that has an address.

Each thing belongs to the organisation OWN, and each holds a secret: a text that only those named in SECRETS may read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from allauth.mfa.models import Authenticator
from directory_of_two import OTHER, OWN
from django.utils import timezone
from the_cast import COLUMNS, STRANGER, Visitor

from wortel.actors.public import named_actors
from wortel.alliances.models import Beginning
from wortel.coverage.models import Evidence
from wortel.coverage.public import EvidenceDraft, keep_evidence
from wortel.exchange.public import PutListing, Wanted, put_listings
from wortel.introductions.public import propose
from wortel.organisations.links import CLAIM_LINKS
from wortel.organisations.models import Claim, OwnProfile, Partner, Removal
from wortel.people.links import INVITATION_LINKS
from wortel.people.models import Invitation, Mandate, Person
from wortel.post.links import preferences_url, unsubscribe_url
from wortel.post.models import Message, Subscriber
from wortel.replies.links import REPLY_LINKS
from wortel.replies.models import Reply
from wortel.trail.public import By

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
BY = By.command("tests")
SPEAK = ("redacteur", "beheerder")
SECRETS: Mapping[str, tuple[str, ...]] = {
    "concept-dat-nog-niet-gepubliceerd-is": SPEAK,
    "enkel-voor-onszelf": SPEAK,
    "09-000.00.01": (*SPEAK, "andere beheerder"),
    "voor-wie-aangemeld-is": tuple(column for column in COLUMNS if column != STRANGER),
    "redacteur@example.org": (*SPEAK, "platformbeheerder"),
    "aangemeld@example.org": ("aangemeld", *SPEAK, "platformbeheerder"),
    "de-naam-van-de-passkey": (),
    "waarom-we-weg-willen": ("beheerder", "gangmaker", "projectmanager", "platformbeheerder"),
    "tekst-van-een-mail-in-de-postkamer": (),
    "een-vraag-die-nog-een-ontwerp-is": SPEAK,
    "een-vraag-voor-onze-partners": (*SPEAK, "andere beheerder", "gangmaker", "projectmanager"),
    "een-vraag-die-op-akkoord-wacht": (*SPEAK, "andere beheerder"),
}
"""Texts planted in the world, and who may read each: nobody else ever gets one back, whatever they ask."""


@dataclass(slots=True)
class World:
    """The cast, and what fills the parameters of addresses."""

    cast: dict[str, Visitor]
    filled: dict[str, str]


def make_world(cast: dict[str, Visitor]) -> World:
    """Things of the organisation OWN; every address in the tests speaks of those."""
    keep_evidence(BY, [EvidenceDraft("demo-1", "activity", "recognised", 2022, "44021", "Robots", "Bib")], AT)
    evidence = Evidence.objects.values_list("ref", flat=True)[0]
    reply, claim, removal = _reply(), _claim(cast, "lezer", Claim.State.OPEN), _removal(cast)
    _profile()
    _post()
    invitation = _invitation(cast)
    filled = {
        "nis": "44021",
        "code": "REFREG13",
        "atlas:province:code": "40000",
        "slug": "stem-alliantie",
        "ref": OWN,
        "kind": "correction",
        "form": "csv",
        "coverage:evidence:ref": evidence,
        "coverage:reply:ref": evidence,
        "api:nis": "44021",
        "api:code": "9000",
        "api:scheme": "provincie",
        "api:ref": OWN,
        "api:/api/v1/areas/{scheme}/{code}:code": "40000",
        "api:/api/v1/evidence/{ref}:ref": evidence,
        "api:/api/v1/alliances/proposals?": "region=REFREG13",
        "api:/api/v1/areas?": "scheme=provincie&on=2025-01-01",
        "api:/api/v1/carry?": "nis=44021&from=2019-01-01&to=2025-01-01",
        "api:/api/v1/coverage?": "year=2022&boundaries=2025-01-01",
        "api:/api/v1/municipalities?": "on=2025-01-01",
        "api:/api/v1/network?": "nis=44021",
        "replies:confirm:token": REPLY_LINKS.token_for(reply.ref),
        "people:mandate-end:ref": _mandate(cast, "redacteur"),
        "people:mandate-prolong:ref": _mandate(cast, "redacteur"),
        "people:invitation:token": INVITATION_LINKS.token_for(invitation.ref),
        "people:proposal:ref": invitation.ref,
        "post:preferences:token": preferences_url(_subscriber().ref).rstrip("/").rpartition("/")[2],
        "post:unsubscribe:token": unsubscribe_url(_subscriber().ref, "reply").rstrip("/").rpartition("/")[2],
        "organisations:confirm_claim:token": CLAIM_LINKS.token_for(_claim(cast, "aangemeld", Claim.State.SENT).ref),
        "pk": str(_passkey()),
        "codes": "44021-44083",
        "alliances:begun:ref": _alliance(),
        "room": "melding",
        "atlas:desk-matter:ref": reply.ref,
        "atlas:desk-take:ref": reply.ref,
        **_listings(),
        **_introduction(),
        **_other_matters("aanvraag", claim.ref),
        **_other_matters("verwijdering", removal.ref),
    }
    return World(cast, filled)


def _profile() -> None:
    """A published profile with a field for each audience, and a draft that nobody saw."""
    published = {
        "name": "Codeklub aan de Leie",
        "description": "enkel-voor-onszelf",
        "phone": "09-000.00.01",
        "languages": "voor-wie-aangemeld-is",
    }
    shown_to = {"description": "own", "phone": "partners", "languages": "signed_in"}
    OwnProfile.objects.create(
        actor=OWN, version=2, values={**published, "stem_work": "concept-dat-nog-niet-gepubliceerd-is"},
        visibility=shown_to, published_values=published, published_visibility=shown_to, published_at=AT, changed_at=AT,
    )  # fmt: skip
    Partner.objects.create(actor=OWN, partner=OTHER, since=date(2026, 1, 1))


def _listings() -> dict[str, str]:
    """A need of OWN for everyone, and three that not everyone may read, one of them entered by OTHER."""
    texts = {
        "": ("Gastles gezocht", "open", "public"),
        "#ontwerp": ("een-vraag-die-nog-een-ontwerp-is", "draft", "public"),
        "#partners": ("een-vraag-voor-onze-partners", "open", "partners"),
        "#akkoord": ("een-vraag-die-op-akkoord-wacht", "awaiting", "public"),
    }
    filled = {}
    for variant, (title, state, visibility) in texts.items():
        wanted = Wanted(
            side="need", kind="guest_lesson", title=title, text=title, quantity=1, first_on=AT.date(),
            end_on=AT.date() + timedelta(days=300), nis="44021", lat=51.05, lon=3.72, visibility=visibility,
        )  # fmt: skip
        entered_by = OTHER if state == "awaiting" else ""
        put = PutListing(named_actors([OWN])[OWN], wanted, state=state, entered_by=entered_by)
        (row,) = put_listings(BY, [put], AT)
        filled |= {f"exchange:{name}{variant}:ref": row.ref for name in ("listing", "change")}
    return filled | {"api:/api/v1/listings/{ref}:ref": filled["exchange:listing:ref"]}


def _introduction() -> dict[str, str]:
    """A proposal between a need of OWN and an offer of OTHER, in one region; and a need to answer."""
    facts = {
        "kind": "guest_lesson", "title": "Les", "quantity": 1, "first_on": AT.date(),
        "end_on": AT.date() + timedelta(days=300), "nis": "44021", "lat": 51.05, "lon": 3.72,
    }  # fmt: skip
    actors = named_actors([OWN, OTHER])
    asked, free = (PutListing(actors[OWN], Wanted(side="need", **facts)) for _ in range(2))
    offered = PutListing(actors[OTHER], Wanted(side="offer", range_km=20.0, **facts))
    need, offer, other = put_listings(BY, [asked, offered, free], AT)
    row = propose(BY, need.ref, offer.ref, origin="engine", at=AT)
    names = ("introduction", "ending", "feedback")
    return {
        **{f"introductions:{name}:ref": row.ref for name in names},
        **{f"introductions:{name}:ref": other.ref for name in ("ask", "bring_together")},
    }


def _alliance() -> str:
    Beginning.objects.create(
        ref="a111a2ce0001", name="Gent en Deinze", scheme="referentieregio", area="REFREG13",
        municipalities=["44021", "44083"], made_by="iemand", made_at=AT,
    )  # fmt: skip
    return "a111a2ce0001"


def _post() -> None:
    Message.objects.create(
        key="tests:1", kind="reply", recipient="niemand@example.org", subject="Een mail",
        text="tekst-van-een-mail-in-de-postkamer", created_at=AT, ready_at=AT, parked_at=AT,
    )  # fmt: skip


def _subscriber() -> Subscriber:
    return Subscriber.objects.get_or_create(recipient="lezer-van-post@example.org")[0]


def _reply() -> Reply:
    return Reply.objects.create(
        ref="0a0b0c0d0e0f", kind="dispute", state=Reply.State.OPEN, target="municipality:44021", target_label="Gent",
        target_path="/gemeenten/44021/", message="Dit klopt niet.", author_name="Iemand", nis="44021",
        author_email="melder@example.org", created_at=AT, confirmed_at=AT,
    )  # fmt: skip


def _other_matters(room: str, ref: str) -> dict[str, str]:
    """Parameters of the rows about another kind of matter at the desk."""
    names = (f"atlas:{name}#{room}" for name in ("desk-matter", "desk-take"))
    return {f"{name}:{key}": value for name in names for key, value in (("room", room), ("ref", ref))}


def _claim(cast: dict[str, Visitor], column: str, state: Claim.State) -> Claim:
    person = cast[column].person
    assert person is not None
    return Claim.objects.create(
        ref=f"c1a1m{state}", actor=OWN, actor_name="Codeklub aan de Leie", person=person.ref, proof=Claim.Proof.REVIEW,
        state=state, email="", message="Ik werk daar.", made_at=timezone.now(),
    )  # fmt: skip


def _removal(cast: dict[str, Visitor]) -> Removal:
    person = cast["beheerder"].person
    assert person is not None
    return Removal.objects.create(
        ref="re110va10001", actor=OWN, person=person.ref, what="profile", why="waarom-we-weg-willen", made_at=AT
    )


def _invitation(cast: dict[str, Visitor]) -> Invitation:
    """One that is open, to be an editor of OWN, to who is signed in and has no mandate."""
    by = cast["beheerder"].person
    assert by is not None
    return Invitation.objects.create(
        way=Invitation.Way.INVITED, email="aangemeld@example.org", capacity="editor", organisation=OWN,
        organisation_name="Codeklub aan de Leie", made_by=by.ref, made_at=timezone.now(),
        expires_at=timezone.now() + timedelta(days=7),
    )  # fmt: skip


def _mandate(cast: dict[str, Visitor], column: str) -> str:
    return Mandate.objects.get(person=cast[column].person).ref


def _passkey() -> int:
    """The passkey of somebody who is not of the cast: nobody here may so much as read its name."""
    owner = Person.objects.create(name="Iemand Anders", email="iemand.anders@example.org", joined_at=AT)
    passkey = Authenticator.objects.create(
        user=owner, type=Authenticator.Type.WEBAUTHN, data={"name": "de-naam-van-de-passkey", "credential": {}}
    )
    return int(passkey.pk)
