/**
 * Reading a municipality's YAML: to plain data of our own making, with everything that has no place in it.
 * Nothing of the file is evaluated; aliases are not followed; keys that the model does not know are not taken over.
 */
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from "yaml";
import { onbekendeTaal } from "./controle.js";
import { gegevens, sleutel, zin } from "./gegevens.js";
import { gevuld, model, velden, vorm } from "./model.js";
import { bedoeld } from "./register.js";
import { verboden } from "./teken.js";

/** @typedef {{regel: number, sleutel: string, wat: string, doe: string}} Bestandsfout */
/** @typedef {{tekst: string, document: object, data: object, fouten: Bestandsfout[]}} Gelezen */

/** The text of a file, or why it is refused. @param {Uint8Array} bytes @returns {{tekst?: string, fouten: Bestandsfout[]}} */
export function ontcijfer(bytes) {
  if (bytes.length > gegevens.meesteBytes) return { fouten: [fout(0, zin("bestand-te-groot", { meeste: Math.floor(gegevens.meesteBytes / 1000) }))] };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { fouten: [fout(1, zin("bom"))] };
  try {
    return { tekst: new TextDecoder("utf-8", { fatal: true }).decode(bytes), fouten: [] };
  } catch {
    const plek = eersteSlechte(bytes);
    const regel = bytes.subarray(0, plek).filter((byte) => byte === 10).length + 1;
    return { fouten: [fout(regel, zin("utf8", { byte: bytes[plek].toString(16).toUpperCase().padStart(2, "0") }))] };
  }
}

function eersteSlechte(bytes) {
  const ontcijferd = (aantal) => {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, aantal), { stream: true });
    } catch {
      return undefined;
    }
  };
  let [goed, slecht] = [0, bytes.length];
  while (slecht - goed > 1) {
    const midden = (goed + slecht) >> 1;
    if (ontcijferd(midden) === undefined) slecht = midden;
    else goed = midden;
  }
  return new TextEncoder().encode(ontcijferd(goed)).length;
}

/** The data of a YAML text; without `data` when it cannot be opened. @param {string} tekst @returns {Partial<Gelezen> & {fouten: Bestandsfout[]}} */
export function lees(tekst) {
  const regels = new LineCounter();
  let document;
  try {
    document = parseDocument(tekst, { schema: "failsafe", keepSourceTokens: true, lineCounter: regels, logLevel: "error", merge: false, strict: true });
    const zwaar = [...bouwfouten(document, regels)];
    if (zwaar.length) return { fouten: zwaar };
  } catch {
    return { fouten: [fout(0, zin("yaml-diepte", { meeste: gegevens.diepte }))] };
  }
  if (!document.contents || isLeeg(document.contents)) return { fouten: [fout(1, zin("yaml-leeg"))] };
  if (!isMap(document.contents)) return { fouten: [fout(regel(regels, document.contents), zin("yaml-vorm"))] };
  const lezer = { regels, tekst, fouten: [] };
  const data = leesGroep(lezer, document.contents, model(), []) ?? {};
  const [verborgen] = verboden(tekst.replaceAll("\r", ""));
  if (verborgen && !verboden(JSON.stringify(Object.values(gevuld(data) ?? {}))).length) {
    const heel = tekst.slice(0, tekst.indexOf(String.fromCodePoint(parseInt(verborgen.teken.slice(2), 16))));
    lezer.fouten.unshift(fout(heel.split("\n").length, zin("teken", verborgen)));
  }
  return { tekst, document, data, fouten: lezer.fouten };
}

const fout = (regel_, gezegd, pad = []) => ({ regel: regel_, sleutel: sleutel(pad), wat: gezegd.wat, doe: gezegd.doe });
const regel = (regels, knoop) => regels.linePos(knoop.range?.[0] ?? 0).line;
const isLeeg = (knoop) => isScalar(knoop) && knoop.type === "PLAIN" && knoop.value === "";

