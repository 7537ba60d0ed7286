"""Makes the pictures of README and handbook from the real thing: `make beelden` after `make site`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "handboek" / "beeld"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--allow-file-access-from-files"]
COLLAGE = """<!doctype html><style>
body {{ margin: 0; padding: 40px; width: 1320px; display: flex; gap: 40px; align-items: flex-start; }}
body {{ background: #ece8e1; }}
img {{ display: block; border-radius: 12px; box-shadow: 0 12px 40px rgb(0 0 0 / 25%); }}
.groot {{ width: 960px; }} .klein {{ width: 280px; }}
</style><img class="groot" src="{large}"><img class="klein" src="{small}">"""


def picture(browser: Browser, url: str, width: int, height: int, target: Path) -> None:
    """Take a picture of `url` in a window of that size (CSS pixels)."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(url)
    page.screenshot(path=target)
    page.close()


FLYERS = {"familiegroepsplan-nl": "folder", "familiegroepsplan-ar": "folder-arabisch", "mijn-plan-nl": "formulier"}
"""Pictures for the README: the first page of these flyers."""


def flyer(name: str, target: Path) -> None:
    """The first page of a built flyer of Amsterdam as a picture, 900 pixels wide."""
    pdf = ROOT / "dist" / "amsterdam" / "flyers" / f"{name}.pdf"
    size = ["-scale-to-x", "900", "-scale-to-y", "-1"]
    subprocess.run(["pdftoppm", "-singlefile", "-png", *size, pdf, target.with_suffix("")], check=True)


def main() -> None:
    """Write the pictures from the built site of Amsterdam, served at the address in argv[1]."""
    for name, picture_name in FLYERS.items():
        flyer(name, FOLDER / f"{picture_name}.png")
    address = sys.argv[1].rstrip("/")
    FOLDER.mkdir(parents=True, exist_ok=True)
    large, small = FOLDER / "groot.tmp.png", FOLDER / "klein.tmp.png"
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-headless-shell")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        picture(browser, f"{address}/", 1280, 860, large)
        picture(browser, f"{address}/", 390, 844, small)
        collage = FOLDER / "collage.tmp.html"
        collage.write_text(COLLAGE.format(large=large.name, small=small.name), "utf-8")
        picture(browser, collage.as_uri(), 1400, 726, FOLDER / "site.png")
        browser.close()
    for leftover in FOLDER.glob("*.tmp.*"):
        leftover.unlink()


if __name__ == "__main__":
    main()
