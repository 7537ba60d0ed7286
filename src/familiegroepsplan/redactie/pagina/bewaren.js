// Een bestand lezen voor de redactie, en alleen veranderen wat iemand veranderde: elke wijziging is een stukje tekst op
// de plek waar het oude stond. Commentaar, volgorde, aanhalingstekens en witregels elders blijven letter voor letter staan.
// Elke waarde is tekst, zoals voor de rest van dit project: no, 020 en 12:30 blijven wat ze zijn.
import { isMap, isScalar, isSeq, parseDocument } from "./bibliotheek/yaml.js";
import { inStroom, nieuwePaar, regels, waarde } from "./schrijfwijze.js";
import { koppel } from "./koppelen.js";

/** @typedef {{name: string, widget?: string, multiple?: boolean, fields?: Veld[]}} Veld */
/** @typedef {{van: number, tot: number, tekst: string}} Ingreep */

export const BRON = "_bron";
/** What only a translation has: Dutch text says for whom it is. */
const VERTALING = ["vertaling_van", "status", "nagekeken_door", "nagekeken_op"];
const SLEUTEL = "_sleutel";
const WAARDE = "_waarde";
const KOP = /^---\n([\s\S]*?\n)?---(?:\n|$)/;

/** A file as data for the fields; the file itself travels along in the hidden field. */
export function lees(text, velden) {
  const { yaml, body } = delen(zonderRetour(text));
  const data = naarVelden(ruw(yaml), velden);
  if (velden.some(({ name }) => name === "body")) data.body = body.replace(/^\n+/, "");
  return { ...data, [BRON]: text };
}

/** The text of the file with what `data` says; `data[BRON]` is the file as it was, or empty for a new one. */
export function schrijf(data, velden) {
  const oud = typeof data[BRON] === "string" ? data[BRON] : "";
  const nieuw = metWijzigingen(zonderRetour(oud), data, velden);
  return oud.includes("\r\n") ? nieuw.replaceAll("\n", "\r\n") : nieuw;
}

/** Windows ends a line with two characters; here it is one. */
const zonderRetour = (text) => text.replaceAll("\r\n", "\n");

function metWijzigingen(oud, data, velden) {
  const heeftBody = velden.some(({ name }) => name === "body");
  const eigen = velden.filter(({ name }) => name !== BRON && name !== "body" && !(data.doelgroep && VERTALING.includes(name)));
  const { yaml, body, isKop } = delen(oud);
  const nieuw = kaal(data, eigen);
  const kop = werkBij(yaml, nieuw, eigen);
  if (!heeftBody) return kop;
  const tekst = String(data.body ?? "").trim();
  const zelfde = isKop && body.trim() === tekst;
  return `---\n${kop}---\n${zelfde ? body : (/^\n*/.exec(body)?.[0] ?? "") + tekst}`;
}

/** Front matter and text apart; a file without front matter is YAML as a whole. */
export function delen(text) {
  const kop = KOP.exec(text);
  return kop ? { yaml: kop[1] ?? "", body: text.slice(kop[0].length), isKop: true } : { yaml: text, body: "", isKop: false };
}

/** YAML as plain data in which every value is text; what cannot be read is an error that names its place. */
export function ruw(yaml) {
  const doc = ontleed(yaml);
  return doc.contents ? doc.toJS() ?? {} : {};
}

function ontleed(yaml) {
  const doc = parseDocument(yaml, { schema: "failsafe", uniqueKeys: true });
  if (doc.errors.length) throw new Error(doc.errors[0].message);
  return doc;
}

const leeg = (x) => x === undefined || x === null || x === "" || (typeof x === "object" && Object.keys(x).length === 0);

/** The same without what is empty, and with numbers and answers as text. */
export function gesnoeid(x) {
  if (Array.isArray(x)) return x.map(gesnoeid).filter((one) => !leeg(one));
  if (x && typeof x === "object") {
    return Object.fromEntries(Object.entries(x).map(([key, one]) => [key, gesnoeid(one)]).filter(([, one]) => !leeg(one)));
  }
  return leeg(x) ? undefined : String(x);
}

