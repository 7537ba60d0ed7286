/** Values as YAML text, plain where no reader can mistake them, as `gemeente/voorbeeld.py` does. */
import { gevuld, leeg, velden, vorm } from "./model.js";

const KAAL = /^[A-Za-zÀ-ž/](?:[\p{L}\p{N}_./@+()%-]|: ?(?=\/\/)| (?!#)|:(?=\S))*$/u;
const WOORDEN_VAN_YAML = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

/** A text on one line. @param {string} tekst */
export function inEenRegel(tekst) {
  const kaal = KAAL.test(tekst) && !/[ :]$/.test(tekst) && !WOORDEN_VAN_YAML.includes(tekst.toLowerCase());
  return kaal || /^\d{4}-\d\d-\d\d$/.test(tekst) ? tekst : JSON.stringify(tekst);
}

/** The text of a value behind its key: on the same line, or as a block under it. @param {string} tekst @param {string} inspringen of the block */
export function inTekst(tekst, inspringen) {
  const net = tekst.replaceAll("\r\n", "\n");
  if (!net.includes("\n")) return ` ${inEenRegel(net)}`;
  if (/^\s|[ \t]\n|\s$|\n\s*#|\t/.test(net)) return ` ${JSON.stringify(net)}`;
  return [" |-", ...net.split("\n").map((regel) => (regel ? inspringen + regel : ""))].join("\n");
}

/** A key with its value as lines without an end. @returns {string} */
export function inPaar(naam, waarde, deel, inspringen) {
  return `${inspringen}${naam}:${inWaarde(waarde, deel, inspringen)}`;
}

/** What comes behind `key:`. */
export function inWaarde(waarde, deel, inspringen) {
  const dieper = `${inspringen}  `;
  if (deel.soort === "groep") return `\n${inGroep(waarde, deel, dieper)}`;
  if (deel.soort === "taal") return Object.keys(waarde).join() === "nl" ? inTekst(waarde.nl, dieper) : `\n${inTalen(waarde, dieper)}`;
  if (deel.soort === "talen") return ` [${waarde.join(", ")}]`;
  if (deel.soort === "paren") return `\n${waarde.map((paar) => `${dieper}${inEenRegel(paar.oud)}: ${inEenRegel(paar.nieuw)}`).join("\n")}`;
  if (deel.soort === "lijst") return waarde.length ? `\n${waarde.map((een) => inItem(een, deel, dieper)).join("\n")}` : " []";
  return inTekst(waarde, dieper);
}

/** A group of keys, in the order of the model. */
export function inGroep(waarde, deel, inspringen) {
  return velden(deel).filter(([naam]) => !leeg(waarde[naam])).map(([naam, binnen]) => inPaar(naam, gevuld(waarde[naam]), binnen, inspringen)).join("\n");
}

/** An item of a list, with its dash. */
export function inItem(waarde, deel, inspringen) {
  if (deel.soort === "talen") return `${inspringen}- ${waarde}`;
  const tekst = inGroep(waarde, vorm(deel.items), `${inspringen}  `);
  return `${inspringen}- ${tekst.trimStart()}`;
}

function inTalen(waarde, inspringen) {
  return Object.entries(waarde).map(([taal, tekst]) => `${inspringen}${taal}:${inTekst(tekst, `${inspringen}  `)}`).join("\n");
}
