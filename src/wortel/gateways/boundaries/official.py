"""Fetches the boundaries of today from the official service of the Flemish Region.

Service: Voorlopig Referentiebestand Gemeentegrenzen (VRBG), web feature service of Digitaal Vlaanderen.
"""

from __future__ import annotations

from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from wortel.gateways.boundaries.reading import MAX_BYTES
from wortel.gateways.boundaries.refusal import BoundaryFileRefused

SERVICE = "https://geo.api.vlaanderen.be/VRBG/wfs"
LAYER = "VRBG:Refgem"
SECONDS = 120


def fetch_official() -> bytes:
    """The file as the service gives it (GeoJSON). Raises `BoundaryFileRefused` when the service cannot be reached."""
    question = urlencode(
        {
            "service": "WFS",
            "version": "2.0.0",
            "request": "GetFeature",
            "typeNames": LAYER,
            "outputFormat": "application/json",
            "srsName": "EPSG:31370",
        }
    )
    try:
        with urlopen(Request(f"{SERVICE}?{question}"), timeout=SECONDS) as answer:  # noqa: S310  (a fixed https address)
            data: bytes = answer.read(MAX_BYTES + 1)
    except (URLError, TimeoutError, OSError) as error:
        raise BoundaryFileRefused(
            "unreachable",
            f"De dienst {SERVICE} antwoordt niet ({error}). Haal het bestand zelf op en geef het aan dit commando.",
        ) from error
    return data
