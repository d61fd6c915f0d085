"""`wortel --help` and the help of each command work and are in Dutch."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from wortel.site.cli.main import COMMANDS, command


def test_help_names_every_command_and_the_two_variables() -> None:
    said = CliRunner().invoke(command, ["--help"]).output
    for word in (*COMMANDS, "DATABASE_URL", "WORTEL_DATA"):
        assert word in said


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    result = CliRunner().invoke(command, [name, "--help"])
    assert result.exit_code == 0, result.exception
    assert len(result.output.splitlines()) > 4
