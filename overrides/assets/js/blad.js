/** Taking something with you: one part of the page on paper, or a file of one's own. */

const WEG = "niet-op-dit-blad";

/** Print `sheet` alone: everything beside it, and beside what holds it, stays off the paper. */
export function printAlone(sheet) {
  clearMarks();
  for (let node = sheet; node !== document.body; node = node.parentElement) {
    for (const sibling of node.parentElement.children) {
      if (sibling !== node) sibling.classList.add(WEG);
    }
  }
  document.documentElement.classList.add("los-blad");
  window.addEventListener("afterprint", clearMarks, { once: true });
  window.print();
}

function clearMarks() {
  document.documentElement.classList.remove("los-blad");
  for (const node of document.querySelectorAll(`.${WEG}`)) node.classList.remove(WEG);
}

/** Hand `text` to the reader as a file. */
export function download(text, filename, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = filename;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
