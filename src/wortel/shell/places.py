"""Where this installation keeps its files, and where the reference facts lie that came with it."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = _PACKAGE.parent.parent


def _is_checkout() -> bool:
    return (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "data").is_dir()


def reference_folder() -> Path:
    """Reference tables and rulebooks: `data/` of a checkout, `wortel/reference/` of an installed package."""
    return _CHECKOUT / "data" if _is_checkout() else _PACKAGE / "reference"


def data_folder() -> Path:
    """What this installation writes: database, static files, mail. `WORTEL_DATA` decides; it is made when missing."""
    chosen = os.environ.get("WORTEL_DATA", "")
    if chosen:
        folder = Path(chosen).expanduser().resolve()
    elif _is_checkout():
        folder = _CHECKOUT / "var"
    else:
        base = os.environ.get("XDG_DATA_HOME", "") or "~/.local/share"
        folder = Path(base).expanduser() / "wortel"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
