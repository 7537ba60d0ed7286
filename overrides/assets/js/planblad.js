/** "Mijn plan" as a clean document: only what is filled in, under headings, with the date. */

import { dateInWords, el, today } from "./element.js";
import { hasText } from "./plandocument.js";

/** What stands on the sheet for `doc`: a list of elements. */
export function planSheet(doc, woord) {
  const { plan, mensen } = doc;
  const names = (ids) => mensen.filter((mens) => ids.includes(mens.id));
  const parts = [
    part("vraag", text(plan.vraag)),
    part("mensen", people(names(plan.meedoen))),
    part("goed", text(plan.goed)),
    plan.variant === "bescherming" && part("eisen", conditions(plan.eisen, woord)),
    part("doelen", list(plan.doelen.map((rij) => rij.doel))),
    part("afspraken", agreements(plan.afspraken, woord)),
    part("hulp", text(plan.hulp)),
    part("veiligheid", text(plan.veiligheid)),
    part("anders", text(plan.anders)),
    part("kopie", list([...names(plan.kopie).map((mens) => mens.naam), plan.kopieAnderen])),
    part("volgende", next(plan.volgende)),
  ].filter(Boolean);

  function part(naam, content) {
    if (!content) return null;
    return el("section", { class: `vel-deel vel-${naam}` }, el("h3", {}, woord(`plan.${naam}-kop`)), content);
  }

  return [
    el("h2", { class: "vel-titel" }, woord("plan.vel-kop")),
    el(
      "p",
      { class: "vel-kop" },
      plan.variant === "bescherming" && `${woord("plan.vel-bescherming")} · `,
      woord("plan.vel-datum", { datum: dateInWords(today()) }),
    ),
    ...(parts.length ? parts : [el("p", { class: "vel-leeg" }, woord("plan.vel-leeg"))]),
  ];
}

function text(value) {
  return value.trim() && el("p", { class: "vel-tekst", dir: "auto" }, value.trim());
}

function list(values) {
  const filled = values.map((value) => value.trim()).filter(Boolean);
  return filled.length > 0 && el("ul", {}, ...filled.map((value) => el("li", { dir: "auto" }, value)));
}

function people(mensen) {
  const item = ({ naam, wie }) =>
    el("li", {}, el("bdi", {}, naam), wie && " (", wie && el("bdi", {}, wie), wie && ")");
  return mensen.length > 0 && el("ul", {}, ...mensen.map(item));
}

function agreements(rijen, woord) {
  const filled = rijen.filter(hasText);
  if (!filled.length) return null;
  const moment = ({ wanneer, datum }) => [wanneer, datum && dateInWords(datum)].filter(Boolean).join(", ");
  return table(
    ["plan.wie", "plan.wat", "plan.wanneer"].map((key) => woord(key)),
    filled.map((rij) => [rij.wie, rij.wat, moment(rij)]),
  );
}

function conditions(rijen, woord) {
  const filled = rijen.filter(hasText);
  if (!filled.length) return null;
  return table([woord("plan.eis"), woord("plan.oplossing")], filled.map((rij) => [rij.eis, rij.oplossing]));
}

function table(heads, rows) {
  const cell = (value) => el("td", { dir: "auto" }, value);
  return el(
    "table",
    { class: "vel-tabel" },
    el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.map(cell)))),
  );
}

function next({ datum, plek }) {
  return text([datum && dateInWords(datum), plek].filter(Boolean).join("\n"));
}
