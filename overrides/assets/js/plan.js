/** Tool "Mijn plan": the steps of the stappenplan as a form, as a document on paper and as dates in a calendar. */

import { calendar } from "./agenda.js";
import { download, printAlone } from "./blad.js";
import { bindPanel } from "./bewaren.js";
import { announce, el, readWords, today } from "./element.js";
import { opslag } from "./opslag.js";
import { planSheet } from "./planblad.js";
import { cleanDay, cleanLine, cleanText, GRENZEN, newId, PLEKKEN, removePerson } from "./plandocument.js";
import { Rijen, RIJSOORTEN } from "./planrijen.js";

const BRON = "plan";

/** Show the tool in `section` and keep it in step with the document. */
function start(section) {
  const woord = readWords("plan-woorden");
  const part = (name) => section.querySelector(`[data-${name}]`);
  const form = part("vorm");
  const sheet = part("vel");
  const fields = [...form.querySelectorAll("[data-veld]")];
  const nextFields = [...form.querySelectorAll("[data-volgende]")];
  const rows = RIJSOORTEN.map((soort) => new Rijen(section, soort, woord, offerUndo));

  part("plan").hidden = false;
  part("papier").hidden = true;
  bindPanel(section, woord, {
    print: () => printSheet(sheet, drawSheet),
    bekijk: () => showSheet(section, sheet, woord, drawSheet),
    "leeg-vel": () => printEmpty(part("papier")),
  });
  bindFields();
  bindPeople();
  bindUndo();
  part("doe-agenda").addEventListener("click", () => saveCalendar(part("agenda-stand"), woord));
  opslag.addEventListener("verandering", (event) => {
    if (event.detail.bron !== BRON) draw();
    drawSheet();
    if (!opslag.canUndo) part("terug").hidden = true;
  });
  window.addEventListener("beforeprint", drawSheet);
  draw();
  drawSheet();

  function bindFields() {
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const field of fields) {
      const lines = field.tagName === "TEXTAREA";
      const [clean, max] = lines ? [cleanText, GRENZEN.tekst] : [cleanLine, GRENZEN.afspraak];
      field.maxLength = max;
      field.addEventListener("input", () => {
        opslag.change((doc) => {
          doc.plan[field.dataset.veld] = clean(field.value, max);
        }, BRON);
      });
    }
    for (const field of nextFields) {
      const clean = field.type === "date" ? cleanDay : cleanLine;
      if (field.type !== "date") field.maxLength = GRENZEN.regel;
      field.addEventListener("input", () => {
        opslag.change((doc) => {
          doc.plan.volgende[field.dataset.volgende] = clean(field.value, GRENZEN.regel);
        }, BRON);
      });
    }
    for (const radio of form.variant) {
      radio.addEventListener("change", () => {
        opslag.change((doc) => {
          doc.plan.variant = form.variant.value;
        }, BRON);
        showVariant();
      });
    }
  }

  function bindPeople() {
    const field = section.querySelector("#plan-mens");
    field.maxLength = GRENZEN.naam;
    part("mens-erbij").addEventListener("click", () => addPerson(field));
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) addPerson(field);
    });
    for (const lijst of ["mensen", "kopie"]) {
      part(lijst).addEventListener("change", (event) => tick(lijst === "mensen" ? "meedoen" : "kopie", event.target));
    }
    part("mensen").addEventListener("click", (event) => {
      const knop = event.target.closest("[data-mens-weg]");
      if (knop) takePerson(knop.dataset.mensWeg);
    });
  }

  function addPerson(field) {
    const naam = cleanLine(field.value, GRENZEN.naam).trim();
    const full = opslag.plan.mensen.length >= GRENZEN.mensen;
    const fault = full ? "plan.mens-vol" : naam ? "" : "plan.mens-naam-nodig";
    part("mens-fout").textContent = fault ? woord(fault, { aantal: GRENZEN.mensen }) : "";
    field.setAttribute("aria-invalid", String(fault !== ""));
    field.focus();
    if (fault) return;
    const id = newId();
    opslag.change((doc) => {
      doc.mensen.push({ id, naam, wie: "", plek: PLEKKEN[0], kan: [] });
      doc.plan.meedoen.push(id);
    }, BRON);
    field.value = "";
    drawPeople();
    announce(part("mensen-stand"), woord("plan.mens-erbij-klaar", { naam }));
  }

  function takePerson(id) {
    const { mensen } = opslag.plan;
    const index = mensen.findIndex((mens) => mens.id === id);
    const { naam } = mensen[index];
    opslag.takeAway((doc) => removePerson(doc, id), BRON);
    drawPeople();
    const boxes = part("mensen").querySelectorAll("input");
    (boxes[Math.min(index, boxes.length - 1)] ?? section.querySelector("#plan-mens")).focus();
    part("mensen-stand").textContent = "";
    offerUndo(part("mensen-stand"), woord("plan.mens-weg-klaar", { naam }));
  }

  function tick(lijst, box) {
    opslag.change((doc) => {
      const others = doc.plan[lijst].filter((id) => id !== box.value);
      doc.plan[lijst] = box.checked ? [...others, box.value] : others;
    }, BRON);
  }

  /** Say what was taken away, and offer to bring it back in that very step. */
  function offerUndo(place, message) {
    place.after(part("terug"));
    part("terug").hidden = false;
    part("terug-tekst").textContent = message;
    announce(part("weg-stand"), message);
  }

  function bindUndo() {
    part("terugzetten").addEventListener("click", () => {
      const heading = part("terug").closest("[data-stap]").querySelector("h3");
      opslag.undo();
      heading.focus();
      announce(part("melding"), woord("hulp.teruggezet"));
    });
  }

  function draw() {
    const { plan } = opslag.plan;
    for (const field of fields) field.value = plan[field.dataset.veld];
    for (const field of nextFields) field.value = plan.volgende[field.dataset.volgende];
    form.variant.value = plan.variant;
    showVariant();
    drawPeople();
    for (const list of rows) list.draw();
  }

  function showVariant() {
    section.querySelector(".plan-bescherming").hidden = form.variant.value !== "bescherming";
  }

  function drawPeople() {
    const { mensen, plan } = opslag.plan;
    for (const naam of ["mensen-vak", "kopie-vak"]) part(naam).hidden = mensen.length === 0;
    part("mensen").replaceChildren(...mensen.map((mens) => personRow(mens, plan.meedoen, woord)));
    part("kopie").replaceChildren(...mensen.map((mens) => choice(mens, plan.kopie)));
    const namen = [...new Set(mensen.map((mens) => mens.naam))];
    section.querySelector("#plan-namen").replaceChildren(...namen.map((naam) => el("option", { value: naam })));
  }

  function drawSheet() {
    sheet.replaceChildren(...planSheet(opslag.plan, woord));
  }
}

