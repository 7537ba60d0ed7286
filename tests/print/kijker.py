"""Chromium's own PDF viewer, as a reader uses it: click in a field, type, and save."""

import base64
import io
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

_SAVE = """(async () => {
  const saved = await document.querySelector('pdf-viewer').pluginController_.save('EDITED');
  return btoa(Array.from(new Uint8Array(saved.dataToSave), byte => String.fromCharCode(byte)).join(''));
})()"""


@contextmanager
def viewer() -> Iterator[Browser]:
    """The full browser: the headless shell that other tests use has no PDF viewer."""
    with sync_playwright() as playwright:
        program = shutil.which("chromium") or os.environ.get("CHROMIUM")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(browser: Browser, path: Path) -> Page:
    """The file in the viewer at 100 %, without toolbar: its page in the middle, the top at the top."""
    page = browser.new_page(viewport={"width": 900, "height": 700})
    page.goto(f"{path.as_uri()}#toolbar=0&navpanes=0&zoom=100")
    for _ in range(200):
        page.wait_for_timeout(100)
        if picture(page).getpixel((450, 20)) == 255:
            return page
    raise AssertionError("the viewer showed nothing")


def picture(page: Page) -> Image.Image:
    """What the reader sees, in shades of grey."""
    return Image.open(io.BytesIO(page.screenshot())).convert("L")


def saved(browser: Browser, page: Page) -> bytes:
    """What "download with your changes" gives: asked of the viewer itself, since no one answers its file dialog."""
    session = browser.new_browser_cdp_session()
    targets = session.send("Target.getTargets", {"filter": [{}]})["targetInfos"]
    (frame,) = [target for target in targets if target["url"].startswith("chrome-extension://")]
    name = session.send("Target.attachToTarget", {"targetId": frame["targetId"], "flatten": False})["sessionId"]
    answers: list[str] = []
    session.on("Target.receivedMessageFromTarget", lambda event: answers.append(event["message"]))
    evaluate = {"expression": _SAVE, "awaitPromise": True, "returnByValue": True}
    message = json.dumps({"id": 1, "method": "Runtime.evaluate", "params": evaluate})
    session.send("Target.sendMessageToTarget", {"sessionId": name, "message": message})
    for _ in range(100):
        page.wait_for_timeout(50)
        if answers:
            return base64.b64decode(json.loads(answers[0])["result"]["result"]["value"])
    raise AssertionError("the viewer did not answer")
