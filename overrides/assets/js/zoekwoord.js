/**
 * Words for searching, in every language of the site: where they are in a text, and the form in which
 * two spellings of a word are the same. Text and question go through the same folding.
 */

/** Numbers with points stay whole (article 4.1.2); an apostrophe between Cyrillic letters belongs to the word. */
const NUMBER = "\\p{N}+(?:[.,٫]\\p{N}+)+";
const CYRILLIC = "[\\p{Script=Cyrillic}\\p{M}]+";
const WORD = new RegExp(`${NUMBER}|${CYRILLIC}(?:['’ʼ‘\`´]${CYRILLIC})+|[\\p{L}\\p{M}\\p{N}\\u00ad]+`, "gu");

/** Letters that Unicode does not take apart but that readers type in more than one way. */
const SAME = new Map(Object.entries({
  ı: "i", ł: "l", đ: "d", ø: "o", ß: "ss", æ: "ae", œ: "oe",
  ґ: "г",
  ى: "ي", ی: "ي", ې: "ي", ک: "ك",
  ة: "ه", ہ: "ه", ھ: "ه", ە: "ه", ۃ: "ه",
  ٱ: "ا", ء: "", "ـ": "",
  ʼ: "",
}));

/** Rows of the Ethiopic block that sound alike, or change places within a word: seven vowels each. */
const ETHIOPIC_ROWS = [["ሐ", "ሀ"], ["ኀ", "ሀ"], ["ሠ", "ሰ"], ["ዐ", "አ"], ["ፀ", "ጸ"], ["ኸ", "ከ"], ["ቐ", "ቀ"]];
for (const [from, to] of ETHIOPIC_ROWS) {
  for (let vowel = 0; vowel < 7; vowel += 1) {
    SAME.set(String.fromCharCode(from.charCodeAt(0) + vowel), String.fromCharCode(to.charCodeAt(0) + vowel));
  }
}

for (const sign of "ኣዓ") SAME.set(sign, "አ");
for (const sign of "ሃሓኃ") SAME.set(sign, "ሀ");

const MARKS = /[\p{M}\u00ad'’‘`´]/gu;
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/gu;
const ARTICLE = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=\p{L}{3})/u;
const ETHIOPIC = /^\p{Script=Ethiopic}/u;
const ARABIC = /^\p{Script=Arabic}/u;
const LEAST = { ethiopic: 3, arabic: 4, other: 5 };

/** Every word of `text` as it stands there: {word, start, end}. */
export function words(text) {
  return Array.from(text.matchAll(WORD), (found) => ({
    word: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** The form of a word in which it is compared: without case, accents, vowel signs and the Arabic article. */
export function fold(word) {
  const plain = word
    .replaceAll("İ", "i")
    .toLowerCase()
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(DIGIT, (digit) => String(digit.charCodeAt(0) & 15))
    .replaceAll("٫", ".");
  return Array.from(plain, (letter) => SAME.get(letter) ?? letter).join("").replace(ARTICLE, "");
}

/** The folded words of `text`, in order. */
export function terms(text) {
  return words(text).map(({ word }) => fold(word)).filter(Boolean);
}

/** From how many letters on a word says enough to look for it inside other words, or misspelt; numbers never do. */
export function leastLetters(term) {
  if (/\p{N}/u.test(term)) return Infinity;
  if (ETHIOPIC.test(term)) return LEAST.ethiopic;
  return ARABIC.test(term) ? LEAST.arabic : LEAST.other;
}

/**
 * How far a word of the site goes with a word that was asked for, both folded: between 0 (not) and 1 (the same).
 * It finds compounds (the one inside the other) and other endings of the same word, without rules per language.
 */
export function kinship(asked, word) {
  const least = leastLetters(asked);
  if (asked === word || least === Infinity) return Number(asked === word);
  if (!ETHIOPIC.test(asked)) return likeness(asked, word, least);
  return Math.max(likeness(asked, word, least), 0.9 * likeness(consonants(asked), consonants(word), least));
}

function likeness(asked, word, least) {
  if (asked === word) return 1;
  const [short, long] = asked.length < word.length ? [asked, word] : [word, asked];
  if (short.length >= least && long.includes(short)) return short.length / long.length;
  const begin = sharedBeginning(short, long);
  const rest = long.length - begin;
  return begin >= least - 1 && rest <= begin ? (0.6 * begin) / long.length : 0;
}

function sharedBeginning(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** An Ethiopic word without its vowels: each row of eight signs is one consonant. */
function consonants(word) {
  return Array.from(word, (sign) => String.fromCharCode(sign.charCodeAt(0) & ~7)).join("");
}
