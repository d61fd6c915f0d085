"""Addresses of municipalities and their evidence, for pages that hold hundreds of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from wortel.coverage.domain.mapping import CoverageMap

_PLACE = "00000"


@dataclass(frozen=True, slots=True)
class Doors:
    """Looking an address up costs more than the rest of a row; so once a page, with a place held open for the code."""

    page: str
    evidence_list: str

    @classmethod
    def of(cls, coverage: CoverageMap) -> Doors:
        """The doors in the language of the day, to the evidence about this year as this map sees it."""
        query = f"?jaar={coverage.year}&gemeente={_PLACE}&grenzen={coverage.on.isoformat()}"
        return cls(reverse("atlas:municipality", args=[_PLACE]), reverse("coverage:evidence_list") + query)

    def municipality(self, nis: str) -> str:
        """The municipality's page."""
        return self.page.replace(_PLACE, nis)

    def evidence(self, nis: str) -> str:
        """What was said about the municipality in that year."""
        return self.evidence_list.replace(_PLACE, nis)