export const gelijk = (a, b) => sleutelVan(gesnoeid(a)) === sleutelVan(gesnoeid(b));

function sleutelVan(x) {
  if (Array.isArray(x)) return `[${x.map(sleutelVan).join(",")}]`;
  if (x && typeof x === "object") return `{${Object.keys(x).sort().map((key) => `${JSON.stringify(key)}:${sleutelVan(x[key])}`).join(",")}}`;
  return JSON.stringify(x) ?? "null";
}

/** Only the keys that have a field, each in its place. */
function kaal(data, velden) {
  return Object.fromEntries(velden.map(({ name }) => [name, data[name]]));
}

const isVrij = (veld) => veld.widget === "list" && veld.fields?.[0]?.name === SLEUTEL;
const isPerTaal = (veld) => veld.widget === "object" && veld.fields?.[0]?.name === "nl";

/** Data of the file in the form of the fields: a mapping is a list, one Dutch text is a text per language. */
function naarVelden(data, velden) {
  const out = {};
  for (const veld of velden) {
    if (data?.[veld.name] !== undefined) out[veld.name] = naarVeld(data[veld.name], veld);
  }
  return out;
}

function naarVeld(x, veld) {
  if (leeg(x)) return isVrij(veld) || veld.widget === "list" || veld.multiple ? [] : veld.fields ? undefined : "";
  if (isVrij(veld)) {
    return Object.entries(x).map(([key, one]) => ({ [SLEUTEL]: key, ...naarItem(one, veld.fields.slice(1)) }));
  }
  if (veld.widget === "object") return naarVelden(typeof x === "string" ? { nl: x } : x, veld.fields);
  if (veld.widget === "list" && veld.fields && Array.isArray(x)) return x.map((one) => naarVelden(one, veld.fields));
  // Sveltia kent een bestand bij zijn pad vanaf de map met gemeenten, met een schuine streep ervoor.
  return veld.widget === "file" && typeof x === "string" ? `/${x}` : x;
}

function naarItem(x, velden) {
  if (velden[0]?.name === WAARDE) return { [WAARDE]: x };
  return naarVelden(typeof x === "string" ? { nl: x } : x, velden);
}

/** Data of a field in the form of the file. */
function vanVeld(x, veld) {
  if (isVrij(veld)) {
    return Object.fromEntries((x ?? []).map((one) => [one[SLEUTEL], vanItem(one, veld.fields.slice(1))]));
  }
  if (veld.fields && Array.isArray(x)) return x.map((one) => vanVelden(one, veld.fields));
  if (veld.widget === "file" && typeof x === "string") return x.replace(/^\/+/, "");
  return veld.fields ? vanVelden(x, veld.fields) : x;
}

const vanItem = (x, velden) => (velden[0]?.name === WAARDE ? x[WAARDE] : vanVelden(x, velden));
const vanVelden = (x, velden) => gesnoeid(Object.fromEntries(velden.map((one) => [one.name, vanVeld(x?.[one.name], one)])));

/** The YAML with the new data. What cannot be done in place is an error: then nothing is saved. */
function werkBij(yaml, nieuw, velden) {
  const doc = ontleed(yaml);
  if (!isMap(doc.contents)) return vulAan(yaml, regels(vanVelden(nieuw, velden), 0));
  const werk = { yaml, ingrepen: /** @type {Ingreep[]} */ ([]) };
  groep(werk, doc.contents, naarVelden(doc.toJS(), velden), nieuw, velden);
  const klaar = voerUit(yaml, werk.ingrepen);
  const terug = naarVelden(ruw(klaar), velden);
  if (!gelijk(terug, nieuw)) throw new Error("Deze wijziging past niet veilig in het bestand. Verander het bestand zelf.");
  return klaar;
}

