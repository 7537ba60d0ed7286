// Start de redactie: Sveltia CMS met onze instellingen, onze manier van lezen en bewaren, en ons voorbeeld.
import "./taal.js";
import CMS from "./bibliotheek/sveltia.js";
import { parse } from "./bibliotheek/yaml.js";
import { lees, schrijf } from "./bewaren.js";
import { gebruikProjectmap } from "./lokaal.js";
import { Vertaalstaat } from "./vertaalstaat.js";
import { toonVoorbeeld } from "./voorbeeld.js";

const config = parse(await (await fetch("config.yml")).text());
if (config.backend.name === "test-repo") gebruikProjectmap();

/** A form of file for a list of fields: read as text, written in place. */
function registreer(naam, uitgang, velden) {
  CMS.registerCustomFormat(naam, uitgang, {
    fromFile: (text) => lees(text, velden),
    toFile: (data) => schrijf(data, velden),
  });
}

for (const collection of config.collections) {
  if (collection.folder) registreer(collection.format, collection.extension, collection.fields);
  for (const file of collection.files ?? []) registreer(file.format, "yml", file.fields);
}
CMS.registerFieldType("vertaalstaat", Vertaalstaat);
toonVoorbeeld(CMS, await (await fetch("voorbeeld.json")).json());
const logo = { src: new URL("teken.svg", document.baseURI).href };
await CMS.init({ config: { ...config, logo, load_config_file: false } });
