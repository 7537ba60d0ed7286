// Hoe dit project YAML schrijft: kaal waar elke lezer het als die tekst leest, anders tussen aanhalingstekens.

const KAAL = /^[A-Za-zÀ-ɏ][\p{L}\p{N}\p{P}\p{S} ]*$/u;
const DATUM = /^\d{4}-\d{2}-\d{2}$/;
const PAD = /^\/[\w./-]*$/;
const WOORD = /^(y|yes|n|no|on|off|true|false|null|~)$/i;

function mag(text, flow) {
  if (DATUM.test(text) || PAD.test(text)) return true;
  if (!KAAL.test(text) || WOORD.test(text) || /: | #|[:\s]$/.test(text)) return false;
  return !flow || !/[,[\]{}]/.test(text);
}

/** One text as YAML, in the manner of the one that stood there. */
export function waarde(text, type, flow, kolom) {
  const blok = type === undefined || type === "PLAIN" || type.startsWith("BLOCK");
  if (blok && !flow && text.includes("\n") && !/^[ \n]|[ \t]$/m.test(text.replaceAll("\n\n", "\n"))) {
    const inspringing = " ".repeat(kolom + 2);
    const [teken, rijen] = /[^\n]\n$/.test(text) ? ["|", text.slice(0, -1)] : ["|-", text];
    return `${teken}\n${rijen.split("\n").map((row) => (row ? inspringing + row : row)).join("\n")}`;
  }
  if (type === "QUOTE_SINGLE" && !text.includes("\n")) return `'${text.replaceAll("'", "''")}'`;
  return type !== "QUOTE_DOUBLE" && mag(text, flow) ? text : JSON.stringify(text);
}

/** Anything on one line. */
export function inStroom(x) {
  if (Array.isArray(x)) return `[${x.map(inStroom).join(", ")}]`;
  if (x && typeof x === "object") return `{${Object.entries(x).map(([key, one]) => `${inStroom(key)}: ${inStroom(one)}`).join(", ")}}`;
  return waarde(String(x), "PLAIN", true, 0);
}

/** Data as lines of YAML from a column on; lists of texts stand on one line. */
export function regels(x, kolom) {
  const inspringing = " ".repeat(kolom);
  if (!Array.isArray(x)) return Object.entries(x).flatMap(([key, one]) => nieuwePaar(key, one, kolom));
  return x.flatMap((one) => {
    if (typeof one !== "object") return [`${inspringing}- ${waarde(String(one), undefined, false, kolom)}`];
    const [eerste, ...rest] = regels(one, kolom + 2);
    return [`${inspringing}- ${eerste.trimStart()}`, ...rest];
  });
}

/** A key with its value. */
export function nieuwePaar(naam, x, kolom) {
  const key = `${" ".repeat(kolom)}${mag(naam, false) ? naam : JSON.stringify(naam)}:`;
  if (x === undefined || x === null) return [key];
  if (Array.isArray(x) && x.every((one) => typeof one !== "object")) return [`${key} ${inStroom(x)}`];
  if (typeof x === "object") return [key, ...regels(x, kolom + 2)];
  return `${key} ${waarde(String(x), undefined, false, kolom)}`.split("\n");
}
