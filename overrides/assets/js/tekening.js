/** The circle as a drawing: you in the middle, people on three rings, their signs around them. */

import { svg } from "./element.js";
import { PLEKKEN, ROLLEN } from "./plandocument.js";

const BREED = 560;
const HOEKEN = { weet: -135, zorgen: -45, mee: 45, denkt: 135 };
const BEGIN = { dichtbij: -90, verder: -60, rondom: -90 };

/** Measures in CSS pixels for a drawing `size` wide. */
function measures(size) {
  const wide = size >= BREED;
  return {
    size,
    midden: size / 2,
    ringen: { dichtbij: size * 0.195, verder: size * 0.33, rondom: size * 0.455 },
    schijf: wide ? 23 : 16,
    teken: wide ? 10 : 7.5,
    letters: wide ? 11 : 6,
    naamruimte: wide ? 84 : 50,
  };
}

/** The drawing of `mensen`, `size` pixels wide, as an SVG element with `label`; `woord` gives the names of rings. */
export function drawCircle(mensen, size, label, woord) {
  const maat = measures(size);
  const drawing = svg("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label, class: "kring-tekening" });
  for (const plek of [...PLEKKEN].reverse()) drawing.append(ring(plek, maat));
  drawing.append(middle(maat, woord("kring.ik")));
  for (const plek of PLEKKEN) drawing.append(ringName(plek, maat, woord(`kring.${plek}`)));
  for (const plek of PLEKKEN) drawing.append(...seats(mensen.filter((mens) => mens.plek === plek), plek, maat));
  return drawing;
}

function ring(plek, { midden, ringen, size }) {
  const edge = { dichtbij: size * 0.265, verder: size * 0.395, rondom: size * 0.497 };
  return svg("circle", { class: `ring ring-${plek}`, cx: midden, cy: midden, r: edge[plek] ?? ringen[plek] });
}

function middle({ midden, schijf }, ik) {
  return svg(
    "g",
    { class: "ring-midden" },
    svg("circle", { class: "ring-ik", cx: midden, cy: midden, r: schijf * 1.35 }),
    svg("text", { class: "ring-ik-naam", x: midden, y: midden + 6 }, ik),
  );
}

/** The name of a ring stands at its lower edge, where no seat is. */
function ringName(plek, { midden, size }, naam) {
  const y = { dichtbij: 0.265, verder: 0.395, rondom: 0.497 }[plek] * size + midden - 5;
  return svg("text", { class: "ring-naam", x: midden, y }, naam);
}

/** People on one ring, spread evenly; the gap for the ring's name stays open at the bottom. */
function seats(mensen, plek, maat) {
  const straal = maat.ringen[plek];
  const span = 360 - 2 * gap(straal);
  const crowded = (span * Math.PI * straal) / 180 / mensen.length < maat.naamruimte;
  return mensen.map((mens, index) => {
    const degrees =
      mensen.length === 1 ? BEGIN[plek] : 90 + gap(straal) + (span * (index + 0.5)) / mensen.length;
    const angle = (degrees * Math.PI) / 180;
    const x = maat.midden + straal * Math.cos(angle);
    const y = maat.midden + straal * Math.sin(angle);
    return seat(mens, x, y, maat, crowded);
  });
}

function gap(straal) {
  return Math.min(50, (40 / straal) * (180 / Math.PI));
}

function seat(mens, x, y, maat, crowded) {
  const { schijf, teken } = maat;
  const group = svg(
    "g",
    { class: "plaats", transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, "data-mens": mens.id },
    svg("title", {}, mens.naam),
    svg("circle", { class: "plaats-schijf", r: schijf }),
    svg("text", { class: "plaats-letters", y: schijf * 0.3 }, initials(mens.naam)),
  );
  for (const rol of ROLLEN.filter((naam) => mens.kan.includes(naam))) group.append(sign(rol, schijf, teken));
  if (!crowded) group.append(svg("text", { class: "plaats-naam", y: schijf + 15 }, shorten(mens.naam, maat.letters)));
  return group;
}

function sign(rol, schijf, teken) {
  const angle = (HOEKEN[rol] * Math.PI) / 180;
  const [x, y] = [Math.cos(angle) * schijf * 1.08, Math.sin(angle) * schijf * 1.08];
  return svg(
    "g",
    { class: "plaats-teken", transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
    svg("circle", { r: teken }),
    svg("use", {
      href: `#kring-teken-${rol}`,
      x: -teken * 0.68,
      y: -teken * 0.68,
      width: teken * 1.36,
      height: teken * 1.36,
    }),
  );
}

function graphemes(text) {
  if (!Intl.Segmenter) return Array.from(text);
  return Array.from(new Intl.Segmenter().segment(text), (part) => part.segment);
}

function initials(naam) {
  const words = naam.trim().split(/\s+/u);
  const first = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return first.map((word) => graphemes(word)[0].toUpperCase()).join("");
}

function shorten(naam, letters) {
  const trimmed = naam.trim();
  if (graphemes(trimmed).length <= letters) return trimmed;
  const first = graphemes(trimmed.split(/\s+/u)[0]);
  return first.length <= letters ? first.join("") : `${first.slice(0, letters - 1).join("")}…`;
}
