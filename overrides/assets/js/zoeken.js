/** The search dialog: asks while the reader types, shows what is found, says how much that is. */

import { announce, el } from "./element.js";
import { openEngine } from "./zoekmachine.js";

const RUST_MS = 250;

let engine;
let bound = false;

/** Make `dialog` work (once) and fetch the index. */
export function begin(dialog) {
  const ready = () => setBusy(dialog, false);
  load().then(ready, ready);
  if (bound) return;
  bound = true;
  const vraag = dialog.querySelector("[data-zoek-vraag]");
  let timer;
  vraag.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => answer(dialog, vraag.value), RUST_MS);
  });
  dialog.querySelector("form").addEventListener("submit", () => {
    clearTimeout(timer);
    answer(dialog, vraag.value);
  });
  dialog.querySelector("[data-zoek-lijst]").addEventListener("click", (event) => {
    if (event.target.closest("a")) dialog.close();
  });
  if (vraag.value) answer(dialog, vraag.value);
}

/** The engine of this page's language; after a failure it is tried again. */
function load() {
  engine ??= openEngine(document.documentElement.lang);
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
}

async function answer(dialog, vraag) {
  const part = (name) => dialog.querySelector(`[data-zoek-${name}]`);
  const woord = part("stand").dataset;
  const current = () => part("vraag").value === vraag;
  setBusy(dialog, true);
  try {
    const found = (await load()).search(vraag);
    if (current()) show(part, found, vraag.trim() ? countInWords(woord, found.length) : "");
  } catch {
    if (current()) show(part, [], woord.mislukt);
  }
  if (current()) setBusy(dialog, false);
}

/** Say whether the list still waits for an answer. */
function setBusy(dialog, busy) {
  dialog.querySelector("[data-zoek-lijst]").setAttribute("aria-busy", busy);
}

function countInWords(woord, count) {
  if (count < 2) return count ? woord.een : woord.geen;
  return woord.meer.replace("{aantal}", count);
}

function show(part, pages, message) {
  announce(part("stand"), message);
  part("geen").hidden = message !== part("stand").dataset.geen;
  part("lijst").replaceChildren(...pages.map((page) => pageItem(page, part("lijst").dataset)));
}

/** A page: its title, what stands at its top, and then the places further down. */
function pageItem({ href, titel, taal, voor, plekken }, doelgroepen) {
  return el(
    "li",
    { class: "zoek-pagina" },
    el("h3", {}, el("a", { href, ...inLanguage(taal) }, titel)),
    voor && el("p", { class: "zoek-voor" }, doelgroepen[voor]),
    ...plekken.filter((plek) => plek.href === href).map(snippet),
    ...plekken.filter((plek) => plek.href !== href).map(placeItem),
  );
}

function placeItem(plek) {
  const link = el("a", { href: plek.href, ...inLanguage(plek.taal) }, plek.kop);
  return el("div", { class: "zoek-plek" }, link, snippet(plek));
}

function snippet({ stukje: { taal, stukken } }) {
  if (!stukken.length) return "";
  return el("p", inLanguage(taal), ...stukken.map(({ text, raak }) => (raak ? el("mark", {}, text) : text)));
}

/** Dutch on a page of another language says so. */
function inLanguage(taal) {
  return taal ? { lang: taal, dir: "ltr" } : {};
}
