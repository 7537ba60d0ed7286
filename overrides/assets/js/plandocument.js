/**
 * The one document of a family: its people and its plan, and the only shape in which it is read back.
 *
 * Whatever comes from a file or from storage is foreign: it is copied field by field into a new object, and the
 * smallest deviation (an unknown key, a text too long, a hidden character) refuses the whole.
 * What the tools write has gone through the same rules, so it can always be read again.
 */

const SOORT = "familiegroepsplan";
const VERSIE = 1;

/** The most bytes a file may have; a document filled to its limits stays below it (a test holds this). */
export const MAX_BYTES = 1024 * 1024;

/** The most characters (UTF-16 units) of a field, and the most rows of a list. */
export const GRENZEN = Object.freeze({
  naam: 60,
  regel: 200,
  afspraak: 400,
  tekst: 3000,
  mensen: 60,
  doelen: 12,
  afspraken: 40,
  eisen: 20,
});

/** Where a person stands, from near to far. */
export const PLEKKEN = Object.freeze(["dichtbij", "verder", "rondom"]);

/** What a person could do. */
export const ROLLEN = Object.freeze(["weet", "zorgen", "mee", "denkt"]);

/** A plan of one's own, or one under a measure of child protection. */
export const VARIANTEN = Object.freeze(["eigen", "bescherming"]);

/** A file or stored text that is not a plan of ours; `code` says why: the key of a message. */
export class Planfout extends Error {
  constructor(code) {
    super(code);
    this.name = "Planfout";
    this.code = code;
  }
}

/** A new, empty document. */
export function emptyPlan() {
  return {
    soort: SOORT,
    versie: VERSIE,
    mensen: [],
    plan: {
      variant: "eigen",
      vraag: "",
      meedoen: [],
      goed: "",
      doelen: [],
      afspraken: [],
      hulp: "",
      veiligheid: "",
      eisen: [],
      anders: "",
      kopie: [],
      kopieAnderen: "",
      volgende: { id: newId(), datum: "", plek: "" },
    },
  };
}

/** A new key for a person or row, unlike every other. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** One line of text as we keep it: without control characters and hidden direction signs, at most `max` long. */
export function cleanLine(text, max) {
  return cleanText(text.replace(/\s+/gu, " "), max);
}

/** A text of several lines as we keep it. */
export function cleanText(text, max) {
  const plain = text
    .replace(/\r\n?|[\u2028\u2029]/gu, "\n")
    .replace(/\t/gu, " ")
    .replace(/(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, "");
  return plain.slice(0, max).replace(/\p{Cs}/gu, "");
}

/** The day (`2026-11-21`) if it is a real one between 2000 and 2199, else an empty text. */
export function cleanDay(text) {
  if (!/^2[01]\d\d-\d\d-\d\d$/u.test(text)) return "";
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : "";
}

/** Take a person out of the document, and out of every list that names them. */
export function removePerson(doc, id) {
  doc.mensen = doc.mensen.filter((mens) => mens.id !== id);
  doc.plan.meedoen = doc.plan.meedoen.filter((ander) => ander !== id);
  doc.plan.kopie = doc.plan.kopie.filter((ander) => ander !== id);
}

/** Give a person another name, also in the agreements that carry the old one. */
export function renamePerson(doc, id, naam) {
  const mens = doc.mensen.find((ander) => ander.id === id);
  for (const afspraak of doc.plan.afspraken) {
    if (afspraak.wie === mens.naam) afspraak.wie = naam;
  }
  mens.naam = naam;
}

/** The document as the text of a file. */
export function writePlan(doc) {
  return `${JSON.stringify(doc, null, 1)}\n`;
}

/** The document in a text; throws Planfout when it is not exactly one of ours. */
export function readPlan(text) {
  if (text.length > MAX_BYTES) throw new Planfout("te-groot");
  const data = parse(text);
  if (!isObject(data) || data.soort !== SOORT) throw new Planfout("ander-bestand");
  if (Number.isInteger(data.versie) && data.versie > VERSIE) throw new Planfout("nieuwer");
  const doc = DOCUMENT(data);
  checkReferences(doc);
  return doc;
}

/** The document in a file that the reader chose; throws Planfout. */
export async function readPlanFile(file) {
  if (file.size > MAX_BYTES) throw new Planfout("te-groot");
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Planfout("geen-tekst");
  }
  return readPlan(text);
}