/** What makes a file one that we do not open: no YAML, or more of YAML than we take. */
function* bouwfouten(document, regels) {
  if (document.directives?.docStart && document.directives.yaml.explicit) yield fout(1, zin("yaml-richtlijn"));
  for (const een of document.errors) {
    const plek = regels.linePos(een.pos[0]).line;
    if (een.code === "MULTIPLE_DOCS") yield fout(plek, zin("yaml-document"));
    else if (een.code === "DUPLICATE_KEY") yield fout(plek, dubbel(document, een.pos[0], regels));
    else yield fout(plek, zin("yaml-syntaxis"));
    if (een.code !== "DUPLICATE_KEY") return;
  }
  const gevonden = [];
  let diepste = 0;
  visit(document, (_, knoop, voorouders) => {
    if (isAlias(knoop)) gevonden.push(fout(regel(regels, knoop), zin("yaml-verwijzing", { naam: knoop.source })));
    if (knoop?.anchor) gevonden.push(fout(regel(regels, knoop), zin("yaml-anker", { naam: knoop.anchor })));
    if (knoop?.tag && !isAlias(knoop)) gevonden.push(fout(regel(regels, knoop), zin("yaml-tag")));
    if (isMap(knoop) || isSeq(knoop)) diepste = Math.max(diepste, voorouders.filter((een) => isMap(een) || isSeq(een)).length + 1);
    return gevonden.length > 20 ? visit.BREAK : undefined;
  });
  if (diepste > gegevens.diepte) gevonden.push(fout(0, zin("yaml-diepte", { meeste: gegevens.diepte })));
  yield* gevonden;
}

function dubbel(document, plek, regels) {
  let eerder = 0;
  visit(document, {
    Map: (_, groep) => {
      const naam = groep.items.find((paar) => paar.key?.range?.[0] === plek)?.key?.value;
      const eerste = naam === undefined ? undefined : groep.items.find((paar) => paar.key?.value === naam);
      if (eerste) eerder = regel(regels, eerste.key);
    },
  });
  return zin("yaml-dubbel", { regel: eerder });
}

function leesDeel(lezer, knoop, deel, pad) {
  if (!knoop || isLeeg(knoop)) {
    hekje(lezer, knoop, pad);
    return undefined;
  }
  if (deel.soort === "vrij") return undefined;
  if (deel.soort === "groep") return leesGroep(lezer, knoop, deel, pad);
  if (deel.soort === "taal") return isScalar(knoop) ? { nl: leesTekst(lezer, knoop, pad) } : leesPerTaal(lezer, knoop, pad);
  if (deel.soort === "paren") return leesParen(lezer, knoop, pad);
  if (deel.soort === "lijst" || deel.soort === "talen") return leesLijst(lezer, knoop, deel, pad);
  return leesTekst(lezer, knoop, pad);
}

function leesGroep(lezer, knoop, deel, pad) {
  if (!isMap(knoop)) return klaag(lezer, knoop, pad, "soort-groep", { sleutels: Object.keys(deel.properties).join(", ") });
  const bekend = Object.fromEntries(velden(deel));
  const uit = {};
  for (const paar of knoop.items) {
    const naam = naamVan(lezer, paar);
    if (naam === undefined) continue;
    if (Object.hasOwn(bekend, naam)) uit[naam] = leesDeel(lezer, paar.value, bekend[naam], [...pad, naam]);
    else lezer.fouten.push(fout(regel(lezer.regels, paar.key), onbekend(naam, Object.keys(bekend)), [...pad, naam]));
  }
  return gevuld(uit);
}

function leesPerTaal(lezer, knoop, pad) {
  if (!isMap(knoop)) return klaag(lezer, knoop, pad, "soort-vrije-groep");
  const uit = {};
  for (const paar of knoop.items) {
    const naam = naamVan(lezer, paar);
    if (naam === undefined || isLeeg(paar.value)) continue;
    if (gegevens.talen.some((taal) => taal.code === naam)) uit[naam] = leesTekst(lezer, paar.value, [...pad, naam]);
    else lezer.fouten.push(fout(regel(lezer.regels, paar.key), onbekendeTaal(naam), [...pad, naam]));
  }
  return gevuld(uit);
}

