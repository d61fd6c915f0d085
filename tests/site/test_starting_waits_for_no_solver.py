"""The website starts without the engines: who asks them something waits for them, nobody else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HEAVY = ("duckdb", "ortools", "pandas", "pyspark")
LOADED = (
    "import sys, django; django.setup(); import wortel.site.urls; "
    f"print([name for name in {HEAVY!r} if name in sys.modules])"
)


def test_the_addresses_load_no_engine(tmp_path: Path) -> None:
    environment = {**os.environ, "WORTEL_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "wortel.site.settings"}
    started = subprocess.run(
        [sys.executable, "-c", LOADED], env=environment, capture_output=True, text=True, check=False
    )
    assert (started.stdout.strip(), started.stderr) == ("[]", "")
