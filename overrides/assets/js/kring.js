/** Tool "Wie zijn er voor je?": the people around you as a circle and as a list that says the same. */

import { printAlone } from "./blad.js";
import { bindPanel } from "./bewaren.js";
import { announce, dateInWords, el, readWords, svg, today } from "./element.js";
import { opslag } from "./opslag.js";
import { cleanLine, GRENZEN, newId, PLEKKEN, removePerson, renamePerson, ROLLEN } from "./plandocument.js";
import { drawCircle } from "./tekening.js";

const BRON = "kring";

/** Show the tool in `section` and keep it in step with the document. */
function start(section) {
  const woord = readWords("kring-woorden");
  const part = (name) => section.querySelector(`[data-${name}]`);
  const tool = part("kring");
  const form = part("vorm");
  const ACTIES = {
    dichterbij: (mens) => move(mens, -1),
    verderweg: (mens) => move(mens, +1),
    wijzig: edit,
    weg: remove,
  };
  let editing = "";

  tool.hidden = false;
  part("papier").hidden = true;
  form.naam.maxLength = GRENZEN.naam;
  form.wie.maxLength = GRENZEN.regel;
  bindPanel(tool, woord, { print: () => printSheet(tool), "leeg-vel": () => printEmpty(part("papier")) });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  form.naam.addEventListener("input", () => form.naam.value.trim() && showNameFault(""));
  part("vorm-stop").addEventListener("click", () => stopEditing());
  part("terugzetten").addEventListener("click", () => {
    opslag.undo(BRON);
    tell("lijst-stand", "hulp.teruggezet");
    part("lijst-kop").focus();
  });
  part("lijst").addEventListener("click", (event) => {
    const knop = event.target.closest("button[data-actie]");
    if (knop) ACTIES[knop.dataset.actie](find(knop.dataset.mens));
  });
  part("beeld").addEventListener("click", (event) => {
    const seat = event.target.closest("[data-mens]");
    if (seat) edit(find(seat.dataset.mens));
  });
  opslag.addEventListener("verandering", (event) => {
    if (event.detail.bron !== BRON) stopEditing(false);
    if (event.detail.bron === "wissen") form.reset();
    draw();
  });
  new ResizeObserver(drawPicture).observe(part("beeld"));
  window.addEventListener("beforeprint", () => {
    part("vel-datum").textContent = dateInWords(today());
  });
  draw();

  function find(id) {
    return opslag.plan.mensen.find((mens) => mens.id === id);
  }

  /** Say it where the eyes are: at the form, or at the list. */
  function tell(where, key, values) {
    for (const other of ["stand", "lijst-stand"]) part(other).textContent = "";
    announce(part(where), woord(key, values));
  }

  function submit() {
    const filled = readForm(form);
    if (!filled.naam) {
      showNameFault(woord("kring.naam-nodig"));
      form.naam.focus();
      return;
    }
    if (editing) saveEdit(filled);
    else add(filled);
  }

  function add(filled) {
    if (opslag.plan.mensen.length >= GRENZEN.mensen) {
      showNameFault(woord("kring.vol", { aantal: GRENZEN.mensen }));
      form.naam.focus();
      return;
    }
    const mens = { id: newId(), ...filled };
    opslag.change((doc) => doc.mensen.push(mens), BRON);
    form.reset();
    form.naam.focus();
    tell("stand", "kring.toegevoegd", { naam: mens.naam, plek: woord(`kring.${mens.plek}`) });
  }

  function saveEdit(filled) {
    const id = editing;
    opslag.change((doc) => {
      renamePerson(doc, id, filled.naam);
      Object.assign(doc.mensen.find((mens) => mens.id === id), filled);
    }, BRON);
    stopEditing();
    tell("lijst-stand", "kring.gewijzigd", { naam: filled.naam });
  }

  function edit(mens) {
    editing = mens.id;
    form.naam.value = mens.naam;
    form.wie.value = mens.wie;
    form.plek.value = mens.plek;
    for (const box of form.kan) box.checked = mens.kan.includes(box.value);
    showFormState(mens.naam);
    form.naam.focus();
  }

  function stopEditing(focusBack = true) {
    const id = editing;
    if (!id) return;
    editing = "";
    form.reset();
    showFormState("");
    if (focusBack) focusButton(id, "wijzig");
  }

  function showFormState(naam) {
    showNameFault("");
    part("vorm-kop").textContent = naam ? woord("kring.wijzig-kop", { naam }) : woord("kring.zet-erbij-kop");
    part("vorm-klaar").textContent = woord(naam ? "kring.wijzig-klaar" : "kring.zet-erbij");
    part("vorm-stop").hidden = !naam;
  }

  function showNameFault(text) {
    part("naam-fout").textContent = text;
    form.naam.setAttribute("aria-invalid", String(text !== ""));
  }

  function move(mens, steps) {
    const plek = PLEKKEN[PLEKKEN.indexOf(mens.plek) + steps];
    opslag.change((doc) => {
      doc.mensen.find((ander) => ander.id === mens.id).plek = plek;
    }, BRON);
    if (editing === mens.id) form.plek.value = plek;
    focusButton(mens.id, steps < 0 ? "dichterbij" : "verderweg");
    tell("lijst-stand", "kring.verplaatst", { naam: mens.naam, plek: woord(`kring.${plek}`) });
  }

  function remove(mens) {
    const rij = part("lijst").querySelector(`li[data-mens="${mens.id}"]`);
    const buur = (rij.nextElementSibling ?? rij.previousElementSibling)?.dataset.mens;
    if (editing === mens.id) stopEditing(false);
    opslag.takeAway((doc) => removePerson(doc, mens.id), BRON);
    if (buur) focusButton(buur, "weg");
    else part("lijst-kop").focus();
    part("terug-tekst").textContent = woord("kring.weggehaald", { naam: mens.naam });
    tell("lijst-stand", "kring.weggehaald", { naam: mens.naam });
  }

  /** The button of that person, or the nearest one that can be used. */
  function focusButton(id, actie) {
    const knoppen = [...part("lijst").querySelectorAll(`button[data-mens="${id}"]`)];
    const usable = knoppen.filter((knop) => !knop.disabled);
    (usable.find((knop) => knop.dataset.actie === actie) ?? usable[0] ?? part("lijst-kop")).focus();
  }

  function draw() {
    drawPicture();
    part("lijst").replaceChildren(...PLEKKEN.map((plek) => listOf(plek, woord)));
    part("terug").hidden = !opslag.canUndo;
    part("vel-datum").textContent = dateInWords(today());
  }

  function drawPicture() {
    const { mensen } = opslag.plan;
    const size = Math.max(240, Math.min(640, Math.floor(part("beeld").clientWidth) || 560));
    const label = { 0: "kring.beeld-leeg", 1: "kring.beeld-een" }[mensen.length] ?? "kring.beeld-meer";
    part("beeld").replaceChildren(drawCircle(mensen, size, woord(label, { aantal: mensen.length }), woord));
  }
}

