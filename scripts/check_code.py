"""Everything of `make test` that is not a test: style, types, contracts, templates, migrations, catalogue, settings."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BIN = Path(sys.executable).parent
DJANGO = [str(BIN / "python"), "-m", "django"]

STEPS = (
    ("stijl (ruff)", [str(BIN / "ruff"), "check", "--quiet"]),
    ("types (mypy)", [str(BIN / "mypy"), "--no-error-summary"]),
    ("contracten tussen kamers (import-linter)", [str(BIN / "lint-imports"), "--no-logo"]),
    ("sjablonen (djlint)", [str(BIN / "djlint"), "src", "--lint", "--quiet"]),
    ("migraties volgen de modellen", [*DJANGO, "makemigrations", "--check", "--dry-run"]),
    ("Engelse vertaling volledig", [str(BIN / "python"), "scripts/catalogue.py", "check"]),
    ("instellingen van een echte site (check --deploy)", [*DJANGO, "check", "--deploy", "--fail-level", "WARNING"]),
)


def main() -> int:
    """Runs every step, shows the output of the ones that fail, and fails when one did."""
    failed = []
    with tempfile.TemporaryDirectory(prefix="wortel-check-") as folder:
        surroundings = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "wortel.site.settings",
            "DATABASE_URL": "",
            "WORTEL_DATA": folder,
            "WORTEL_HTTPS": "1",
        }
        for name, command in STEPS:
            started = time.monotonic()
            done = subprocess.run(command, check=False, env=surroundings, capture_output=True, text=True)
            passed = done.returncode == 0
            print(f"{'goed' if passed else 'FOUT':5} {name} ({time.monotonic() - started:.1f} s)", flush=True)
            if not passed:
                failed.append(name)
                print(done.stdout + done.stderr, flush=True)
    if failed:
        print(f"Niet in orde: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
