/**
 * What is kept on the device: nothing, until the reader chooses so.
 *
 * One document for all tools of a page. It lives in memory; only after `keep()` does it also lie in localStorage,
 * under one key, and every change follows. `wipe()` removes every key of ours. Nothing is ever sent.
 */

import { emptyPlan, isEmpty, readPlan, writePlan } from "./plandocument.js";

const VOORVOEGSEL = "fgp-";

/** The key in localStorage under which the document lies. */
export const SLEUTEL = `${VOORVOEGSEL}plan-1`;

/** Fires `verandering` (detail.bron: who did it) when the document changes, `staat` when only its keeping does. */
class Opslag extends EventTarget {
  #plan = emptyPlan();
  #kept = false;
  #saved = true;
  #fault = "";
  #undo = null;

  constructor() {
    super();
    this.#readBack();
    window.addEventListener("storage", (event) => this.#otherWindow(event));
    window.addEventListener("pageshow", (event) => event.persisted && this.#reread());
  }

  /** The document; read it, and change it through `change` alone. */
  get plan() {
    return this.#plan;
  }

  /** Whether the reader chose to keep the document on this device. */
  get kept() {
    return this.#kept;
  }

  /** Whether something would be lost when the page closes now. */
  get unsaved() {
    return !this.#kept && !this.#saved && !isEmpty(this.#plan);
  }

  /** What went wrong with the storage itself: the key of a message, or an empty text. */
  get fault() {
    return this.#fault;
  }

  /** Whether `undo` has something to bring back. */
  get canUndo() {
    return this.#undo !== null;
  }

  /** Let `mutate` change the document; `bron` names the tool that did it, so that it need not draw again. */
  change(mutate, bron = "") {
    this.#replace(changed(this.#plan, mutate), null, bron);
  }

  /** The same, for something that takes away: `undo` brings it back as long as nothing else changes. */
  takeAway(mutate, bron = "") {
    this.#replace(changed(this.#plan, mutate), this.#plan, bron);
  }

  /** Bring back what was last taken away. */
  undo(bron = "") {
    if (this.#undo) this.#replace(this.#undo, null, bron);
  }

  /** Put a document that was read from a file in the place of this one. */
  load(plan) {
    this.#replace(plan, null, "bestand");
    this.savedAsFile();
  }

  /** Whether keeping would write over something that lies on the device already, unread by this page. */
  get overwrites() {
    try {
      return !this.#kept && localStorage.getItem(SLEUTEL) !== null;
    } catch {
      return false;
    }
  }

  /** From now on keep the document on this device; says whether that works here. */
  keep() {
    this.#kept = true;
    this.#write();
    this.dispatchEvent(new Event("staat"));
    return this.#kept;
  }

  /** The document has been saved as a file of the reader's own. */
  savedAsFile() {
    this.#saved = true;
    this.dispatchEvent(new Event("staat"));
  }

  /** Take everything of ours from this device and from this page. */
  wipe() {
    this.#fault = removeKeys() ? "" : "wissen-lukt-niet";
    this.forget();
    this.#kept = false;
    this.#tell("wissen");
  }

  /** Forget what stands on the page alone; what was deliberately kept stays on the device. */
  forget() {
    this.#plan = emptyPlan();
    this.#undo = null;
    this.#saved = true;
  }

  #replace(plan, undo, bron) {
    this.#plan = plan;
    this.#undo = undo;
    this.#saved = false;
    if (this.#kept) this.#write();
    this.#tell(bron);
  }

  #write() {
    try {
      localStorage.setItem(SLEUTEL, writePlan(this.#plan));
      this.#fault = "";
    } catch {
      this.#kept = false;
      this.#fault = "bewaren-lukt-niet";
    }
  }

  #readBack() {
    try {
      const text = localStorage.getItem(SLEUTEL);
      if (text === null) return;
      this.#plan = readPlan(text);
      this.#kept = true;
    } catch (error) {
      this.#fault = error.code ? "bewaard-onleesbaar" : "";
    }
  }

  #reread() {
    if (!this.#kept && !isEmpty(this.#plan)) return;
    this.#plan = emptyPlan();
    this.#kept = false;
    this.#undo = null;
    this.#readBack();
    this.#tell("ander-venster");
  }

  #otherWindow(event) {
    if (event.storageArea === localStorage && (event.key === SLEUTEL || event.key === null)) this.#reread();
  }

  #tell(bron) {
    this.dispatchEvent(new CustomEvent("verandering", { detail: { bron } }));
  }
}

function changed(plan, mutate) {
  const copy = structuredClone(plan);
  mutate(copy);
  return copy;
}

function removeKeys() {
  try {
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of Object.keys(storage)) {
        if (key.startsWith(VOORVOEGSEL)) storage.removeItem(key);
      }
    }
    return true;
  } catch {
    return false;
  }
}

/** The one document of this page. */
export const opslag = new Opslag();
