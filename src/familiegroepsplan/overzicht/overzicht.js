"use strict";
const lijst = document.querySelector("[data-lijst]");
const rijen = [...lijst.tBodies];
const velden = ["zoek", "provincie", "stand", "taal"].map((id) => document.getElementById(id));
const [zoek, provincie, stand, taal] = velden;
const tegels = [...document.querySelectorAll("button[data-provincie]")];
const stand_aantal = document.querySelector("[data-aantal]");
const kaal = (tekst) => tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function toon() {
  let aantal = 0;
  for (const rij of rijen) {
    const past =
      kaal(rij.rows[0].cells[0].textContent).includes(kaal(zoek.value.trim())) &&
      (!provincie.value || rij.dataset.provincie === provincie.value) &&
      (!stand.value || rij.dataset.stand === stand.value) &&
      (!taal.value || rij.dataset.talen.split(" ").includes(taal.value));
    rij.hidden = !past;
    aantal += past;
  }
  stand_aantal.textContent = `${aantal} ${aantal === 1 ? "gemeente" : "gemeenten"}`;
  for (const tegel of tegels) tegel.setAttribute("aria-pressed", String(tegel.dataset.provincie === provincie.value));
}

function waarde(rij, kolom) {
  const cel = rij.rows[0].cells[kolom];
  return cel.dataset.sort ?? cel.textContent.trim().replace(/^'/, "");
}

function sorteer(kop) {
  const kolom = kop.cellIndex;
  const op = kop.getAttribute("aria-sort") === "ascending" ? -1 : 1;
  for (const ander of kop.parentNode.cells) ander.setAttribute("aria-sort", "none");
  kop.setAttribute("aria-sort", op === 1 ? "ascending" : "descending");
  const volgorde = new Intl.Collator("nl", { numeric: true });
  rijen.sort((a, b) => op * volgorde.compare(waarde(a, kolom), waarde(b, kolom)));
  lijst.append(...rijen);
}

for (const veld of velden) veld.addEventListener("input", toon);
document.querySelector("[data-filters]").addEventListener("submit", (event) => event.preventDefault());
for (const kop of lijst.tHead.rows[0].cells) kop.firstElementChild.addEventListener("click", () => sorteer(kop));
for (const tegel of tegels)
  tegel.addEventListener("click", () => {
    provincie.value = provincie.value === tegel.dataset.provincie ? "" : tegel.dataset.provincie;
    toon();
  });
