"""Tables of the directory and its search, filled by `index` and by nothing else.

A directory page of 50,000 actors is counted and ordered in narrow tables (`DirectoryEntry`, `DirectoryCell`); only the
fifty actors it shows are read whole.

The index itself (FTS5 on SQLite, a generated tsvector on PostgreSQL) hangs on `SearchEntry` and is kept by the
database: triggers on the one, a generated column on the other. See migration `0002_search`.
"""

from __future__ import annotations

from django.db import models

from wortel.actors.search.words import WORD_LENGTH


class DirectoryCell(models.Model):
    """One combination of everything the directory counts by; thousands of actors share a few thousand of them."""

    sector = models.CharField(max_length=12)
    kind = models.CharField(max_length=40)
    province = models.CharField(max_length=5)
    region = models.CharField(max_length=12)
    is_claimed = models.BooleanField()
    is_fictional = models.BooleanField()
    status = models.CharField(max_length=10)
    sources = models.CharField(max_length=300)

    class Meta:
        app_label = "actors"
        constraints = [
            models.UniqueConstraint(
                name="one_cell_per_combination",
                fields=["sector", "kind", "province", "region", "is_claimed", "is_fictional", "status", "sources"],
            )
        ]


class DirectoryEntry(models.Model):
    """Where one actor stands in the directory: its cell, its place in the alphabet, its place on today's map."""

    actor = models.OneToOneField("actors.Actor", on_delete=models.CASCADE, primary_key=True, related_name="+")
    cell = models.ForeignKey(DirectoryCell, on_delete=models.PROTECT, related_name="+")
    name_key = models.CharField(max_length=120, help_text="the name in bare words, for order and for exact questions")
    nis = models.CharField(max_length=5)
    x_km = models.FloatField(null=True)
    y_km = models.FloatField(null=True)

    class Meta:
        app_label = "actors"
        indexes = [
            models.Index(name="directory_by_name", fields=["name_key", "actor", "cell"]),
            models.Index(name="directory_by_nis", fields=["nis", "cell"]),
            models.Index(name="directory_near", fields=["x_km", "y_km", "cell", "actor"]),
        ]


class SearchEntry(models.Model):
    """The words by which one actor is found, apart by weight: name, stems of the name, the rest, stems of the rest."""

    actor = models.OneToOneField("actors.Actor", on_delete=models.CASCADE, primary_key=True, related_name="+")
    name_words = models.TextField()
    name_stems = models.TextField()
    other_words = models.TextField()
    other_stems = models.TextField()

    class Meta:
        app_label = "actors"


class SearchTerm(models.Model):
    """A word that stands in the index, in how many entries, and its stem."""

    word = models.CharField(max_length=WORD_LENGTH, unique=True)
    stem = models.CharField(max_length=WORD_LENGTH + 4, db_index=True)
    n = models.IntegerField()

    class Meta:
        app_label = "actors"


class SearchGram(models.Model):
    """Three letters in a row of a word of the vocabulary; with the word's length, to skip words that cannot be near."""

    gram = models.CharField(max_length=3)
    length = models.SmallIntegerField()
    term = models.ForeignKey(SearchTerm, on_delete=models.CASCADE, related_name="+")

    class Meta:
        app_label = "actors"
        indexes = [models.Index(name="search_gram", fields=["gram", "length", "term"])]
