"""Runs all tests with pytest and says plainly what could not run on this machine. Arguments are passed to pytest."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

WITHOUT_DATABASE = ("gateways", "house", "matching")


def main(arguments: list[str]) -> int:
    """The exit status is pytest's own."""
    engine = "PostgreSQL" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "SQLite"
    print(f"Tests op {engine} …", flush=True)
    # Everything at once: a process for each core, and a file stays whole, for its tests share what they set up.
    spread = [] if arguments else ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadfile"]
    if engine == "PostgreSQL" and not arguments:
        # A page looks the same whatever keeps its data, and these folders ask no database: told once, on SQLite.
        spread += ["-m", "not browser", *(f"--ignore=tests/{room}" for room in WITHOUT_DATABASE)]
    status = subprocess.run([sys.executable, "-m", "pytest", *spread, *arguments], check=False).returncode
    if shutil.which("chromium") is None:
        print("Let op: Chromium staat niet op deze machine; de browserverhalen zijn overgeslagen.")
        print("        Op Debian: sudo apt-get install chromium")
    if shutil.which("java") is None:
        print("Let op: Java staat niet op deze machine; de proeven met Spark zijn overgeslagen.")
        print("        Op Debian: sudo apt-get install default-jre-headless")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
