/** How the form library sets out fields, groups and lists: our own HTML, none of its default look. */
import { useEffect, useState } from "react";
import { leeg } from "./model.js";
import { padVan, uitlegIds, useOmgeving } from "./omgeving.js";
import { Voorbeeld } from "./voorbeeld.jsx";

/** The parts of the page, each with the keys that it holds. */
export const ONDERDELEN = [
  { id: "gemeente", titel: "Uw gemeente", sleutels: ["naam", "cbs_code", "website", "site_url", "talen", "voorbeeld"] },
  { id: "huisstijl", titel: "Huisstijl", sleutels: ["huisstijl"] },
  { id: "toegang", titel: "Waar gezinnen terechtkunnen", sleutels: ["toegang"] },
  { id: "verordening", titel: "De verordening", sleutels: ["verordening"] },
  { id: "aanbieders", titel: "Aanbieders", sleutels: ["aanbieders"] },
  { id: "verplicht", titel: "Contact, klachten en privacy", sleutels: ["contact", "klachten", "privacy", "toegankelijkheid", "beveiliging"] },
  { id: "onderhoud", titel: "Onderhoud", sleutels: ["herzien_voor", "doorverwijzingen"] },
];

const GROEPEN = ["jaNee", "talen"];
const uiVan = (uiSchema) => uiSchema?.["ui:options"] ?? {};
const KORT = 90;

function Fouten({ id }) {
  const { fouten } = useOmgeving();
  const lijst = fouten(id);
  if (!lijst.length) return null;
  return (
    <div id={`${id}-fout`} className="fouten">
      {lijst.map((een) => (
        <p key={een.wat} className={een.ernst === "fout" ? "fout" : "fout waarschuwing"}>
          <span className="verborgen">{een.ernst === "fout" ? "Fout: " : "Let op: "}</span>
          <span className="melding">{een.wat} - {een.doe}</span>
        </p>
      ))}
    </div>
  );
}

/** What the model says about the YAML itself means nothing to who fills in fields. */
const VAN_DE_YAML = /, tussen aanhalingstekens(?=\.)| Een lege lijst, \[\], betekent: [^.]*\.| Leeg: [^.]*\.|; nl hoort er altijd bij(?=\.)/g;

function Hint({ id, deel, beschrijving, groep }) {
  const voorbeeld = deel?.taal ? deel.voorbeeld : deel?.examples?.[0];
  const los = typeof voorbeeld === "string" && deel?.soort !== "keuze" && !["ja-nee", "bestand"].includes(deel?.veld) ? voorbeeld : undefined;
  return (
    <p id={`${id}-hint`} className={groep ? "hint hint-groep" : "hint"}>
      {(beschrijving ?? "").replace(VAN_DE_YAML, "")} {los && <>Bijvoorbeeld: <span className="bijvoorbeeld">{los}</span></>}
      {deel?.zonder && <span className="hint-leeg">Leeg: {deel.zonder}.</span>}
    </p>
  );
}

function Veld(props) {
  const { id, label, schema, uiSchema, children } = props;
  const opties = uiVan(uiSchema);
  const { deel } = opties;
  if (schema.type === "object" || (schema.type === "array" && uiSchema["ui:widget"] !== "talen")) return children;
  const foutig = useOmgeving().fouten(id).length > 0;
  const naam = <>{label}{opties.verplicht && <span className="verplicht"> (verplicht)</span>}</>;
  if (GROEPEN.includes(uiSchema["ui:widget"])) {
    return (
      <fieldset className={foutig ? "veld heeft-fout" : "veld"} aria-describedby={uitlegIds(id, foutig)} id={`${id}-groep`} tabIndex={-1}>
        <legend className="naam">{naam}</legend>
        <Hint id={id} deel={deel} beschrijving={schema.description} />
        <Fouten id={id} />
        {children}
      </fieldset>
    );
  }
  return (
    <div className={foutig ? "veld heeft-fout" : "veld"}>
      <label className="naam" htmlFor={id}>{naam}{deel?.taal && deel.taal.code !== "nl" && <span className="verborgen">: {deel.taal.eigen}</span>}</label>
      <Hint id={id} deel={deel} beschrijving={schema.description} />
      <Fouten id={id} />
      {children}
    </div>
  );
}

function Groep(props) {
  const { fieldPathId, uiSchema, properties, title, description, formData } = props;
  const id = fieldPathId.$id;
  const { fouten, talen, inKop } = useOmgeving();
  if (id === "g") return ONDERDELEN.map((deel) => <Onderdeel key={deel.id} deel={deel} properties={properties} />);
  const opties = uiVan(uiSchema);
  if (opties.item) return <><Fouten id={id} />{properties.map((een) => een.content)}</>;
  if (opties.perTaal) {
    const getoond = properties.filter((een) => een.name === "nl" || talen.includes(een.name) || !leeg(formData?.[een.name]));
    const foutig = fouten(id).length > 0;
    return (
      <fieldset className={foutig ? "veld per-taal heeft-fout" : "veld per-taal"} id={id} aria-describedby={uitlegIds(id, foutig)} tabIndex={-1}>
        <legend className="naam">{title}</legend>
        <Hint id={id} deel={opties.deel} beschrijving={description} />
        <Fouten id={id} />
        {getoond.map((een) => een.content)}
      </fieldset>
    );
  }
  if (inKop(id)) return <><Hint groep id={id} deel={opties.deel} beschrijving={opties.deel.uitleg ?? description} /><Fouten id={id} />{properties.map((een) => een.content)}</>;
  return <Uitklapgroep id={id} titel={title} deel={opties.deel} beschrijving={opties.deel?.uitleg ?? description} vol={!leeg(formData)}>{properties.map((een) => een.content)}</Uitklapgroep>;
}

