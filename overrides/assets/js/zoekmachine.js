/** The search index of one language, and what it answers. Nothing of a question leaves the device. */

import MiniSearch from "./minisearch.js";
import { fold, kinship, leastLetters, terms, words } from "./zoekwoord.js";

const ROOT = new URL("../../", import.meta.url);
const FIELDS = { kop: 4, titel: 1.5, tekst: 1, nl: 0.7 };
const MAX_PAGES = 10;
const MAX_PER_PAGE = 3;
const FAR_BELOW_THE_BEST = 0.12;
const FOR_OTHERS = 0.6;
const SNIPPET = 170;
const BEFORE_FIRST = 50;

/** The engine for `taal`, with its index fetched; rejects when that fails. */
export async function openEngine(taal) {
  const answer = await fetch(new URL(`zoek/${taal}.json`, ROOT));
  if (!answer.ok) throw new Error(`zoek/${taal}.json: ${answer.status}`);
  return new Engine(await answer.json());
}

class Engine {
  #index;
  #plekken;
  #known = new Map();

  constructor({ paginas }) {
    this.#plekken = paginas.flatMap(({ plekken, ...pagina }) => {
      const top = { kop: pagina.titel, koptaal: pagina.titeltaal };
      return plekken.map((plek) => ({ ...(plek.kop ? {} : top), ...plek, pagina }));
    });
    this.#index = new MiniSearch({
      fields: Object.keys(FIELDS),
      tokenize: terms,
      processTerm: (term) => {
        this.#known.set(term, (this.#known.get(term) ?? 0) + 1);
        return term;
      },
    });
    this.#index.addAll(
      this.#plekken.map(({ kop, tekst, nl, pagina: { titel, menu = "" } }, id) => {
        return { id, kop, tekst, nl, titel: `${titel} ${menu}` };
      }),
    );
  }

  /** The pages that answer `vraag`, best first: {href, titel, taal, voor, plekken: [{href, kop, taal, stukje}]}. */
  search(vraag) {
    const asked = [...new Set(terms(vraag))].map((term) => {
      return { term, kin: this.#kin(term), weight: this.#weight(term) };
    });
    if (!asked.length) return [];
    const options = { boost: FIELDS, tokenize: (term) => [term], processTerm: (term) => term };
    const hits = this.#index.search(query(asked), options).map((hit) => {
      const plek = this.#plekken[hit.id];
      const score = hit.score * coverage(hit, asked) ** 2 * (plek.pagina.voor ? FOR_OTHERS : 1);
      return { ...plek, found: telling(hit.terms), score };
    });
    return perPage(hits.sort((one, other) => other.score - one.score));
  }

  /** The words of the site that go with a word that was asked for, and how far. */
  #kin(asked) {
    const found = Array.from(this.#known.keys(), (word) => [word, kinship(asked, word)]);
    return new Map(found.filter(([, likeness]) => likeness > 0 && likeness < 1));
  }

  /** How much a word says: less, the more often it is written. */
  #weight(term) {
    return 1 / Math.log2(2 + (this.#known.get(term) ?? 0));
  }
}

/** Each word as it is, as a beginning, misspelt, or by its kin; words that say little count for less. */
function query(asked) {
  const most = Math.max(...asked.map(({ weight }) => weight));
  const spelling = ({ term, weight }, last) => ({
    queries: [term],
    boostTerm: () => weight / most,
    prefix: term.length >= (last ? 2 : leastLetters(term) - 1),
    fuzzy: term.length >= leastLetters(term) && 0.2,
    maxFuzzy: 2,
    weights: { prefix: 0.4, fuzzy: 0.3 },
  });
  const others = ({ kin, weight }) => ({
    queries: [...kin.keys()],
    prefix: false,
    fuzzy: false,
    boostTerm: (word) => (0.5 * kin.get(word) * weight) / most,
  });
  const perWord = asked.map((one, at) => ({ queries: [spelling(one, at === asked.length - 1), others(one)] }));
  return { combineWith: "OR", queries: perWord };
}

/** Which part of what was asked for stands in a place; a word that says much counts for more. */
function coverage({ queryTerms }, asked) {
  const found = new Set(queryTerms);
  const met = asked.filter(({ term, kin }) => found.has(term) || [...kin.keys()].some((word) => found.has(word)));
  return total(met) / total(asked);
}

function total(asked) {
  return asked.reduce((sum, { weight }) => sum + weight, 0);
}

/** The words of a place that are worth marking: not "een" and "is", unless there are no others. */
function telling(found) {
  const long = found.filter((term) => leastLetters(term) === Infinity || term.length >= leastLetters(term) - 1);
  return new Set(long.length ? long : found);
}

function perPage(hits) {
  const pages = new Map();
  for (const hit of hits) {
    const { url, titel, titeltaal, voor } = hit.pagina;
    if (!pages.has(url)) pages.set(url, { href: new URL(url, ROOT).href, titel, taal: titeltaal, voor, plekken: [] });
    const { href, plekken } = pages.get(url);
    const good = hit.score > FAR_BELOW_THE_BEST * hits[0].score;
    if (good && plekken.length < MAX_PER_PAGE) plekken.push(place(hit, href));
  }
  return [...pages.values()].filter(({ plekken }) => plekken.length).slice(0, MAX_PAGES);
}

function place({ anker, kop, koptaal, tekst = "", nl = "", found }, page) {
  const holds = (text) => words(text).some(({ word }) => found.has(fold(word)));
  const inDutch = !holds(tekst) && holds(nl);
  return {
    href: anker ? `${page}#${encodeURIComponent(anker)}` : page,
    kop,
    taal: koptaal,
    stukje: { taal: inDutch ? "nl" : undefined, stukken: snippet(inDutch ? nl : tekst, found) },
  };
}

/** A piece of `text` around the words that were found: [{text, raak}], in order. */
function snippet(text, found) {
  const all = words(text);
  const hits = all.filter(({ word }) => found.has(fold(word)));
  const first = bestStart(hits);
  const start = all.find(({ start: at }) => at >= first - BEFORE_FIRST)?.start ?? 0;
  const from = first <= BEFORE_FIRST ? 0 : start;
  const to = all.findLast(({ end }) => end <= from + SNIPPET)?.end ?? text.length;
  const cut = text.length - to > 2;
  const pieces = [{ text: from > 0 ? "… " : "" }];
  let at = from;
  for (const { start: begin, end } of hits.filter((hit) => hit.start >= from && hit.end <= to)) {
    pieces.push({ text: text.slice(at, begin) }, { text: text.slice(begin, end), raak: true });
    at = end;
  }
  pieces.push({ text: cut ? `${text.slice(at, to)} …` : text.slice(at) });
  return pieces.filter((piece) => piece.text);
}

/** Where the stretch begins that holds the most different words that were found. */
function bestStart(hits) {
  let best = { start: 0, count: 0 };
  for (const { start } of hits) {
    const near = hits.filter((hit) => hit.start >= start && hit.end <= start + SNIPPET - BEFORE_FIRST);
    const count = new Set(near.map(({ word }) => fold(word))).size;
    if (count > best.count) best = { start, count };
  }
  return best.start;
}