function readForm(form) {
  return {
    naam: cleanLine(form.naam.value, GRENZEN.naam).trim(),
    wie: cleanLine(form.wie.value, GRENZEN.regel).trim(),
    plek: form.plek.value,
    kan: [...form.kan].filter((box) => box.checked).map((box) => box.value),
  };
}

/** One ring as a list: who stands there, what they could do, and buttons to move, change or take away. */
function listOf(plek, woord) {
  const mensen = opslag.plan.mensen.filter((mens) => mens.plek === plek);
  const kop = el("h4", { id: `kring-lijst-${plek}` }, woord(`kring.${plek}`));
  const inhoud = mensen.length
    ? el("ul", { role: "list", "aria-labelledby": kop.id }, ...mensen.map((mens) => person(mens, woord)))
    : el("p", { class: "kring-niemand" }, woord("kring.niemand"));
  return el("div", { class: "kring-groep" }, kop, inhoud);
}

function person(mens, woord) {
  const naamId = `kring-mens-${mens.id}`;
  const actie = (naam, key) =>
    el(
      "button",
      { type: "button", class: "knop-klein", id: `${naamId}-${naam}`, "data-actie": naam, "data-mens": mens.id, "aria-labelledby": `${naamId}-${naam} ${naamId}` },
      woord(key),
    );
  return el(
    "li",
    { class: "kring-mens", "data-mens": mens.id },
    el(
      "p",
      { class: "kring-mens-naam" },
      el("bdi", { id: naamId }, mens.naam),
      mens.wie && el("span", { class: "kring-mens-wie" }, el("bdi", {}, mens.wie)),
    ),
    mens.kan.length > 0 &&
      el(
        "ul",
        { class: "kring-kan", role: "list" },
        ...ROLLEN.filter((rol) => mens.kan.includes(rol)).map((rol) => el("li", {}, sign(rol), woord(`kring.${rol}`))),
      ),
    el(
      "div",
      { class: "kring-acties" },
      mens.plek !== PLEKKEN[0] && actie("dichterbij", "kring.dichterbij"),
      mens.plek !== PLEKKEN.at(-1) && actie("verderweg", "kring.verderweg"),
      actie("wijzig", "kring.wijzig"),
      actie("weg", "kring.haal-weg"),
    ),
  );
}

function sign(rol) {
  return svg(
    "svg",
    { class: "kring-teken", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
    svg("use", { href: `#kring-teken-${rol}` }),
  );
}

function printSheet(tool) {
  printAlone(tool.querySelector("[data-vel]"));
}

function printEmpty(paper) {
  paper.hidden = false;
  window.addEventListener("afterprint", () => (paper.hidden = true), { once: true });
  printAlone(paper);
}

for (const section of document.querySelectorAll("#kring")) start(section);
