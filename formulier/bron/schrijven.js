/**
 * Saving: an opened file changes on the lines that were changed and nowhere else; without a change it stays the same
 * bytes. A new file is written whole.
 */
import { isMap, isScalar, isSeq } from "yaml";
import { lees } from "./lezen.js";
import { gelijk, gevuld, leeg, model, velden, VRIJ, vorm } from "./model.js";
import { inItem, inPaar, inTekst, inWaarde } from "./opmaak.js";

/** @typedef {{van: number, tot: number, tekst: string}} Ingreep */

/** A new file. @param {object} data @param {string} kop lines of comment that stand on top */
export function nieuw(data, kop) {
  const net = gevuld(zonderLegeRijen(data)) ?? {};
  const paren = velden(model()).filter(([naam]) => !VRIJ.includes(naam) && !leeg(net[naam]));
  let tekst = `${kop}\n`;
  for (const [naam, deel] of paren) tekst += `${["groep", "lijst", "paren"].includes(deel.soort) ? "\n" : ""}${inPaar(naam, net[naam], deel, "")}\n`;
  return tekst;
}

/**
 * The text of an opened file with what was changed since.
 * @param {{tekst: string, document: object, data: object}} geopend @param {object} data
 * @returns {string} @throws {Error} when the file is laid out in a way in which this cannot be done safely
 */
export function bewaar(geopend, data) {
  const net = gevuld(zonderLegeRijen(data)) ?? {};
  if (gelijk(geopend.data, net)) return geopend.tekst;
  const werk = { tekst: geopend.tekst, ingrepen: [], einde: geopend.tekst.includes("\r\n") ? "\r\n" : "\n" };
  inGroepen(werk, geopend.document.contents, model(), geopend.data, net);
  const tekst = pasToe(werk);
  const terug = lees(tekst);
  if (!terug.data || !gelijk(terug.data, net)) throw new Error("niet veilig te bewaren");
  return tekst;
}

/** New rows of redirects that were left open do not count. */
function zonderLegeRijen(data) {
  const rijen = data.doorverwijzingen?.filter((paar) => !leeg(paar));
  return rijen ? { ...data, doorverwijzingen: rijen.length ? rijen : undefined } : data;
}

function pasToe({ tekst, ingrepen, einde }) {
  const achterstevoren = ingrepen.map((een, plek) => ({ ...een, plek })).sort((een, ander) => ander.van - een.van || ander.plek - een.plek);
  return achterstevoren.reduce((uit, { van, tot, tekst: stuk }) => uit.slice(0, van) + stuk.replaceAll("\n", einde) + uit.slice(tot), tekst);
}

function inGroepen(werk, groep, deel, oud, nieuw_) {
  if (groep.flow) throw new Error("een groep op één regel wordt door de groep erboven herschreven");
  const paren = new Map(groep.items.map((paar) => [String(paar.key?.value).trim(), paar]));
  let vorige;
  for (const [naam, binnen] of velden(deel)) {
    const paar = paren.get(naam);
    const [was, wordt] = [oud?.[naam], nieuw_[naam]];
    if (binnen.soort === "vrij" || gelijk({ was }, { was: wordt })) vorige = paar ?? vorige;
    else if (paar) {
      inPaarDat(werk, paar, binnen, was, wordt);
      vorige = paar;
    } else voegToe(werk, groep, vorige, inPaar(naam, gevuld(wordt), binnen, kolom(werk, groep.items[0].key)));
  }
}

function inPaarDat(werk, paar, deel, was, wordt) {
  const knoop = paar.value;
  const na = dubbelePunt(werk, paar) + 1;
  if (leeg(wordt)) return zet(werk, na, eindeVan(werk, paar), "");
  const heel = () => vervang(werk, paar, inWaarde(gevuld(wordt), deel, kolom(werk, paar.key)), deel, wordt);
  if (!knoop || (isScalar(knoop) && knoop.value === "" && knoop.type === "PLAIN")) return heel();
  if (knoop.flow) return heel();
  if (deel.soort === "groep" && isMap(knoop)) return inGroepen(werk, knoop, deel, was, wordt);
  if ((deel.soort === "lijst" || deel.soort === "talen") && isSeq(knoop) && knoop.items.length && wordt.length) return inLijst(werk, knoop, deel, was, wordt);
  if (deel.soort === "taal" && isMap(knoop)) return inTalen(werk, knoop, was, wordt);
  return heel();
}

function inTalen(werk, groep, was, wordt) {
  const paren = new Map(groep.items.map((paar) => [String(paar.key?.value).trim(), paar]));
  let vorige;
  for (const [taal, tekst] of [...Object.entries(wordt), ...Object.keys(was ?? {}).filter((een) => !(een in wordt)).map((een) => [een, undefined])]) {
    const paar = paren.get(taal);
    if (paar && was?.[taal] !== tekst) inPaarDat(werk, paar, { soort: "tekst" }, was?.[taal], tekst);
    if (!paar && tekst) voegToe(werk, groep, vorige ?? groep.items.at(-1), `${kolom(werk, groep.items[0].key)}${taal}:${inTekst(tekst, `${kolom(werk, groep.items[0].key)}  `)}`);
    vorige = paar ?? vorige;
  }
}

