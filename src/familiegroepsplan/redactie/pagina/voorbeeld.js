// Het voorbeeld naast een tekst: dezelfde stijl en dezelfde opbouw als op de site.

/** What the site turns into something else is shown for what it is. */
function leesbaar(markdown) {
  return markdown
    .replace(/[ \t]*\{#[^}\s]+\}[ \t]*$/gm, "")
    .replace(/\{\{\s*deel:\s*([^}]+?)\s*\}\}/g, "*Hier komt vanzelf: $1*")
    .replace(/\{\{\s*blok:\s*([^}]+?)\s*\}\}/g, "*Hier komt de tekst: $1*")
    .replace(/\{\{\s*([^}]+?)\s*\}\}/g, "*[$1]*");
}

const RECHTS = ["ar", "fa"];

export function toonVoorbeeld(CMS) {
  CMS.registerPreviewStyle(new URL("voorbeeld.css", document.baseURI).href);
  CMS.registerPreviewTemplate("blokken", ({ entry }) => {
    const data = (naam) => String(entry.getIn(["data", naam]) ?? "");
    const taal = String(entry.get("path") ?? "").split("/")[2] || "nl";
    const html = window.DOMPurify.sanitize(window.marked.parse(leesbaar(data("body"))));
    const kop = h("h1", {}, data("titel"));
    const tekst = h("article", { className: "tekst" }, kop, h("div", { dangerouslySetInnerHTML: { __html: html } }));
    return h("div", { className: "blad", lang: taal, dir: RECHTS.includes(taal) ? "rtl" : "ltr" }, tekst);
  });
}
