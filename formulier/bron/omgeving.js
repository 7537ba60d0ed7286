/** What every field of the form may ask: messages, languages of the site, files that were chosen. */
import { createContext, useContext } from "react";

export const Omgeving = createContext({});
export const useOmgeving = () => useContext(Omgeving);

/** The place of a field from its id: `g-aanbieders-0-url`. @param {string} id */
export const padVan = (id) => id.split("-").slice(1).map((deel) => (/^\d+$/.test(deel) ? Number(deel) : deel));

/** The ids that explain a field, for `aria-describedby`. @param {string} id @param {boolean} fout */
export const uitlegIds = (id, fout) => (fout ? `${id}-fout ${id}-hint` : `${id}-hint`);
