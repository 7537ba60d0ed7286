"""Makes the pictures of the handbook from the real thing: built pages, and commands in a terminal.

`make beelden` after `make site`; with names behind it only those: `python tools/handboekbeelden.py ADRES melding`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import StringIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.beelden import ARGUMENTS, FOLDER  # noqa: E402

from tests.projectkopie import copy_project  # noqa: E402
from tests.terminal import CONTROL_C, terminal  # noqa: E402

FGP = str(Path(sys.executable).with_name("fgp"))
COLUMNS, NARROW = 98, 80
COLOURS, ROOM = 160, 8
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 28px; width: max-content; background: #ece8e1; }}
div {{ padding: 14px 26px 22px; border-radius: 12px; background: #20262c; box-shadow: 0 10px 30px rgb(0 0 0 / 30%); }}
div::before {{ content: ""; display: block; width: 12px; height: 12px; margin-bottom: 14px; border-radius: 50%;
  background: #8b949e; box-shadow: 20px 0 #8b949e, 40px 0 #8b949e; }}
pre {{ margin: 0; color: #f4f1ea; font: 15px/1.5 "DejaVu Sans Mono", monospace; }}
</style><div><pre>{code}</pre></div>"""

Maker = Callable[[Browser, str, Path], None]
"""Takes a browser, the address of the built site of Amsterdam, and the file to write."""


def look(path: str, width: int, height: int, selector: str = "") -> Maker:
    """A picture of a page: its top, or the element `selector` with some room around it; at most `height` high."""

    def make(browser: Browser, address: str, target: Path) -> None:
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(f"{address}/{path}")
        box = page.locator(selector).first.bounding_box() if selector else None
        if box:
            left, top = max(box["x"] - ROOM, 0), box["y"] - ROOM
            size = {"width": box["width"] + 2 * ROOM, "height": min(box["height"] + 2 * ROOM, height)}
            page.screenshot(path=target, full_page=True, clip={"x": left, "y": top, **size})
        else:
            page.screenshot(path=target)
        page.close()

    return make


def shown(text: str, browser: Browser, target: Path, columns: int = NARROW) -> None:
    """What a terminal shows, with its colours, as a picture."""
    console = Console(record=True, width=columns, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(text), soft_wrap=False)
    page = browser.new_page(viewport={"width": 1000, "height": 400})
    page.set_content(TERMINAL.format(code=console.export_html(inline_styles=True, code_format="{code}")))
    page.locator("body").screenshot(path=target)
    page.close()


def start(browser: Browser, address: str, target: Path) -> None:
    """The questions of `fgp start`, up to the verdict on a yellow."""
    with empty_folder() as folder, terminal(folder, "start", COLUMNS=str(NARROW), COLORTERM="truecolor") as screen:
        screen.answer("Voor welke gemeente?", "Utrechd")
        screen.answer("Typ het nummer", "1")
        screen.answer("website", "www.utrecht.nl")
        screen.answer("talen", "nl, en, ar")
        screen.answer("Welke kleur", "#ffe600")
        screen.until("Houden we deze kleur?")
        screen.until("> ")
        text = screen.raw
        screen.press(CONTROL_C)
        screen.end()
    shown("$ fgp start\n" + text.replace("\r\n", "\n").replace(str(folder), "/home/utrecht/plan"), browser, target)


def translations(browser: Browser, address: str, target: Path) -> None:
    """What `fgp vertaling` tells."""
    shown("$ fgp vertaling\n" + output(ROOT, "vertaling"), browser, target, COLUMNS)


def messages(browser: Browser, address: str, target: Path) -> None:
    """What `fgp check` tells of a file with three faults."""
    with project() as folder:
        path = folder / "content/municipalities/utrecht.yml"
        text = output(folder, "new", "Utrecht", "--website", "https://www.utrecht.nl") and path.read_text("utf-8")
        faults = {'"0344"': '"344"', "talen: [nl]": "talen: [nl, fr]\ntoegng:\n  naam: Buurtteam"}
        for good, bad in faults.items():
            assert good in text
            text = text.replace(good, bad)
        path.write_text(text, "utf-8")
        told = output(folder, "check", "utrecht")
    gemeente, rest = told.split("\n\nVoor de redactie\n")
    some = [line for line in rest.splitlines() if "niet-gecontroleerd" in line][:2]
    parts = ["$ fgp check utrecht", gemeente, "", "Voor de redactie", *some, "  …", "", told.splitlines()[-1]]
    shown("\n".join(parts), browser, target)


