"""Why an introduction ended without being done: short lists to choose from, as keys with their Dutch labels."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wortel.kernel.text import gettext_noop

OTHER = "other"
DID_NOT_HAPPEN, NOT_AGREED, NO_ANSWER, NO_DAY = "did_not_happen", "not_agreed", "no_answer", "no_day"

DECLINING: Mapping[str, str] = MappingProxyType(
    {
        "no_time": gettext_noop("we hebben geen tijd of plaats meer"),
        "wrong_moment": gettext_noop("het moment past niet"),
        "too_far": gettext_noop("het is te ver"),
        "other_group": gettext_noop("het past niet bij onze groep of ons aanbod"),
        "found_already": gettext_noop("we vonden al iemand anders"),
        OTHER: gettext_noop("iets anders"),
    }
)
"""Before there was contact."""

DROPPING: Mapping[str, str] = MappingProxyType(
    {
        "no_reply": gettext_noop("we kregen de ander niet te pakken"),
        NO_DAY: gettext_noop("we vonden geen dag"),
        "plans_changed": gettext_noop("onze plannen veranderden"),
        "cancelled": gettext_noop("het is afgezegd (ziekte, weer, staking …)"),
        "too_costly": gettext_noop("het kost te veel"),
        OTHER: gettext_noop("iets anders"),
    }
)
"""After there was contact."""

BY_ITSELF: Mapping[str, str] = MappingProxyType(
    {
        DID_NOT_HAPPEN: gettext_noop("het ging die dag niet door"),
        NOT_AGREED: gettext_noop("dit was niet afgesproken"),
        NO_ANSWER: gettext_noop("niet iedereen antwoordde op tijd"),
    }
)
"""Not on the lists: these follow from what was done, or not done."""

LABELS: Mapping[str, str] = MappingProxyType({**BY_ITSELF, **DROPPING, **DECLINING})