function leesParen(lezer, knoop, pad) {
  if (!isMap(knoop)) return klaag(lezer, knoop, pad, "soort-vrije-groep");
  return knoop.items.map((paar) => ({ oud: naamVan(lezer, paar) ?? "", nieuw: leesTekst(lezer, paar.value, pad) ?? "" }));
}

function leesLijst(lezer, knoop, deel, pad) {
  if (!isSeq(knoop)) return klaag(lezer, knoop, pad, "soort-lijst");
  return knoop.items.map((een, plek) => {
    if (deel.soort === "talen") return isLeeg(een) ? (hekje(lezer, een, [...pad, plek]) ?? "") : (leesTekst(lezer, een, [...pad, plek]) ?? "");
    return (isLeeg(een) ? undefined : leesGroep(lezer, een, vorm(deel.items), [...pad, plek])) ?? {};
  });
}

function leesTekst(lezer, knoop, pad) {
  if (!isScalar(knoop)) return klaag(lezer, knoop, pad, "soort-tekst");
  hekje(lezer, knoop, pad);
  if (knoop.value === "" && knoop.type !== "PLAIN") lezer.fouten.push(fout(regel(lezer.regels, knoop), zin("tekst-leeg"), pad));
  const ontsnapt = knoop.type === "QUOTE_DOUBLE" ? verboden(String(knoop.value)).find((een) => !lezer.tekst.includes(String.fromCodePoint(parseInt(een.teken.slice(2), 16)))) : undefined;
  if (ontsnapt) lezer.fouten.push(fout(regel(lezer.regels, knoop), zin("teken-ontsnapt", ontsnapt), pad));
  return isLeeg(knoop) ? undefined : String(knoop.value);
}

function naamVan(lezer, paar) {
  if (isScalar(paar.key) && String(paar.key.value).trim()) return String(paar.key.value).trim();
  const gezegd = zin(isScalar(paar.key) || !paar.key ? "yaml-sleutel-leeg" : "yaml-sleutel-soort");
  lezer.fouten.push(fout(regel(lezer.regels, paar.key ?? {}), gezegd));
  return undefined;
}

/** A `#` stuck to a word after a space is a comment, where the writer meant a value. */
function hekje(lezer, knoop, pad) {
  if (knoop?.type !== "PLAIN" || !knoop.range) return;
  const rest = lezer.tekst.slice(knoop.range[1]).split("\n", 1)[0];
  const vast = /^[ \t]*(#[^\s#]\S*)/.exec(rest);
  if (!vast || !/[ \t]/.test(lezer.tekst[knoop.range[1] - (vast[0].startsWith("#") ? 1 : 0)] ?? "")) return;
  const waarde = `${knoop.value} ${vast[1]}`.trim();
  lezer.fouten.push(fout(regel(lezer.regels, knoop), zin(knoop.value === "" ? "hekje" : "hekje-in-tekst", { hekje: vast[1], waarde }), pad));
}

function onbekend(naam, bekend) {
  const bijna = bedoeld(naam, bekend);
  if (bijna) return zin("sleutel-bijna", { bijna });
  const waar = plekken(model(), naam, "")[0];
  return waar ? zin("sleutel-elders", { waar }) : zin("sleutel-onbekend", { sleutels: bekend.join(", ") });
}

function plekken(groep, naam, pad) {
  const hier = pad && Object.hasOwn(groep.properties, naam) ? [pad] : [];
  const binnen = velden(groep).flatMap(([deelnaam, deel]) => {
    const inhoud = deel.soort === "lijst" ? vorm(deel.items) : deel;
    return inhoud.soort === "groep" ? plekken(inhoud, naam, pad ? `${pad}.${deelnaam}` : deelnaam) : [];
  });
  return [...hier, ...binnen];
}

function klaag(lezer, knoop, pad, naam, woorden = {}) {
  const soort = isMap(knoop) ? "een groep sleutels" : isSeq(knoop) ? "een lijst" : "een tekst";
  lezer.fouten.push(fout(regel(lezer.regels, knoop), zin(naam, { ...woorden, soort }), pad));
  return undefined;
}
