"""Takes the two pictures of the README from a running demo world: python scripts/screenshots.py http://127.0.0.1:8000"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURES = {"home": "/", "coverage": "/dekking/?jaar=2022"}
FOLDER = Path(__file__).resolve().parent.parent / "docs" / "images"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def main(base: str) -> None:
    """Writes one PNG per page."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = chromium.new_page(viewport={"width": 1280, "height": 1180}, locale="nl-BE", color_scheme="light")
        for name, path in PICTURES.items():
            page.goto(base + path)
            page.screenshot(path=FOLDER / f"{name}.png")
        chromium.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
