// De map van het project, zoals de browser een map kent (File System API), via de eigen server op deze computer.
// Sveltia vraagt de browser om zijn eigen map (navigator.storage.getDirectory); daarvoor in de plaats komt deze.

const TIJDELIJK = ".sveltia-tmp-";
const ADRES = new URL("../_map/", document.baseURI);

/** What each text said when it was last read or written here: by that the server sees whether somebody else changed it. */
const gelezen = new Map();

async function vraag(pad, options = {}, koppen = {}) {
  const url = new URL(pad.split("/").map(encodeURIComponent).join("/"), ADRES);
  const antwoord = await fetch(url, { ...options, headers: { "X-Redactie": "1", ...koppen }, cache: "no-store" });
  if (antwoord.status === 404) throw new DOMException(pad, "NotFoundError");
  if (!antwoord.ok) throw new Error((await antwoord.text()) || `De server antwoordt met ${antwoord.status}.`);
  return antwoord;
}

async function vingerafdruk(tekst) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(tekst)));
  return [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
}

class Bestand {
  kind = "file";
  #inhoud;

  /** @param {string | null} [tekst] what the list told of it, for the first reading alone */
  constructor(pad, tekst) {
    this.pad = pad;
    this.name = pad.split("/").at(-1);
    this.tekst = tekst;
    if (typeof tekst === "string") gelezen.set(pad, tekst);
  }

  async getFile() {
    const tekst = this.tekst;
    this.tekst = undefined;
    if (typeof tekst === "string") return new File([tekst], this.name);
    if (this.#inhoud) return new File([this.#inhoud], this.name);
    const antwoord = await vraag(this.pad);
    return new File([await antwoord.blob()], this.name, { type: antwoord.headers.get("Content-Type") ?? "" });
  }

  async createWritable() {
    return { write: (data) => this.#schrijf(data), close: async () => {} };
  }

  /** Sveltia writes a new file under a passing name first; it goes out under its own. */
  async #schrijf(data) {
    this.#inhoud = new Blob([data]);
    if (!this.name.startsWith(TIJDELIJK)) await this.#verstuur();
  }

  async #verstuur() {
    const isTekst = /\.(md|yml)$/.test(this.pad);
    const nieuw = isTekst ? await this.#inhoud.text() : undefined;
    const was = gelezen.get(this.pad);
    if (nieuw === undefined || nieuw !== was) {
      const koppen = was === undefined ? {} : { "X-Was": await vingerafdruk(was) };
      await vraag(this.pad, { method: "PUT", body: this.#inhoud }, koppen);
      if (isTekst) gelezen.set(this.pad, nieuw);
    }
    this.#inhoud = undefined;
  }

  /** Only when all went well it is the new file: Sveltia throws away what could not be moved, by its name. */
  async move(map, naam) {
    const doel = new Bestand([map.pad, naam].filter(Boolean).join("/"));
    doel.#inhoud = this.#inhoud ?? (await this.getFile());
    await doel.#verstuur();
    if (!this.name.startsWith(TIJDELIJK)) await vraag(this.pad, { method: "DELETE" });
    this.#inhoud = undefined;
    this.pad = doel.pad;
    this.name = naam;
  }
}

class Projectmap {
  kind = "directory";

  /** @param {Record<string, string | null>} [lijst] every file of the project with its text, asked for once */
  constructor(pad, lijst) {
    this.pad = pad;
    this.name = pad.split("/").at(-1);
    this.lijst = lijst;
  }

  async *entries() {
    const lijst = this.lijst ?? (await (await vraag("")).json());
    const begin = this.pad ? `${this.pad}/` : "";
    const hier = Object.keys(lijst).filter((one) => one.startsWith(begin)).map((one) => one.slice(begin.length));
    for (const naam of new Set(hier.map((one) => one.split("/")[0]))) {
      const pad = begin + naam;
      yield [naam, pad in lijst ? new Bestand(pad, lijst[pad]) : new Projectmap(pad, lijst)];
    }
  }

  async getDirectoryHandle(naam) {
    return new Projectmap(this.#bij(naam));
  }

  async getFileHandle(naam) {
    return new Bestand(this.#bij(naam));
  }

  async removeEntry(naam) {
    if (!naam.startsWith(TIJDELIJK)) await vraag(this.#bij(naam), { method: "DELETE" });
  }

  #bij(naam) {
    return [this.pad, naam].filter(Boolean).join("/");
  }
}

/** Give Sveltia the folder of the project; it asks for a folder of its own name in that of the browser. */
export function gebruikProjectmap() {
  const wortel = new Projectmap("");
  const browsermap = { getDirectoryHandle: async () => wortel };
  Object.defineProperty(navigator.storage, "getDirectory", { value: async () => browsermap });
}
