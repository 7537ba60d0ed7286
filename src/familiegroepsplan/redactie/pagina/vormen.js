// De onderdelen van de site uit gewone Markdown: stappen, uitklapvragen, verhalen, kaarten, citaten en paren.
// Dezelfde regels als markup/components.py; een test houdt beide aan dezelfde uitkomst.

/** @typedef {{verzonnen?: string, citaten?: string, tabel?: string}} Woorden */

/** Shape a section of a text by its form, in place. */
export function vormOm(section, vorm, woorden) {
  const maak = { vragen, verhalen, kaarten, citaten, paren }[vorm];
  maak?.(section, woorden);
  for (const table of section.querySelectorAll("table")) omvat(table, woorden.tabel);
  for (const steps of section.querySelectorAll("ol")) steps.className = "stappen";
  for (const link of section.querySelectorAll('a[href^="tel:"]')) {
    const number = nieuw("bdi", { dir: "ltr" });
    number.append(...link.childNodes);
    link.append(number);
  }
}

export function nieuw(tag, kenmerken = {}, tekst = "") {
  const element = document.createElement(tag);
  for (const [naam, waarde] of Object.entries(kenmerken)) element.setAttribute(naam, waarde);
  if (tekst) element.textContent = tekst;
  return element;
}

/** Take out every sub-heading with what follows it; what stands before the first stays. */
function groepen(section) {
  const found = [];
  for (const child of [...section.children]) {
    if (child.tagName === "H2") found.push([child, []]);
    else if (found.length) found.at(-1)[1].push(child);
    else continue;
    child.remove();
  }
  return found;
}

function vragen(section) {
  for (const [kop, rest] of groepen(section)) {
    const summary = nieuw("summary");
    summary.append(kop);
    const answer = nieuw("div", { class: "antwoord" });
    answer.append(...rest);
    // Op de site klapt de lezer het antwoord open; wie het schrijft, wil het zien.
    const details = nieuw("details", { class: "vraag", open: "" });
    details.append(summary, answer);
    section.append(details);
  }
}

function verhalen(section, woorden) {
  for (const [kop, rest] of groepen(section)) {
    const article = nieuw("article", { class: "verhaal" });
    article.append(kop, ...etiket(woorden.verzonnen), ...rest);
    section.append(article);
  }
}

function kaarten(section) {
  const list = nieuw("ul", { class: "kaarten" });
  for (const [kop, rest] of groepen(section)) {
    const card = nieuw("li", { class: "kaart" });
    card.append(kop, ...rest);
    list.append(card);
  }
  section.append(list);
}

function citaten(section, woorden) {
  for (const quote of section.querySelectorAll(":scope > blockquote")) {
    const figures = [...quote.children].map((paragraph) => {
      const figure = nieuw("figure", { class: "citaat" });
      figure.append(nieuw("blockquote"));
      figure.firstChild.append(paragraph);
      return figure;
    });
    quote.replaceWith(...etiket(woorden.citaten), ...figures);
  }
}

function paren(section) {
  for (const table of section.querySelectorAll(":scope > table")) {
    const heads = [...table.querySelectorAll("th")].map((one) => one.textContent);
    const list = nieuw("ul", { class: "paren" });
    for (const row of table.querySelectorAll("tr:has(td)")) list.append(paar(row, heads));
    table.replaceWith(list);
  }
}

function paar(row, heads) {
  const item = nieuw("li", { class: "paar" });
  ["twijfel", "voordeel"].forEach((kant, i) => {
    const half = nieuw("div", { class: kant });
    const text = nieuw("p");
    text.append(...(row.cells[i]?.childNodes ?? []));
    half.append(nieuw("span", { class: "paar-kop" }, `${heads[i] ?? ""}:`), text);
    item.append(half);
  });
  return item;
}

const etiket = (tekst) => (tekst ? [nieuw("p", { class: "etiket" }, tekst)] : []);

function omvat(table, naam) {
  const box = nieuw("div", { class: "tabel", tabindex: "0", role: "region", "aria-label": naam ?? "" });
  table.replaceWith(box);
  box.append(table);
}
