"""What the database must know of the territory: codes that facts may point at, and boundaries that were imported.

The facts themselves (spans, successions, memberships, postcodes, population) are read from the reference tables; the
municipality table repeats code, name and span so that no fact can name a code that never existed.
"""

from __future__ import annotations

from django.db import models


class Municipality(models.Model):
    """One municipality code that ever stood on our maps; Brussels' nineteen too, as outside Flanders."""

    nis = models.CharField(primary_key=True, max_length=5)
    name = models.CharField(max_length=100)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    is_flemish = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="municipality_span_runs_forward",
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.nis} {self.name}"


class BoundarySet(models.Model):
    """Official boundaries of one map, as imported once from one file; the newest for a map is the one that is drawn."""

    map_from = models.DateField(
        help_text="first day of the map these boundaries draw: 2018-12-31, 2019-01-01 or 2025-01-01"
    )
    source = models.CharField(max_length=200)
    file_name = models.CharField(max_length=255)
    file_sha256 = models.CharField(max_length=64)
    imported_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_boundary_set_per_map_and_file", fields=["map_from", "file_sha256"])
        ]


class Boundary(models.Model):
    """The outline of one municipality in one set: well-known binary in WGS84 degrees, in a table of its own."""

    boundary_set = models.ForeignKey(BoundarySet, on_delete=models.CASCADE, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    wkb = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_boundary_per_code_and_set", fields=["boundary_set", "municipality"])
        ]
