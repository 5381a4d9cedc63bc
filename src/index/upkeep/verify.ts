/**
 * Whether an index holds what it should: every value is read (so every checksum is tested), every reference followed
 * both ways, groups and frequencies are counted anew from the texts.
 */
import { StoreError } from "../../errors.js";
import type { Contents } from "../rows/contents.js";
import { TABLES, type TableName } from "../rows/format.js";
import { distinct, distinctFingerprints } from "../rows/prepare.js";
import { documentSequence, unpackAnswer } from "../storage/codec.js";
import { PARTS } from "../storage/keys.js";
import type { IndexFinding } from "../types.js";
import { Told } from "./told.js";
import { DeadEntries, type Find, findLeftovers } from "./verify-leftovers.js";
import { Sums } from "./verify-sums.js";

/** More are counted, not listed. */
const FINDINGS_MOST = 100;

/** Answers to one id that are looked up for each of them. */
const FEW_ANSWERS = 16;

/** Shares of the time that the parts take, about. */
const SHARES = { values: 0.1, documents: 0.65, tables: 0.2, answers: 0.05 };

/** `onShare` hears what share of the work is done, 0..1. */
export function verifyContents(contents: Contents, onShare: (share: number) => void): IndexFinding[] {
  const findings: IndexFinding[] = [];
  const find = (part: string, found: unknown, expected: unknown) => {
    if (findings.length < FINDINGS_MOST)
      findings.push({ part, found: String(found), expected: String(expected) });
  };
  /** Damage ends the check of one thing, not of all. */
  const attempt = (part: string, check: () => void) => {
    try {
      check();
    } catch (error) {
      find(
        part,
        (error as Error).message,
        error instanceof StoreError ? "a sound value" : "readable content",
      );
    }
  };
  const progress = new Told(onShare);
  progress.begin(SHARES.values, Object.keys(PARTS).length);
  for (const prefix of Object.values(PARTS)) {
    attempt(`values "${prefix}"`, () => {
      for (const _ of contents.store.entries(Uint8Array.of(prefix.charCodeAt(0))));
    });
    progress.step();
  }
  const { rows, tables, state, texts, header, graph } = contents;
  const kept = [...rows.kept()];
  if (kept.length !== state.documents) find("state", `${state.documents} documents`, kept.length);
  const wanted = { fingerprints: new Sums(rows), bands: new Sums(rows) };
  const counts = new Map<number, number>();
  progress.begin(SHARES.documents, kept.length);
  for (const number of kept) {
    attempt(`document ${number}`, () => {
      const { document, sequence } = texts.stored(number);
      if (contents.numberOf(document.id) !== number)
        find(`document ${number}`, `id leads to ${contents.numberOf(document.id)}`, number);
      const answer = contents.answers.get(sequence);
      if (answer === undefined || unpackAnswer(answer, sequence).number !== number)
        find(`document ${number}`, `no answer ${sequence} of its own`, "the answer it was given");
      if (!header.keepText) return;
      const prepared = contents.preparer.prepare(document);
      const { ids } = prepared.article;
      if (ids.length !== rows.tokensOf(number) || prepared.digestLow !== rows.digestLowOf(number))
        find(`document ${number}`, "another text", "the text its row was made of");
      const sketch = rows.sketchOf(number);
      if (prepared.sketch.some((byte, slot) => byte !== sketch[slot]))
        find(`document ${number}`, "another sketch", "that of its text");
      const entry = rows.entryOf(number);
      if (!rows.isEntry(entry)) find(`document ${number}`, `entry ${entry}, which is none`, "an entry");
      if (graph !== null && rows.isEntry(number) && rows.groupOf(number) === number)
        for (const id of distinct(ids.slice())) counts.set(id, (counts.get(id) ?? 0) + 1);
      if (!rows.isPosted(number)) return;
      wanted.bands.addAll(prepared.bands, number);
      if (!header.copiesOnly) wanted.fingerprints.addAll(distinctFingerprints(ids), number);
    });
    progress.step();
  }
  progress.begin(
    SHARES.tables,
    TABLES.reduce((sum, name) => sum + tables[name].entries, 0),
  );
  for (const name of TABLES) {
    attempt(name, () => {
      const expected: Sums | undefined = (wanted as Partial<Record<TableName, Sums>>)[name];
      const held = new Sums(rows);
      const dead = new DeadEntries(contents, name);
      const isAlive = (number: number) =>
        name === "ids" ? contents.answers.has(number) : rows.isKept(number);
      tables[name].visitAll((hash, number, segment) => {
        if (!isAlive(number)) dead.add(number, segment);
        else if (expected !== undefined) held.add(hash, number);
        progress.step();
      });
      dead.tell(find);
      if (expected === undefined || !header.keepText) return;
      for (const number of kept) held.compare(expected, number, name, find);
    });
  }
  attempt("leftovers", () => findLeftovers(contents, find));
  progress.begin(SHARES.answers, state.nextSequence - 1);
  attempt("answers", () => verifyAnswers(contents, find, progress));
  if (graph !== null) attempt("groups", () => verifyGroups(contents, kept, counts, find));
  return findings;
}

