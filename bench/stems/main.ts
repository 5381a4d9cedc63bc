/**
 * Counts in how many articles each stem stands and writes src/language/stem-table.generated.ts: numbers alone, no word of
 * any text. `npm run stems -- --arabic FILE,FILE --english FILE,FILE --version N`
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fnv1a, STEM_KEY_BITS } from "../../src/language/stem-counts.js";
import { NO_STEM, wordAt } from "../../src/language/words.js";
import { tokenise } from "../../src/text/tokenise.js";
import { threadKernel } from "../../src/workers/kernel.js";
import { readZipped } from "../support/zipped.js";

const USAGE = "usage: npm run stems -- --arabic FILE,… --english FILE,… --version N [--out FILE]";

/** Stems of fewer articles say nothing sure: for each language what keeps the table small. */
const LEAST = { arabic: 8, english: 4 };
/** An English article among pages of all languages: at least this share of its words are these. */
const ENGLISH_WORDS = new Set("the of and to in a is that for".split(" "));
const ENGLISH_SHARE = 0.12;
const KEY_MASK = 2 ** STEM_KEY_BITS - 1;

const { values } = parseArgs({
  options: {
    arabic: { type: "string" },
    english: { type: "string" },
    version: { type: "string" },
    out: { type: "string", default: "src/language/stem-table.generated.ts" },
  },
});
const version = Number(values.version);
if (values.arabic === undefined || values.english === undefined || !(version > 0)) {
  console.error(USAGE);
  process.exit(2);
}

const kernel = await threadKernel();
const arabic = await count(values.arabic.split(","), () => true);
const english = await count(values.english.split(","), isEnglish);
const packed = Buffer.concat([
  Buffer.of(2),
  pack(arabic.counts, arabic.documents, LEAST.arabic),
  pack(english.counts, english.documents, LEAST.english),
]);
writeFileSync(
  values.out,
  `/** Made by \`npm run stems\`; do not edit. */
export const STEM_TABLE_VERSION = ${version};
export const STEM_TABLE_SUM = ${fnv1a(packed)};
export const STEM_TABLE =
  "${packed.toString("base64")}";
`,
);
console.error(
  `wrote ${values.out}, version ${version}: ${packed.length} bytes; ` +
    `${arabic.documents} Arabic and ${english.documents} English articles`,
);

async function count(files: readonly string[], wanted: (words: readonly string[]) => boolean) {
  const counts = new Map<number, number>();
  const seen = new Set<string>();
  let documents = 0;
  for (const file of files) {
    for await (const record of readZipped(file)) {
      for (const text of textsOf(record)) {
        // What several outlets print word for word counts once.
        if (seen.has(text)) continue;
        seen.add(text);
        const tokens = tokenise(kernel, text);
        const size = tokens.ids.length;
        if (!wanted(Array.from({ length: size }, (_, at) => wordAt(tokens, at).folded))) continue;
        documents++;
        const keys = new Set<number>();
        for (let at = 0; at < size; at++) {
          const { stem } = wordAt(tokens, at);
          if (stem !== NO_STEM) keys.add(stem & KEY_MASK);
        }
        for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return { counts, documents };
}

/** Title and text of an article; both texts of a judged pair. */
function textsOf(record: Record<string, unknown>): string[] {
  const body = record.text ?? record.content ?? record.body;
  if (typeof body === "string") return [`${String(record.title ?? "")}\n${body}`];
  return [record.source, record.answer].filter((text): text is string => typeof text === "string");
}

function isEnglish(words: readonly string[]): boolean {
  const known = words.reduce((sum, word) => sum + (ENGLISH_WORDS.has(word) ? 1 : 0), 0);
  return known >= ENGLISH_SHARE * words.length;
}

/** documents:4 least:1 stems:4 | gap of each key, ascending, as LEB128 | level of each count (`src/language/stem-counts.ts`) */
function pack(counts: ReadonlyMap<number, number>, documents: number, least: number): Buffer {
  const kept = [...counts].filter(([, count]) => count >= least).sort(([x], [y]) => x - y);
  const head = Buffer.alloc(9);
  head.writeUInt32LE(documents, 0);
  head.writeUInt8(least, 4);
  head.writeUInt32LE(kept.length, 5);
  const gaps: number[] = [];
  let before = 0;
  for (const [key] of kept) {
    for (let gap = key - before; ; gap >>>= 7) {
      gaps.push(gap > 127 ? (gap & 127) | 128 : gap);
      if (gap <= 127) break;
    }
    before = key;
  }
  return Buffer.concat([
    head,
    Buffer.from(gaps),
    Buffer.from(kept.map(([, n]) => Math.round(8 * Math.log2(n)))),
  ]);
}
