/** What an index is made of, in figures. */
import { GIANT_BUCKET } from "../candidates/buckets.js";
import { FINGERPRINT_TOKENS, fingerprintAt } from "../candidates/fingerprints.js";
import type { Contents } from "./contents.js";
import { PARTS, type Part } from "./keys.js";
import type { IndexStats } from "./types.js";

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
  const sizes = new Map<number, number>();
  for (const { hash, number } of tables.bands.all()) {
    if (rows.isEntry(number)) sizes.set(hash, (sizes.get(hash) ?? 0) + 1);
  }
  let largest = 0;
  let giants = 0;
  for (const size of sizes.values()) {
    if (size > largest) largest = size;
    if (size > GIANT_BUCKET) giants++;
  }
  return { largest, giants };
}

function formulae({ tables, rows, texts }: Contents): IndexStats["formulae"] {
  const holders = new Map<number, Set<number>>();
  const single = new Map<number, number>();
  for (const { hash, number } of tables.fingerprints.all()) {
    if (!rows.isEntry(number)) continue;
    const group = rows.groupOf(number);
    const known = single.get(hash);
    if (known === undefined) single.set(hash, group);
    else if (known !== group) holders.set(hash, (holders.get(hash) ?? new Set([known])).add(group));
  }
  const most = [...holders]
    .filter(([, groups]) => groups.size >= FORMULA_GROUPS)
    .sort((x, y) => y[1].size - x[1].size || x[0] - y[0])
    .slice(0, FORMULAE);
  return most.map(([hash, groups]) => {
    const [group] = groups;
    for (const number of rows.kept()) {
      if (!rows.isEntry(number) || rows.groupOf(number) !== group) continue;
      const { text, ids, starts, ends } = texts.article(number);
      for (let at = 0; at + FINGERPRINT_TOKENS <= ids.length; at++) {
        if (fingerprintAt(ids, at) !== hash) continue;
        return { text: text.slice(starts[at]!, ends[at + FINGERPRINT_TOKENS - 1]!), groups: groups.size };
      }
    }
    return { text: "", groups: groups.size };
  });
}