function verifyAnswers(contents: Contents, find: Find, progress: Told): void {
  const { state, answers, rows, documents } = contents;
  // One id may have any number of answers: those of such an id are listed once.
  const listed = new Map<string, ReadonlySet<number>>();
  const sequencesOf = (id: string) => {
    const known = listed.get(id);
    if (known !== undefined) return known;
    const found = new Set(contents.answerIds.to(id));
    if (found.size > FEW_ANSWERS) listed.set(id, found);
    return found;
  };
  let count = 0;
  for (let sequence = 1; sequence < state.nextSequence; sequence++) {
    progress.step();
    const record = answers.get(sequence);
    if (record === undefined) continue;
    count++;
    const { number, answer } = unpackAnswer(record, sequence);
    if (!sequencesOf(answer.id).has(sequence)) find(`answer ${sequence}`, "not found by its id", "an entry");
    const document = number !== 0 && rows.isKept(number) ? documents.get(number) : undefined;
    if (document !== undefined && documentSequence(document) !== sequence)
      find(`answer ${sequence}`, `document ${number} of answer ${documentSequence(document)}`, sequence);
  }
  if (count !== state.answers) find("state", `${state.answers} answers`, count);
}

/** `counts`: in how many texts that seed a group each word stands. */
function verifyGroups(
  contents: Contents,
  kept: readonly number[],
  counts: Map<number, number>,
  find: Find,
): void {
  const { rows, edges, words } = contents;
  const graph = contents.graph!;
  let groups = 0;
  for (const number of kept) {
    if (!rows.isEntry(number)) continue;
    const earlier = edges
      .of(number)
      .filter((other) => graph.compareRank(graph.leaderOf(other), graph.leaderOf(number)) < 0)
      .filter((other) => rows.groupOf(other) === other)
      .sort((x, y) => graph.compareRank(graph.leaderOf(x), graph.leaderOf(y)));
    const expected = earlier[0] ?? number;
    if (rows.groupOf(number) !== expected) find(`group of ${number}`, rows.groupOf(number), expected);
    for (const other of edges.of(number)) {
      if (!rows.isEntry(other) || !edges.of(other).includes(number))
        find(`copy ${other} of ${number}`, "no way back", "an entry that has it too");
    }
    if (rows.groupOf(number) === number && rows.tokensOf(number) > 0) groups++;
  }
  if (groups !== graph.groups) find("groups", graph.groups, groups);
  const held = words.all();
  for (let at = 0; at < held.length; at += 2) {
    if (counts.get(held[at]!) !== held[at + 1])
      find(`word ${held[at]}`, held[at + 1], counts.get(held[at]!) ?? 0);
    counts.delete(held[at]!);
  }
  if (counts.size > 0) find("words", `${counts.size} without a frequency`, "one for each word");
}
