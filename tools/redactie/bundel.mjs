// Maakt de bibliotheken van admin/ opnieuw, uit de vastgelegde pakketten: npm ci && node bundel.mjs
// Daarna: python -m pytest tests/redactie. Wie alleen met de redactie werkt, heeft Node.js niet nodig.
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = fileURLToPath(new URL("../../src/familiegroepsplan/redactie/bibliotheek/", import.meta.url));
const cms = `${here}node_modules/@sveltia/cms/`;

/** What this editor never shows: maps, code in colours, foreign pictures, other languages of the interface. */
const LEFT_OUT = /^(@shikijs\/|leaflet|terra-draw|svgo|\.\/chunks\/(heic|shiki|webp)|\.\.\/locales\/)/;

/** Where Sveltia means another thing than it is here: the "test repository" is the folder of the project. */
const WOORDEN = {
  "Werken met een testrepository": "Open de teksten op deze computer",
  "Het aanmaken van nieuwe items in deze collectie is uitgeschakeld door de beheerder.":
    "Een nieuwe tekst heeft ook een plek op een pagina nodig; dat kan niet hier.",
};

/** What Sveltia's own Dutch does not have yet: otherwise it would be English. Where it has a word, that stays. */
function aangevuld(woorden, meer) {
  const out = { ...woorden };
  for (const [key, one] of Object.entries(meer)) {
    out[key] = typeof one === "object" ? aangevuld(woorden[key] ?? {}, one) : (woorden[key] ?? one);
  }
  return out;
}

/** @type {import("esbuild").Plugin} */
const own = {
  name: "alleen-wat-nodig-is",
  setup(run) {
    run.onResolve({ filter: LEFT_OUT }, ({ path }) =>
      path.endsWith("/nl.json") ? undefined : { path: "leeg", namespace: "weggelaten" },
    );
    run.onLoad({ filter: /.*/, namespace: "weggelaten" }, () => ({ contents: "export default {}" }));
    run.onLoad({ filter: /locales\/nl\.json$/ }, async ({ path }) => {
      let text = await readFile(path, "utf8");
      for (const [from, to] of Object.entries(WOORDEN)) text = text.replaceAll(from, to);
      const more = JSON.parse(await readFile(`${here}nl-aanvulling.json`, "utf8"));
      return { contents: JSON.stringify(aangevuld(JSON.parse(text), more)), loader: "json" };
    });
    run.onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      // Nothing is ever loaded from a package site: letters come from our own files, other addresses lead nowhere.
      const own = text.replace(/@font-face \{[^}]*cdn\.jsdelivr[^}]*\}/g, "");
      return { contents: own.replaceAll("https://unpkg.com", "weggelaten:"), loader: "js" };
    });
  },
};

const options = { bundle: true, format: "esm", minify: true, target: "es2022", legalComments: "none", charset: "utf8" };
await rm(out, { recursive: true, force: true });
await mkdir(`${out}assets`, { recursive: true });
await build({
  ...options,
  entryPoints: { sveltia: `${cms}npm/index.js` },
  outdir: out,
  splitting: true,
  chunkNames: "[name]-[hash]",
  plugins: [own],
});
await build({ ...options, entryPoints: { yaml: `${here}node_modules/yaml/browser/index.js` }, outdir: out });

for (const name of await readdir(`${cms}npm/assets`)) {
  if (/\.(woff2|LICENSE\.txt)$/.test(name)) await cp(`${cms}npm/assets/${name}`, `${out}assets/${name}`);
}

const lock = JSON.parse(await readFile(`${here}package-lock.json`, "utf8"));
const parts = ["@sveltia/cms", "yaml", "immutable", "exifr", "turndown", "@mixmark-io/domino"];
const herkomst = { pakketten: {}, bestanden: {} };
for (const name of parts) {
  const { version, integrity, license } = lock.packages[`node_modules/${name}`];
  herkomst.pakketten[name] = { versie: version, licentie: license, integrity };
  const files = await readdir(`${here}node_modules/${name}`);
  const licence = files.find((file) => /^licen[cs]e/i.test(file));
  if (licence) await cp(`${here}node_modules/${name}/${licence}`, `${out}assets/${name.replace(/^@|\//g, "")}.LICENSE.txt`);
}
for (const name of (await readdir(out, { recursive: true })).sort()) {
  if (!/\.(js|woff2)$/.test(name)) continue;
  herkomst.bestanden[name] = createHash("sha256").update(await readFile(out + name)).digest("hex");
}
await writeFile(`${out}herkomst.json`, `${JSON.stringify(herkomst, null, 2)}\n`);