const vulAan = (yaml, rows) => `${yaml && !yaml.endsWith("\n") ? `${yaml}\n` : yaml}${rows.join("\n")}\n`;

/** @param {Ingreep[]} ingrepen */
function voerUit(yaml, ingrepen) {
  let text = yaml;
  // Wat op dezelfde plek erbij komt, houdt zijn volgorde: de laatste gaat er het eerst in.
  const op = ingrepen.map((one, i) => ({ ...one, i })).sort((a, b) => b.van - a.van || b.tot - a.tot || b.i - a.i);
  for (const { van, tot, tekst } of op) text = text.slice(0, van) + tekst + text.slice(tot);
  return text;
}

function groep(werk, node, oud, nieuw, velden) {
  velden.forEach((veld, i) => {
    const [was, wordt] = [oud?.[veld.name], nieuw?.[veld.name]];
    if (gelijk(was, wordt)) return;
    const paar = node.items.find(({ key }) => key.value === veld.name);
    if (paar) pas(werk, node, paar, was, wordt, veld);
    else erbij(werk, node, veld.name, vanVeld(wordt, veld), velden.slice(0, i).map(({ name }) => name));
  });
}

/** Change the value of a pair that stands there. */
function pas(werk, groepNode, paar, was, wordt, veld) {
  const node = paar.value;
  if (leeg(gesnoeid(wordt))) return weg(werk, groepNode, paar);
  if (isMap(node) && isVrij(veld)) return vrijeSleutels(werk, node, was, wordt, veld.fields.slice(1));
  if (isMap(node) && veld.widget === "object") {
    return isPerTaal(veld) ? perTaal(werk, node, was, wordt, veld.fields) : groep(werk, node, was, wordt, veld.fields);
  }
  if (isSeq(node) && node.items.length && veld.fields && !node.flow) return lijst(werk, node, was, wordt, veld.fields);
  if (isScalar(node) && isPerTaal(veld) && Object.keys(gesnoeid(wordt)).join() === "nl") {
    return tekst(werk, paar, String(vanVeld(wordt.nl, veld.fields[0])), groepNode);
  }
  if (isScalar(node) && !veld.fields && !Array.isArray(wordt)) return tekst(werk, paar, String(vanVeld(wordt, veld)), groepNode);
  if (isSeq(node) && node.flow && !veld.fields) return stroom(werk, node, wordt);
  if (isSeq(node) && node.items.length && !veld.fields) return losseWaarden(werk, node, was, wordt);
  vervang(werk, groepNode, paar, vanVeld(wordt, veld));
}

/** A text per language: a language that is gone takes its line along, since an empty one is a fault. */
function perTaal(werk, node, was, wordt, velden) {
  const blijft = velden.filter(({ name }) => !leeg(wordt?.[name]));
  for (const { name } of velden) {
    const paar = node.items.find(({ key }) => key.value === name);
    if (paar && leeg(wordt?.[name])) haalWeg(werk, node, paar);
  }
  groep(werk, node, was, wordt, blijft);
}

/** A mapping with free keys, of which the fields show a list. */
function vrijeSleutels(werk, node, was, wordt, velden) {
  const namen = wordt.map((one) => one[SLEUTEL]);
  for (const paar of node.items) if (!namen.includes(paar.key.value)) haalWeg(werk, node, paar);
  wordt.forEach((item, i) => {
    const oud = was.find((one) => one[SLEUTEL] === item[SLEUTEL]);
    if (gelijk(oud, item)) return;
    const paar = node.items.find(({ key }) => key.value === item[SLEUTEL]);
    const nieuw = vanItem(item, velden);
    if (!paar) erbij(werk, node, item[SLEUTEL], nieuw, namen.slice(0, i));
    else if (isScalar(paar.value) && typeof nieuw === "string") tekst(werk, paar, nieuw, node);
    else if (isScalar(paar.value) && Object.keys(nieuw).join() === "nl") tekst(werk, paar, nieuw.nl, node);
    else if (isMap(paar.value) && velden[0].name === "nl") perTaal(werk, paar.value, oud, item, velden);
    else if (isMap(paar.value)) groep(werk, paar.value, oud, item, velden);
    else vervang(werk, node, paar, nieuw);
  });
}

