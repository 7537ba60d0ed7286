/** The end of the page: what is wrong, what may be added, and taking the file along. */
import { useRef, useState } from "react";
import { gegevens, sleutel, veldId } from "./gegevens.js";
import { leeg, naamVanVeld } from "./model.js";
import { useOmgeving } from "./omgeving.js";
import { download, mailAdres, nieuwBestand, zip } from "./versturen.js";

/** What is wrong, each with a link to its field. */
export function Foutenlijst({ fouten, refje }) {
  if (!fouten.length) return null;
  return (
    <div className="foutenlijst" ref={refje} tabIndex={-1} role="alert" id="foutenlijst">
      <h3>{fouten.length === 1 ? "Er is 1 fout" : `Er zijn ${fouten.length} fouten`}</h3>
      <ul>
        {fouten.map((een) => (
          <li key={sleutel(een.pad) + een.wat}>
            <a href={`#${veldId(een.pad)}`} onClick={(gebeurtenis) => { gebeurtenis.preventDefault(); naarVeld(veldId(een.pad)); }}>
              {naamVanVeld(een.pad)}: {een.wat}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Go to a field, or to the group that it stands in. @param {string} id */
export function naarVeld(id) {
  for (let hier = id; hier.includes("-"); hier = hier.slice(0, hier.lastIndexOf("-"))) {
    const veld = document.getElementById(`${hier}-groep`) ?? document.getElementById(hier);
    if (!veld) continue;
    veld.focus();
    veld.scrollIntoView({ block: "center" });
    return;
  }
}

export function Klaar({ maakTekst, alleFouten, alles, toonAlles, vanHetBestand }) {
  const { data, slug, bestanden, naam } = useOmgeving();
  const [gezegd, zeg] = useState("");
  const [opslagplaats, zetOpslagplaats] = useState(gegevens.opslagplaats);
  const lijst = useRef(null);
  const fouten = alleFouten.filter((een) => een.ernst === "fout");
  const resultaat = maakTekst();
  const mag = () => {
    toonAlles();
    if (fouten.length) requestAnimationFrame(() => lijst.current?.focus());
    return !fouten.length && Boolean(resultaat.tekst);
  };
  const haal = (gebeurtenis) => {
    gebeurtenis.preventDefault();
    if (!mag()) return;
    download(`${slug}.zip`, zip(slug, resultaat.tekst, bestanden()), "application/zip");
    zeg(`${slug}.zip is gedownload. Pak het uit in de map van het project.`);
  };
  const tussendoor = () => {
    download(`${slug || "gemeente"}.yml`, resultaat.tekst, "application/yaml");
    zeg("Het bestand is bewaard zoals het nu is. Open het later hier om verder te gaan.");
  };
  const kopieer = async () => {
    try {
      await navigator.clipboard.writeText(resultaat.tekst);
      zeg("De tekst van het bestand is gekopieerd.");
    } catch {
      zeg("Kopiëren lukt niet in deze browser. Selecteer de tekst van het bestand hieronder.");
    }
  };
  const open = Object.entries(gegevens.gewenst).filter(([woord]) => leeg(data[woord]) || (Array.isArray(data[woord]) && !data[woord].length));
  const nieuw = slug && resultaat.tekst && !fouten.length ? nieuwBestand(opslagplaats, slug, resultaat.tekst) : undefined;
  const mail = !fouten.length && resultaat.tekst ? mailAdres(gegevens.mail, naam, slug, resultaat.tekst) : undefined;
  return (
    <section className="onderdeel klaar" id="klaar" aria-labelledby="klaar-kop">
      <h2 id="klaar-kop" tabIndex={-1}>Klaar</h2>
      {alles && <Foutenlijst fouten={fouten} refje={lijst} />}
      {resultaat.fout && <p className="fout" role="alert">{resultaat.fout}</p>}
      {vanHetBestand > 0 && <p className="fout waarschuwing">In het bestand staat nog iets wat fgp check niet aanneemt: zie bovenaan bij het geopende bestand. Verbeter dat na het downloaden in een teksteditor.</p>}
      <p>Neem het bestand mee als zip. Daarin zitten uw gegevens en de logo's, op de plek waar het project ze zoekt.</p>
      <p className="knoppen">
        <button type="button" className="knop" id="download" onClick={haal}>Download als zip</button>
        <button type="button" className="knop knop-rand" id="tussendoor" onClick={tussendoor} disabled={!resultaat.tekst}>Bewaar om later verder te gaan</button>
      </p>
      <p role="status" className="gezegd">{gezegd}</p>
      {open.length > 0 && (
        <details className="uitklap">
          <summary>Wat u nog kunt toevoegen ({open.length})</summary>
          <ul>{open.map(([woord, wat]) => <li key={woord}>{naamVanVeld([woord])}: {wat}</li>)}</ul>
        </details>
      )}
      <details className="uitklap">
        <summary>Bekijk het bestand</summary>
        <pre className="bestandstekst" tabIndex={0} role="region" aria-label={`De tekst van ${slug || "gemeente"}.yml`}>{resultaat.tekst}</pre>
        <p><button type="button" className="knop knop-rand" onClick={kopieer}>Kopieer de tekst</button></p>
      </details>
      <details className="uitklap">
        <summary>Of stuur het op</summary>
        <h3>Met een mail</h3>
        {mail ? <p><a className="knop knop-rand" id="mail" href={mail}>Open een mail met de gegevens</a></p> : <p>{fouten.length ? "Verbeter eerst de fouten." : "Het bestand is te lang voor een mail vanuit de browser. Download de zip en stuur die mee als bijlage."}</p>}
        {bestanden().size > 0 && <p className="hint">Voeg het logo zelf toe aan de mail: dat kan de browser niet.</p>}
        <h3>Op GitHub of GitLab</h3>
        <div className="veld">
          <label className="naam" htmlFor="opslagplaats">Adres van de opslagplaats van het platform</label>
          <p className="hint" id="opslagplaats-hint">Bijvoorbeeld: https://github.com/organisatie/project. Heet de tak anders dan main, zet er dan /tree/naam achter. U logt daar zelf in.</p>
          <input id="opslagplaats" className="invoer" type="text" inputMode="url" autoComplete="off" autoCapitalize="off" spellCheck={false} aria-describedby="opslagplaats-hint" value={opslagplaats} onChange={(gebeurtenis) => zetOpslagplaats(gebeurtenis.target.value.trim())} />
        </div>
        {nieuw ? (
          <>
            <p><a className="knop knop-rand" id="nieuw-bestand" href={nieuw.adres} target="_blank" rel="noopener noreferrer">Maak het bestand op {nieuw.dienst} (nieuw tabblad)</a></p>
            <p className="hint">{nieuw.vol ? "De gegevens staan dan al in het nieuwe bestand. Staat er niets? Kopieer de tekst hierboven en plak hem daar." : "De tekst is te lang om mee te geven: kopieer hem hierboven en plak hem daar."}</p>
          </>
        ) : (
          <p>{fouten.length ? "Verbeter eerst de fouten." : "Vul het adres in, dan komt hier de link."}</p>
        )}
      </details>
      <p className="belofte">Niets verlaat uw apparaat voordat u zelf downloadt of verstuurt. De browser bewaart niets: sluit u deze pagina, dan is weg wat u niet hebt gedownload.</p>
    </section>
  );
}
