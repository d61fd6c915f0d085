"""`--engine spark` on a machine that cannot run it: what is missing and how to get it, before any work is done."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from click.testing import CliRunner
from spark_worlds import written

from wortel.site.cli.matching import command


def refused(folder: Path, *more: str) -> str:
    written(folder, [], [])
    files = ("--needs", folder / "needs.csv", "--offers", folder / "offers.csv", "--out", folder / "matches.csv")
    done = CliRunner().invoke(command, ["run", *map(str, files), *more])
    assert done.exit_code == 1
    assert not (folder / "matches.csv").exists()
    return done.stderr


def test_without_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert "Java 17 of nieuwer nodig" in refused(tmp_path, "--engine", "spark")


def test_with_a_java_that_is_too_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "java").write_text("#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n", encoding="utf-8")
    (tmp_path / "bin" / "java").chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert "Java 17 of nieuwer nodig" in refused(tmp_path, "--engine", "spark")


def test_without_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert 'pip install "wortel[spark]"' in refused(tmp_path, "--engine", "spark")


def test_a_cluster_without_a_folder_that_it_shares(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wortel.matching.engine.spark_session.java_version", lambda: 17)
    assert "--spark-folder" in refused(tmp_path, "--engine", "spark", "--spark-master", "spark://knoop:7077")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "is geen map die bestaat" in refused(tmp_path, "--engine", "spark", "--spark-folder", str(tmp_path / "weg"))


def test_a_spark_master_without_the_engine(tmp_path: Path) -> None:
    assert "horen bij --engine spark" in refused(tmp_path, "--spark-master", "local[2]")