/** A list of groups: items are matched with those that stood there, and only the others change. */
function lijst(werk, node, was, wordt, velden) {
  const kolom = kolomVan(werk.yaml, streepje(werk.yaml, node.items[0]));
  blokLijst(werk, node, was, wordt, (item) => regels([vanVelden(item, velden)], kolom), (i, oud, nieuw) => {
    if (isMap(node.items[i])) groep(werk, node.items[i], oud, nieuw, velden);
  });
}

function losseWaarden(werk, node, was, wordt) {
  const kolom = kolomVan(werk.yaml, streepje(werk.yaml, node.items[0]));
  blokLijst(werk, node, was, wordt.map(String), (item) => regels([item], kolom), (i, _oud, nieuw) => {
    const { range, type } = node.items[i];
    werk.ingrepen.push({ van: range[0], tot: range[1], tekst: waarde(String(nieuw), type, false, kolom) });
  });
}

function blokLijst(werk, node, was, wordt, maak, verander) {
  const bij = koppel(was, wordt, gelijk);
  const stukken = node.items.map((item) => ({ van: lijnBegin(werk.yaml, streepje(werk.yaml, item)), tot: lijnEind(werk.yaml, einde(item)) }));
  was.forEach((_, i) => {
    if (!bij.includes(i)) werk.ingrepen.push({ ...metRegeleinde(werk.yaml, stukken[i]), tekst: "" });
  });
  let na = stukken[0].van;
  wordt.forEach((item, j) => {
    const i = bij[j];
    if (i >= 0) {
      if (!gelijk(was[i], item)) verander(i, was[i], item);
      na = metRegeleinde(werk.yaml, stukken[i]).tot;
      return;
    }
    const verplaatst = was.findIndex((one, k) => !bij.includes(k) && gelijk(one, item));
    const rows = verplaatst >= 0 ? werk.yaml.slice(stukken[verplaatst].van, stukken[verplaatst].tot) : maak(item).join("\n");
    const los = na > 0 && werk.yaml[na - 1] !== "\n";
    werk.ingrepen.push({ van: na, tot: na, tekst: los ? `\n${rows}` : `${rows}\n` });
  });
}

/** A list on one line: what stays keeps its letters. */
function stroom(werk, node, wordt) {
  const bron = new Map(node.items.map((item) => [String(item.value), werk.yaml.slice(item.range[0], item.range[1])]));
  const delen = wordt.map((one) => bron.get(String(one)) ?? inStroom(String(one)));
  werk.ingrepen.push({ van: node.range[0], tot: node.range[1], tekst: `[${delen.join(", ")}]` });
}

/** One text in the place of another, in the same kind of quotes. */
function tekst(werk, paar, nieuw, groepNode) {
  const { value: node, key } = paar;
  if (node.range[0] === node.range[1]) {
    const dubbelePunt = werk.yaml.indexOf(":", key.range[1]);
    werk.ingrepen.push({ van: dubbelePunt + 1, tot: dubbelePunt + 1, tekst: ` ${waarde(nieuw, "PLAIN", !!groepNode.flow, 0)}` });
    return;
  }
  const kolom = kolomVan(werk.yaml, key.range[0]);
  const blok = node.type?.startsWith("BLOCK");
  const tot = blok ? lijnEind(werk.yaml, einde(node)) : node.range[1];
  werk.ingrepen.push({ van: node.range[0], tot, tekst: waarde(nieuw, node.type, !!groepNode.flow, kolom) });
}

/** The key stays, without a value: that counts as not filled in. */
function weg(werk, groepNode, paar) {
  if (groepNode.flow) return haalWeg(werk, groepNode, paar);
  if (isScalar(paar.value) && paar.value.range[0] === paar.value.range[1]) return;
  const na = werk.yaml.indexOf(":", paar.key.range[1]) + 1;
  werk.ingrepen.push({ van: na, tot: einde(paar.value), tekst: "" });
}