/** A group that few fill in at first: closed until it holds something or somebody opens it. */
function Uitklapgroep({ id, titel, deel, beschrijving, vol, children }) {
  const { fouten, foutIn } = useOmgeving();
  const [open, zetOpen] = useState(vol);
  useEffect(() => { if (vol || foutIn(id)) zetOpen(true); }, [vol, foutIn(id)]);
  return (
    <details className="uitklap uitklapgroep" open={open} onToggle={(gebeurtenis) => zetOpen(gebeurtenis.currentTarget.open)}>
      <summary><h3>{titel}</h3></summary>
      <div role="group" aria-label={titel} id={id} aria-describedby={uitlegIds(id, fouten(id).length > 0)} tabIndex={-1}>
        <Hint groep id={id} deel={deel} beschrijving={beschrijving} />
        <Fouten id={id} />
        {children}
      </div>
    </details>
  );
}

function Onderdeel({ deel, properties }) {
  const gekozen = deel.sleutels.map((naam) => properties.find((een) => een.name === naam)).filter(Boolean);
  return (
    <section className={`onderdeel onderdeel-${deel.id}`} id={deel.id} aria-labelledby={`${deel.id}-kop`}>
      <h2 id={`${deel.id}-kop`} tabIndex={-1}>{deel.titel}</h2>
      {deel.id === "huisstijl" ? <div className="naast"><div>{gekozen.map((een) => een.content)}</div><Voorbeeld /></div> : gekozen.map((een) => een.content)}
    </section>
  );
}

const WOORDEN = { aanbieders: ["aanbieder", "Aanbieder"], artikelen: ["artikel", "Artikel"], doorverwijzingen: ["doorverwijzing", "Doorverwijzing"] };

function Lijst(props) {
  const { fieldPathId, items, onAddClick, uiSchema, title, schema } = props;
  const id = fieldPathId.$id;
  const { fouten, niets, zetNiets, inKop } = useOmgeving();
  const naam = String(padVan(id).at(-1));
  const inhoud = (
    <>
      <Hint groep id={id} deel={uiVan(uiSchema).deel} beschrijving={schema.description} />
      <Fouten id={id} />
      {items}
      {naam === "artikelen" && !items.length && (
        <label className="keuze">
          <input type="checkbox" id={`${id}-niets`} checked={niets} onChange={(gebeurtenis) => zetNiets(gebeurtenis.target.checked)} />
          <span>Er staat niets over het plan in de verordening</span>
        </label>
      )}
      <p><button type="button" className="knop knop-rand" id={`${id}-erbij`} onClick={(gebeurtenis) => { onAddClick(gebeurtenis); straks(`${id}-${items.length}`); }}>Voeg een {WOORDEN[naam][0]} toe</button></p>
    </>
  );
  const uitleg = uitlegIds(id, fouten(id).length > 0);
  if (inKop(id)) return <div role="group" id={id} aria-labelledby={`${naam}-kop`} aria-describedby={uitleg} tabIndex={-1}>{inhoud}</div>;
  return (
    <fieldset className="groep" id={id} aria-describedby={uitleg} tabIndex={-1}>
      <legend>{title}</legend>
      {inhoud}
    </fieldset>
  );
}

function Item(props) {
  const { children, index, buttonsProps, itemKey } = props;
  const lijst = buttonsProps.fieldPathId?.path?.filter((een) => typeof een === "string").at(-1) ?? "aanbieders";
  const [, woord] = WOORDEN[lijst] ?? ["", "Onderdeel"];
  const { fouten, waarde } = useOmgeving();
  const pad = buttonsProps.fieldPathId?.path ?? [];
  const id = ["g", ...pad].join("-");
  const inhoud = waarde(pad);
  const titel = inhoud?.naam ?? (inhoud?.nummer ? `${inhoud.nummer}${inhoud.lid ? `, lid ${inhoud.lid}` : ""}` : "");
  const naam = `${woord} ${index + 1}${titel ? `: ${titel}` : ""}`;
  return (
    <fieldset className="item" key={itemKey} id={id} aria-describedby={fouten(id).length ? `${id}-fout` : undefined} tabIndex={-1}>
      <legend>{naam.length > KORT ? `${naam.slice(0, KORT)}…` : naam}</legend>
      {children}
      <p className="item-weg"><button type="button" className="knop-licht" onClick={(gebeurtenis) => { buttonsProps.onRemoveItem(gebeurtenis); straks(`${["g", ...pad.slice(0, -1)].join("-")}-erbij`); }}>Haal {woord.toLowerCase()} {index + 1} weg</button></p>
    </fieldset>
  );
}

/** Put the focus on what is about to appear, or on what stays when something goes. @param {string} id */
function straks(id) {
  setTimeout(() => document.getElementById(id)?.focus(), 60);
}

const Niets = () => null;

export const sjablonen = {
  FieldTemplate: Veld,
  ObjectFieldTemplate: Groep,
  ArrayFieldTemplate: Lijst,
  ArrayFieldItemTemplate: Item,
  ErrorListTemplate: Niets,
  FieldErrorTemplate: Niets,
  FieldHelpTemplate: Niets,
  DescriptionFieldTemplate: Niets,
};
