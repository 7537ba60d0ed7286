"""Lighthouse (mobile) over a built site: `make bench`. Needs Node.js; npm brings Lighthouse.

Prints the four scores (0 to 100) of home and of one long page. The site is that of Amsterdam as it would be
once the municipality has confirmed its data (example data are kept out of search engines, which Lighthouse
counts as a fault); it is served gzipped, as a host would.
"""

import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("content", "docs", "hooks", "overrides", "mkdocs.yml")
LIGHTHOUSE = "lighthouse@12.8.2"
PAGES = ("", "je-rechten/")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
OPTIONS = ("--quiet", "--output=json", f"--chrome-flags={FLAGS}", f"--only-categories={','.join(CATEGORIES)}")


class _Gzipped(http.server.SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes(), 9, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def build_site(folder: Path) -> Path:
    """Build Amsterdam's site, without its mark of example data, from a copy of the project in `folder`."""
    for part in PARTS:
        source = ROOT / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)
    path = folder / "content" / "municipalities" / "amsterdam.yml"
    path.write_text(path.read_text("utf-8").replace("voorbeeld: true\n", ""), "utf-8")
    program = Path(sys.executable).with_name("fgp")
    subprocess.run([program, "build", "amsterdam"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / "dist" / "amsterdam"


def scores(url: str) -> dict[str, int]:
    """The score of each category for one page; ends with what Lighthouse said when it failed."""
    done = subprocess.run(
        ["npx", "--yes", LIGHTHOUSE, url, *OPTIONS],
        env=os.environ
        | {
            "CHROME_PATH": os.environ.get("CHROMIUM")
            or shutil.which("chromium")
            or shutil.which("chromium-headless-shell")
            or ""
        },
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"Lighthouse is niet gelukt: {done.stderr.strip()[-600:]}")
    report = json.loads(done.stdout)
    for audit in report["audits"].values():
        if audit.get("score") == 0 and audit.get("scoreDisplayMode") == "binary":
            print(f"  {audit['id']}: {audit['title']}", file=sys.stderr)
    return {name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES}


def main() -> None:
    """Print a line per page."""
    with tempfile.TemporaryDirectory() as temporary:
        handler = partial(_Gzipped, directory=str(build_site(Path(temporary))))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print("pagina        " + "  ".join(CATEGORIES))
        for page in PAGES:
            found = scores(f"http://127.0.0.1:{server.server_port}/{page}")
            print(f"/{page:<13}" + "  ".join(f"{found[name]:>{len(name)}}" for name in CATEGORIES))
        server.shutdown()


if __name__ == "__main__":
    main()
