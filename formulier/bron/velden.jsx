/** The widgets: one field each, with plain HTML that a keyboard and a screen reader know. */
import { gegevens } from "./gegevens.js";
import { isKleur } from "./kleur.js";
import { uitlegIds, useOmgeving } from "./omgeving.js";
import { alle } from "./register.js";

const TOETSENBORD = { url: "url", "site-url": "url", meldadres: "url", "e-mail": "email", telefoon: "tel", "cbs-code": "numeric" };

function gedeeld({ id, options }) {
  const { fouten, aangeraakt } = useOmgeving();
  const fout = fouten(id).length > 0;
  const { deel } = options;
  return {
    id,
    name: id,
    "aria-describedby": uitlegIds(id, fout),
    "aria-invalid": fout || undefined,
    "aria-required": options.verplicht || undefined,
    onBlur: () => aangeraakt(id),
    lang: deel?.taal?.code,
    dir: deel?.taal?.richting,
  };
}

const alsWaarde = (onChange) => (gebeurtenis) => onChange(gebeurtenis.target.value === "" ? undefined : gebeurtenis.target.value);

function Regel(props) {
  const { deel } = props.options;
  return (
    <input {...gedeeld(props)} type="text" className={`invoer invoer-${deel?.veld ?? "tekst"}`} value={props.value ?? ""} onChange={alsWaarde(props.onChange)}
      inputMode={TOETSENBORD[deel?.veld]} autoComplete="off" autoCapitalize={deel?.veld ? "off" : undefined} spellCheck={deel?.veld ? false : undefined} />
  );
}

function Lang(props) {
  return <textarea {...gedeeld(props)} className="invoer" rows={props.options.deel?.meeste > 600 ? 6 : 3} value={props.value ?? ""} onChange={alsWaarde(props.onChange)} />;
}

function Gemeente(props) {
  return (
    <>
      <input {...gedeeld(props)} type="text" className="invoer" list="gemeenten" value={props.value ?? ""} onChange={alsWaarde(props.onChange)} autoComplete="off" />
      <datalist id="gemeenten">
        {alle().map((een) => (
          <option key={een.code} value={een.naam}>{een.provincie}</option>
        ))}
      </datalist>
      <Bekend />
    </>
  );
}

function Bekend() {
  const { bekend } = useOmgeving();
  return (
    <p className="bekend" aria-live="polite">
      {bekend ? `In het register: ${bekend.naam}, provincie ${bekend.provincie}, CBS-code ${bekend.code}.` : ""}
    </p>
  );
}

function JaNee(props) {
  const { id, value, onChange } = props;
  const { aangeraakt } = useOmgeving();
  const stand = { ja: "ja", true: "ja", nee: "nee", false: "nee" }[String(value ?? "").trim().toLowerCase()];
  const keuzes = [["ja", "Ja"], ["nee", "Nee"], ["", "Niet ingevuld"]];
  return (
    <div className="keuzes">
      {keuzes.map(([keuze, woord]) => (
        <label key={keuze} className="keuze">
          <input type="radio" id={keuze === "ja" ? id : `${id}-${keuze || "leeg"}`} name={id} value={keuze} checked={(stand ?? "") === keuze}
            onChange={() => onChange(keuze || undefined)} onBlur={() => aangeraakt(id)} />
          <span>{woord}</span>
        </label>
      ))}
    </div>
  );
}

function Keuze(props) {
  const { keuzes } = props.options.deel;
  const vreemd = props.value && !keuzes.includes(props.value) ? [props.value] : [];
  return (
    <select {...gedeeld(props)} className="invoer" value={props.value ?? ""} onChange={alsWaarde(props.onChange)}>
      <option value="">Niet ingevuld</option>
      {[...keuzes, ...vreemd].map((een) => (
        <option key={een} value={een}>{een}</option>
      ))}
    </select>
  );
}

function Talen(props) {
  const { id, value = [], onChange } = props;
  const { aangeraakt } = useOmgeving();
  const vanSite = id === "g-talen";
  const gekozen = vanSite && !value.length ? ["nl"] : value;
  const wissel = (code, aan) => {
    const over = aan ? [...gekozen, code] : gekozen.filter((een) => een !== code);
    onChange(over.length === 1 && vanSite && over[0] === "nl" && !value.length ? undefined : over.length ? over : undefined);
  };
  return (
    <div className="keuzes keuzes-talen">
      {gegevens.talen.map((taal) => (
        <label key={taal.code} className="keuze">
          <input type="checkbox" id={`${id}-${taal.code}`} checked={gekozen.includes(taal.code)} disabled={vanSite && taal.code === "nl" && gekozen.includes("nl")}
            onChange={(gebeurtenis) => wissel(taal.code, gebeurtenis.target.checked)} onBlur={() => aangeraakt(id)} />
          <span>{taal.naam}{taal.eigen === taal.naam ? "" : <> (<span lang={taal.code} dir={taal.richting}>{taal.eigen}</span>)</>}</span>
        </label>
      ))}
    </div>
  );
}

function Kleur(props) {
  const { value, onChange, id, label } = props;
  const { wenk } = useOmgeving();
  const tip = wenk(id);
  return (
    <>
      <div className="kleurveld">
        <input {...gedeeld(props)} type="text" className="invoer invoer-kleur" value={value ?? ""} onChange={alsWaarde(onChange)} autoComplete="off" spellCheck={false} />
        <input type="color" aria-label={`${label}: kies uit alle kleuren`} value={isKleur(value?.trim() ?? "") ? value.trim().toLowerCase() : gegevens.nationaal.merk} onChange={alsWaarde(onChange)} />
      </div>
      {tip && (
        <p className="wenk">
          <button type="button" className="knop-licht" onClick={() => onChange(tip)}>
            <Staal kleur={tip} /> Neem {tip}
          </button>
        </p>
      )}
    </>
  );
}

/** A patch of a colour. */
export function Staal({ kleur }) {
  return <span className="staal" style={{ backgroundColor: kleur }} aria-hidden="true" />;
}

function Bestand(props) {
  const { id, value, onChange, label, options } = props;
  const { kiesBestand, laatBestandVallen, plaatje, padVoorMens, aangeraakt } = useOmgeving();
  const beeld = value && plaatje(value);
  const kies = async (gebeurtenis) => {
    const [bestand] = gebeurtenis.target.files;
    if (bestand) onChange(await kiesBestand(id, bestand));
    gebeurtenis.target.value = "";
    aangeraakt(id);
  };
  const delen = gedeeld(props);
  return (
    <div className="bestandveld">
      {beeld && <img src={beeld} alt={`${label}: ${padVoorMens(value)}`} className="bestandbeeld" />}
      {value && (
        <p className="bestandnaam">
          {padVoorMens(value)}{" "}
          <button type="button" className="knop-licht" onClick={() => { laatBestandVallen(value); onChange(undefined); }}>
            Haal {label.toLowerCase()} weg
          </button>
        </p>
      )}
      <input {...delen} type="file" className="bestandkeuze verborgen" accept={options.deel.eindes.join(",")} onChange={kies} />
      <label className="knop knop-rand bestandknop" htmlFor={id}>{value ? "Kies een ander bestand" : "Kies een bestand"}<span className="verborgen"> voor {label}</span></label>
    </div>
  );
}

export const widgets = { regel: Regel, lang: Lang, gemeente: Gemeente, jaNee: JaNee, keuze: Keuze, talen: Talen, kleur: Kleur, bestand: Bestand };
