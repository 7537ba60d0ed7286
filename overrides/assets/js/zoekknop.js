/** The button that opens search. What searching needs is loaded when it is first used. */

const knop = document.querySelector("[data-zoek-knop]");
const dialog = document.querySelector("[data-zoek]");
const vraag = dialog.querySelector("[data-zoek-vraag]");

knop.addEventListener("click", async () => {
  dialog.showModal();
  vraag.focus();
  vraag.select();
  try {
    const { begin } = await import("./zoeken.js");
    begin(dialog);
  } catch {
    const stand = dialog.querySelector("[data-zoek-stand]");
    stand.textContent = stand.dataset.mislukt;
  }
});

dialog.querySelector("[data-zoek-sluit]").addEventListener("click", () => dialog.close());
dialog.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
// Browsers give the focus back themselves, except those in which a click does not focus a button.
dialog.addEventListener("close", () => document.activeElement === document.body && knop.focus({ preventScroll: true }));
