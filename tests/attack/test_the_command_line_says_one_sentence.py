"""A slip of the keyboard is answered with one line on stderr and an exit that is not zero."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import click
import pytest

from wortel.site.cli.main import COMMANDS, command, main

MAIN = [sys.executable, "-c", "from wortel.site.cli.main import main; main()"]
REPORT = ("coverage", "report", "--boundaries", "2025-01-01")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nergens",),
        ("--nergens",),
        ("territory", "nergens"),
        ("territory", "municipalities"),
        ("territory", "municipalities", "--on", "99999-01-01"),
        ("territory", "municipalities", "--on", "2018-12-30"),
        ("territory", "municipalities", "--on", "2025-01-01", "--scheme", "provincie"),
        ("territory", "municipalities", "--on", "2025-01-01", "--scheme", "provincie", "--area", "\x1b[31m"),
        ("territory", "successors", "99999", "--on", "2025-01-01"),
        ("territory", "successors", "44\n021", "--on", "2025-01-01"),
        ("territory", "carry", "44001", "--from", "2025-01-01", "--to", "2018-12-31"),
        ("territory", "carry", "44084", "--from", "2022-01-01", "--to", "2018-12-31", "--submunicipality", "x"),
        ("territory", "postcode", "٩٨٥٠", "--on", "2025-01-01"),
        ("territory", "boundaries", "import", "/dev/zero"),
        ("import", "undo", "x"),
        ("coverage", "report"),
        (*REPORT, "--year", "99999"),
        (*REPORT, "--year", "-1"),
        (*REPORT, "--year", "2022.5"),
        (*REPORT, "--years", "2022-2019"),
        (*REPORT, "--years", "2012-" + "9" * 18),
        (*REPORT, "--years", "٢٠٢٠-٢٠٢١"),
        (*REPORT, "--year", "2022", "--by", "straat"),
        (*REPORT, "--year", "2022", "--format", "pdf"),
        (*REPORT, "--year", "2022", "--rulebook", "/dev/zero"),
        ("demo", "build", "--size", "XXL"),
        ("serve", "--port", "99999"),
    ],
)
def test_a_slip_is_one_line(arguments: Sequence[str], capsys: pytest.CaptureFixture[str], db: None) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    said = capsys.readouterr()
    assert stopped.value.code in {1, 2}
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert said.err.startswith("Fout: ")
    assert "Traceback" not in said.err


def test_every_command_explains_itself_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    def walk(found: click.Command, path: list[str]) -> None:
        with pytest.raises(SystemExit) as stopped:
            main([*path, "--help"])
        assert stopped.value.code == 0
        assert "Gebruik: wortel" in capsys.readouterr().out
        if not isinstance(found, click.Group):
            return
        for name in found.list_commands(click.Context(found)):
            inner = found.get_command(click.Context(found), name)
            assert inner is not None
            walk(inner, [*path, name])

    walk(command, [])
    assert len(COMMANDS) > 10


def run(arguments: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    surroundings = {"PATH": os.environ["PATH"], "WORTEL_DATA": str(folder)}
    return subprocess.run(
        [*MAIN, *arguments], env=surroundings, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize("arguments", [("import", "list"), (*REPORT, "--year", "2022"), ("dump", "alles.gz")])
def test_before_set_up_it_says_to_set_up(arguments: Sequence[str], tmp_path: Path) -> None:
    done = run(arguments, tmp_path / "leeg")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "Fout: De databank is nog niet klaar of van een oudere versie. Doe eerst: wortel setup"
    ]


def test_a_reader_that_leaves_is_no_failure_to_report(tmp_path: Path) -> None:
    line = f"{sys.executable} -c 'from wortel.site.cli.main import main; main()' territory municipalities"
    done = subprocess.run(
        ["/bin/sh", "-c", f"{line} --on 2025-01-01 --json | head -c 10"],
        env={"PATH": os.environ["PATH"], "WORTEL_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == ('[\n  {\n    "'[:10], "")