function choice(mens, chosen) {
  const box = el("input", { type: "checkbox", value: mens.id, autocomplete: "off" });
  box.checked = chosen.includes(mens.id);
  return el(
    "label",
    { class: "keuze" },
    box,
    el("span", {}, el("bdi", {}, mens.naam), mens.wie && " ", mens.wie && el("bdi", { class: "hint" }, mens.wie)),
  );
}

function personRow(mens, chosen, woord) {
  const id = `plan-mens-${mens.id}`;
  return el(
    "div",
    { class: "plan-mens" },
    choice(mens, chosen),
    el(
      "button",
      { type: "button", class: "knop-klein", "data-mens-weg": mens.id, "aria-label": `${woord("plan.mens-weg")}: ${mens.naam}`, id },
      woord("plan.mens-weg"),
    ),
  );
}

function printSheet(sheet, drawSheet) {
  drawSheet();
  printAlone(sheet);
}

function showSheet(section, sheet, woord, drawSheet) {
  const knop = section.querySelector('[data-doe="bekijk"]');
  const open = sheet.classList.toggle("open");
  knop.setAttribute("aria-expanded", String(open));
  knop.textContent = woord(open ? "plan.verberg" : "plan.bekijk");
  if (!open) return;
  drawSheet();
  sheet.focus();
}

function printEmpty(paper) {
  paper.hidden = false;
  window.addEventListener("afterprint", () => (paper.hidden = true), { once: true });
  printAlone(paper);
}

/** A calendar file with every date in the plan; without dates it says so. */
function saveCalendar(stand, woord) {
  const { afspraken, volgende } = opslag.plan.plan;
  const items = afspraken
    .filter((rij) => rij.datum)
    .map((rij) => ({
      id: rij.id,
      dag: rij.datum,
      titel: [rij.wie, rij.wat].map((deel) => deel.trim()).filter(Boolean).join(": ") || woord("plan.agenda-afspraak"),
      tekst: rij.wanneer.trim(),
    }));
  if (volgende.datum) {
    items.push({ id: volgende.id, dag: volgende.datum, titel: woord("plan.agenda-volgende"), tekst: volgende.plek.trim() });
  }
  if (!items.length) {
    announce(stand, woord("plan.agenda-niets"));
    return;
  }
  const naam = woord("plan.agenda-bestandsnaam", { datum: today() });
  download(calendar(items, new Date()), naam, "text/calendar;charset=utf-8");
  announce(stand, woord("plan.agenda-klaar", { naam }));
}

for (const section of document.querySelectorAll("#mijn-plan")) start(section);
