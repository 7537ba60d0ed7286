/** Everything that is wrong with the data in the form, in the words of `fgp check`. */
import { gegevens, zin } from "./gegevens.js";
import { gevuld, leeg, model, velden, vorm, VRIJ } from "./model.js";
import { linkmelding } from "./palet.js";
import { bedoeld, heet, lijktOp, metCode, zoek } from "./register.js";
import { tekstfout, tekstfouten } from "./veldregels.js";

/** @typedef {{pad: (string|number)[], code: string, wat: string, doe: string, ernst: string}} Melding */

/** @param {object} data what the form holds @returns {Melding[]} in the order of the fields */
export function controleer(data) {
  const net = gevuld(data) ?? {};
  const fouten = [...groepfouten(model(), net, [])];
  return fouten.some((een) => een.ernst === "fout") ? [...fouten, ...kleurfouten(net, fouten)] : [...fouten, ...kleurfouten(net, fouten), ...registerfouten(net)];
}

function* groepfouten(groep, data, pad) {
  for (const [naam, deel] of velden(groep)) {
    if (VRIJ.includes(naam)) continue;
    const waarde = data[naam];
    if (leeg(waarde)) {
      if (groep.required?.includes(naam)) yield { pad: [...pad, naam], ...zin("verplicht-ontbreekt") };
    } else yield* deelfouten(deel, waarde, [...pad, naam]);
  }
  const { geldig_van: begin, geldig_tot: einde } = data;
  const goed = (dag) => dag && !tekstfout(dag, { veld: "datum" });
  if (goed(begin) && goed(einde) && einde.trim() < begin.trim()) yield { pad: [...pad, "geldig_tot"], ...zin("datum-einde", { begin: begin.trim() }) };
}

function* deelfouten(deel, waarde, pad) {
  if (deel.soort === "groep") yield* groepfouten(deel, waarde, pad);
  else if (deel.soort === "lijst") yield* lijstfouten(deel, waarde, pad);
  else if (deel.soort === "talen") yield* talenfouten(waarde, pad);
  else if (deel.soort === "taal") yield* perTaal(deel, waarde, pad);
  else if (deel.soort === "paren") yield* paarfouten(deel, waarde, pad);
  else {
    const fouten = deel.soort === "keuze" ? [keuzefout(deel, waarde)].filter(Boolean) : tekstfouten(waarde, deel);
    for (const fout of fouten) yield { pad, ...fout };
  }
}

function* lijstfouten(deel, waarde, pad) {
  if (waarde.length > deel.meeste) yield { pad, ...zin("lijst-te-lang", { meeste: deel.meeste }) };
  else
    for (const [plek, een] of waarde.entries()) {
      if (leeg(gevuld(een))) yield { pad: [...pad, plek], ...zin("onderdeel-leeg") };
      else yield* deelfouten(vorm(deel.items), een, [...pad, plek]);
    }
}

function* talenfouten(waarde, pad) {
  const codes = gegevens.talen.map((taal) => taal.code);
  const niets = waarde.indexOf("");
  if (niets >= 0) return yield { pad: [...pad, niets], ...zin("onderdeel-leeg") };
  const vreemd = waarde.findIndex((een) => !codes.includes(een));
  if (vreemd >= 0) return yield { pad: [...pad, vreemd], ...onbekendeTaal(waarde[vreemd]) };
  const dubbel = waarde.find((een, plek) => waarde.indexOf(een) !== plek);
  if (dubbel) yield { pad, ...zin("taal-dubbel", { taal: dubbel }) };
  else if (pad.length === 1 && !waarde.includes("nl")) yield { pad, ...zin("talen-nl") };
}

/** What is said of a language that we have not. @param {string} taal */
export function onbekendeTaal(taal) {
  const codes = gegevens.talen.map((een) => een.code);
  const begin = taal.slice(0, 2).toLowerCase();
  const bijna = bedoeld(taal, codes) ?? (codes.includes(begin) ? begin : undefined);
  return zin(bijna ? "taal-bijna" : "taal-onbekend", { taal, talen: codes.join(", "), bijna });
}

function* perTaal(deel, waarde, pad) {
  let fouten = 0;
  for (const { code } of gegevens.talen) {
    const gevonden = leeg(waarde[code]) ? [] : tekstfouten(waarde[code], { meeste: deel.meeste });
    for (const fout of gevonden) yield { pad: [...pad, code], ...fout };
    fouten += gevonden.length;
  }
  if (!fouten && leeg(waarde.nl)) yield { pad, ...zin("tekst-nl") };
}

function* paarfouten(deel, waarde, pad) {
  let fouten = 0;
  for (const [plek, paar] of waarde.entries()) {
    if (leeg(paar)) continue;
    for (const naam of ["oud", "nieuw"]) {
      const fout = leeg(paar[naam]) ? zin("verplicht-leeg") : tekstfout(paar[naam], { veld: "pad-site", meeste: deel.item.maxLength });
      if (fout) yield { pad: [...pad, plek, naam], ...fout };
      fouten += fout ? 1 : 0;
    }
  }
  const kaal = (pad_) => pad_.trim().replace(/^\/+|\/+$/g, "");
  const zelf = fouten ? -1 : waarde.findIndex((paar) => !leeg(paar) && kaal(paar.oud) === kaal(paar.nieuw));
  if (zelf >= 0) yield { pad: [...pad, zelf, "nieuw"], ...zin("pad-zelf", { oud: waarde[zelf].oud.trim() }) };
}

function keuzefout(deel, waarde) {
  if (deel.keuzes.includes(waarde)) return undefined;
  const bijna = bedoeld(waarde, deel.keuzes);
  return zin(bijna ? "keuze-bijna" : "keuze", { waarde, keuzes: deel.keuzes.join(", "), bijna });
}

function kleurfouten(net, fouten) {
  const stijl = net.huisstijl ?? {};
  const fout = fouten.some(({ pad }) => pad[0] === "huisstijl" && ["kleur", "linkkleur"].includes(pad[1]));
  const melding = fout ? undefined : linkmelding(stijl.kleur?.trim(), stijl.linkkleur?.trim());
  return melding ? [{ pad: ["huisstijl", "linkkleur"], ...melding }] : [];
}

function registerfouten({ naam, cbs_code: code }) {
  const net = naam.split(/\s+/).filter(Boolean).join(" ");
  const [bekend, genoemd] = [metCode(code.trim()), zoek(net)];
  if (bekend && heet(bekend, net)) return [];
  if (!bekend && !genoemd) {
    const bijna = lijktOp(net).map((een) => `${een.naam} (${een.code})`).join(", ");
    return [{ pad: ["naam"], ...zin("register-onbekend", { naam: net, bijna }) }];
  }
  const naamVan = !bekend ? "register-code" : genoemd ? "register-ander" : "register-ander-naam";
  const woorden = { code: code.trim(), naam: net, van: bekend?.naam, bekend: genoemd?.naam, goed: genoemd?.code };
  return [{ pad: ["cbs_code"], ...zin(naamVan, woorden) }];
}
