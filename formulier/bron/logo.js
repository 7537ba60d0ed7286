/** A first look at a logo, in the words of the model; the build looks again and cleans it. */
import { gegevens } from "./gegevens.js";

const TEKENT = "path, rect, circle, ellipse, line, polyline, polygon, text, use, image";
const GEVAAR = "script, foreignObject, iframe, object, embed, audio, video, animate, animateMotion, animateTransform, set";

/** @param {string} naam @param {Uint8Array} bytes @returns {{wat: string, doe: string, ernst: string, code: string}[]} */
export function logofouten(naam, bytes) {
  if (bytes.length > gegevens.logoBytes) return [zeg("te-groot", { naam, meeste: Math.floor(gegevens.logoBytes / 1000) })];
  if (begintMet(bytes, [0x89, 0x50, 0x4e, 0x47]) || begintMet(bytes, [0xff, 0xd8, 0xff])) return [];
  let tekst;
  try {
    tekst = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return [zeg("soort", {}, naam)];
  }
  return tekst.trimStart().startsWith("<") ? svgfouten(naam, tekst) : [zeg("soort", {}, naam)];
}

function svgfouten(naam, tekst) {
  if (/<!(ENTITY|ATTLIST|ELEMENT|NOTATION)/.test(tekst)) return [zeg("entiteiten", {}, naam)];
  const boom = new DOMParser().parseFromString(tekst, "image/svg+xml");
  const kapot = boom.querySelector("parsererror");
  if (kapot) return [zeg("xml", { regel: /line (\d+)/.exec(kapot.textContent)?.[1] ?? 1 }, naam)];
  const wortel = boom.documentElement;
  if (wortel.localName !== "svg" || wortel.namespaceURI !== "http://www.w3.org/2000/svg") return [zeg("wortel", {}, naam)];
  if (!wortel.hasAttribute("viewBox") && !(parseFloat(wortel.getAttribute("width")) && parseFloat(wortel.getAttribute("height")))) return [zeg("maat", {}, naam)];
  if (!wortel.querySelector(TEKENT)) return [zeg("leeg", {}, naam)];
  const weg = new Set([...wortel.querySelectorAll(GEVAAR)].map((een) => een.localName));
  for (const een of [wortel, ...wortel.querySelectorAll("*")])
    for (const { name } of een.attributes) if (name.toLowerCase().startsWith("on")) weg.add(`attribuut ${name}`);
  return weg.size ? [{ ...zeg("geschoond", { naam, wat: [...weg].slice(0, 6).join(", ") }), ernst: "waarschuwing" }] : [];
}

const begintMet = (bytes, begin) => begin.every((byte, plek) => bytes[plek] === byte);

function zeg(naam, woorden, bestand) {
  const { code, wat, doe } = gegevens.logo[naam];
  const gevuld = wat.replace(/\{([a-z]+)\}/g, (_, woord) => String(woorden[woord]));
  return { code, wat: bestand ? `${bestand}: ${gevuld}` : gevuld, doe, ernst: "fout" };
}
