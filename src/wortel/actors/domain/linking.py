"""Which records speak of the same institution: by what number, and when a shared number does not mean the same."""

from __future__ import annotations

import hashlib
from base64 import b32encode

from wortel.actors.domain.identifiers import ESTABLISHMENT, KBO, NIS, OVO, ROR, SCHOOL
from wortel.actors.domain.kinds import KIND_OF, Kind
from wortel.actors.domain.statement import ActorStatement

STRENGTH = (NIS, SCHOOL, OVO, KBO, ROR)
"""Schemes by which an institution is recognised, the surest first.

`nis` is only given to municipalities and provinces as bodies. Wikidata, UiTdatabank and websites recognise nobody: a
city's website is that of its library, its museum and its schools.
"""

_SHORT = 10


def same_actor_keys(statement: ActorStatement) -> tuple[tuple[str, str], ...]:
    """The (scheme, value) pairs by which the record may be recognised, the surest first.

    A school is known by its school number alone: the enterprise number beside it is that of a board with many schools.
    """
    kind = KIND_OF[statement.kind]
    schemes = (SCHOOL,) if kind.is_school else STRENGTH
    valid = [(said.scheme, said.value) for said in statement.identifiers if said.is_valid]
    return tuple(pair for scheme in schemes for pair in valid if pair[0] == scheme)


def means_the_same(scheme: str, kind: str, other_kind: str, *, same_source: bool, is_site: bool) -> bool:
    """Whether a shared identifier makes one institution of a record and an actor, given the kinds they are said to be.

    - A school number is that of an institution with several sites: records of one source share it on purpose.
    - Any other number may not bring two records of one source together, unless the record is an establishment
      (`is_site`): a source that lists two things has two things in mind. In the register of local governments one KBO
      number stands beside a municipal company that ended and beside a project association that took it over.
    - Between sources the kinds must agree, or one must be so broad that it says little: a university and its
      hospital share their KBO number, and so do a municipality and its library.
    """
    if scheme != SCHOOL and same_source and not is_site:
        return False
    mine, other = KIND_OF[kind], KIND_OF[other_kind]
    if scheme == SCHOOL:
        return mine.is_school and other.is_school
    return mine.key == other.key or _covers(mine, other) or _covers(other, mine)


def _covers(broad: Kind, sharp: Kind) -> bool:
    """Whether the broad word may mean the sharp one."""
    return broad.is_broad and (not broad.sector or broad.sector in sharp.sectors)


def is_site(statement: ActorStatement) -> bool:
    """Whether the record speaks of one establishment of an enterprise."""
    return any(said.scheme == ESTABLISHMENT and said.is_valid for said in statement.identifiers)


def actor_ref(source: str, key: str, *, is_fictional: bool, length: int = _SHORT) -> str:
    """The name of an actor in addresses: a fingerprint of the first record about it, the same in every installation.

    Ten characters of base 32 (50 bits, lower case); `demo-` before it when the source is fictional.
    """
    digest = hashlib.sha256(f"{source}\0{key}".encode()).digest()
    short = b32encode(digest).decode("ascii").lower()[:length]
    return f"demo-{short}" if is_fictional else short
