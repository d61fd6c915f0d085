"""The door of people: what other rooms may ask or do."""

from wortel.people.acting_now import acting_now
from wortel.people.actions.end_mandate import end_mandate, end_mandates_of
from wortel.people.actions.forget_lapsed import forget_lapsed_invitations
from wortel.people.actions.forget_sessions import forget_ended_sessions
from wortel.people.actions.give_mandate import Scope, give_mandate
from wortel.people.actions.invite import Wish, invite
from wortel.people.actions.remind_of_expiry import remind_of_expiry
from wortel.people.calling import caller_of, mail_of
from wortel.people.domain.caller import STRANGER, Caller, HeldMandate
from wortel.people.domain.organisation_code import OrganisationCode
from wortel.people.in_force import mandates_in_force
from wortel.people.mailing import invitation_link
from wortel.people.models import Mandate, Person
from wortel.people.permit import permit, sign_in_address
from wortel.people.providers import area_names, organisation_names, organisation_tabs
from wortel.people.queries import (
    Member,
    administrators,
    administrators_of,
    all_mandates_on,
    mandates_on,
    names_of,
    requests_waiting,
    verified_addresses_of,
)
from wortel.people.queries_areas import areas_with
from wortel.people.queries_sign_in import org_code_of
from wortel.people.refused import NotAllowed
from wortel.people.sign_in.confirming import confirmed_recently
from wortel.people.wording import say, say_capacity, say_state

__all__ = [
    "STRANGER",
    "Caller",
    "HeldMandate",
    "Mandate",
    "Member",
    "NotAllowed",
    "OrganisationCode",
    "Person",
    "Scope",
    "Wish",
    "acting_now",
    "administrators",
    "administrators_of",
    "all_mandates_on",
    "area_names",
    "areas_with",
    "caller_of",
    "confirmed_recently",
    "end_mandate",
    "end_mandates_of",
    "forget_ended_sessions",
    "forget_lapsed_invitations",
    "give_mandate",
    "invitation_link",
    "invite",
    "mail_of",
    "mandates_in_force",
    "mandates_on",
    "names_of",
    "org_code_of",
    "organisation_names",
    "organisation_tabs",
    "permit",
    "remind_of_expiry",
    "requests_waiting",
    "say",
    "say_capacity",
    "say_state",
    "sign_in_address",
    "verified_addresses_of",
]
