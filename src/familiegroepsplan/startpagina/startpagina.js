// Search by name on the start page. Without this, the map, the list and the browser's own search do the work.
const root = document.documentElement;
const form = document.querySelector("[data-zoek]");
root.classList.remove("geen-js");

/** As the names in the page are written: no capitals, no diacritics. */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase().trim();

/** A name answers when one of its words begins with the question, apostrophes and hyphens aside. */
const loose = (text) => text.replace(/['.()]/gu, "").replace(/[\s-]+/gu, " ");
const answers = (names, question) => ` ${loose(names)}`.includes(` ${loose(question)}`);

function search(question) {
  const list = document.querySelector("[data-lijst]");
  const state = document.querySelector("[data-stand]");
  let found = 0;
  for (const section of list.querySelectorAll("section")) {
    let here = 0;
    for (const item of section.querySelectorAll("[data-namen]")) {
      item.hidden = !answers(item.dataset.namen, question);
      here += item.hidden ? 0 : 1;
    }
    section.hidden = here === 0;
    found += here;
  }
  document.body.classList.toggle("zoekt", question !== "");
  if (question === "") state.textContent = "";
  else state.textContent = found ? state.dataset.gevonden.replace("{aantal}", found) : state.dataset.geen;
}

if (form) {
  const input = form.querySelector("input");
  input.addEventListener("input", () => search(plain(input.value)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    document.querySelector("[data-lijst] section:not([hidden]) li:not([hidden]) a")?.focus();
  });
  if (input.value) search(plain(input.value));
  for (const link of document.querySelectorAll(".tegelkaart a")) {
    link.addEventListener("click", () => {
      input.value = "";
      search("");
    });
  }
}
