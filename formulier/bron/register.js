/** The register of gemeenten, searched as `register/` of the model does. */
import { gegevens } from "./gegevens.js";

/** @typedef {{code: string, naam: string, provincie: string, ook: string[], slug: string}} Registergemeente */

/** The name without diacritics and capitals. @param {string} naam */
export const plat = (naam) => naam.replaceAll("’", "'").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** The name as file name. @param {string} naam */
export const slugVan = (naam) => plat(naam).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");

/** @type {Registergemeente[]} */
let lijst;

/** All gemeenten, in the order of the register. */
export function alle() {
  lijst ??= gegevens.register.map(([code, naam, provincie, ook]) => ({ code, naam, provincie, ook, slug: slugVan(naam) }));
  return lijst;
}

/** Whether this is one of its names. @param {Registergemeente} een @param {string} naam */
export const heet = (een, naam) => [een.naam, ...een.ook].map(plat).includes(plat(naam));

/** @param {string} naam @returns {Registergemeente | undefined} none when there are several of that name */
export function zoek(naam) {
  const gezocht = plat(naam);
  const precies = alle().find((een) => plat(een.naam) === gezocht);
  if (precies) return precies;
  const ook = alle().filter((een) => een.ook.some((ander) => plat(ander) === gezocht));
  return ook.length === 1 ? ook[0] : alle().find((een) => een.slug === gezocht);
}

/** @param {string} code */
export const metCode = (code) => alle().find((een) => een.code === code);

/** The names that look most like this one, best first. @param {string} naam */
export function lijktOp(naam, aantal = 3) {
  const gezocht = plat(naam);
  const gemeten = alle().map((een) => [Math.max(...[een.naam, ...een.ook].map((ander) => gelijkenis(gezocht, plat(ander)))), een]);
  return gemeten.sort((een, ander) => ander[0] - een[0]).slice(0, aantal).map(([, een]) => een);
}

/** How alike two words are, 0 to 100: the share of letters in their longest common subsequence (rapidfuzz, `fuzz.ratio`). */
export function gelijkenis(een, ander) {
  const [a, b] = [[...een], [...ander]];
  if (!a.length && !b.length) return 100;
  let rij = new Array(b.length + 1).fill(0);
  for (const letter of a) {
    const nieuw = [0];
    b.forEach((andere, j) => nieuw.push(letter === andere ? rij[j] + 1 : Math.max(rij[j + 1], nieuw[j])));
    rij = nieuw;
  }
  return (200 * rij[b.length]) / (a.length + b.length);
}

/** The word that was probably meant (`reading/keys.py`). @param {string} woord @param {string[]} woorden */
export function bedoeld(woord, woorden) {
  const net = woord.trim().toLowerCase().replaceAll("-", "_").replaceAll(" ", "_");
  let beste;
  for (const een of woorden) {
    const maat = gelijkenis(net, een);
    if (maat >= 72 && (!beste || maat > beste[0])) beste = [maat, een];
  }
  return beste?.[1];
}