/** Whether nothing has been filled in. */
export function isEmpty(doc) {
  return doc.mensen.length === 0 && !hasText(doc.plan);
}

/** Whether a row, or anything below it, holds more than its own key. */
export function hasText(value) {
  if (typeof value === "string") return value.trim() !== "";
  return Object.entries(value).some(([key, part]) => key !== "id" && key !== "variant" && hasText(part));
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Planfout("ander-bestand");
  }
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function demand(condition) {
  if (!condition) throw new Planfout("beschadigd");
}

const exactly = (expected) => (value) => {
  demand(value === expected);
  return value;
};

const oneOf = (allowed) => (value) => {
  demand(allowed.includes(value));
  return value;
};

const string = (clean, max) => (value) => {
  demand(typeof value === "string" && value.length <= max && clean(value, max) === value);
  return value;
};

const line = (max) => string(cleanLine, max);
const text = (max) => string(cleanText, max);
const day = string((value) => (value === "" ? "" : cleanDay(value)), 10);

const name = (value) => {
  demand(line(GRENZEN.naam)(value).trim() !== "");
  return value;
};

const id = (value) => {
  demand(typeof value === "string" && /^[0-9a-f]{16}$/u.test(value));
  return value;
};

const listOf = (item, max) => (value) => {
  demand(Array.isArray(value) && value.length <= max);
  return value.map(item);
};

const setOf = (item, max) => (value) => {
  const items = listOf(item, max)(value);
  demand(new Set(items).size === items.length);
  return items;
};

const shape = (fields) => (value) => {
  demand(isObject(value) && Object.keys(value).length === Object.keys(fields).length);
  demand(Object.keys(fields).every((key) => Object.hasOwn(value, key)));
  return Object.fromEntries(Object.entries(fields).map(([key, read]) => [key, read(value[key])]));
};

const DOCUMENT = shape({
  soort: exactly(SOORT),
  versie: exactly(VERSIE),
  mensen: listOf(
    shape({
      id,
      naam: name,
      wie: line(GRENZEN.regel),
      plek: oneOf(PLEKKEN),
      kan: setOf(oneOf(ROLLEN), ROLLEN.length),
    }),
    GRENZEN.mensen,
  ),
  plan: shape({
    variant: oneOf(VARIANTEN),
    vraag: text(GRENZEN.tekst),
    meedoen: setOf(id, GRENZEN.mensen),
    goed: text(GRENZEN.tekst),
    doelen: listOf(shape({ id, doel: text(GRENZEN.afspraak) }), GRENZEN.doelen),
    afspraken: listOf(
      shape({
        id,
        wie: line(GRENZEN.regel),
        wat: text(GRENZEN.afspraak),
        wanneer: line(GRENZEN.regel),
        datum: day,
      }),
      GRENZEN.afspraken,
    ),
    hulp: text(GRENZEN.tekst),
    veiligheid: text(GRENZEN.tekst),
    eisen: listOf(
      shape({ id, eis: text(GRENZEN.afspraak), oplossing: text(GRENZEN.afspraak) }),
      GRENZEN.eisen,
    ),
    anders: text(GRENZEN.tekst),
    kopie: setOf(id, GRENZEN.mensen),
    kopieAnderen: line(GRENZEN.afspraak),
    volgende: shape({ id, datum: day, plek: line(GRENZEN.regel) }),
  }),
});

function checkReferences(doc) {
  const known = new Set(doc.mensen.map((mens) => mens.id));
  demand(known.size === doc.mensen.length);
  for (const rows of [doc.plan.doelen, doc.plan.afspraken, doc.plan.eisen]) {
    demand(new Set(rows.map((row) => row.id)).size === rows.length);
  }
  for (const ref of [...doc.plan.meedoen, ...doc.plan.kopie]) demand(known.has(ref));
}
