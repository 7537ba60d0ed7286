/** Where a finished file can go: a zip, a mail, or a new file on GitHub or GitLab through their own page. */
import { strToU8, zipSync } from "fflate";

const MAP = "content/municipalities";
const LANGSTE_MAIL = 1900;
const LANGSTE_ADRES = 7500;

/** The zip that unzips into the project. @param {string} slug @param {string} tekst @param {Map<string, Uint8Array>} bestanden by path below the folder */
export function zip(slug, tekst, bestanden) {
  const inhoud = { [`${MAP}/${slug}.yml`]: strToU8(tekst) };
  for (const [pad, bytes] of bestanden) inhoud[`${MAP}/${pad}`] = bytes;
  return zipSync(inhoud, { level: 9, mtime: new Date("2026-01-01T00:00:00") });
}

/** A mail with the text in it, or undefined when mail programs would cut it off. */
export function mailAdres(aan, naam, slug, tekst) {
  const onderwerp = encodeURIComponent(`Gegevens van ${naam} voor het familiegroepsplan`);
  const inhoud = encodeURIComponent(`Bewaar dit als ${MAP}/${slug}.yml\n\n${tekst}`.replaceAll("\n", "\r\n"));
  const adres = `mailto:${encodeURIComponent(aan).replace("%40", "@")}?subject=${onderwerp}&body=${inhoud}`;
  return adres.length <= LANGSTE_MAIL ? adres : undefined;
}

/**
 * The page of GitHub or GitLab on which a new file is made.
 * @param {string} opslagplaats address of the repository, perhaps with `/tree/<branch>`
 * @returns {{adres: string, vol: boolean, dienst: string} | undefined} nothing when this is no such address;
 *   not `vol` when the text is too long for an address and must be pasted
 */
export function nieuwBestand(opslagplaats, slug, tekst) {
  let url;
  try {
    url = new URL(opslagplaats);
  } catch {
    return undefined;
  }
  if (url.protocol !== "https:" || url.username || url.password) return undefined;
  const [pad, tak = "main"] = url.pathname.replace(/\.git$|\/$/g, "").split(/\/(?:-\/)?tree\//);
  if (pad.split("/").filter(Boolean).length < 2) return undefined;
  const github = url.hostname === "github.com";
  const begin = github ? `${url.origin}${pad}/new/${tak}` : `${url.origin}${pad}/-/new/${tak}`;
  const [naam, inhoud] = github ? ["filename", "value"] : ["file_name", "content"];
  const kort = `${begin}?${naam}=${encodeURIComponent(`${MAP}/${slug}.yml`)}`;
  const lang = `${kort}&${inhoud}=${encodeURIComponent(tekst)}`;
  return { adres: lang.length <= LANGSTE_ADRES ? lang : kort, vol: lang.length <= LANGSTE_ADRES, dienst: github ? "GitHub" : "GitLab" };
}

/** Let the browser save bytes as a file. @param {string} naam @param {BlobPart} inhoud @param {string} soort */
export function download(naam, inhoud, soort) {
  const adres = URL.createObjectURL(new Blob([inhoud], { type: soort }));
  const link = Object.assign(document.createElement("a"), { href: adres, download: naam });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(adres), 1000);
}
