// Het voorbeeld naast een tekst: dezelfde stijl, dezelfde onderdelen en dezelfde opbouw als op de site, gevuld met de
// gegevens van één gemeente. Van een deel staat er wat daar op de site komt.
import { nieuw, vormOm } from "./vormen.js";
import { teksten } from "./vertaalstaat.js";

const KOP_ID = /[ \t]*\{#[^}\s]+\}[ \t]*$/gm;
const NAAM = /\{\{\s*(?:(deel|blok):\s*)?([^}]*?)\s*\}\}/g;
/** Stands in the Markdown for the nth name: private characters that no text has, so that nothing reads them. */
const MERK = /\uE000(\d+)\uE001/;
const RECHTS = ["ar", "fa"];

/** @typedef {{gemeente: string, waarden: Record<string, Record<string, string>>, delen: Record<string, string>,
 *   blokken: Record<string, string>, woorden: Record<string, import("./vormen.js").Woorden>}} Gegevens */

/** A text as HTML as on the site. @param {Gegevens} gegevens */
export function alsPagina(markdown, vorm, taal, gegevens) {
  const namen = [];
  const text = markdown.replace(KOP_ID, "").replace(NAAM, (_, soort, naam) => `\uE000${namen.push({ soort, naam }) - 1}\uE001`);
  const section = nieuw("section", { class: `blok vorm-${vorm}` });
  section.innerHTML = window.DOMPurify.sanitize(window.marked.parse(text));
  vormOm(section, vorm, gegevens.woorden[taal] ?? {});
  vul(section, namen, taal, gegevens);
  return section.outerHTML;
}

/** Put in the place of every mark what belongs there. */
function vul(section, namen, taal, gegevens) {
  for (const link of section.querySelectorAll("a[href]")) link.setAttribute("tabindex", "-1");
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (MERK.test(walker.currentNode.data)) found.push(walker.currentNode);
  for (const node of found) {
    const delen = node.data.split(MERK);
    node.replaceWith(...delen.map((deel, i) => (i % 2 ? inDePlaats(namen[Number(deel)], taal, gegevens) : deel)));
  }
  // Een deel staat alleen op zijn regel: de alinea die Markdown daarvan maakt, is er op de site niet.
  for (const box of section.querySelectorAll("p > .voorbeeld-deel")) {
    if (box.parentElement.textContent.trim() === box.textContent) box.parentElement.replaceWith(box);
  }
}

function inDePlaats({ soort, naam }, taal, { waarden, delen, blokken }) {
  if (!soort) return waarden[taal]?.[naam] ?? nieuw("em", {}, `[${naam}]`);
  const wat = soort === "deel" ? delen[naam] : blokken[naam];
  const [kop, fout] = soort === "deel" ? ["Hier komt vanzelf", "Dit deel bestaat niet."] : ["Hier komt deze tekst", "Deze tekst bestaat niet."];
  const box = nieuw("span", { class: "voorbeeld-deel", lang: "nl", dir: "ltr" });
  box.append(nieuw("strong", {}, `${kop}: ${naam}`), wat ?? fout);
  return box;
}

/** Show it beside every text. @param {Gegevens} gegevens */
export function toonVoorbeeld(CMS, gegevens) {
  CMS.registerPreviewStyle(new URL("voorbeeld.css", document.baseURI).href);
  CMS.registerPreviewTemplate("blokken", ({ entry }) => {
    const { eigen, nederlands } = teksten(entry);
    const taal = String(entry.get("path") ?? "").split("/")[2] || "nl";
    const html = alsPagina(String(eigen.body ?? ""), nederlands.vorm || "tekst", taal, gegevens);
    const bron = h("p", { className: "voorbeeld-bron", lang: "nl", dir: "ltr" }, `Voorbeeld met de gegevens van ${gegevens.gemeente}`);
    return h(
      "div",
      { className: "blad", lang: taal, dir: RECHTS.includes(taal) ? "rtl" : "ltr" },
      gegevens.gemeente ? bron : null,
      h("article", { className: "tekst" }, h("h1", {}, String(eigen.titel ?? "")), h("div", { dangerouslySetInnerHTML: { __html: html } })),
    );
  });
}
