/** A calendar file (RFC 5545) of whole days. */

const MAX_OCTETS = 75;

/**
 * The text of a calendar file. `items` are {id, dag: "2026-11-21", titel, tekst}; `stamp` is the moment of making
 * (a Date). The same id gives the same UID, so that a calendar that has the event already updates it.
 */
export function calendar(items, stamp) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Familiegroepsplan//Mijn plan//NL", "CALSCALE:GREGORIAN"];
  for (const item of items) lines.push(...event(item, stamp));
  lines.push("END:VCALENDAR");
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function event({ id, dag, titel, tekst }, stamp) {
  return [
    "BEGIN:VEVENT",
    `UID:${id}@familiegroepsplan`,
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/gu, "")}`,
    `DTSTART;VALUE=DATE:${basic(dag)}`,
    `DTEND;VALUE=DATE:${basic(dayAfter(dag))}`,
    `SUMMARY:${escape(titel)}`,
    ...(tekst ? [`DESCRIPTION:${escape(tekst)}`] : []),
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function basic(dag) {
  return dag.replaceAll("-", "");
}

/** The end of an all-day event is the first day after it (RFC 5545, 3.6.1). */
function dayAfter(dag) {
  const next = new Date(`${dag}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** TEXT values (RFC 5545, 3.3.11). */
function escape(text) {
  return text.replace(/[\\;,]/gu, "\\$&").replace(/\n/gu, "\\n");
}

/** Lines of at most 75 octets, never cut within a character (RFC 5545, 3.1). */
function fold(line) {
  const encoder = new TextEncoder();
  const parts = [""];
  let used = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (used + size > MAX_OCTETS) {
      parts.push(" ");
      used = 1;
    }
    parts[parts.length - 1] += character;
    used += size;
  }
  return parts.join("\r\n");
}
