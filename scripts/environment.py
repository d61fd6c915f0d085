"""Makes `.venv` and fills it from a hash lock, with uv when that is on PATH, else with venv and pip.

    python scripts/environment.py requirements.lock     the environment and the locked packages
    python scripts/environment.py --project             the project itself, without asking for anything else

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
PLACE = VENV / ".place"
OLDEST = (3, 11)


def main(argument: str) -> int:
    """Does what the argument asks; the exit status is that of the installer."""
    if argument == "--project":
        say("Stap: wortel zelf installeren …")
        return install("--no-deps", "--no-build-isolation", "--editable", ".")
    if sys.version_info < OLDEST:
        say(f"Wortel heeft Python 3.11 of nieuwer nodig; dit is Python {sys.version_info[0]}.{sys.version_info[1]}.")
        return 1
    if not is_usable() and not make_environment():
        return 1
    lock = ROOT / argument
    count = sum(line[:1].isalnum() for line in lock.read_text(encoding="utf-8").splitlines())
    say(f"Stap: {count} pakketten installeren uit {argument} (alleen de eerste keer) …")
    started = time.monotonic()
    status = install("--require-hashes", "--requirement", argument)
    if status == 0:
        PLACE.write_text(str(ROOT), encoding="utf-8")
        say(f"      klaar in {time.monotonic() - started:.0f} s")
    return status


def is_usable() -> bool:
    """Whether an environment stands here that was made here and still runs."""
    if not PYTHON.exists() or not PLACE.exists() or PLACE.read_text(encoding="utf-8") != str(ROOT):
        return False
    return subprocess.run([PYTHON, "-c", ""], check=False, capture_output=True).returncode == 0


def make_environment() -> bool:
    """Makes an empty environment in place of whatever stood there; says what is missing when it cannot."""
    say("Stap: omgeving .venv maken …")
    uv = shutil.which("uv")
    if uv:
        command = [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(VENV)]
        return subprocess.run(command, check=False, env=calm()).returncode == 0
    if not has_venv():
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        say(f"Deze Python mist de module venv. Op Debian of Ubuntu: sudo apt-get install python{version}-venv")
        return False
    return subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False).returncode == 0


def has_venv() -> bool:
    """Debian ships `venv` without the `ensurepip` it needs in a package of its own."""
    try:
        import ensurepip  # noqa: F401, PLC0415
        import venv  # noqa: F401, PLC0415
    except ImportError:
        return False
    return True


def install(*arguments: str) -> int:
    """Runs the installer inside the environment."""
    uv = shutil.which("uv")
    if uv:
        return subprocess.run(
            [uv, "pip", "install", "--python", str(PYTHON), *arguments], check=False, cwd=ROOT, env=calm()
        ).returncode
    return pip(*arguments)


def pip(*arguments: str) -> int:
    """Runs pip and shows a count of packages instead of its hundreds of lines; all of them when it fails."""
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off", *arguments]
    lines: list[str] = []
    collected = 0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line)
            collected += line.startswith("Collecting ")
            if line.startswith("Collecting ") and (sys.stdout.isatty() or collected % 20 == 0):
                say(f"      {collected} opgehaald", end="\r" if sys.stdout.isatty() else "\n")
            elif line.startswith("Installing collected"):
                say("      uitpakken …              ")
    if process.returncode:
        say("".join(lines[-30:]))
        say("Installeren is niet gelukt; de laatste regels hierboven zeggen waarom.")
    return process.returncode


def calm() -> dict[str, str]:
    """The environment in which uv neither downloads a Python nor talks about other ones."""
    return {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}


def say(text: str, end: str = "\n") -> None:
    """Shows progress at once, also through a pipe."""
    print(text, end=end, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
