from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0001_initial")]

    operations = [
        migrations.RemoveIndex(model_name="record", name="record_subject"),
        migrations.AddIndex(model_name="record", index=models.Index(fields=["subject"], name="record_subject")),
    ]
