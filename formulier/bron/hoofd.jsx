/** The form "Zet jouw gemeente neer": state, opening a file, and the parts of the page together. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import Form from "@rjsf/core";
import { controleer } from "./controle.js";
import { formulierschema, uiterlijk } from "./formulierschema.js";
import { gegevens, veldId, zet } from "./gegevens.js";
import { Klaar } from "./klaar.jsx";
import { lees, ontcijfer } from "./lezen.js";
import { logofouten } from "./logo.js";
import { gevuld, leeg, naamVanVeld } from "./model.js";
import { Omgeving } from "./omgeving.js";
import { maakPalet } from "./palet.js";
import { isKleur } from "./kleur.js";
import { metCode, slugVan, zoek } from "./register.js";
import { bewaar, nieuw } from "./schrijven.js";
import { ONDERDELEN, sjablonen } from "./sjablonen.jsx";
import { widgets } from "./velden.jsx";

zet(JSON.parse(document.getElementById("gegevens").textContent));

/** The library's own validation stays out: `controle.js` says it in the words of the model, without code made at run time. */
const validator = {
  isValid: () => true,
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  rawValidation: () => ({ errors: [] }),
  toErrorList: () => [],
};
const STANDAARD = { emptyObjectFields: "skipEmptyDefaults", arrayMinItems: { populate: "never" } };
const IN_KOP = ["g-huisstijl", "g-toegang", "g-verordening", "g-aanbieders"];
const EIGEN = "@/";
const MEESTE_TEGELIJK = 2;

