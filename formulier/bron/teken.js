/** Characters that nobody can see or that turn the reading direction (`reading/characters.py`). */
const RICHTING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const LEEG = /[\u034f\u115f\u1160\u3164\uffa0]/;
const SOORTEN = [
  [/\p{Cc}/u, "een besturingsteken"],
  [/\p{Cs}/u, "een half teken"],
  [/\p{Co}/u, "een teken zonder vaste betekenis"],
  [/\p{Cf}/u, "een onzichtbaar teken"],
  [/[\p{Zl}\p{Zp}]/u, "een verborgen regeleinde"],
];

/** Every forbidden character: what it is and its number. @param {string} tekst @returns {{soort: string, teken: string}[]} */
export function verboden(tekst) {
  const gevonden = [];
  let vorig = "";
  for (const een of tekst) {
    const soort = soortVan(een);
    const voegt = (een === "\u200c" || een === "\u200d") && /[\u0600-\u06ff]/.test(vorig);
    if (soort && !voegt) gevonden.push({ soort, teken: `U+${een.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}` });
    vorig = een;
  }
  return gevonden;
}

function soortVan(een) {
  if (een === "\t" || een === "\n") return "";
  if (RICHTING.test(een)) return "een teken dat de leesrichting verandert";
  if (LEEG.test(een) || (een.codePointAt(0) & 0xfffe) === 0xfffe) return "een onzichtbaar teken";
  return SOORTEN.find(([patroon]) => patroon.test(een))?.[1] ?? "";
}
