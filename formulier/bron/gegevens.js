/**
 * What the page brings along: the schema of the model, sentences, register, languages, colours.
 * It stands in the page as JSON (no script runs there, so the policy of the page allows it).
 * @typedef {{schema: object, zinnen: Record<string, {code: string, wat: string, doe: string}>,
 *   register: [string, string, string, string[]][], talen: {code: string, naam: string, richting: string, eigen: string}[],
 *   nationaal: Record<string, string>, linkkleur: {wat: string, doe: string}, gewenst: Record<string, string>,
 *   logo: Record<string, {code: string, wat: string, doe: string}>, opslagplaats: string, mail: string,
 *   meesteBytes: number, logoBytes: number, diepte: number, ernst: Record<string, string>}} Gegevens
 */

/** @type {Gegevens} */
export let gegevens;

/** Set the data once, before anything else runs. @param {Gegevens} data */
export function zet(data) {
  gegevens = data;
}

/**
 * A sentence of the model, filled in.
 * @param {string} naam @param {Record<string, unknown>} [woorden]
 * @returns {{code: string, wat: string, doe: string, ernst: string}}
 */
export function zin(naam, woorden = {}) {
  const gevonden = gegevens.zinnen[naam];
  const vul = (tekst) => kort(tekst.replace(/\{([a-z]+)\}/g, (heel, woord) => (Object.hasOwn(woorden, woord) ? String(woorden[woord]) : heel)));
  return { code: gevonden.code, wat: vul(gevonden.wat), doe: vul(gevonden.doe), ernst: gegevens.ernst[gevonden.code] ?? "fout" };
}

/** The place as people write it: `aanbieders[1].url`. @param {(string|number)[]} pad */
export function sleutel(pad) {
  return pad.reduce((tekst, deel) => (typeof deel === "number" ? `${tekst}[${deel + 1}]` : tekst ? `${tekst}.${deel}` : deel), "");
}

/** The id of a field. @param {(string|number)[]} pad */
export function veldId(pad) {
  return ["g", ...pad].join("-");
}

/** A message is one line, and cut off when what it quotes is very long (`reading/characters.py`). */
function kort(tekst) {
  const letters = [...tekst];
  return (letters.length <= 400 ? tekst : `${letters.slice(0, 400).join("")}…`).replaceAll("\n", " ");
}
