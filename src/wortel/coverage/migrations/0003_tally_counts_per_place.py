"""One tally row per place instead of one per sort of statement. The tally is derived: `wortel coverage recount`."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("coverage", "0002_tally_names_a_reporter")]

    operations = [
        migrations.DeleteModel(name="EvidenceTally"),
        migrations.CreateModel(
            name="EvidenceTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("nis", models.CharField(max_length=5)),
                ("postcode", models.CharField(blank=True, max_length=4)),
                ("recognised", models.PositiveIntegerField(default=0)),
                ("equivalent", models.PositiveIntegerField(default=0)),
                ("contested", models.PositiveIntegerField(default=0)),
                ("withdrawn", models.PositiveIntegerField(default=0)),
                ("denied", models.PositiveIntegerField(default=0)),
                ("denied_contested", models.PositiveIntegerField(default=0)),
                ("denied_withdrawn", models.PositiveIntegerField(default=0)),
                (
                    "denier",
                    models.CharField(blank=True, help_text="one of those who say there was nothing", max_length=300),
                ),
                (
                    "disputer",
                    models.CharField(blank=True, help_text="one of those whose statement is contested", max_length=300),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("year", "nis", "postcode"), name="one_tally_per_place")
                ],
            },
        ),
    ]