function vervang(werk, groepNode, paar, nieuw) {
  const na = werk.yaml.indexOf(":", paar.key.range[1]) + 1;
  const tot = leegNode(paar.value) ? na : Math.max(na, einde(paar.value));
  const kolom = kolomVan(werk.yaml, paar.key.range[0]);
  const rest = groepNode.flow ? ` ${inStroom(nieuw)}` : nieuwePaar(paar.key.value, nieuw, kolom).join("\n").slice(kolom + paar.key.value.length + 1);
  const commentaar = leegNode(paar.value) && rest.includes("\n") ? lijnEind(werk.yaml, na) : na;
  if (commentaar > na) werk.ingrepen.push({ van: commentaar, tot: commentaar, tekst: rest.replace(/^ +(?=\n)/, "") });
  else werk.ingrepen.push({ van: na, tot, tekst: rest });
}

const leegNode = (node) => !node || (isScalar(node) && node.range[0] === node.range[1]);

/** A new pair, behind the last one that stands before it in the order of the fields. */
function erbij(werk, node, naam, nieuw, ervoor) {
  const voor = node.items.filter(({ key }) => ervoor.includes(key.value)).at(-1) ?? node.items[0];
  if (node.flow) {
    const plek = voor ? einde(voor.value ?? voor.key) : node.range[0] + 1;
    werk.ingrepen.push({ van: plek, tot: plek, tekst: `${voor ? ", " : ""}${inStroom(naam)}: ${inStroom(nieuw)}` });
    return;
  }
  const plek = lijnEind(werk.yaml, eindeVanPaar(werk.yaml, voor));
  const kolom = kolomVan(werk.yaml, node.items[0].key.range[0]);
  werk.ingrepen.push({ van: plek, tot: plek, tekst: `\n${nieuwePaar(naam, nieuw, kolom).join("\n")}` });
}

/** Take a pair out, with its lines. */
function haalWeg(werk, node, paar) {
  if (node.flow) {
    const i = node.items.indexOf(paar);
    const [van, tot] = i > 0 ? [eindeVanPaar(werk.yaml, node.items[i - 1]), eindeVanPaar(werk.yaml, paar)] : [paar.key.range[0], node.items[1]?.key.range[0] ?? eindeVanPaar(werk.yaml, paar)];
    werk.ingrepen.push({ van, tot, tekst: "" });
    return;
  }
  const stuk = { van: lijnBegin(werk.yaml, paar.key.range[0]), tot: lijnEind(werk.yaml, eindeVanPaar(werk.yaml, paar)) };
  werk.ingrepen.push({ ...metRegeleinde(werk.yaml, stuk), tekst: "" });
}

const lijnBegin = (text, plek) => text.lastIndexOf("\n", plek - 1) + 1;
const lijnEind = (text, plek) => (text.indexOf("\n", plek) < 0 ? text.length : text.indexOf("\n", plek));
const kolomVan = (text, plek) => plek - lijnBegin(text, plek);
const streepje = (text, item) => text.lastIndexOf("-", item.range[0] - 1);
const metRegeleinde = (text, { van, tot }) => ({ van, tot: text[tot] === "\n" ? tot + 1 : tot });

function eindeVanPaar(text, { key, value }) {
  return leegNode(value) ? text.indexOf(":", key.range[1]) + 1 : einde(value);
}

/** Where what is written of a node ends, without the comments and empty lines behind it. */
function einde(node) {
  if (node.flow || !(isMap(node) || isSeq(node)) || !node.items.length) {
    return node.type?.startsWith("BLOCK") ? node.range[1] - 1 : node.range[1];
  }
  const laatste = node.items.at(-1);
  if (isSeq(node)) return einde(laatste);
  return leegNode(laatste.value) ? laatste.key.range[1] + 1 : einde(laatste.value);
}
