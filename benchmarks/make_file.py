"""Writes a dirty file about actors: python -m benchmarks.make_file '{"path": …, "rows": …, "seed": …}'."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from wortel.site.cli.main import open_django

if __name__ == "__main__":
    open_django()
    from benchmarks.actor_rows import write_rows

    asked = json.loads(sys.argv[1])
    write_rows(Path(asked["path"]), asked["rows"], asked["seed"])
    print(json.dumps({"rows": asked["rows"]}))
