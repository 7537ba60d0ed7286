/** Copies a ready text with one click: with its headings and lists for an editor, and as plain text for all else. */

import { announce, readWords } from "./element.js";

for (const root of document.querySelectorAll("[data-materiaal]")) {
  const woord = readWords("materiaal-woorden");
  const region = root.querySelector("[data-materiaal-melding]");
  if (!navigator.clipboard?.write || typeof ClipboardItem === "undefined") continue;
  for (const button of root.querySelectorAll("[data-kopieer], [data-kopieer-code]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const copied = () => announce(region, woord("materiaal.gekopieerd", { titel: button.dataset.titel }));
      const failed = () => announce(region, woord("materiaal.kopieren-lukt-niet"));
      navigator.clipboard.write([clipping(button.dataset)]).then(copied, failed);
    });
  }
}

/** What goes on the clipboard. The texts come as promises, for some browsers allow no waiting after a click. */
function clipping({ kopieer, gewoon, bovenregel, kopieerCode }) {
  if (kopieerCode) return new ClipboardItem({ "text/plain": blob(read(kopieerCode), "text/plain") });
  return new ClipboardItem({
    "text/html": blob(read(kopieer).then(article), "text/html"),
    "text/plain": blob(read(gewoon).then((text) => withoutFirst(text, bovenregel)), "text/plain"),
  });
}

async function blob(promise, type) {
  return new Blob([await promise], { type });
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}: ${address}`);
  return answer.text();
}

/** The text itself of a page: language and direction come along, the notices around it do not. */
function article(page) {
  const found = new DOMParser().parseFromString(page, "text/html").querySelector("article");
  const wrap = document.createElement("div");
  wrap.lang = found.lang;
  wrap.dir = found.dir;
  wrap.innerHTML = found.innerHTML.trim();
  return found.dir === "rtl" ? wrap.outerHTML : wrap.innerHTML;
}

/** A title or subject has a field of its own where people paste. */
function withoutFirst(text, line) {
  const head = `${line}\n\n`;
  return line && text.startsWith(head) ? text.slice(head.length) : text;
}
