/**
 * The button that leaves at once: the page is emptied, what was not deliberately kept is forgotten,
 * and a neutral page takes its place in the history. Escape, three times in a row, does the same.
 */

import { opslag } from "./opslag.js";

const KEER = 3;
const BINNEN_MS = 3000;

/** Leave for the address on `link`. */
function leave(link) {
  const naar = link.dataset.naar;
  window.speechSynthesis?.cancel();
  opslag.forget();
  clearSession();
  for (const form of document.forms) form.reset();
  document.head.append(noReferrer());
  document.title = "";
  document.body.replaceChildren();
  location.replace(naar);
}

/** What the page remembers for this tab, and where the theme stood; not what the reader chose to keep. */
function clearSession() {
  try {
    sessionStorage.clear();
    for (const key of Object.keys(localStorage)) {
      if (/^\/.*\.__/u.test(key)) localStorage.removeItem(key);
    }
  } catch {
    // No storage to be had means that nothing lies there.
  }
}

/** The neutral page is not told where its visitor comes from. */
function noReferrer() {
  const meta = document.createElement("meta");
  meta.name = "referrer";
  meta.content = "no-referrer";
  return meta;
}

function listen(links) {
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave(link);
    });
  }
  let presses = [];
  document.addEventListener("keydown", (event) => {
    if (event.repeat || event.isComposing) return;
    if (event.key !== "Escape") {
      presses = [];
      return;
    }
    presses = [...presses.filter((moment) => event.timeStamp - moment < BINNEN_MS), event.timeStamp];
    if (presses.length >= KEER) leave(links[0]);
    else tellCount(presses.length);
  }, { capture: true });
}

function tellCount(count) {
  const stand = document.querySelector("[data-snelweg-stand]");
  stand.textContent = stand.getAttribute(`data-nog-${KEER - count}`);
  setTimeout(() => (stand.textContent = ""), BINNEN_MS);
}

/** A page that was left this way never comes back from the browser's memory. */
window.addEventListener("pageshow", (event) => {
  if (event.persisted && !document.body.hasChildNodes()) location.reload();
});

const links = [...document.querySelectorAll("[data-snelweg]")];
if (links.length) listen(links);
