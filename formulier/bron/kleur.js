/** A colour as `#rrggbb`: its contrast, and moving it about in OKLCH, to the same bytes as `huisstijl/kleur.py`. */
import { converter, modeLrgb, modeOklab, modeOklch, modeRgb, useMode } from "culori/fn";

for (const mode of [modeRgb, modeLrgb, modeOklab, modeOklch]) useMode(mode);
const naarRgb = converter("rgb");
const naarLrgb = converter("lrgb");
const naarOklab = converter("oklab");
const naarOklch = converter("oklch");

const JND = 0.02;
const NAUWKEURIG = 0.0001;

const rgb = (hex) => ({ mode: "rgb", r: parseInt(hex.slice(1, 3), 16) / 255, g: parseInt(hex.slice(3, 5), 16) / 255, b: parseInt(hex.slice(5, 7), 16) / 255 });

/** @param {string} tekst whether it is a colour of the form `#rrggbb` */
export const isKleur = (tekst) => /^#[0-9a-f]{6}$/i.test(tekst);

function luminantie(hex) {
  const { r, g, b } = naarLrgb(rgb(hex));
  return 0.21263900587151027 * r + 0.715168678767756 * g + 0.07219231536073371 * b;
}

/** The contrast ratio, 1 to 21 (WCAG 2.2). @param {string} een @param {string} ander */
export function contrast(een, ander) {
  const [licht, donker] = [luminantie(een), luminantie(ander)].sort((a, b) => b - a);
  return (licht + 0.05) / (donker + 0.05);
}

/** The lowest contrast against all grounds. @param {string} kleur @param {string[]} gronden */
export const laagsteContrast = (kleur, gronden) => Math.min(...gronden.map((grond) => contrast(kleur, grond)));

/** Lightness, chroma and hue (0 for a grey). @param {string} kleur @returns {[number, number, number]} */
export function oklch(kleur) {
  const { l, c, h } = naarOklch(rgb(kleur));
  return [l, c, h ?? 0];
}

/** The colour of this lightness, chroma and hue; chroma gives way where a screen cannot show it. */
export function vanOklch(licht, chroma, tint) {
  return pas({ mode: "oklch", l: Math.min(Math.max(licht, 0), 1), c: Math.max(chroma, 0), h: ((tint % 360) + 360) % 360 });
}

/** The colour if it is good, else the nearest darker shade that is; black when none is. @param {(kleur: string) => boolean} goed */
export function donkerderTot(kleur, goed) {
  if (goed(kleur)) return kleur;
  const [licht, chroma, tint] = oklch(kleur);
  let [beste, onder, boven] = ["#000000", 0, licht];
  for (let keer = 0; keer < 10; keer += 1) {
    const midden = (onder + boven) / 2;
    const kandidaat = vanOklch(midden, chroma, tint);
    if (goed(kandidaat)) [beste, onder] = [kandidaat, midden];
    else boven = midden;
  }
  return beste;
}

/** Reduces chroma until the screen can show it (CSS Color 4, section 13.2.2), step by step as ColorAide does. */
function pas(kleur) {
  if (past(kleur)) return hex(naarRgb(kleur));
  if (kleur.l >= 1 - 1e-6) return "#ffffff";
  if (kleur.l <= 0) return "#000000";
  let knip = geknipt(kleur);
  let [laag, hoog, laagPast] = [0, kleur.c, true];
  const nu = { ...kleur };
  if (afstand(nu, knip) > JND) {
    while (hoog - laag > NAUWKEURIG) {
      nu.c = (hoog + laag) / 2;
      if (laagPast && past(nu)) {
        laag = nu.c;
        continue;
      }
      knip = geknipt(nu);
      const verschil = afstand(nu, knip);
      if (verschil >= JND) hoog = nu.c;
      else {
        if (JND - verschil < NAUWKEURIG) break;
        laagPast = false;
        laag = nu.c;
      }
    }
  }
  return hex(knip);
}

function past(kleur) {
  const { r, g, b } = naarRgb(kleur);
  return [r, g, b].every((deel) => deel >= 0 && deel <= 1);
}

function geknipt(kleur) {
  const knip = (deel) => Math.min(Math.max(deel, 0), 1);
  const { r, g, b } = naarRgb(kleur);
  return { mode: "rgb", r: knip(r), g: knip(g), b: knip(b) };
}

function afstand(een, ander) {
  const [p, q] = [naarOklab(een), naarOklab(ander)];
  return Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b);
}

function hex({ r, g, b }) {
  return `#${[r, g, b].map((deel) => Math.round(Math.min(Math.max(deel, 0), 1) * 255).toString(16).padStart(2, "0")).join("")}`;
}
