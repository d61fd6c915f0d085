"""Reads files with official municipal boundaries: GeoJSON and TopoJSON, as publishers write them."""

from wortel.gateways.boundaries.reading import Boundary, layers_in, read_boundaries
from wortel.gateways.boundaries.refusal import BoundaryFileRefused

__all__ = ["Boundary", "BoundaryFileRefused", "layers_in", "read_boundaries"]
