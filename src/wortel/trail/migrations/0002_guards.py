"""The head of the chain, and the triggers that refuse to change what is on the trail."""

from typing import Any

from django.db import migrations

from wortel.trail import guards
from wortel.trail.domain.chain import GENESIS


def begin(apps: Any, _editor: Any) -> None:
    apps.get_model("trail", "Head").objects.get_or_create(only=True, defaults={"hash": GENESIS})
    guards.guard()


def lift(_apps: Any, _editor: Any) -> None:
    guards.unguard()


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_initial")]

    operations = [migrations.RunPython(begin, lift)]
