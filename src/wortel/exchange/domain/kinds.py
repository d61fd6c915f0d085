"""The kinds of need and offer. A kind is data: which questions its form asks, who travels, what is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wortel.exchange.domain.words import NEED, OFFER
from wortel.kernel.text import gettext_noop, ngettext_noop

THEME, PRIORITY, TARGET, AGES, GROUP, LANGUAGE, MOMENT, RANGE, WEEKLY, ACCESS, CONDITION, URGENT = (
    "themes", "priorities", "target_groups", "ages", "group_size", "languages",
    "moments", "range", "per_week", "accessibility", "conditions", "is_urgent",
)  # fmt: skip
"""What a kind may ask. Asked of every kind: title, text, how often, period, place, visibility."""

BOTH, NOBODY = "both", "nobody"


@dataclass(frozen=True, slots=True)
class Kind:
    """`a` and `many` name it in a sentence ("zoekt een gastles"); `units` is one and more of what is counted.

    `travels`: the side that goes to the other, `both` (to be agreed) or `nobody`; `is_anywhere`: place does not count
    unless a distance is given. `needs` and `offers` are the questions on either side; `ages` the usual ones (no end).
    `sought_by` and `offered_by`: helix sectors it is usual for, to put the likely kinds first.
    """

    key: str
    label: str
    a: str
    many: str
    units: tuple[str, str]
    travels: str
    needs: tuple[str, ...]
    offers: tuple[str, ...]
    hint: str
    ages: tuple[int, int] | None = None
    is_anywhere: bool = False
    sought_by: tuple[str, ...] = ()
    offered_by: tuple[str, ...] = ()

    def asks(self, side: str) -> tuple[str, ...]:
        """The questions for that side."""
        return self.needs if side == NEED else self.offers

    def moves(self, side: str) -> bool:
        """Whether that side may have to travel."""
        return self.travels in (side, BOTH)


_TIMES = ngettext_noop("keer", "keer")
_PLACES = ngettext_noop("plaats", "plaatsen")
_CLASS = (THEME, PRIORITY, AGES, GROUP, LANGUAGE, MOMENT, TARGET, ACCESS)
_SCHOOLS, _WORK = ("education", "society"), ("enterprise", "research")

KINDS: tuple[Kind, ...] = (
    Kind(
        "guest_lesson", gettext_noop("Gastles"), gettext_noop("een gastles"), gettext_noop("gastlessen"),
        _TIMES, OFFER, (*_CLASS, CONDITION, URGENT), (*_CLASS, WEEKLY, RANGE, CONDITION),
        gettext_noop("iemand van buiten de school geeft een les"),
        ages=(6, 19), sought_by=("education",), offered_by=(*_WORK, "society"),
    ),
    Kind(
        "company_visit", gettext_noop("Bedrijfsbezoek"), gettext_noop("een bedrijfsbezoek"),
        gettext_noop("bedrijfsbezoeken"),
        _TIMES, NEED, (*_CLASS, RANGE, CONDITION, URGENT), (*_CLASS, WEEKLY, RANGE, CONDITION),
        gettext_noop("een klas of groep komt kijken waar STEM gebeurt"),
        ages=(10, 19), sought_by=_SCHOOLS, offered_by=_WORK,
    ),
    Kind(
        "pupil_internship", gettext_noop("Leerlingenstage"), gettext_noop("een leerlingenstage"),
        gettext_noop("leerlingenstages"),
        _PLACES, NEED, (THEME, AGES, LANGUAGE, RANGE, TARGET, ACCESS, CONDITION, URGENT),
        (THEME, AGES, LANGUAGE, RANGE, TARGET, ACCESS, CONDITION),
        gettext_noop("een leerling loopt stage op de werkvloer"),
        ages=(16, 19), sought_by=("education",), offered_by=(*_WORK, "government"),
    ),
    Kind(
        "dual_learning", gettext_noop("Duaal leren"), gettext_noop("een werkplek voor duaal leren"),
        gettext_noop("werkplekken voor duaal leren"),
        _PLACES, NEED, (THEME, AGES, LANGUAGE, RANGE, CONDITION, URGENT), (THEME, AGES, LANGUAGE, RANGE, CONDITION),
        gettext_noop("een jongere leert op school en op de werkplek"),
        ages=(15, 26), sought_by=("education",), offered_by=("enterprise", "government"),
    ),
    Kind(
        "teacher_internship", gettext_noop("Lerarenstage"), gettext_noop("een lerarenstage"),
        gettext_noop("lerarenstages"),
        _PLACES, NEED, (THEME, PRIORITY, LANGUAGE, RANGE, CONDITION, URGENT),
        (THEME, PRIORITY, LANGUAGE, RANGE, CONDITION),
        gettext_noop("een leraar kijkt of werkt een tijd mee"),
        sought_by=("education",), offered_by=_WORK,
    ),
    Kind(
        "room", gettext_noop("Ruimte of infrastructuur"), gettext_noop("een ruimte of infrastructuur"),
        gettext_noop("ruimtes of infrastructuur"),
        _TIMES, NEED, (THEME, GROUP, MOMENT, RANGE, ACCESS, CONDITION, URGENT),
        (THEME, GROUP, MOMENT, WEEKLY, RANGE, ACCESS, CONDITION),
        gettext_noop("een lokaal, labo, atelier of toestellen"),
        sought_by=("society",), offered_by=("government", "education", "research"),
    ),
    Kind(
        "workshop", gettext_noop("Workshop of traject"), gettext_noop("een workshop of traject"),
        gettext_noop("workshops of trajecten"),
        _TIMES, BOTH, (*_CLASS, RANGE, CONDITION, URGENT), (*_CLASS, WEEKLY, RANGE, CONDITION),
        gettext_noop("kinderen of jongeren maken of onderzoeken zelf iets, één keer of vaker"),
        ages=(6, 19), sought_by=("education", "government", "society"), offered_by=("society", "research"),
    ),
    Kind(
        "coach", gettext_noop("Coach"), gettext_noop("een coach"), gettext_noop("coaches"),
        _TIMES, OFFER, (THEME, AGES, LANGUAGE, MOMENT, TARGET, CONDITION, URGENT),
        (THEME, AGES, LANGUAGE, MOMENT, TARGET, WEEKLY, RANGE, CONDITION),
        gettext_noop("iemand begeleidt een groep of een team, vaker dan één keer"),
        ages=(6, 19), sought_by=_SCHOOLS, offered_by=(*_WORK, "society"),
    ),
    Kind(
        "role_model", gettext_noop("Rolmodel"), gettext_noop("een rolmodel"), gettext_noop("rolmodellen"),
        _TIMES, OFFER, (THEME, AGES, LANGUAGE, MOMENT, TARGET, CONDITION, URGENT),
        (THEME, AGES, LANGUAGE, MOMENT, TARGET, WEEKLY, RANGE, CONDITION),
        gettext_noop("iemand vertelt over het eigen werk en de weg ernaartoe"),
        ages=(8, 19), sought_by=("education", "society", "government"), offered_by=_WORK,
    ),
    Kind(
        "transport", gettext_noop("Vervoer"), gettext_noop("vervoer"), gettext_noop("ritten"),
        ngettext_noop("rit", "ritten"),
        OFFER, (GROUP, MOMENT, ACCESS, CONDITION, URGENT), (GROUP, MOMENT, WEEKLY, RANGE, ACCESS, CONDITION),
        gettext_noop("een groep geraakt ter plaatse en terug"),
        sought_by=_SCHOOLS, offered_by=("government", "enterprise"),
    ),
    Kind(
        "sponsoring", gettext_noop("Sponsoring"), gettext_noop("sponsoring"), gettext_noop("sponsoring"),
        ngettext_noop("bijdrage", "bijdragen"),
        NOBODY, (THEME, PRIORITY, TARGET, CONDITION, URGENT), (THEME, PRIORITY, TARGET, RANGE, CONDITION),
        gettext_noop("geld, materiaal of prijzen"),
        is_anywhere=True, sought_by=(*_SCHOOLS, "government"), offered_by=("enterprise",),
    ),
    Kind(
        "expertise", gettext_noop("Expertise"), gettext_noop("expertise"), gettext_noop("expertise"),
        ngettext_noop("gesprek", "gesprekken"),
        NOBODY, (THEME, PRIORITY, LANGUAGE, MOMENT, CONDITION, URGENT),
        (THEME, PRIORITY, LANGUAGE, MOMENT, WEEKLY, RANGE, CONDITION),
        gettext_noop("iemand die iets kent, denkt mee; het kan op afstand"),
        is_anywhere=True, sought_by=("education", "government", "society"), offered_by=_WORK,
    ),
    Kind(
        "channel", gettext_noop("Communicatiekanaal"), gettext_noop("een communicatiekanaal"),
        gettext_noop("communicatiekanalen"),
        ngettext_noop("bericht", "berichten"),
        NOBODY, (THEME, TARGET, LANGUAGE, CONDITION, URGENT), (THEME, TARGET, LANGUAGE, RANGE, CONDITION),
        gettext_noop("een nieuwsbrief, blad, scherm of sociaal medium dat iets wil vertellen"),
        is_anywhere=True, sought_by=("society", "education"), offered_by=("government",),
    ),
    Kind(
        "mentor", gettext_noop("Mentor school–bedrijf"), gettext_noop("een mentor school–bedrijf"),
        gettext_noop("mentoren school–bedrijf"),
        ngettext_noop("traject", "trajecten"),
        BOTH, (THEME, PRIORITY, LANGUAGE, RANGE, CONDITION, URGENT), (THEME, PRIORITY, LANGUAGE, RANGE, CONDITION),
        gettext_noop("een school en een bedrijf trekken een tijd samen op"),
        sought_by=("education", "enterprise"), offered_by=("enterprise", "education"),
    ),
)  # fmt: skip
KIND_OF: Mapping[str, Kind] = {kind.key: kind for kind in KINDS}


def kinds_for(sector: str, side: str) -> tuple[Kind, ...]:
    """Every kind, those usual for that helix sector first."""
    return tuple(sorted(KINDS, key=lambda it: sector not in (it.sought_by if side == NEED else it.offered_by)))
