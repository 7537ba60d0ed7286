/**
 * The rules of a single value, as `gemeente/` of the model has them; each gives a sentence of the model or nothing.
 * A test holds that both sides say the same of many values.
 */
import { zin } from "./gegevens.js";
import { verboden } from "./teken.js";

const WOORD = "[\\p{L}\\p{N}]";
const DEEL = `${WOORD}(?:[\\p{L}\\p{N}_-]*${WOORD})?`;
const HOST = `${DEEL}(?:\\.${DEEL})+`;
const HOST_HEEL = new RegExp(`^${HOST}$`, "u");
const HOST_BEGIN = new RegExp(`^${HOST}`, "u");
const MAIL_DEEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
const MAIL = new RegExp(`^[A-Za-z0-9._%+-]+@${MAIL_DEEL}(?:\\.${MAIL_DEEL})+$`);

/** @param {string} waarde */
function url(waarde) {
  const schema = /^\s*([A-Za-z][A-Za-z0-9+.-]*):(?!\p{Nd})/u.exec(waarde)?.[1].toLowerCase();
  if (schema && schema !== "http" && schema !== "https") return zin("url-schema", { schema });
  if (!schema) return zin("url-half", { bijna: HOST_BEGIN.test(waarde) ? `https://${waarde}` : "https://www.voorbeeld.nl" });
  if (/[\s<>"'`{}|\\^]/.test(waarde)) return zin("url-teken");
  const rest = waarde.slice(schema.length + 1);
  const plek = rest.startsWith("//") ? rest.slice(2).split(/[/?#]/)[0] : "";
  if (plek.includes("[") !== plek.includes("]")) return zin("url-ongeldig");
  const apenstaart = plek.lastIndexOf("@");
  const na = plek.slice(apenstaart + 1);
  const haak = na.includes("[") ? na.slice(na.indexOf("]") + 1) : na;
  const [host, ...poort] = haak.split(":");
  const nummer = poort.join(":");
  if (nummer && (!/^\d+$/.test(nummer) || Number(nummer) > 65535)) return zin("url-ongeldig");
  if (apenstaart >= 0) return zin("url-wachtwoord");
  return rest.startsWith("//") && haak === na && HOST_HEEL.test(host) ? undefined : zin("url-naam");
}

function siteUrl(waarde) {
  if (url(waarde)) return url(waarde);
  if (/[?#]/.test(waarde)) return zin("site-vraagteken");
  return waarde.endsWith("/") ? undefined : zin("site-einde", { adres: waarde });
}

function eMail(waarde) {
  if (waarde.toLowerCase().startsWith("mailto:")) return zin("e-mail-mailto", { adres: waarde.slice(7) });
  return MAIL.test(waarde) ? undefined : zin("e-mail");
}

function telefoon(waarde) {
  const cijfers = waarde.match(/\p{Nd}/gu)?.length ?? 0;
  return /^[+(]?[0-9][0-9 ()./-]*$/.test(waarde) && cijfers >= 3 && cijfers <= 15 ? undefined : zin("telefoon");
}

function meldadres(waarde) {
  const schema = waarde.slice(0, Math.max(0, waarde.indexOf(":")));
  if (schema === "mailto") return eMail(waarde.slice(7));
  return schema === "https" ? url(waarde) : zin("meldadres");
}

function padSite(waarde) {
  const delen = waarde.split("/");
  const goed = /^\/(?:[A-Za-z0-9._~%-]+\/)*[A-Za-z0-9._~%-]*$/.test(waarde) && !delen.includes(".") && !delen.includes("..");
  return goed ? undefined : zin("pad-site", { pad: waarde });
}

function datum(waarde) {
  const andersom = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(waarde);
  const twee = (tekst) => String(Number(tekst)).padStart(2, "0");
  if (andersom) return zin("datum-andersom", { datum: `${andersom[3]}-${twee(andersom[2])}-${twee(andersom[1])}` });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(waarde)) return zin("datum-vorm");
  const [jaar, maand, dag] = waarde.split("-").map(Number);
  const dagen = maand === 2 ? (jaar % 4 === 0 && (jaar % 100 !== 0 || jaar % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(maand) ? 30 : 31;
  if (jaar < 1 || maand < 1 || maand > 12 || dag < 1 || dag > dagen) return zin("datum-bestaat-niet", { datum: waarde });
  return jaar >= 1990 && jaar <= 2100 ? undefined : zin("datum-ver", { jaar, eerste: 1990, laatste: 2100 });
}

function kleur(waarde) {
  const klein = waarde.toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(klein)) return undefined;
  const cijfers = klein.replace(/^#+/, "");
  if (/^[0-9a-f]{6}$/.test(cijfers)) return zin("kleur-bijna", { kleur: `#${cijfers}` });
  if (/^[0-9a-f]{3}$/.test(cijfers)) return zin("kleur-bijna", { kleur: `#${[...cijfers].map((een) => een + een).join("")}` });
  return zin("kleur");
}

function cbsCode(waarde) {
  if (/^[0-9]{4}$/.test(waarde)) return undefined;
  return /^[0-9]{1,3}$/.test(waarde) ? zin("cbs-code-bijna", { cijfers: waarde.padStart(4, "0") }) : zin("cbs-code");
}

function cvdr(waarde) {
  if (/^CVDR[0-9]{1,8}\/[0-9]{1,4}$/.test(waarde)) return undefined;
  const cijfers = /^(?:CVDR)?([0-9]{1,8})[_/]([0-9]{1,4})$/i.exec(waarde);
  return cijfers ? zin("cvdr-bijna", { nummer: `CVDR${cijfers[1]}/${cijfers[2]}` }) : zin("cvdr");
}

function jaNee(waarde) {
  return ["ja", "nee", "true", "false"].includes(waarde.trim().toLowerCase()) ? undefined : zin("ja-nee", { waarde });
}

/** The path of a file. @param {string} waarde @param {string[]} eindes */
export function bestand(waarde, eindes) {
  if (waarde.includes("\\")) return zin("pad-backslash", { pad: waarde.replaceAll("\\", "/") });
  if (/^[/~]|^[A-Za-z]+:/.test(waarde)) return zin("pad-begin");
  const delen = waarde.split("/");
  if (delen.includes("..") || delen.includes(".")) return zin("pad-punten");
  if (!delen.every((een) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(een))) return zin("pad-tekens");
  const einde = /.\.[^.]+$/.exec(delen.at(-1))?.[0].slice(1).toLowerCase() ?? "";
  return eindes.includes(einde) ? undefined : zin("bestand-soort", { pad: waarde, eindes: eindes.join(" of ") });
}

const REGELS = {
  url, "site-url": siteUrl, "e-mail": eMail, telefoon, meldadres, "pad-site": padSite, datum, kleur, "cbs-code": cbsCode, cvdr,
};
const OP_EEN_REGEL = [undefined, "telefoon"];

/**
 * What is wrong with a text that is filled in.
 * @param {string} tekst @param {{veld?: string, meeste?: number, eindes?: string[]}} deel
 */
export function tekstfout(tekst, deel) {
  return tekstfouten(tekst, deel)[0];
}

/** Everything that is wrong with it: of characters that may not be there each one. */
export function tekstfouten(tekst, deel) {
  const tekens = verboden(tekst).map((een) => zin("teken", een));
  const fout = tekens.length ? undefined : vormfout(tekst, deel);
  return fout ? [fout] : tekens;
}

function vormfout(tekst, deel) {
  const net = OP_EEN_REGEL.includes(deel.veld) && !(deel.meeste >= 600) ? tekst.split(/\s+/).filter(Boolean).join(" ") : tekst.trim();
  if (!net && deel.veld !== "datum" && deel.veld !== "ja-nee") return zin("tekst-leeg");
  if (deel.meeste && [...net].length > deel.meeste) return zin("tekst-te-lang", { meeste: deel.meeste });
  if (deel.veld === "ja-nee") return jaNee(tekst);
  if (deel.veld === "bestand") return bestand(net, deel.eindes);
  return REGELS[deel.veld]?.(net);
}

