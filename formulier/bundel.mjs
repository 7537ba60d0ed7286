/**
 * Makes bundel/ from bron/ and the packages of package-lock.json: the script of the form, the same for the tests, and
 * the licences of everything in it. `npm ci && npm run bundel`; `npm run bundel -- --kijk` only says whether it is current.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync, mkdirSync } from "node:fs";
import { build } from "esbuild";

const DOEL = new URL("bundel/", import.meta.url);
const gedeeld = {
  bundle: true, minify: true, format: "iife", target: "es2022", charset: "utf8", legalComments: "none", jsx: "automatic", write: false, metafile: true,
  absWorkingDir: new URL(".", import.meta.url).pathname,
  define: { "process.env.NODE_ENV": '"production"' },
  alias: { "@rjsf/validator-ajv8": "./bron/leeg.js", "markdown-to-jsx/react": "./bron/leeg.js" },
};

const pagina = await build({ ...gedeeld, entryPoints: ["bron/hoofd.jsx"], outfile: "bundel/formulier.js" });
const toets = await build({ ...gedeeld, entryPoints: ["bron/toets.js"], outfile: "bundel/toets.js", globalName: "formulier" });
const pakketten = [...new Set(Object.entries(pagina.metafile.outputs).flatMap(([, uit]) => Object.entries(uit.inputs).filter(([, een]) => een.bytesInOutput > 0).map(([pad]) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(pad)?.[1])).filter(Boolean))].sort();

const bestanden = {
  "formulier.js": pagina.outputFiles[0].text,
  "toets.js": toets.outputFiles[0].text,
  "LICENTIES.txt": pakketten.map(licentie).join("\n\n"),
};
bestanden["herkomst.json"] = `${JSON.stringify(herkomst(), null, 1)}\n`;

if (process.argv.includes("--kijk")) {
  const anders = Object.entries(bestanden).filter(([naam, tekst]) => !existsSync(new URL(naam, DOEL)) || readFileSync(new URL(naam, DOEL), "utf8") !== tekst);
  if (anders.length) console.error(`Anders dan bundel/: ${anders.map(([naam]) => naam).join(", ")} - draai npm run bundel`);
  process.exit(anders.length ? 1 : 0);
}
mkdirSync(DOEL, { recursive: true });
for (const [naam, tekst] of Object.entries(bestanden)) writeFileSync(new URL(naam, DOEL), tekst);
console.log(Object.entries(bestanden).map(([naam, tekst]) => `${naam} ${tekst.length}`).join("\n"));

function licentie(naam) {
  const map = new URL(`node_modules/${naam}/`, import.meta.url);
  const { version, license } = JSON.parse(readFileSync(new URL("package.json", map), "utf8"));
  const bestand = readdirSync(map).find((een) => /^licen[cs]e/i.test(een));
  const tekst = bestand ? readFileSync(new URL(bestand, map), "utf8").trim() : `Licentie: ${license}`;
  return `${"=".repeat(72)}\n${naam} ${version} (${license})\n${"=".repeat(72)}\n${tekst}\n`;
}

/** What the bundle was made of: a test holds this against the lock and the sources, without node. */
function herkomst() {
  const som = (pad) => createHash("sha256").update(readFileSync(new URL(pad, import.meta.url))).digest("hex");
  const bronnen = readdirSync(new URL("bron/", import.meta.url)).sort().map((naam) => `bron/${naam}`);
  const gemaakt = Object.fromEntries(Object.entries(bestanden).map(([naam, tekst]) => [`bundel/${naam}`, createHash("sha256").update(tekst).digest("hex")]));
  return { uit: Object.fromEntries([...bronnen, "package.json", "package-lock.json", "bundel.mjs"].map((pad) => [pad, som(pad)])), gemaakt };
}
