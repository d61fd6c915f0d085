"""The search index of each engine, kept in step with `SearchEntry` by the database itself."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

COLUMNS = ("name_words", "name_stems", "other_words", "other_stems")
_NAMES = ", ".join(COLUMNS)
_OLD = ", ".join(f"old.{column}" for column in COLUMNS)
_NEW = ", ".join(f"new.{column}" for column in COLUMNS)
_FORGET = f"INSERT INTO actors_search(actors_search, rowid, {_NAMES}) VALUES ('delete', old.actor_id, {_OLD});"
_LEARN = f"INSERT INTO actors_search(rowid, {_NAMES}) VALUES (new.actor_id, {_NEW});"

SQLITE = (
    f"CREATE VIRTUAL TABLE actors_search USING fts5({_NAMES}, content='actors_searchentry', "
    "content_rowid='actor_id', tokenize='unicode61 remove_diacritics 0', prefix='2 3')",
    # A word in the name weighs ten times one elsewhere; a stem weighs less than the word as it was typed.
    "INSERT INTO actors_search(actors_search, rank) VALUES ('rank', 'bm25(10.0, 6.0, 1.0, 0.6)')",
    f"CREATE TRIGGER actors_search_learns AFTER INSERT ON actors_searchentry BEGIN {_LEARN} END",
    f"CREATE TRIGGER actors_search_forgets AFTER DELETE ON actors_searchentry BEGIN {_FORGET} END",
    f"CREATE TRIGGER actors_search_relearns AFTER UPDATE ON actors_searchentry BEGIN {_FORGET} {_LEARN} END",
)
SQLITE_BACK = (
    "DROP TRIGGER IF EXISTS actors_search_learns",
    "DROP TRIGGER IF EXISTS actors_search_forgets",
    "DROP TRIGGER IF EXISTS actors_search_relearns",
    "DROP TABLE IF EXISTS actors_search",
)
_VECTOR = " || ".join(
    f"setweight(to_tsvector('simple'::regconfig, {column}), '{weight}')"
    for column, weight in zip(COLUMNS, "ABCD", strict=True)
)
POSTGRESQL = (
    f"ALTER TABLE actors_searchentry ADD COLUMN vector tsvector GENERATED ALWAYS AS ({_VECTOR}) STORED",
    "CREATE INDEX actors_searchentry_vector ON actors_searchentry USING gin (vector)",
)
POSTGRESQL_BACK = ("ALTER TABLE actors_searchentry DROP COLUMN IF EXISTS vector",)


def build(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement, params=None)


def take_down(apps, schema_editor):
    for statement in SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("actors", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "actor",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="actors.actor",
                    ),
                ),
                ("name_words", models.TextField()),
                ("name_stems", models.TextField()),
                ("other_words", models.TextField()),
                ("other_stems", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="SearchTerm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=60, unique=True)),
                ("stem", models.CharField(db_index=True, max_length=64)),
                ("n", models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="SearchGram",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("gram", models.CharField(max_length=3)),
                ("length", models.SmallIntegerField()),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="actors.searchterm"
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["gram", "length", "term"], name="search_gram")]},
        ),
        migrations.RunPython(build, take_down),
    ]
