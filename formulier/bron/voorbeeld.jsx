/** What the brand becomes, at once: header, card, button, the front of a flyer, and whether it can be read. */
import { useOmgeving } from "./omgeving.js";
import { contrast, komma } from "./palet.js";
import { Staal } from "./velden.jsx";

export function Voorbeeld() {
  const { palet, naam, logo, data } = useOmgeving();
  const stijl = Object.fromEntries(Object.entries(palet).map(([woord, kleur]) => [`--${woord.replaceAll("_", "-")}`, kleur]));
  const team = data.toegang ?? {};
  const kop = naam || "Uw gemeente";
  return (
    <div className="voorbeeld" id="voorbeeld">
      <h3>Zo ziet het eruit</h3>
      <div className="voorbeeldvlak" style={stijl}>
        <div className="vb-kop">
          {logo ? <img className="vb-logo" src={logo} alt="" /> : <Kring kleur={palet.op_merk} accent={palet.op_merk} className="vb-teken" />}
          <span className="vb-woorden"><span>{naam ? `Gemeente ${naam}` : kop}</span><strong>Familiegroepsplan</strong></span>
        </div>
        <div className="vb-vlak">
          <div className="vb-kaart">
            <strong className="vb-titel">{team.naam ?? "Het team in uw gemeente"}</strong>
            <span className="vb-regel">{team.telefoon ?? "Telefoonnummer van het team"}</span>
            <span className="vb-link">Naar de site van het team</span>
            <span className="vb-knop">Maak een plan</span>
          </div>
          <Folder palet={palet} naam={kop} logo={logo} />
        </div>
      </div>
      <Oordeel palet={palet} />
    </div>
  );
}

function Folder({ palet, naam, logo }) {
  const kort = naam.length > 24 ? `${naam.slice(0, 23)}…` : naam;
  return (
    <svg className="vb-folder" viewBox="0 0 105 210" role="img" aria-label={`Schets van de voorkant van een folder van ${naam}`}>
      <rect width="105" height="210" fill={palet.tint} />
      <rect width="105" height="9" fill={palet.merk} />
      <g fontFamily="system-ui, sans-serif" fill={palet.tekst}>
        <text x="10" y="36" fontSize="11.5" fontWeight="800">Maak samen</text>
        <text x="10" y="49" fontSize="11.5" fontWeight="800">een plan</text>
        <text x="10" y="62" fontSize="5.6">Het familiegroepsplan</text>
      </g>
      <svg x="14" y="76" width="77" height="77" viewBox="0 0 48 48"><Figuur kleur={palet.knop} accent={palet.accent} /></svg>
      <rect y="172" width="105" height="38" fill={palet.papier} />
      {logo ? <image href={logo} x="10" y="178" width="60" height="24" preserveAspectRatio="xMinYMid meet" /> : <text x="10" y="193" fontSize={kort.length > 14 ? 5.6 : 7.5} fontWeight="700" fontFamily="system-ui, sans-serif" fill={palet.tekst}>{kort}</text>}
    </svg>
  );
}

/** Our motif: people in a circle, as `huisstijl/kring.py` draws it. */
export function Kring({ kleur, accent, className }) {
  return <svg className={className} viewBox="0 0 48 48" aria-hidden="true"><Figuur kleur={kleur} accent={accent} /></svg>;
}

function Figuur({ kleur, accent }) {
  const hoeken = Array.from({ length: 5 }, (_, plek) => (2 * Math.PI * plek) / 5 - Math.PI / 2);
  const punt = (straal, hoek) => `${(24 + straal * Math.cos(hoek)).toFixed(2)} ${(25 + straal * Math.sin(hoek)).toFixed(2)}`;
  return (
    <g fill={kleur}>
      {hoeken.map((hoek) => <circle key={hoek} cx={punt(19, hoek).split(" ")[0]} cy={punt(19, hoek).split(" ")[1]} r="4.6" />)}
      <circle cx="24" cy="25" r="4.2" fill={accent} />
      <path fill="none" stroke={kleur} strokeWidth="4.4" strokeLinecap="round" d={hoeken.map((hoek) => `M${punt(11.2, hoek - 0.4014)}A11.2 11.2 0 0 1 ${punt(11.2, hoek + 0.4014)}`).join("")} />
    </g>
  );
}

function Oordeel({ palet }) {
  const { merk, op_merk: opMerk, knop, link, papier } = palet;
  const wit = { "#ffffff": "wit", "#1a1a1a": "donkergrijs", "#000000": "zwart" };
  const regels = [
    { kleur: opMerk, tekst: `Letters op uw kleur zijn ${wit[opMerk] ?? opMerk}: contrast ${komma(contrast(opMerk, merk))}.` },
    knop === merk
      ? { kleur: knop, tekst: `Knoppen krijgen uw kleur zelf: contrast met wit ${komma(contrast(knop, papier))}.` }
      : { kleur: knop, tekst: `Uw kleur is te licht voor knoppen (contrast met wit ${komma(contrast(merk, papier))}, nodig is 4,5). Wij nemen ${knop}: ${komma(contrast(knop, papier))}.` },
    { kleur: link, tekst: `Links krijgen ${link}: contrast met wit ${komma(contrast(link, papier))}.` },
  ];
  return (
    <div className="oordeel" aria-live="polite">
      <h4>Goed te lezen?</h4>
      <ul>
        {regels.map((regel) => <li key={regel.tekst}><Staal kleur={regel.kleur} /><span>{regel.tekst}</span></li>)}
      </ul>
      <p className="hint">Alle tekst haalt zo minstens 4,5 (WCAG 1.4.3). Uw kleur zelf blijft zoals zij is.</p>
    </div>
  );
}