function inLijst(werk, lijst, deel, was, wordt) {
  const begin = streep(werk, lijst.items[0]);
  const inspringen = werk.tekst.slice(werk.tekst.lastIndexOf("\n", begin) + 1, begin);
  let laatste = begin - inspringen.length;
  for (const [een, ander] of uitgelijnd(was, wordt)) {
    if (een === undefined) {
      zet(werk, laatste, laatste, `${overgang(werk, laatste)}${inItem(wordt[ander], deel, inspringen)}\n`);
      continue;
    }
    const knoop = lijst.items[een];
    if (ander === undefined) zet(werk, streep(werk, knoop) - inspringen.length, regeleinde(werk, eindeVanKnoop(knoop)), "");
    else if (!gelijk({ w: was[een] }, { w: wordt[ander] })) {
      if (!isMap(knoop) || knoop.flow) zet(werk, streep(werk, knoop), eindeVanKnoop(knoop), inItem(wordt[ander], deel, inspringen).trimStart());
      else inGroepen(werk, knoop, vorm(deel.items), was[een], wordt[ander]);
    }
    laatste = regeleinde(werk, eindeVanKnoop(knoop));
  }
}

/** Pairs of places in the old and the new list: what is alike belongs together, between them what stands there in order. */
function uitgelijnd(was, wordt) {
  const maat = Array.from({ length: was.length + 1 }, () => new Array(wordt.length + 1).fill(0));
  const zelfde = (i, j) => gelijk({ w: was[i] }, { w: wordt[j] });
  for (let i = was.length - 1; i >= 0; i -= 1)
    for (let j = wordt.length - 1; j >= 0; j -= 1) maat[i][j] = zelfde(i, j) ? maat[i + 1][j + 1] + 1 : Math.max(maat[i + 1][j], maat[i][j + 1]);
  const paren = [];
  let [i, j, weg, bij] = [0, 0, [], []];
  const gat = () => {
    for (let k = 0; k < Math.max(weg.length, bij.length); k += 1) paren.push([weg[k], bij[k]]);
    [weg, bij] = [[], []];
  };
  while (i < was.length || j < wordt.length) {
    if (i < was.length && j < wordt.length && zelfde(i, j)) {
      gat();
      paren.push([i, j]);
      [i, j] = [i + 1, j + 1];
    } else if (j >= wordt.length || (i < was.length && maat[i + 1][j] >= maat[i][j + 1])) weg.push(i++);
    else bij.push(j++);
  }
  gat();
  return paren;
}

/** Put another value behind a key; what stands as a comment on that line stays. */
function vervang(werk, paar, tekst, deel, wordt) {
  const [van, tot] = [dubbelePunt(werk, paar) + 1, eindeVan(werk, paar)];
  const eind = werk.tekst.slice(tot).split(/\r?\n/, 1)[0];
  const opEenRegel = tekst.trimStart().startsWith("|") && eind.trim() ? ` ${JSON.stringify(deel.soort === "taal" ? wordt.nl : wordt)}` : tekst;
  if (opEenRegel.startsWith("\n") && eind.trim()) {
    const regel = tot + eind.length;
    zet(werk, van, tot, "");
    return zet(werk, regel, regel, opEenRegel);
  }
  return zet(werk, van, tot, opEenRegel);
}

function voegToe(werk, groep, vorige, tekst) {
  const na = vorige ?? (kolomVanSleutel(werk, groep.items[0].key) === undefined ? groep.items[0] : undefined);
  if (na) {
    const plek = regeleinde(werk, eindeVan(werk, na));
    return zet(werk, plek, plek, `${overgang(werk, plek)}${tekst}\n`);
  }
  const begin = groep.items[0].key.range[0];
  const plek = begin - kolom(werk, groep.items[0].key).length;
  return zet(werk, plek, plek, `${tekst}\n`);
}

const zet = (werk, van, tot, tekst) => werk.ingrepen.push({ van, tot, tekst });
const overgang = (werk, plek) => (plek > 0 && werk.tekst[plek - 1] !== "\n" ? "\n" : "");

function dubbelePunt(werk, paar) {
  return werk.tekst.indexOf(":", paar.key.range[1]);
}

/** The end of the value, without white space, comment or line end behind it. */
function eindeVan(werk, paar) {
  const kaal = !paar.value || (isScalar(paar.value) && paar.value.value === "" && paar.value.type === "PLAIN");
  return kaal ? dubbelePunt(werk, paar) + 1 : eindeVanWaarde(werk, paar.value);
}

function eindeVanWaarde(werk, knoop) {
  const einde = eindeVanKnoop(knoop);
  return /\n$/.test(werk.tekst.slice(0, einde)) ? werk.tekst.slice(0, einde).trimEnd().length : einde;
}

function eindeVanKnoop(knoop) {
  if (isMap(knoop) && !knoop.flow) {
    const laatste = knoop.items.at(-1);
    return laatste.value?.range ? eindeVanKnoop(laatste.value) : laatste.key.range[1];
  }
  if (isSeq(knoop) && !knoop.flow) return knoop.items.length ? eindeVanKnoop(knoop.items.at(-1)) : knoop.range[1];
  return knoop.range[1];
}

function regeleinde(werk, plek) {
  if (plek > 0 && werk.tekst[plek - 1] === "\n") return plek;
  const einde = werk.tekst.indexOf("\n", plek);
  return einde < 0 ? werk.tekst.length : einde + 1;
}

const streep = (werk, knoop) => werk.tekst.lastIndexOf("-", knoop.range[0] - 1);

function kolomVanSleutel(werk, sleutel) {
  const begin = werk.tekst.slice(werk.tekst.lastIndexOf("\n", sleutel.range[0] - 1) + 1, sleutel.range[0]);
  return begin.trim() ? undefined : begin;
}

/** The white space before a key, as wide as what stands before it. */
function kolom(werk, sleutel) {
  return kolomVanSleutel(werk, sleutel) ?? " ".repeat(sleutel.range[0] - werk.tekst.lastIndexOf("\n", sleutel.range[0] - 1) - 1);
}