def preview(browser: Browser, address: str, target: Path) -> None:
    """A page in the live preview, with a fault in its block told below it."""
    with project("amsterdam") as folder, serving(folder) as served:
        blok = folder / "content/blocks/nl/waarom.md"
        page = browser.new_page(viewport={"width": 1100, "height": 720})
        page.goto(f"{served}wat-is-het/")
        blok.write_text(blok.read_text("utf-8") + "\n\nVraag het aan {{ gemeente.nam }}.\n", "utf-8")
        page.get_by_role("alert").wait_for(timeout=60_000)
        page.screenshot(path=target)
        page.close()


def press(browser: Browser, address: str, target: Path) -> None:
    """The first page of a folder as the printer gets it."""
    with project("amsterdam") as folder:
        output(folder, "flyers", "amsterdam", "--press", "--out", "uit")
        pdf = folder / "uit/amsterdam/flyers/drukwerk/familiegroepsplan-nl.pdf"
        size = ["-scale-to-x", "1100", "-scale-to-y", "-1"]
        subprocess.run(["pdftoppm", "-singlefile", "-png", *size, pdf, target.with_suffix("")], check=True)


def report(browser: Browser, address: str, target: Path) -> None:
    """The report of `fgp screen` on two invented texts."""
    texts = {"folder.txt": "fout-01-belofte.txt", "jeugdhulp.html": "fout-02-garantie.html"}
    with project() as folder:
        for name, source in texts.items():
            shutil.copy(ROOT / "tests/screen/voorbeelden" / source, folder / name)
        output(folder, "screen", *texts, "--html", "verslag.html")
        page = browser.new_page(viewport={"width": 1000, "height": 760})
        page.goto((folder / "verslag.html").as_uri())
        page.screenshot(path=target)
        page.close()


PICTURES: dict[str, Maker] = {
    "start": start,
    "vertaling": translations,
    "melding": messages,
    "voorbeeld": preview,
    "drukwerk": press,
    "verslag": report,
    "aanbieder": look("hulp-bij-het-maken/", 900, 700, ".kaartenlijst > :first-child"),
    "gemeente": look("gemeente/", 900, 700, ".deel:has(.contactkaart)"),
    "verordening": look("gemeente/verordening/", 900, 900, ".artikel"),
    "concept": look("tr/wat-is-het/", 900, 520),
    "folders": look("flyers/", 1280, 760, ".tegels"),
    "materiaal": look("professionals/materiaal/", 1000, 640, "section[aria-labelledby=kanaal-website]"),
}


def output(folder: Path, *arguments: str) -> str:
    """All that `fgp` prints in `folder`."""
    done = subprocess.run([FGP, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return (done.stdout + done.stderr).strip("\n")


@contextmanager
def empty_folder() -> Iterator[Path]:
    """A folder for the time being."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@contextmanager
def project(*gemeenten: str) -> Iterator[Path]:
    """A Dutch copy of this project with these municipalities."""
    with empty_folder() as folder:
        yield copy_project(ROOT, folder / "project", *gemeenten, talen=("nl",))


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The live preview of Amsterdam in that project: its address, as soon as it answers."""
    process = subprocess.Popen([FGP, "serve", "amsterdam", "--adres", "127.0.0.1:8124"], cwd=folder)
    try:
        for _ in range(600):
            with suppress(OSError), urllib.request.urlopen("http://127.0.0.1:8124/", timeout=60) as answer:
                if answer.status == 200:
                    break
            time.sleep(0.2)
        yield "http://127.0.0.1:8124/"
    finally:
        process.terminate()
        process.wait()


def smaller(path: Path) -> None:
    """Keep a picture small: a palette instead of every colour."""
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> None:
    """Write the pictures named in argv[2:], or all, from the built site at the address in argv[1]."""
    address, names = sys.argv[1].rstrip("/"), sys.argv[2:] or list(PICTURES)
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-headless-shell")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        for name in names:
            PICTURES[name](browser, address, FOLDER / f"{name}.png")
            smaller(FOLDER / f"{name}.png")
            print(name)
        browser.close()


if __name__ == "__main__":
    main()
