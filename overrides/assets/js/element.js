/** Building pieces of the page from data: text always becomes text, never HTML. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * A new HTML element. `props` are attributes, but `on…` functions are listeners and true/false sets or omits;
 * children are elements or texts, empty ones are left out.
 */
export function el(tag, props = {}, ...children) {
  return dress(document.createElement(tag), props, children);
}

/** A new SVG element, in the same way. */
export function svg(tag, props = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), props, children);
}

function dress(node, props, children) {
  for (const [key, value] of Object.entries(props)) {
    if (typeof value === "function") node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== false && value !== undefined) node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child || child === 0));
  return node;
}

/** The words that a part gives its script (JSON in the element with this id): a function from key to text. */
export function readWords(id) {
  const words = JSON.parse(document.getElementById(id).textContent);
  return (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/gu, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Say something to screen readers (and eyes) in a live region, also when it is the same as last time. */
export function announce(region, text) {
  region.textContent = "";
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}

/** A date in words of the page's language, always by the Dutch calendar and with the same digits. */
export function dateInWords(day) {
  const taal = document.documentElement.lang || "nl";
  const locale = `${taal === "en" ? "en-GB" : taal}-u-ca-gregory-nu-latn`;
  const [year, month, date] = day.split("-").map(Number);
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(year, month - 1, date));
}

/** Today on the reader's clock, as `2026-11-21`. */
export function today() {
  const now = new Date();
  const pad = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
