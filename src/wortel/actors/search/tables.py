"""Tables of the search: what is indexed per actor, and the vocabulary with its trigrams for typing errors.

The index itself (FTS5 on SQLite, a generated tsvector on PostgreSQL) hangs on `SearchEntry` and is kept by the
database: triggers on the one, a generated column on the other. See migration `0002_search`.
"""

from __future__ import annotations

from django.db import models

from wortel.actors.search.words import WORD_LENGTH


class SearchEntry(models.Model):
    """The words by which one actor is found, apart by weight: name, stems of the name, the rest, stems of the rest."""

    actor = models.OneToOneField("actors.Actor", on_delete=models.CASCADE, primary_key=True, related_name="+")
    name_key = models.CharField(max_length=200, db_index=True)
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
