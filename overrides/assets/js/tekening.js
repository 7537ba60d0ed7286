/** The circle as a drawing: you in the middle, people on three rings, their signs around them. */

import { svg } from "./element.js";
import { PLEKKEN, ROLLEN } from "./plandocument.js";

const BREED = 480;
const LETTERBREEDTE = 9;
/** As parts of the drawing's size: where a ring ends, and where its people stand. */
const RAND = { dichtbij: 0.255, verder: 0.385, rondom: 0.495 };
const STRAAL = { dichtbij: 0.175, verder: 0.32, rondom: 0.44 };
/** In degrees: where each sign hangs on a person, and where a ring begins to be filled. */
const HOEK = { weet: -135, zorgen: -45, mee: 45, denkt: 135 };
const BEGIN = { dichtbij: -90, verder: -35, rondom: -75 };
/** How far somebody may move along the ring at a time, staying put first; and how often everybody may. */
const STAPPEN = [0, 4, -4, 10, -10, 20, -20];
const RONDEN = 8;

/** Measures in CSS pixels: a phone gets smaller people, never smaller letters. */
const MATEN = {
  smal: { schijf: 16, teken: 7.5, letters: 8, naamruimte: 52, naamhoogte: 14 },
  breed: { schijf: 23, teken: 10.5, letters: 12, naamruimte: 80, naamhoogte: 17 },
};

