// Only in the preview: shows a saved change at once, and faults in the page with the last good site behind them.
(() => {
  const own = document.currentScript;
  const version = Number(own.dataset.versie);
  const address = new URL(`gebeurtenissen?gemeente=${own.dataset.gemeente}`, own.src);
  let panel;

  function show(faults) {
    panel?.remove();
    panel = undefined;
    if (!faults.length) return;
    panel = document.createElement("aside");
    panel.className = "voorbeeld-fouten";
    panel.setAttribute("role", "alert");
    const title = document.createElement("h2");
    title.textContent = faults.length === 1 ? "Er is 1 fout" : `Er zijn ${faults.length} fouten`;
    const note = document.createElement("p");
    const shown = document.body.classList.contains("voorbeeld-leeg") ? "" : "U ziet de laatste goede versie. ";
    note.textContent = `${shown}Verbeter het bestand en bewaar het: dan verdwijnt dit vanzelf.`;
    const list = document.createElement("ul");
    for (const fault of faults) {
      const item = document.createElement("li");
      const place = document.createElement("code");
      place.textContent = fault.plaats;
      const what = document.createElement("span");
      what.textContent = `${fault.sleutel ? `${fault.sleutel}: ` : ""}${fault.wat} - ${fault.doe}`;
      item.append(place, what);
      list.append(item);
    }
    panel.append(title, note, list);
    document.body.append(panel);
  }

  const source = new EventSource(address);
  source.addEventListener("message", (event) => {
    const news = JSON.parse(event.data);
    if (news.versie !== version) {
      source.close();
      location.reload();
    } else {
      show(news.fouten);
    }
  });
  addEventListener("pagehide", () => source.close());
})();
