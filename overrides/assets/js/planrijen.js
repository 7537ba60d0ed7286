/** The lists of "Mijn plan" that grow by rows: goals, agreements, safety conditions. */

import { announce, el } from "./element.js";
import { opslag } from "./opslag.js";
import { cleanDay, cleanLine, cleanText, GRENZEN, newId } from "./plandocument.js";

const BRON = "plan";

/** Per list the fields of a row: their kind, and the most characters. */
const SOORTEN = {
  doelen: [{ naam: "doel", soort: "tekst", max: GRENZEN.afspraak }],
  afspraken: [
    { naam: "wie", soort: "regel", max: GRENZEN.regel, namen: true, hint: true },
    { naam: "wat", soort: "tekst", max: GRENZEN.afspraak, hint: true },
    { naam: "wanneer", soort: "regel", max: GRENZEN.regel, hint: true },
    { naam: "datum", soort: "dag", max: 10, hint: true },
  ],
  eisen: [
    { naam: "eis", soort: "tekst", max: GRENZEN.afspraak },
    { naam: "oplossing", soort: "tekst", max: GRENZEN.afspraak },
  ],
};

/** The names of the lists. */
export const RIJSOORTEN = Object.keys(SOORTEN);

/** Keeps one list of `section` in step with the document; `onTaken` hears where a row was taken away, and what to say. */
export class Rijen {
  #soort;
  #list;
  #stand;
  #woord;
  #pending = null;

  constructor(section, soort, woord, onTaken) {
    this.#soort = soort;
    this.#woord = woord;
    this.#list = section.querySelector(`[data-rijen="${soort}"]`);
    this.#stand = section.querySelector(`[data-rijen-stand="${soort}"]`);
    section.querySelector(`[data-rij-erbij="${soort}"]`).addEventListener("click", () => this.#add());
    this.#list.addEventListener("input", (event) => this.#type(event.target));
    this.#list.addEventListener("click", (event) => {
      const knop = event.target.closest("[data-rij-weg]");
      if (knop) this.#remove(knop.dataset.rijWeg, onTaken);
    });
  }

  /** Draw all rows anew; without any there is an empty one to begin with. */
  draw() {
    const rows = this.#shown();
    this.#list.replaceChildren(...rows.map((row, index) => this.#row(row, index, rows.length)));
  }

  #shown() {
    const rows = opslag.plan.plan[this.#soort];
    if (rows.length) return rows;
    this.#pending ??= this.#blank();
    return [this.#pending];
  }

  #blank() {
    return { id: newId(), ...Object.fromEntries(SOORTEN[this.#soort].map(({ naam }) => [naam, ""])) };
  }

  #title(index) {
    return this.#woord(`plan.${this.#soort}-rij`, { nummer: index + 1 });
  }

  #type(field) {
    const { rij, rijveld } = field.dataset;
    const { soort, max } = SOORTEN[this.#soort].find(({ naam }) => naam === rijveld);
    const clean = { regel: cleanLine, tekst: cleanText, dag: cleanDay }[soort];
    const shown = structuredClone(this.#shown());
    opslag.change((doc) => {
      doc.plan[this.#soort] = shown;
      shown.find(({ id }) => id === rij)[rijveld] = clean(field.value, max);
    }, BRON);
    this.#pending = null;
  }

  #add() {
    const rows = structuredClone(this.#shown());
    if (rows.length >= GRENZEN[this.#soort]) {
      announce(this.#stand, this.#woord("plan.rijen-vol", { aantal: GRENZEN[this.#soort] }));
      return;
    }
    opslag.change((doc) => {
      doc.plan[this.#soort] = [...rows, this.#blank()];
    }, BRON);
    this.#pending = null;
    this.draw();
    this.#focus(rows.length);
  }

  #remove(id, onTaken) {
    const index = this.#shown().findIndex((row) => row.id === id);
    opslag.takeAway((doc) => {
      doc.plan[this.#soort] = doc.plan[this.#soort].filter((row) => row.id !== id);
    }, BRON);
    this.#pending = null;
    this.draw();
    this.#focus(Math.min(index, this.#shown().length - 1));
    this.#stand.textContent = "";
    onTaken(this.#stand, this.#woord("plan.rij-weg-klaar", { rij: this.#title(index) }));
  }

  #focus(index) {
    this.#list.children[index].querySelector("input, textarea").focus();
  }

  #row(row, index, count) {
    const titleId = `plan-rij-${row.id}`;
    const removable = count > 1 || opslag.plan.plan[this.#soort].length > 0;
    return el(
      "li",
      { class: `plan-rij plan-rij-${this.#soort}` },
      el(
        "fieldset",
        {},
        el("legend", { id: titleId }, this.#title(index)),
        ...SOORTEN[this.#soort].map((field) => this.#field(row, field)),
        removable &&
          el(
            "button",
            { type: "button", class: "knop-klein", id: `${titleId}-weg`, "data-rij-weg": row.id, "aria-labelledby": `${titleId}-weg ${titleId}` },
            this.#woord("plan.rij-weg"),
          ),
      ),
    );
  }

  #field(row, { naam, soort, max, namen, hint }) {
    const id = `plan-rij-${row.id}-${naam}`;
    const common = {
      id,
      autocomplete: "off",
      "data-rij": row.id,
      "data-rijveld": naam,
      "aria-describedby": hint ? `${id}-hint` : undefined,
    };
    const input = {
      regel: () => el("input", { ...common, type: "text", dir: "auto", maxlength: max, list: namen && "plan-namen" }),
      dag: () => el("input", { ...common, type: "date", min: "2000-01-01", max: "2199-12-31" }),
      tekst: () => el("textarea", { ...common, rows: 1, dir: "auto", maxlength: max }),
    }[soort]();
    input.value = row[naam];
    return el(
      "div",
      { class: `veld veld-${naam}` },
      el("label", { for: id }, this.#woord(`plan.${naam}`)),
      hint && el("p", { class: "hint", id: `${id}-hint` }, this.#woord(`plan.${naam}-hint`)),
      input,
    );
  }
}