/** The drawing of `mensen`, `size` pixels wide, as an SVG element with `label`; `woord` gives the names of rings. */
export function drawCircle(mensen, size, label, woord) {
  const maat = { size, midden: size / 2, ...(size < BREED ? MATEN.smal : MATEN.breed) };
  const drawing = svg("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label, class: "kring-tekening" });
  for (const plek of [...PLEKKEN].reverse()) drawing.append(ring(plek, maat));
  drawing.append(middle(maat, woord("kring.ik")));
  for (const plek of PLEKKEN) drawing.append(ringName(plek, maat, woord(`kring.${plek}`)));
  drawing.append(...seatAll(mensen, maat).map((place) => seat(place, maat)));
  return drawing;
}

function ring(plek, { midden, size }) {
  return svg("circle", { class: `ring ring-${plek}`, cx: midden, cy: midden, r: RAND[plek] * size });
}

function middle({ midden, schijf }, ik) {
  return svg(
    "g",
    {},
    svg("circle", { class: "ring-ik", cx: midden, cy: midden, r: schijf * 1.3 }),
    svg("text", { class: "ring-ik-naam", x: midden, y: midden + 5 }, ik),
  );
}

/** The name of a ring stands at its lower edge. */
function ringName(plek, { midden, size }, naam) {
  return svg("text", { class: "ring-naam", x: midden, y: midden + RAND[plek] * size - 6 }, naam);
}

/**
 * A place for everybody: first evenly over each ring, then one after another a little along it, until people,
 * their names and the names of the rings stand in each other's way as little as can be. Gives {mens, x, y, crowded}.
 */
function seatAll(mensen, maat) {
  const places = PLEKKEN.flatMap((plek) => around(mensen.filter((mens) => mens.plek === plek), plek, maat));
  const fixed = [{ x: maat.midden, y: maat.midden }, ...PLEKKEN.flatMap((plek) => ringNameMarks(plek, maat))];
  for (let round = 0; round < RONDEN; round += 1) {
    for (const place of places) {
      const others = places.filter((other) => other !== place).flatMap((other) => marks(other, maat));
      Object.assign(place, roomiest(place, [...fixed, ...others], maat));
    }
  }
  return places;
}

function around(mensen, plek, maat) {
  const step = 360 / Math.max(mensen.length, 1);
  const crowded = (step * Math.PI * STRAAL[plek] * maat.size) / 180 < maat.naamruimte;
  return mensen.map((mens, index) => ({ mens, crowded, ...at(BEGIN[plek] + index * step, plek, maat) }));
}

/** The point on a ring in that direction (degrees, clockwise from the right). */
function at(hoek, plek, { midden, size }) {
  const angle = (hoek * Math.PI) / 180;
  const straal = STRAAL[plek] * size;
  return { hoek, x: midden + straal * Math.cos(angle), y: midden + straal * Math.sin(angle) };
}

function roomiest(place, taken, maat) {
  const crush = (candidate) =>
    marks({ ...place, ...candidate }, maat).reduce(
      (sum, one) => sum + taken.reduce((part, other) => part + nearness(one, other), 0),
      0,
    );
  const candidates = STAPPEN.map((step) => at(place.hoek + step, place.mens.plek, maat));
  return candidates.reduce((best, candidate) => (crush(candidate) < crush(best) ? candidate : best));
}

/** Where somebody takes up room: the person, and the name below. */
function marks({ x, y, crowded }, { schijf, naamhoogte }) {
  const name = { x, y: y + schijf + naamhoogte - 2 };
  return crowded ? [{ x, y }] : [{ x, y }, name];
}

function ringNameMarks(plek, { midden, size, naamruimte }) {
  return [-0.5, 0, 0.5].map((side) => ({ x: midden + side * naamruimte, y: midden + RAND[plek] * size - 10 }));
}

/** Names are wide: two marks beside each other are nearer than two above each other. */
function nearness(one, other) {
  return 1 / (((one.x - other.x) * 0.55) ** 2 + (one.y - other.y) ** 2 + 1) ** 3;
}

function seat({ mens, x, y, crowded }, maat) {
  const { schijf, teken } = maat;
  return svg(
    "g",
    { class: "plaats", transform: move(x, y), "data-mens": mens.id },
    svg("title", {}, mens.naam),
    svg("circle", { class: "plaats-schijf", r: schijf }),
    svg("text", { class: "plaats-letters", y: 5 }, initials(mens.naam)),
    ...ROLLEN.filter((rol) => mens.kan.includes(rol)).map((rol) => sign(rol, schijf, teken)),
    !crowded && nameBelow(mens, x, maat),
  );
}

/** The name under a person, moved inwards where it would leave the drawing. */
function nameBelow({ naam, kan }, x, { size, schijf, letters, naamhoogte }) {
  const text = shorten(naam, letters);
  const half = (graphemes(text).length * LETTERBREEDTE) / 2;
  const inside = Math.min(Math.max(x, half), size - half);
  const y = schijf + naamhoogte + (kan.includes("mee") || kan.includes("denkt") ? 4 : 0);
  return svg("text", { class: "plaats-naam", x: (inside - x).toFixed(1), y }, text);
}

function sign(rol, schijf, teken) {
  const angle = (HOEK[rol] * Math.PI) / 180;
  const side = teken * 0.7;
  return svg(
    "g",
    { class: "plaats-teken", transform: move(Math.cos(angle) * schijf * 1.12, Math.sin(angle) * schijf * 1.12) },
    svg("circle", { r: teken }),
    svg("use", { href: `#kring-teken-${rol}`, x: -side, y: -side, width: side * 2, height: side * 2 }),
  );
}

function move(x, y) {
  return `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
}

function graphemes(text) {
  if (!Intl.Segmenter) return Array.from(text);
  return Array.from(new Intl.Segmenter().segment(text), (part) => part.segment);
}

function initials(naam) {
  const words = naam.trim().split(/\s+/u);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return chosen.map((word) => graphemes(word)[0].toUpperCase()).join("");
}

/** The whole name, or its first word, or the beginning of that. */
function shorten(naam, letters) {
  const whole = naam.trim();
  const first = whole.split(/\s+/u)[0];
  for (const text of [whole, first]) {
    if (graphemes(text).length <= letters) return text;
  }
  return `${graphemes(first).slice(0, letters - 1).join("")}…`;
}
