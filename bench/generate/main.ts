/** Generated news on standard output or into a file: `main.js --documents N [--seed S] [--copies SHARE] [--out FILE]`. */
import { closeSync, openSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { generateNews } from "./news.js";
import { DEFAULT_COPIES } from "./shape.js";

const { values } = parseArgs({
  options: {
    documents: { type: "string" },
    seed: { type: "string", default: "1" },
    copies: { type: "string", default: String(DEFAULT_COPIES) },
    out: { type: "string" },
  },
});
const documents = Number(values.documents);
if (values.documents === undefined || !Number.isInteger(documents) || documents < 0) {
  console.error("usage: main.js --documents N [--seed S] [--copies SHARE] [--out FILE]");
  process.exit(2);
}
const file = values.out === undefined ? process.stdout.fd : openSync(values.out, "w");
for (const chunk of generateNews({ documents, seed: Number(values.seed), copies: Number(values.copies) })) {
  for (let written = 0; written < chunk.length; ) written += writeSync(file, chunk, written);
}
if (values.out !== undefined) closeSync(file);
