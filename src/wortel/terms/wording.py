"""How the audiences themselves are called."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wortel.terms.domain.lens import Lens


def lens_name(lens: Lens) -> str:
    """The audience, as in "spreek me aan als: school"."""
    return {
        Lens.PLAIN: _("gewoon"),
        Lens.GOVERNMENT: _("overheid"),
        Lens.SCHOOL: _("school"),
        Lens.COMPANY: _("bedrijf"),
        Lens.RESEARCH: _("onderzoek"),
        Lens.LEISURE: _("vrije tijd"),
    }[lens]


def who_says(lens: Lens) -> str:
    """The audience at the head of a column or a row: who says it so."""
    return {
        Lens.PLAIN: _("Gewone woorden"),
        Lens.GOVERNMENT: _("Overheden"),
        Lens.SCHOOL: _("Scholen"),
        Lens.COMPANY: _("Bedrijven"),
        Lens.RESEARCH: _("Onderzoek"),
        Lens.LEISURE: _("Vrije tijd"),
    }[lens]
