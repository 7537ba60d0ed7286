/** The model's schema as the form needs it: references followed, "or empty" taken away, texts per language as groups. */
import { gegevens } from "./gegevens.js";

/** What the form leaves alone: texts in files of their own. What stands there stays as it is. */
export const VRIJ = ["blokken", "aanvullingen"];

/**
 * A part of the schema without `$ref` and without "or null".
 * @param {object} deel @returns {object} with `soort`: groep, lijst, taal, tekst, keuze, talen, paren, vrij
 */
export function vorm(deel) {
  const binnen = deel.anyOf && deel.anyOf.at(-1)?.type === "null" ? deel.anyOf[0] : deel;
  const noten = { title: deel.title, description: deel.description, examples: deel.examples, zonder: deel["x-zonder"] };
  if (binnen.$ref) {
    const naam = binnen.$ref.split("/").at(-1);
    const gevonden = gegevens.schema.$defs[naam];
    if (gevonden.properties) return { ...noten, soort: "groep", naam, uitleg: gevonden.description, ...gevonden };
    const tekst = gevonden.anyOf[0];
    return { ...noten, soort: "taal", meeste: tekst.maxLength };
  }
  if (binnen.properties) return { ...noten, soort: "groep", ...binnen };
  if (binnen.type === "array" && binnen.items.enum) return { ...noten, soort: "talen", codes: binnen.items.enum };
  if (binnen.type === "array") return { ...noten, soort: "lijst", items: binnen.items, meeste: binnen.maxItems };
  if (binnen["x-soort"] === "ja-nee") return { ...noten, soort: "tekst", veld: "ja-nee" };
  if (binnen.enum) return { ...noten, soort: "keuze", keuzes: binnen.enum };
  if (binnen.patternProperties) return { ...noten, soort: "paren", item: Object.values(binnen.patternProperties)[0] };
  if (binnen.additionalProperties) return { ...noten, soort: "vrij" };
  return { ...noten, soort: "tekst", veld: binnen["x-soort"], meeste: binnen.maxLength, eindes: binnen["x-eindes"] };
}

/** The whole model. */
export const model = () => vorm(gegevens.schema);

/** The keys of a group with their forms. @param {object} groep @returns {[string, object][]} */
export const velden = (groep) => Object.entries(groep.properties).map(([naam, deel]) => [naam, vorm(deel)]);

/** Whether a text has several lines. */
export const meerregelig = (deel) => !deel.veld && deel.meeste >= 600;

/** Whether nothing is filled in; a list is never empty here, for an empty list of articles says something. @param {unknown} waarde */
export function leeg(waarde) {
  if (waarde === undefined || waarde === null || waarde === "") return true;
  if (Array.isArray(waarde)) return false;
  return typeof waarde === "object" && Object.values(waarde).every(leeg);
}

/** The value without what is empty; items of a list stay. @param {any} waarde */
export function gevuld(waarde) {
  if (leeg(waarde)) return undefined;
  if (Array.isArray(waarde)) return waarde.map((een) => gevuld(een) ?? (typeof een === "object" ? {} : een));
  if (typeof waarde !== "object") return waarde;
  return Object.fromEntries(Object.entries(waarde).map(([naam, een]) => [naam, gevuld(een)]).filter(([naam, een]) => een !== undefined && (naam === "artikelen" || !Array.isArray(een) || een.length)));
}

/** Whether two values say the same. */
export function gelijk(een, ander) {
  return JSON.stringify(geordend(gevuld(een))) === JSON.stringify(geordend(gevuld(ander)));
}

function geordend(waarde) {
  if (Array.isArray(waarde)) return waarde.map(geordend);
  if (!waarde || typeof waarde !== "object") return waarde;
  return Object.fromEntries(Object.keys(waarde).sort().map((naam) => [naam, geordend(waarde[naam])]));
}

/** A field as it is called on the page: `Aanbieders 2, Webadres`. @param {(string|number)[]} pad */
export function naamVanVeld(pad) {
  const namen = [];
  let hier = model();
  for (const deel of pad) {
    if (typeof deel === "number") {
      namen[namen.length - 1] += ` ${deel + 1}`;
      hier = hier.items?.$ref ? vorm(hier.items) : hier;
    } else if (hier.soort === "taal") namen.push(gegevens.talen.find((taal) => taal.code === deel)?.naam ?? deel);
    else {
      hier = hier.properties?.[deel] ? vorm(hier.properties[deel]) : hier;
      namen.push(hier.properties === undefined && hier.soort === "paren" && namen.length ? `${deel === "oud" ? "Oud" : "Nieuw"} pad` : (hier.title ?? hoofdletter(deel)));
    }
  }
  return namen.join(", ");
}

const hoofdletter = (woord) => woord[0].toUpperCase() + woord.slice(1).replaceAll("_", " ");
