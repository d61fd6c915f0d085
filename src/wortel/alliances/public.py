"""The door of the alliances: what other rooms may ask."""

from wortel.alliances.domain.problem import Limits, LimitsUseless
from wortel.alliances.domain.proposing import Alternative
from wortel.alliances.domain.scoring import Group
from wortel.alliances.pages.taking import proposals_export
from wortel.alliances.queries.asking import Question
from wortel.alliances.queries.beginnings import Begun, beginning, beginnings
from wortel.alliances.queries.proposals import Proposals, proposals
from wortel.alliances.rulebook import EMPHASES, policy_on
from wortel.alliances.wording import say, say_quality

__all__ = [
    "EMPHASES",
    "Alternative",
    "Begun",
    "Group",
    "Limits",
    "LimitsUseless",
    "Proposals",
    "Question",
    "beginning",
    "beginnings",
    "policy_on",
    "proposals",
    "proposals_export",
    "say",
    "say_quality",
]
