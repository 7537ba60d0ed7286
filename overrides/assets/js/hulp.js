/** Small helps on every page: share, read aloud, print, fold-outs that open together, a menu that closes. */

import { announce, readWords } from "./element.js";

const VOORLEESBAAR = "h1, h2, h3, h4, p, li, dt, dd, figcaption, th, td, summary";
const NIET_VOORLEZEN = "[data-niet-voorlezen], nav, form, script, [hidden], [aria-hidden=true], .verborgen";
const SAMEN_VANAF = 3;

for (const bar of document.querySelectorAll("[data-hulpknoppen]")) {
  const woord = readWords("hulp-woorden");
  const button = (name) => bar.querySelector(`[data-hulp="${name}"]`);
  const say = (key) => announce(bar.querySelector("[data-hulp-melding]"), woord(key));
  offerShare(button("deel"), say);
  offerReading(button("lees"), woord);
  offerPrint(button("print"));
  offerFolding(woord);
}
closeMenus();
openTarget();
window.addEventListener("hashchange", openTarget);
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (link && link.hash === location.hash) openTarget();
});

/** The device's own share sheet, or else the address on the clipboard. */
function offerShare(button, say) {
  const address = () => location.origin + location.pathname + location.hash;
  const share = navigator.share && (() => navigator.share({ title: document.title, url: address() }));
  const copy =
    navigator.clipboard &&
    (() => navigator.clipboard.writeText(address()).then(() => say("hulp.gekopieerd"), () => say("hulp.kopieren-lukt-niet")));
  const act = share ?? copy;
  if (!act) return;
  button.hidden = false;
  // A reader who closes the share sheet has not met an error.
  button.addEventListener("click", () => Promise.resolve(act()).catch(() => {}));
}

/** Read the page aloud with a voice that lies on the device; nothing is sent to be spoken. */
function offerReading(button, woord) {
  const speech = window.speechSynthesis;
  if (!speech || typeof SpeechSynthesisUtterance === "undefined") return;
  const label = button.querySelector("span");
  let turn = 0;
  let reading = false;

  const show = () => {
    button.hidden = !localVoice(document.documentElement.lang);
  };
  const setReading = (on) => {
    reading = on;
    turn += 1;
    label.textContent = woord(on ? "hulp.lees-stop" : "hulp.lees-voor");
  };
  const stop = () => {
    setReading(false);
    speech.cancel();
  };
  const read = () => {
    const pieces = readable(document.querySelector("main"));
    speech.cancel();
    setReading(pieces.length > 0);
    const mine = turn;
    pieces.forEach(({ text, voice }, index) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      if (index === pieces.length - 1) utterance.addEventListener("end", () => mine === turn && setReading(false));
      speech.speak(utterance);
    });
  };

  show();
  speech.addEventListener?.("voiceschanged", show);
  window.addEventListener("pagehide", () => speech.cancel());
  button.addEventListener("click", () => (reading ? stop() : read()));
}

/** A voice on the device for a language (`nl` also takes `nl-NL`), the default one first. */
function localVoice(taal) {
  const wanted = taal.toLowerCase().split("-")[0];
  const voices = window.speechSynthesis
    .getVoices()
    .filter((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/u)[0] === wanted);
  return voices.find((voice) => voice.default) ?? voices[0];
}

/** What stands in sight, piece by piece, each with a voice of its own language; pieces without a voice are left out. */
function readable(root) {
  return [...root.querySelectorAll(VOORLEESBAAR)]
    .filter((node) => !node.closest(NIET_VOORLEZEN) && isShown(node))
    .map((node) => ({ text: ownText(node), voice: localVoice(node.closest("[lang]").lang) }))
    .filter(({ text, voice }) => text && voice);
}

/** The text of a block without that of the blocks inside it, which are read in their own turn. */
function ownText(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest(VOORLEESBAAR) === block && !parent.closest(NIET_VOORLEZEN)) text += walker.currentNode.data;
  }
  return text.replace(/\s+/gu, " ").trim();
}

function isShown(node) {
  return node.checkVisibility ? node.checkVisibility() : node.getClientRects().length > 0;
}

function offerPrint(button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

/** One button before each row of at least three fold-out questions: all open, or all closed. */
function offerFolding(woord) {
  const parents = new Set([...document.querySelectorAll("details.vraag")].map((item) => item.parentElement));
  for (const parent of parents) {
    const items = [...parent.querySelectorAll(":scope > details.vraag")];
    if (items.length >= SAMEN_VANAF) items[0].before(foldButton(items, woord));
  }
}

function foldButton(items, woord) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "hulpknop alles-uitklappen";
  button.setAttribute("data-niet-voorlezen", "");
  const allOpen = () => items.every((item) => item.open);
  const show = () => {
    button.textContent = woord(allOpen() ? "hulp.alles-dicht" : "hulp.alles-open");
  };
  button.addEventListener("click", () => {
    const open = !allOpen();
    for (const item of items) item.open = open;
    show();
  });
  for (const item of items) item.addEventListener("toggle", show);
  show();
  return button;
}

/** A target inside closed fold-outs: open them, and go there. */
function openTarget() {
  const target = document.getElementById(decodeHash(location.hash));
  let opened = false;
  for (let item = target?.closest("details"); item; item = item.parentElement.closest("details")) {
    opened ||= !item.open;
    item.open = true;
  }
  if (opened) target.scrollIntoView();
}

function decodeHash(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

/** Menus made of <details class="menu"> close with Escape, and by a click or focus elsewhere. */
function closeMenus() {
  const open = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      const inside = menu.contains(document.activeElement);
      menu.open = false;
      if (inside) menu.querySelector("summary").focus();
    }
  });
  for (const moment of ["click", "focusin"]) {
    document.addEventListener(moment, (event) => {
      for (const menu of open()) {
        if (!menu.contains(event.target)) menu.open = false;
      }
    });
  }
}
