/** Which mail programs cannot show something of a mail (caniemail.com); the answer as JSON. */
import { readFileSync } from "node:fs";
import { caniemail } from "caniemail";

const [, , file, ...clients] = process.argv;
const result = caniemail({ clients, html: readFileSync(file, "utf8") });
const rows = ["errors", "warnings"].flatMap((kind) =>
  [...result.issues[kind]].flatMap(([client, issues]) => issues.map((issue) => [kind, client, issue.title])));
process.stdout.write(JSON.stringify(rows));
