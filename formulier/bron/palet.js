/** The palette of a brand colour, with every pair in contrast: the same as `huisstijl/palet.py`, held by a test. */
import { gegevens } from "./gegevens.js";
import { contrast, donkerderTot, isKleur, laagsteContrast, oklch, vanOklch } from "./kleur.js";

const TEKST = "#1a1a1a";
const PAPIER = "#ffffff";
const HOVER = 0.08;
const HEEL_DONKER = 0.25;
const GRIJS = 0.02;

const leest = (...gronden) => (kleur) => laagsteContrast(kleur, gronden) >= 4.5;
const valtOp = (...gronden) => (kleur) => laagsteContrast(kleur, gronden) >= 3;

/** @param {string} [kleur] @param {string} [linkkleur] @returns {Record<string, string>} the national palette without colours */
export function maakPalet(kleur, linkkleur) {
  if (!kleur && !linkkleur) return gegevens.nationaal;
  const merk = (kleur || gegevens.nationaal.merk).toLowerCase();
  const [tint, tintSterk] = tinten(merk);
  const gronden = [PAPIER, tint, tintSterk];
  const opMerk = tekstOp(merk);
  const link = donkerderTot(linkkleur ? linkkleur.toLowerCase() : inkt(merk), leest(...gronden));
  const knop = leest(PAPIER)(merk) ? merk : donkerderTot(inkt(merk), leest(...gronden));
  return {
    merk, op_merk: opMerk, merk_hover: hover(merk, leest(opMerk)), op_merk_hover: opMerk,
    link, link_hover: hover(link, leest(...gronden)),
    knop, op_knop: PAPIER, knop_hover: hover(knop, leest(PAPIER)),
    focus: focus(merk, gronden), tint, tint_sterk: tintSterk, rand: rand(merk, gronden),
    accent: linkkleur ? link : knop, tekst: TEKST, papier: PAPIER,
  };
}

/** What is wrong with a link colour, as `palet_meldingen` says it. */
export function linkmelding(kleur, linkkleur) {
  if (!linkkleur || !isKleur(linkkleur) || contrast(linkkleur, PAPIER) >= 4.5) return undefined;
  const { wat, doe } = gegevens.linkkleur;
  const beter = maakPalet(kleur || gegevens.nationaal.merk, linkkleur).link;
  return {
    code: "huisstijl-linkkleur", ernst: "fout",
    wat: wat.replace("{kleur}", linkkleur.toLowerCase()).replace("{contrast}", komma(contrast(linkkleur, PAPIER))),
    doe: doe.replace("{beter}", beter),
  };
}

/** A ratio in Dutch, rounded down. @param {number} maat */
export const komma = (maat) => (Math.floor(maat * 100) / 100).toFixed(2).replace(".", ",");

export { contrast };

function tekstOp(grond) {
  return [PAPIER, TEKST].find((kleur) => contrast(kleur, grond) >= 4.5) ?? "#000000";
}

function tinten(merk) {
  const [, chroma, tint] = oklch(merk);
  if (chroma < GRIJS || tint < 45 || tint > 345) return [vanOklch(0.975, 0.007, 88), vanOklch(0.935, 0.016, 88)];
  return [vanOklch(0.975, Math.min(chroma, 0.015), tint), vanOklch(0.935, Math.min(chroma, 0.035), tint)];
}

function inkt(merk) {
  const [licht, chroma, tint] = oklch(merk);
  if (chroma < GRIJS) return vanOklch(Math.min(licht, 0.38), chroma, tint);
  if (licht > 0.7 && tint >= 80 && tint <= 120) return vanOklch(0.42, Math.min(chroma, 0.08), 75);
  return merk;
}

function hover(kleur, goed) {
  const [licht, chroma, tint] = oklch(kleur);
  const donkerder = vanOklch(licht - HOVER, chroma, tint);
  return licht >= HEEL_DONKER && goed(donkerder) ? donkerder : vanOklch(Math.max(licht, HEEL_DONKER) + 1.2 * HOVER, chroma, tint);
}

function rand(merk, gronden) {
  const [, chroma, tint] = oklch(merk);
  return donkerderTot(vanOklch(0.66, Math.min(chroma, 0.03), tint), valtOp(...gronden));
}

function focus(merk, gronden) {
  if (contrast(TEKST, merk) >= 3) return TEKST;
  const oranje = Array.from({ length: 22 }, (_, stap) => vanOklch((50 + stap) / 100, 0.17, 48));
  const maat = (kleur) => laagsteContrast(kleur, [merk, ...gronden]);
  const beste = oranje.reduce((een, ander) => (maat(ander) > maat(een) ? ander : een));
  return maat(beste) >= 3 ? beste : TEKST;
}
