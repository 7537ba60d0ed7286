/** The schema and the look of the fields as the form library (RJSF) takes them, made from the model's schema. */
import { VRIJ, meerregelig, model, velden, vorm } from "./model.js";
import { gegevens } from "./gegevens.js";

/** Schema of the whole form. */
export function formulierschema() {
  return { type: "object", properties: eigenschappen(model()) };
}

/** Look of the whole form. */
export function uiterlijk() {
  return { ...perVeld(model()), "ui:submitButtonOptions": { norender: true } };
}

function eigenschappen(groep) {
  const shown = velden(groep).filter(([naam]) => !VRIJ.includes(naam));
  return Object.fromEntries(shown.map(([naam, deel]) => [naam, schemaVan(deel)]));
}

function schemaVan(deel) {
  const noten = { title: deel.title, description: deel.description };
  if (deel.soort === "groep") return { ...noten, type: "object", properties: eigenschappen(deel) };
  if (deel.soort === "lijst") return { ...noten, type: "array", maxItems: deel.meeste + 1, items: schemaVan(vorm(deel.items)) };
  if (deel.soort === "talen") return { ...noten, type: "array", items: { type: "string", enum: deel.codes }, uniqueItems: true };
  if (deel.soort === "paren") {
    const pad = { type: "string" };
    return { ...noten, type: "array", items: { type: "object", properties: { oud: { ...pad, title: "Oud pad" }, nieuw: { ...pad, title: "Nieuw pad" } } } };
  }
  if (deel.soort === "taal") {
    const perTaal = gegevens.talen.map((taal) => [taal.code, { type: "string", title: taal.naam }]);
    return { ...noten, type: "object", properties: Object.fromEntries(perTaal) };
  }
  return { ...noten, type: "string" };
}

function perVeld(groep) {
  return Object.fromEntries(velden(groep).filter(([naam]) => !VRIJ.includes(naam)).map(([naam, deel]) => [naam, ui(naam, deel, groep.required ?? [])]));
}

function ui(naam, deel, verplicht) {
  const options = { deel, verplicht: verplicht.includes(naam) };
  if (deel.soort === "groep") return { ...perVeld(deel), "ui:options": options };
  if (deel.soort === "lijst") return { items: { ...perVeld(vorm(deel.items)), "ui:options": { deel: vorm(deel.items), item: true } }, "ui:options": { ...options, orderable: false } };
  if (deel.soort === "paren") return { items: { "ui:options": { item: true }, oud: tekstUi({ veld: "pad-site" }), nieuw: tekstUi({ veld: "pad-site" }) }, "ui:options": { ...options, orderable: false } };
  if (deel.soort === "talen") return { "ui:widget": "talen", "ui:options": options };
  if (deel.soort === "keuze") return { "ui:widget": "keuze", "ui:options": options };
  if (deel.soort === "taal") {
    const perTaal = gegevens.talen.map((taal) => [taal.code, tekstUi({ meeste: deel.meeste, taal, voorbeeld: deel.examples?.[0]?.[taal.code] })]);
    return { ...Object.fromEntries(perTaal), "ui:options": { ...options, perTaal: true } };
  }
  return tekstUi(deel, options, naam);
}

function tekstUi(deel, options = {}, naam = "") {
  const widgets = { "ja-nee": "jaNee", kleur: "kleur", bestand: "bestand" };
  const widget = naam === "naam" && options.verplicht && deel.examples?.[0] === "Utrecht" ? "gemeente" : widgets[deel.veld];
  return { "ui:widget": widget ?? (meerregelig(deel) ? "lang" : "regel"), "ui:options": { ...options, deel } };
}
