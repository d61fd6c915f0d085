"""The whole register: every table with personal data, in the order in which erasure goes through them."""

from __future__ import annotations

from wortel.privacy.domain.described.alliances import ALLIANCES
from wortel.privacy.domain.described.exchange import EXCHANGE
from wortel.privacy.domain.described.introductions import INTRODUCTIONS
from wortel.privacy.domain.described.organisations import ORGANISATIONS
from wortel.privacy.domain.described.people import PEOPLE
from wortel.privacy.domain.described.post import POST
from wortel.privacy.domain.described.replies import REPLIES
from wortel.privacy.domain.described.sign_in import SIGN_IN
from wortel.privacy.domain.described.trail import TRAIL
from wortel.privacy.domain.held import Held

REGISTER: tuple[Held, ...] = (
    *REPLIES,
    *ORGANISATIONS,
    *EXCHANGE,
    *ALLIANCES,
    *INTRODUCTIONS,
    *POST,
    *SIGN_IN,
    *TRAIL,
    *PEOPLE,
)
