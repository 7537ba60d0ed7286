/** The circle as a drawing: you in the middle, people on three rings, their signs around them. */

import { svg } from "./element.js";
import { PLEKKEN, ROLLEN } from "./plandocument.js";

const BREED = 480;
/** As parts of the drawing's size: where a ring ends, and where its people stand. */
const RAND = { dichtbij: 0.255, verder: 0.385, rondom: 0.495 };
const STRAAL = { dichtbij: 0.175, verder: 0.32, rondom: 0.44 };
/** In degrees: where each sign hangs on a person, and where a ring begins to be filled. */
const HOEK = { weet: -135, zorgen: -45, mee: 45, denkt: 135 };
const BEGIN = { dichtbij: -90, verder: -35, rondom: -75 };
const STANDEN = 24;
const RONDEN = 3;

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
 * A place for everybody: evenly over each ring, and each ring turned so that people, their names and the names
 * of the rings stand in each other's way as little as can be. Gives {mens, x, y, crowded}.
 */
function seatAll(mensen, maat) {
  const fixed = [
    { x: maat.midden, y: maat.midden },
    ...PLEKKEN.flatMap((plek) =>
      [-0.5, 0, 0.5].map((side) => ({
        x: maat.midden + side * maat.naamruimte,
        y: maat.midden + RAND[plek] * maat.size - 10,
      })),
    ),
  ];
  const rings = new Map(PLEKKEN.map((plek) => [plek, []]));
  for (let round = 0; round < RONDEN; round += 1) {
    for (const plek of PLEKKEN) {
      const others = PLEKKEN.filter((ander) => ander !== plek).flatMap((ander) => rings.get(ander));
      const taken = [...fixed, ...others.flatMap((place) => marks(place, maat))];
      rings.set(plek, turnedBest(mensen.filter((mens) => mens.plek === plek), plek, maat, taken));
    }
  }
  return PLEKKEN.flatMap((plek) => rings.get(plek));
}

function turnedBest(mensen, plek, maat, taken) {
  let best = { crush: Infinity, seats: [] };
  for (let stand = 0; stand < STANDEN; stand += 1) {
    const seats = around(mensen, plek, maat, stand / STANDEN);
    const crush = seats
      .flatMap((place) => marks(place, maat))
      .reduce((sum, one) => sum + taken.reduce((part, other) => part + nearness(one, other), 0), 0);
    if (crush < best.crush * 0.999) best = { crush, seats };
  }
  return best.seats;
}

/** Where somebody takes up room: the person, and the name below. */
function marks({ x, y, crowded }, { schijf, naamhoogte }) {
  const name = { x, y: y + schijf + naamhoogte - 4 };
  return crowded ? [{ x, y }] : [{ x, y }, name];
}

/** Names are wide: two marks beside each other are nearer than two above each other. */
function nearness(one, other) {
  return 1 / (((one.x - other.x) * 0.55) ** 2 + (one.y - other.y) ** 2 + 1) ** 3;
}

function around(mensen, plek, { midden, size, naamruimte }, turn) {
  const straal = STRAAL[plek] * size;
  const step = 360 / Math.max(mensen.length, 1);
  const crowded = (step * Math.PI * straal) / 180 < naamruimte;
  return mensen.map((mens, index) => {
    const angle = ((BEGIN[plek] + (index + turn) * step) * Math.PI) / 180;
    return { mens, x: midden + straal * Math.cos(angle), y: midden + straal * Math.sin(angle), crowded };
  });
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
function nameBelow({ naam, kan }, x, { size, schijf, letters, naamruimte, naamhoogte }) {
  const half = naamruimte / 2;
  const inside = Math.min(Math.max(x, half), size - half);
  const y = schijf + naamhoogte + (kan.includes("mee") || kan.includes("denkt") ? 4 : 0);
  return svg("text", { class: "plaats-naam", x: (inside - x).toFixed(1), y }, shorten(naam, letters));
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
