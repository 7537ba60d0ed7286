/** For the tests: the parts of the form that calculate, without a page. */
export { controleer } from "./controle.js";
export { zet } from "./gegevens.js";
export { lees, ontcijfer } from "./lezen.js";
export { linkmelding, maakPalet } from "./palet.js";
export { lijktOp, slugVan, zoek } from "./register.js";
export { bewaar, nieuw } from "./schrijven.js";
export { mailAdres, nieuwBestand } from "./versturen.js";
export { tekstfout } from "./veldregels.js";
