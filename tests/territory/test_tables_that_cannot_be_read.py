"""A damaged table is refused with its name and line."""

import shutil
from pathlib import Path

import pytest

from wortel.territory.tables import TableUnreadable, read_timeline


@pytest.mark.parametrize(
    ("table", "content", "message"),
    [
        ("municipalities", "nis,name\n11001,Aartselaar\n", "municipalities.csv, line 1"),
        ("successions", "on,old_nis,new_nis\n01/01/2025,11007,11002\n", "successions.csv, line 2"),
        ("areas", "", "areas.csv, line 1"),
        ("points", "nis,lat,lon,area_km2,valid_from,valid_to\n11001,x,4,1,2018-12-31,\n", "points.csv, line 2"),
        ("adjacency", "nis_a,nis_b,valid_from,valid_to\n11001,11002\n", "adjacency.csv, line 2"),
    ],
)
def test_the_table_and_the_line_are_named(tables: Path, tmp_path: Path, table: str, content: str, message: str) -> None:
    shutil.copytree(tables, tmp_path / "copy")
    (tmp_path / "copy" / f"{table}.csv").write_text(content, encoding="utf-8")
    with pytest.raises(TableUnreadable, match=message):
        read_timeline(tmp_path / "copy")


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(TableUnreadable, match=r"municipalities\.csv"):
        read_timeline(tmp_path)
