/** The panel "Printen en bewaren" of a tool: in what state the document is, and what the reader may do with it. */

import { download } from "./blad.js";
import { announce, today } from "./element.js";
import { opslag } from "./opslag.js";
import { isEmpty, readPlanFile, writePlan } from "./plandocument.js";

/** Bring the panel in `tool` to life; `acties` are the tool's own buttons by name (`print`, `leeg-vel`, …). */
export function bindPanel(tool, woord, acties) {
  const part = (name) => tool.querySelector(`[data-${name}]`);
  const fileInput = part("bestand");

  const ask = (vraag, ja) => askFirst(tool.querySelector("dialog"), woord(vraag), woord(ja));
  const say = (key, values) => announce(part("melding"), woord(key, values));

  const all = {
    ...acties,
    async bewaar() {
      if (opslag.overwrites && !(await ask("hulp.bewaar-vraag", "hulp.bewaar-ja"))) return;
      if (opslag.keep()) {
        say("hulp.bewaard");
        button(tool, "wis").focus();
      }
    },
    async wis() {
      if (!(await ask("hulp.wis-vraag", "hulp.wis-ja"))) return;
      opslag.wipe();
      if (!opslag.fault) say("hulp.gewist");
    },
    download() {
      const naam = woord("hulp.bestandsnaam", { datum: today() });
      download(writePlan(opslag.plan), naam, "application/json");
      opslag.savedAsFile();
      say("hulp.gedownload", { naam });
    },
    open() {
      fileInput.value = "";
      fileInput.click();
    },
  };

  fileInput.addEventListener("change", async () => {
    const file = fileInput.files[0];
    if (!file) return;
    part("bestand-fout").textContent = "";
    try {
      const plan = await readPlanFile(file);
      if (!isEmpty(opslag.plan) && !(await ask("hulp.laad-vraag", "hulp.laad-ja"))) return;
      opslag.load(plan);
      say("hulp.geladen");
    } catch (error) {
      if (!error.code) throw error;
      announce(part("bestand-fout"), woord(`hulp.${error.code}`));
    }
  });

  tool.addEventListener("click", (event) => {
    const name = event.target.closest("[data-doe]")?.dataset.doe;
    if (!name) return;
    part("melding").textContent = "";
    part("bestand-fout").textContent = "";
    all[name]();
  });

  for (const what of ["verandering", "staat"]) opslag.addEventListener(what, show);
  show();

  function show() {
    part("staat").textContent = woord(`hulp.staat-${state()}`);
    part("staat").dataset.is = state();
    part("opslag-fout").textContent = opslag.fault ? woord(`hulp.${opslag.fault}`) : "";
    button(tool, "bewaar").hidden = opslag.kept;
  }
}

function button(tool, name) {
  return tool.querySelector(`[data-doe="${name}"]`);
}

function state() {
  if (opslag.kept) return "bewaard";
  if (isEmpty(opslag.plan)) return "leeg";
  return opslag.unsaved ? "los" : "bestand";
}

/** Ask in a dialog; the answer is whether the reader said yes. Focus returns to where it was. */
function askFirst(dialog, vraag, ja) {
  dialog.querySelector("[data-vraag]").textContent = vraag;
  const [yes, no] = ["ja", "nee"].map((name) => dialog.querySelector(`[data-antwoord="${name}"]`));
  yes.textContent = ja;
  return new Promise((resolve) => {
    const close = (answer) => () => dialog.close(answer);
    yes.onclick = close("ja");
    no.onclick = close("nee");
    dialog.onclose = () => resolve(dialog.returnValue === "ja");
    dialog.returnValue = "";
    dialog.showModal();
    no.focus();
  });
}
