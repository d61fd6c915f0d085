"""The door of the alliances: what other rooms may ask."""

from wortel.alliances.contract import proposals_json
from wortel.alliances.domain.problem import Limits, LimitsUseless
from wortel.alliances.pages.taking import proposals_export
from wortel.alliances.queries.asking import Question
from wortel.alliances.queries.proposals import Proposals, proposals
from wortel.alliances.rulebook import EMPHASES, policy_on
from wortel.alliances.wording import say

__all__ = [
    "EMPHASES",
    "Limits",
    "LimitsUseless",
    "Proposals",
    "Question",
    "policy_on",
    "proposals",
    "proposals_export",
    "proposals_json",
    "say",
]
