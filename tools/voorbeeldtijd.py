"""How long a writer waits in `fgp serve`: from saving a file until a real browser shows it.

`python tools/voorbeeldtijd.py` works on a copy of the project and prints seconds: the median and the longest of
some saves of a YAML value and of a block, with the processor time that each took, for a busy machine tells lies.
"""

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("content", "docs", "hooks", "overrides", "mkdocs.yml")
TIMES = 5
REST = 6.0
"""Seconds between two saves, in which the preview finishes what nobody waits for."""

SHOWN = "(words) => document.body?.innerText.includes(words)"
SAVES = (
    ("waarde, amsterdam", "gemeente/", "municipalities/amsterdam.yml", "naam: Ouder- en Kindteams", "naam: {}"),
    ("waarde, groningen", "groningen/gemeente/", "municipalities/groningen.yml", "naam: WIJ Groningen", "naam: {}"),
    ("blok, Nederlands", "wat-is-het/", "blocks/nl/waarom.md", "Het gaat om jullie leven.", "{}"),
    ("blok, Arabisch", "ar/wat-is-het/", "blocks/ar/waarom.md", "", "\n\n{}\n"),
)


def copy(target: Path) -> None:
    """A copy of what a preview needs."""
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, target / part)
        else:
            shutil.copy(ROOT / part, target / part)


def wait_for(address: str) -> None:
    """Wait until the preview answers: it listens early, and answers when its pages stand ready."""
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=300).close()
            return
        except urllib.error.URLError:
            time.sleep(0.2)
    raise SystemExit("Het voorbeeld begint niet.")


def processor(pid: int) -> float:
    """Seconds of processor time that a process took (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(page: Page, address: str, path: Path, old: str, new: str, pid: int) -> tuple[list[float], list[float]]:
    """Seconds until the words of each save were seen, and processor time of the preview until then."""
    page.goto(address)
    good = path.read_text("utf-8")
    waits, works = [], []
    for number in range(TIMES):
        time.sleep(REST)
        words = f"Meting {number} {time.time_ns()}"
        text = good.replace(old, new.format(words), 1) if old else good + new.format(words)
        work, start = processor(pid), time.perf_counter()
        path.write_text(text, "utf-8")
        page.wait_for_function(SHOWN, arg=words, polling=20, timeout=120_000)
        waits.append(time.perf_counter() - start)
        works.append(processor(pid) - work)
    path.write_text(good, "utf-8")
    time.sleep(REST)
    return waits, works


def main() -> None:
    """Start a preview of a copy, save some files, print what it took."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or "chromium"
    with tempfile.TemporaryDirectory() as temporary, socket.socket() as found:
        folder = Path(temporary)
        copy(folder)
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
        found.close()
        fgp = [Path(sys.executable).with_name("fgp"), "serve", "amsterdam", "--adres", f"127.0.0.1:{port}"]
        process = subprocess.Popen(fgp, cwd=folder, stdout=subprocess.DEVNULL)
        try:
            wait_for(f"http://127.0.0.1:{port}/_voorbeeld/voorbeeld.js")
            time.sleep(2 * REST)
            with sync_playwright() as playwright:
                page = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"]).new_page()
                print(f"belasting van de machine: {os.getloadavg()[0]:.1f} op {os.cpu_count()} kernen")
                for name, address, file, old, new in SAVES:
                    path = folder / "content" / file
                    waits, works = measure(page, f"http://127.0.0.1:{port}/{address}", path, old, new, process.pid)
                    print(
                        f"{name}: mediaan {statistics.median(waits):.2f} s, langste {max(waits):.2f} s; "
                        f"rekentijd van het voorbeeld {statistics.median(works):.2f} s",
                        flush=True,
                    )
        finally:
            process.terminate()
            process.wait(timeout=30)


if __name__ == "__main__":
    main()