function App() {
  const [data, zetData] = useState({});
  const [niets, zetNiets] = useState(false);
  const [geopend, zetGeopend] = useState(undefined);
  const [bestandsfouten, zetBestandsfouten] = useState([]);
  const [geraakt, zetGeraakt] = useState(() => new Set());
  const [alles, zetAlles] = useState(false);
  const [gevraagd, zetGevraagd] = useState(false);
  const [sleep, zetSleep] = useState(false);
  const [beurt, zetBeurt] = useState(0);
  const bestanden = useRef(new Map());
  const [logos, zetLogos] = useState({});
  const meldingvak = useRef(null);

  const slug = geopend?.slug ?? slugVan(data.naam ?? "");
  const net = useMemo(() => metPaden(zonderLege(data, niets), slug), [data, niets, slug]);
  const fouten = useMemo(() => [...controleer(net), ...logoMeldingen(data, logos)], [net, data, logos]);
  const talen = net.talen ?? ["nl"];
  const schema = useMemo(formulierschema, []);
  const ui = useMemo(() => uiterlijk(), []);
  const veranderd = !leeg(gevuld(net)) && JSON.stringify(net) !== JSON.stringify(geopend?.begin ?? {});

  useEffect(() => {
    const houd = (gebeurtenis) => gebeurtenis.preventDefault();
    if (!veranderd) return undefined;
    addEventListener("beforeunload", houd);
    return () => removeEventListener("beforeunload", houd);
  }, [veranderd]);

  const open = useCallback(async (bestand) => {
    const { tekst, fouten: vooraf } = ontcijfer(new Uint8Array(await bestand.slice(0, gegevens.meesteBytes + 1).arrayBuffer()));
    const gelezen = tekst === undefined ? { fouten: vooraf } : lees(tekst);
    zetBestandsfouten({ naam: bestand.name, geopend: Boolean(gelezen.data), lijst: gelezen.fouten });
    if (gelezen.data) {
      bestanden.current = new Map();
      zetLogos({});
      const naam = bestand.name.replace(/\.ya?ml$/i, "");
      const eigen = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(naam) ? naam : slugVan(gelezen.data.naam ?? naam);
      zetNiets(Array.isArray(gelezen.data.verordening?.artikelen) && !gelezen.data.verordening.artikelen.length);
      zetGeopend({ ...gelezen, slug: eigen, begin: gelezen.data });
      zetData(structuredClone(gelezen.data));
      zetAlles(true);
      zetGevraagd(false);
      zetBeurt((keer) => keer + 1);
    }
    requestAnimationFrame(() => meldingvak.current?.focus());
  }, []);

  useDrop(open, zetSleep);

  const wijzig = ({ formData }) => zetData((oud) => metRegister(oud, formData));

  const zichtbaar = (id) => alles || geraakt.has(id) || [...geraakt].some((een) => een.startsWith(`${id}-`));
  /** A row that was just added is not a mistake yet. */
  const pasErbij = (een, id) => een.code === "waarde-leeg" && typeof een.pad.at(-1) === "number" && !gevraagd && ![...geraakt].some((ander) => ander.startsWith(`${id}-`));
  const perVeld = new Map();
  for (const een of fouten) {
    const id = veldId(een.pad);
    perVeld.set(id, [...(perVeld.get(id) ?? []), een]);
  }
  const kleurwaarde = (tekst) => (tekst && isKleur(tekst.trim()) ? tekst.trim().toLowerCase() : undefined);
  const palet = useMemo(() => maakPalet(kleurwaarde(net.huisstijl?.kleur), kleurwaarde(net.huisstijl?.linkkleur)), [net.huisstijl?.kleur, net.huisstijl?.linkkleur]);
  const genoemd = metCode((net.cbs_code ?? "").trim()) ?? (net.naam ? zoek(net.naam) : undefined);

  const omgeving = {
    data: net, slug, naam: net.naam ?? "", talen, palet, niets, zetNiets,
    bekend: genoemd,
    logo: plaatje(data.huisstijl?.logo),
    fouten: (id) => (zichtbaar(id) ? (perVeld.get(id) ?? []).filter((een) => !pasErbij(een, id)) : []),
    aangeraakt: (id) => naDeKlik(() => zetGeraakt((oud) => (oud.has(id) ? oud : new Set(oud).add(id)))),
    foutIn: (id) => [...perVeld.keys()].some((een) => (een === id || een.startsWith(`${id}-`)) && zichtbaar(een)),
    inKop: (id) => IN_KOP.includes(id),
    waarde: (pad) => pad.reduce((hier, deel) => hier?.[deel], data),
    wenk: (id) => wenk(id, fouten),
    padVoorMens: (waarde) => metPad(waarde, slug),
    plaatje,
    bestanden: () => new Map([...bestanden.current].filter(([pad]) => gebruikt(data).includes(pad)).map(([pad, { bytes }]) => [metPad(pad, slug), bytes])),
    laatBestandVallen: (waarde) => bestanden.current.delete(waarde),
    kiesBestand: async (id, bestand) => {
      const pad = EIGEN + bestandsnaam(id, bestand.name, data);
      const heel = id.endsWith("-logo") ? bestand.slice(0, gegevens.logoBytes + 1) : bestand;
      const bytes = new Uint8Array(await heel.arrayBuffer());
      bestanden.current.set(pad, { bytes, adres: alsPlaatje(bestand.name, bytes) });
      if (id.endsWith("-logo")) zetLogos((oud) => ({ ...oud, [pad]: logofouten(bestand.name, bytes) }));
      return pad;
    },
  };

  function plaatje(waarde) {
    return logos[waarde]?.some((een) => een.ernst === "fout") ? undefined : bestanden.current.get(waarde)?.adres;
  }

  const maakTekst = () => {
    try {
      return { tekst: geopend ? bewaar(geopend, net) : nieuw(net, kop(net)) };
    } catch {
      return { fout: "Dit bestand is zo opgemaakt dat het formulier de wijziging er niet veilig in kan zetten. Verander het in een teksteditor." };
    }
  };

  return (
    <Omgeving.Provider value={omgeving}>
      {sleep && <div className="sleepvlak" aria-hidden="true">Laat het bestand hier los</div>}
      <Openen open={open} fouten={bestandsfouten} refje={meldingvak} aantal={fouten.filter((een) => een.ernst === "fout").length} />
      <div className="indeling">
        <Omroep fouten={fouten.filter((een) => zichtbaar(veldId(een.pad)) && !pasErbij(een, veldId(een.pad)))} />
        <Inhoud fouten={fouten} zichtbaar={(id, een) => zichtbaar(id) && !pasErbij(een, id)} net={net} />
        <div className="velden">
          <Form key={beurt} schema={schema} uiSchema={ui} formData={data} onChange={wijzig} validator={validator} widgets={widgets} templates={sjablonen}
            idPrefix="g" idSeparator="-" noValidate noHtml5Validate showErrorList={false} experimental_defaultFormStateBehavior={STANDAARD} tagName="div">
            <></>
          </Form>
          <Klaar maakTekst={maakTekst} alleFouten={fouten} alles={alles} toonAlles={() => { zetAlles(true); zetGevraagd(true); }} vanHetBestand={geopend ? bestandsfouten.lijst.length : 0} />
        </div>
      </div>
    </Omgeving.Provider>
  );
}

