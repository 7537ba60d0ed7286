/** Self-test "Waar staat uw gemeente?": twelve answers become a group and its steps. Nothing is sent or kept. */

import { printAlone } from "./blad.js";
import { announce, dateInWords, el, readWords, today } from "./element.js";

const VAAK = 3;

/**
 * The group that belongs to how often each part got a yes (0 to 4). The same rule stands in words on the page.
 *
 * @param {{a: number, b: number, c: number}} telling
 * @returns {"voorloper" | "op-weg" | "moet" | "geen-idee"}
 */
export function groupOf({ a, b, c }) {
  if (b >= VAAK && c >= VAAK) return "voorloper";
  if (b >= VAAK || c >= VAAK) return "op-weg";
  return a >= VAAK ? "moet" : "geen-idee";
}

/** Bring the test in `section` to life; its steps stand in the text of the page, below the heading of each group. */
function start(section) {
  const woord = readWords("zelftest-woorden");
  const part = (name) => section.querySelector(`[data-${name}]`);
  const form = part("vorm");
  const vragen = [...section.querySelectorAll("[data-vraag]")];

  part("papier").hidden = true;
  part("klaar").disabled = false;
  // A browser may fill in what stood here before; on a shared computer that is somebody else's.
  form.reset();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener("change", (event) => {
    showFault(event.target.closest("[data-vraag]"), "");
    closeOutcome("zelftest.veranderd");
  });
  form.addEventListener("reset", () => {
    closeFaults();
    closeOutcome("zelftest.leeg");
    announce(part("stand"), woord("zelftest.leeg"));
  });
  part("print").addEventListener("click", () => printAlone(part("vel")));
  section.addEventListener("click", (event) => {
    const link = event.target.closest("[data-fouten] a");
    if (!link) return;
    event.preventDefault();
    goTo(document.querySelector(link.hash));
  });

  function submit() {
    closeFaults();
    const open = vragen.filter((vraag) => !answerOf(vraag));
    if (open.length) showFaults(open);
    else showOutcome();
  }

  function showFaults(open) {
    for (const vraag of open) showFault(vraag, faultOf(vraag));
    const kop = open.length === 1 ? "zelftest.fouten-kop" : "zelftest.fouten-kop-meer";
    part("fouten-kop").textContent = woord(kop, { aantal: open.length });
    part("fouten-lijst").replaceChildren(
      ...open.map((vraag) => el("li", {}, el("a", { href: `#${vraag.querySelector("input").id}` }, faultOf(vraag)))),
    );
    part("fouten").hidden = false;
    goTo(part("fouten"));
  }

  function faultOf(vraag) {
    return woord("zelftest.fout", { nummer: vraag.dataset.vraag });
  }

  function showFault(vraag, text) {
    vraag.querySelector("[data-fout]").textContent = text;
  }

  function closeFaults() {
    part("fouten").hidden = true;
    for (const vraag of vragen) showFault(vraag, "");
  }

  /** An outcome that no longer belongs to the answers must not stay in sight, and its going is told. */
  function closeOutcome(key) {
    if (!part("vel").hidden) announce(part("stand"), woord(key));
    part("vel").hidden = true;
  }

  function showOutcome() {
    const groep = groupOf(count());
    part("stand").textContent = "";
    part("groep").textContent = woord(`zelftest.groep-${groep}`);
    part("vel-datum").textContent = dateInWords(today());
    part("herken").href = `#waar-staat-u-${groep}`;
    part("stappen").replaceChildren(stepsOf(groep));
    part("antwoorden").replaceChildren(...vragen.map((vraag) => answered(vraag, woord)));
    showScores();
    showUnknown();
    part("vel").hidden = false;
    goTo(part("kop"));
  }

  function count() {
    const telling = { a: 0, b: 0, c: 0 };
    for (const vraag of vragen) if (answerOf(vraag) === "ja") telling[vraag.dataset.deel] += 1;
    return telling;
  }

  function showScores() {
    for (const [deel, aantal] of Object.entries(count())) {
      const rij = section.querySelector(`[data-score="${deel}"]`);
      rij.querySelector("[data-score-tekst]").textContent = woord("zelftest.score", { aantal });
      [...rij.querySelectorAll("i")].forEach((bol, plek) => bol.classList.toggle("vol", plek < aantal));
    }
  }

  function showUnknown() {
    const open = vragen.filter((vraag) => answerOf(vraag) === "weet-niet").map((vraag) => vraag.dataset.vraag);
    const nummers = new Intl.ListFormat(document.documentElement.lang).format(open);
    part("zoek-uit").textContent = woord("zelftest.zoek-uit", { nummers });
    part("zoek-uit").hidden = open.length === 0;
  }
}

function answerOf(vraag) {
  return vraag.querySelector("input:checked")?.value;
}

/** One question and its answer, as a line of the sheet. */
function answered(vraag, woord) {
  const tekst = vraag.querySelector("legend").textContent.replace(/^\d+\.\s*/u, "");
  return el("li", {}, `${tekst} `, el("strong", {}, woord(`zelftest.${answerOf(vraag)}`)));
}

/** A copy of the steps of a group: the list below its heading. */
function stepsOf(groep) {
  const heading = document.getElementById(`waar-staat-u-${groep}-stap`);
  const list = heading.closest("section, article").querySelectorAll("ol");
  const steps = [...list].find((one) => heading.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  const copy = steps.cloneNode(true);
  for (const node of copy.querySelectorAll("[id]")) node.removeAttribute("id");
  return copy;
}

function goTo(target) {
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "start", behavior: "instant" });
}

for (const section of document.querySelectorAll("#zelftest")) start(section);
