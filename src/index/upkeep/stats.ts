/** What an index is made of, in figures. */
import { GIANT_BUCKET } from "../../candidates/buckets.js";
import { FINGERPRINT_TOKENS, fingerprintAt } from "../../candidates/fingerprints.js";
import type { Contents } from "../rows/contents.js";
import type { Rows } from "../rows/rows.js";
import { PARTS, type Part } from "../storage/keys.js";
import type { HashTable } from "../table/table.js";
import type { IndexStats } from "../types.js";

const FORMULAE = 10;
/** Fingerprints in fewer groups are no formulae. */
const FORMULA_GROUPS = 4;

/** Reads every entry of the tables. */
export function indexStats(contents: Contents): IndexStats {
  const { rows, state, header, tables, graph } = contents;
  const texts = [...rows.kept()].filter((number) => rows.isEntry(number)).length;
  const bytes: Record<string, number> = {};
  for (const part of Object.keys(PARTS) as Part[]) {
    let sum = 0;
    for (const { key, body } of contents.store.entries(Uint8Array.of(PARTS[part].charCodeAt(0))))
      sum += key.length + body.length;
    if (sum > 0) bytes[part] = sum;
  }
  bytes.file = contents.store.store.size();
  const perDocument = Math.max(1, state.documents);
  return {
    documents: state.documents,
    texts,
    groups: graph?.groups ?? texts,
    answers: state.answers,
    lastSequence: state.nextSequence - 1,
    keepText: header.keepText,
    copiesOnly: header.copiesOnly,
    bytes,
    bytesPerDocument: Object.fromEntries(
      Object.entries(bytes).map(([part, sum]) => [part, Math.round(sum / perDocument)]),
    ),
    postings: tables.fingerprints.entries,
    bandEntries: tables.bands.entries,
    bandBuckets: buckets(contents),
    formulae: header.keepText ? formulae(contents) : [],
  };
}

function buckets({ tables, rows }: Contents): { largest: number; giants: number } {
  let largest = 0;
  let giants = 0;
  for (const { numbers } of holders(tables.bands, rows)) {
    if (numbers.length > largest) largest = numbers.length;
    if (numbers.length > GIANT_BUCKET) giants++;
  }
  return { largest, giants };
}

function formulae({ tables, rows, texts }: Contents): IndexStats["formulae"] {
  let most: { hash: number; groups: number; first: number }[] = [];
  for (const { hash, numbers } of holders(tables.fingerprints, rows)) {
    if (numbers.length < FORMULA_GROUPS) continue;
    const groups = new Set(Array.from(numbers, (number) => rows.groupOf(number))).size;
    if (groups < FORMULA_GROUPS || groups <= (most[FORMULAE - 1]?.groups ?? 0)) continue;
    most.push({ hash, groups, first: numbers.reduce((x, y) => Math.min(x, y)) });
    most = most.sort((x, y) => y.groups - x.groups || x.hash - y.hash).slice(0, FORMULAE);
  }
  return most.map(({ hash, groups, first }) => {
    const { text, ids, starts, ends } = texts.article(first);
    for (let at = 0; at + FINGERPRINT_TOKENS <= ids.length; at++) {
      if (fingerprintAt(ids, at) === hash)
        return { text: text.slice(starts[at]!, ends[at + FINGERPRINT_TOKENS - 1]!), groups };
    }
    return { text: "", groups };
  });
}

/** By hash, ascending, the entries that have it. The arrays are views. */
function* holders(table: HashTable, rows: Rows): Generator<{ hash: number; numbers: Uint32Array }, void> {
  for (const { hashes, numbers } of table.ranges((number) => rows.isEntry(number))) {
    for (let from = 0; from < hashes.length; ) {
      const hash = hashes[from]!;
      let to = from + 1;
      while (hashes[to] === hash) to++;
      yield { hash, numbers: numbers.subarray(from, to) };
      from = to;
    }
  }
}