function Openen({ open, fouten, refje, aantal }) {
  const { naam, geopend, lijst = [] } = fouten;
  return (
    <div className="openen">
      <p className="naam" id="openen-uitleg">Gaat u verder met een bestaand bestand? Open het hier, of sleep het op deze pagina.</p>
      <input type="file" id="openen" accept=".yml,.yaml" className="bestandkeuze verborgen" aria-describedby="openen-uitleg" onChange={(gebeurtenis) => { const [een] = gebeurtenis.target.files; if (een) open(een); gebeurtenis.target.value = ""; }} />
      <label className="knop knop-rand bestandknop" htmlFor="openen">Open een bestand</label>
      {naam && (
        <div className={geopend && !lijst.length ? "bestandmelding" : "bestandmelding foutenlijst"} ref={refje} tabIndex={-1} role="group" aria-label="Het geopende bestand">
          <p><strong>{geopend ? `${naam} is geopend.` : `${naam} kan niet worden geopend.`}</strong>{geopend && aantal > 0 && ` Wat er verbeterd moet worden, staat bij de velden (${aantal}).`}</p>
          {lijst.length > 0 && (
            <>
              {geopend && <p>Dit staat in het bestand en past niet in het formulier. Het blijft staan zoals het is; verbeter het in een teksteditor.</p>}
              <ul>
                {lijst.map((een) => (
                  <li key={`${een.regel}${een.sleutel}${een.wat}`}>
                    {een.regel > 0 && <span className="regel">regel {een.regel}: </span>}
                    {een.sleutel && <span className="sleutel">{een.sleutel}: </span>}
                    <span className="melding">{een.wat} - {een.doe}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </div>
  );
}

function Inhoud({ fouten, zichtbaar, net }) {
  const delen = ONDERDELEN.map((deel) => {
    const mis = fouten.filter((een) => een.ernst === "fout" && deel.sleutels.includes(een.pad[0]) && zichtbaar(veldId(een.pad), een)).length;
    return { ...deel, mis, vol: deel.sleutels.some((naam) => !leeg(net[naam])) };
  });
  return (
    <nav className="inhoud" aria-label="Onderdelen van dit formulier">
      <ol>
        {delen.map(({ id, titel, mis, vol }) => (
          <li key={id}>
            <a href={`#${id}`}>{titel}</a>
            {mis > 0 ? <span className="staat staat-fout">{mis === 1 ? "1 fout" : `${mis} fouten`}</span> : vol && <span className="staat"><span aria-hidden="true">✓</span><span className="verborgen">ingevuld</span></span>}
          </li>
        ))}
        <li><a href="#klaar">Klaar</a></li>
      </ol>
    </nav>
  );
}

/** Tells a screen reader what became wrong at a field that was just left; many at once are told where they are listed. */
function Omroep({ fouten }) {
  const [tekst, zeg] = useState("");
  const bekend = useRef(new Set());
  useEffect(() => {
    const nu = new Set(fouten.map((een) => `${naamVanVeld(een.pad)}: ${een.wat} - ${een.doe}`));
    const erbij = [...nu].filter((zin) => !bekend.current.has(zin));
    bekend.current = nu;
    if (erbij.length) zeg(erbij.length <= MEESTE_TEGELIJK ? erbij.join(". ") : "");
    else if (![...nu].some((zin) => tekst.includes(zin))) zeg("");
  });
  return <p id="omroep" role="status" className="verborgen">{tekst}</p>;
}

function useDrop(open, zetSleep) {
  useEffect(() => {
    const metBestand = (gebeurtenis) => gebeurtenis.dataTransfer?.types.includes("Files");
    const over = (gebeurtenis) => {
      if (!metBestand(gebeurtenis)) return;
      gebeurtenis.preventDefault();
      zetSleep(true);
    };
    const weg = (gebeurtenis) => gebeurtenis.relatedTarget === null && zetSleep(false);
    const los = (gebeurtenis) => {
      if (!metBestand(gebeurtenis)) return;
      gebeurtenis.preventDefault();
      zetSleep(false);
      const [bestand] = gebeurtenis.dataTransfer.files;
      if (bestand) open(bestand);
    };
    const luisteraars = [["dragover", over], ["dragleave", weg], ["drop", los]];
    for (const [naam, doe] of luisteraars) document.addEventListener(naam, doe);
    return () => luisteraars.forEach(([naam, doe]) => document.removeEventListener(naam, doe));
  }, [open, zetSleep]);
}

let ingedrukt = false;
addEventListener("pointerdown", () => { ingedrukt = true; }, true);
for (const naam of ["pointerup", "pointercancel"]) addEventListener(naam, () => { ingedrukt = false; }, true);

/** Later when a finger or mouse is down: a message that comes in between moves the page, and the click would miss. */
function naDeKlik(doe) {
  if (!ingedrukt) doe();
  else addEventListener("pointerup", () => setTimeout(doe, 50), { once: true, capture: true });
}

/** The data without empty lists; an empty list of articles stays when the gemeente says so. */
function zonderLege(data, niets) {
  const uit = gevuld(data) ?? {};
  const artikelen = uit.verordening?.artikelen;
  if (artikelen && !artikelen.length) delete uit.verordening.artikelen;
  if (niets && !artikelen?.length) uit.verordening = { ...uit.verordening, artikelen: [] };
  return gevuld(uit) ?? {};
}

/** The code follows the name, as long as nobody chose another code. */
function metRegister(oud, data) {
  if (oud.naam === data.naam) return data;
  const [was, wordt] = [zoek(oud.naam ?? ""), data.naam ? zoek(data.naam) : undefined];
  const vrij = leeg(data.cbs_code) || data.cbs_code === was?.code;
  return vrij && (wordt || was) ? { ...data, cbs_code: wordt?.code } : data;
}

const metPad = (waarde, slug) => (waarde?.startsWith(EIGEN) ? `${slug || "gemeente"}/${waarde.slice(EIGEN.length)}` : waarde);

function metPaden(data, slug) {
  if (Array.isArray(data)) return data.map((een) => metPaden(een, slug));
  if (data && typeof data === "object") return Object.fromEntries(Object.entries(data).map(([naam, een]) => [naam, metPaden(een, slug)]));
  return typeof data === "string" ? metPad(data, slug) : data;
}

function gebruikt(data) {
  if (data && typeof data === "object") return Object.values(data).flatMap(gebruikt);
  return typeof data === "string" && data.startsWith(EIGEN) ? [data] : [];
}

/** A name for a chosen file that the project takes: `logo.svg`, or that of the provider. */
function bestandsnaam(id, naam, data) {
  const punt = naam.lastIndexOf(".");
  const einde = punt > 0 ? naam.slice(punt).toLowerCase().replace(/[^.a-z0-9]/g, "") : "";
  if (id === "g-huisstijl-logo") return `logo${einde}`;
  const plek = /^g-aanbieders-(\d+)-logo$/.exec(id)?.[1];
  const stam = plek === undefined ? naam.slice(0, punt > 0 ? punt : undefined) : (data.aanbieders?.[plek]?.naam ?? `aanbieder-${Number(plek) + 1}`);
  return `${slugVan(stam) || "bestand"}${einde}`;
}

const SOORTEN = { svg: "image/svg+xml", png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg" };

/** The picture as an address for `<img>`, where a browser runs nothing of it. */
function alsPlaatje(naam, bytes) {
  const soort = SOORTEN[naam.split(".").at(-1).toLowerCase()];
  if (!soort) return undefined;
  let tekst = "";
  for (let plek = 0; plek < bytes.length; plek += 8192) tekst += String.fromCharCode(...bytes.subarray(plek, plek + 8192));
  return `data:${soort};base64,${btoa(tekst)}`;
}

function logoMeldingen(data, logos) {
  const paden = [[["huisstijl", "logo"], data.huisstijl?.logo], ...(data.aanbieders ?? []).map((een, plek) => [["aanbieders", plek, "logo"], een?.logo])];
  return paden.flatMap(([pad, waarde]) => (logos[waarde] ?? []).map((een) => ({ pad, ...een })));
}

/** The nearest colour that works, for the field whose colour does not. */
function wenk(id, fouten) {
  const doe = fouten.find((een) => veldId(een.pad) === id)?.doe;
  return /"(#[0-9a-f]{6})"/.exec(doe ?? "")?.[1];
}

function kop(net) {
  const bekend = metCode((net.cbs_code ?? "").trim());
  const wie = bekend ? `# ${bekend.naam} (${bekend.provincie})\n` : "";
  return `# yaml-language-server: $schema=schema.json\n#\n${wie}# Gemaakt met het formulier Zet jouw gemeente neer. De sleutels staan uitgelegd in handboek/sleutels.md.\n`;
}

createRoot(document.getElementById("formulier")).render(<App />);
