"""The door of people: what other rooms may ask or do."""

from wortel.people.actions.end_mandate import end_mandates_of
from wortel.people.actions.give_mandate import Scope, give_mandate
from wortel.people.calling import caller_of
from wortel.people.domain.caller import STRANGER, Caller, HeldMandate
from wortel.people.domain.organisation_code import OrganisationCode
from wortel.people.models import Mandate, Person
from wortel.people.permit import permit
from wortel.people.queries import names_of
from wortel.people.queries_sign_in import org_code_of
from wortel.people.sign_in.confirming import confirmed_recently

__all__ = [
    "STRANGER",
    "Caller",
    "HeldMandate",
    "Mandate",
    "OrganisationCode",
    "Person",
    "Scope",
    "caller_of",
    "confirmed_recently",
    "end_mandates_of",
    "give_mandate",
    "names_of",
    "org_code_of",
    "permit",
]
