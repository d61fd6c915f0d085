"""The door of people: what other rooms may ask or do."""

from wortel.people.actions.give_mandate import Scope, give_mandate
from wortel.people.calling import caller_of
from wortel.people.domain.caller import STRANGER, Caller, HeldMandate
from wortel.people.models import Mandate, Person
from wortel.people.permit import permit

__all__ = ["STRANGER", "Caller", "HeldMandate", "Mandate", "Person", "Scope", "caller_of", "give_mandate", "permit"]
