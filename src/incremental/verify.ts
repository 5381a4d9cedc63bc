/**
 * Whether an index holds what it should: every value is read (so every checksum is tested), every reference followed
 * both ways, groups and frequencies are counted anew from the texts.
 */
import { StoreError } from "../errors.js";
import { documentSequence, unpackAnswer } from "./codec.js";
import type { Contents } from "./contents.js";
import { PARTS } from "./keys.js";
import { distinct, distinctFingerprints } from "./prepare.js";
import type { HashTable } from "./table.js";
import type { IndexFinding } from "./types.js";

/** More are counted, not listed. */
const FINDINGS_MOST = 100;

export function verifyContents(contents: Contents): IndexFinding[] {
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
  for (const prefix of Object.values(PARTS)) {
    attempt(`values "${prefix}"`, () => {
      for (const _ of contents.store.entries(Uint8Array.of(prefix.charCodeAt(0))));
    });
  }
  const { rows, tables, state, texts, header } = contents;
  const kept = [...rows.kept()];
  if (kept.length !== state.documents) find("state", `${state.documents} documents`, kept.length);
  const wanted: Record<"fingerprints" | "bands", Set<string>> = { fingerprints: new Set(), bands: new Set() };
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
      const at = rows.at(number);
      if (prepared.article.ids.length !== rows.tokens[at] || prepared.digestLow !== rows.digestLow[at])
        find(`document ${number}`, "another text", "the text its row was made of");
      const entry = rows.entryOf(number);
      if (!rows.isEntry(entry)) find(`document ${number}`, `entry ${entry}, which is none`, "an entry");
      if (rows.posted[at] !== 1) return;
      for (const band of prepared.bands) wanted.bands.add(`${band} ${number}`);
      if (header.copiesOnly) return;
      for (const hash of distinctFingerprints(prepared.article.ids))
        wanted.fingerprints.add(`${hash} ${number}`);
    });
  }
  for (const name of ["fingerprints", "bands"] as const) {
    attempt(name, () =>
      compareTable(
        tables[name],
        wanted[name],
        header.keepText,
        (number) => rows.isKept(number),
        (found, expected) => find(name, found, expected),
      ),
    );
  }
  attempt("answers", () => verifyAnswers(contents, find));
  if (contents.graph !== null) attempt("groups", () => verifyGroups(contents, kept, find));
  return findings;
}

type Find = (part: string, found: unknown, expected: unknown) => void;

/** Entries of kept documents against those that their texts give. */
function compareTable(
  table: HashTable,
  wanted: Set<string>,
  isKnown: boolean,
  isKept: (number: number) => boolean,
  find: (found: string, expected: string) => void,
): void {
  for (const { hash, number } of table.all()) {
    if (!isKnown || !isKept(number)) continue;
    if (!wanted.delete(`${hash} ${number}`))
      find(`hash ${hash} of document ${number}`, "one that its text has, once");
  }
  if (wanted.size > 0) {
    const [first] = wanted;
    find(`${wanted.size} entries missing, hash and document ${first} among them`, "an entry for each");
  }
}

function verifyAnswers(contents: Contents, find: Find): void {
  const { state, answers, rows, documents } = contents;
  let count = 0;
  for (let sequence = 1; sequence < state.nextSequence; sequence++) {
    const record = answers.get(sequence);
    if (record === undefined) continue;
    count++;
    const { number, answer } = unpackAnswer(record, sequence);
    if (!contents.answersTo(answer.id).includes(sequence))
      find(`answer ${sequence}`, "not found by its id", "an entry");
    const document = number !== 0 && rows.isKept(number) ? documents.get(number) : undefined;
    if (document !== undefined && documentSequence(document) !== sequence)
      find(`answer ${sequence}`, `document ${number} of answer ${documentSequence(document)}`, sequence);
  }
  if (count !== state.answers) find("state", `${state.answers} answers`, count);
}

function verifyGroups(contents: Contents, kept: readonly number[], find: Find): void {
  const { rows, edges, texts, words } = contents;
  const graph = contents.graph!;
  const counts = new Map<number, number>();
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
    if (rows.groupOf(number) !== number) continue;
    if (rows.tokens[rows.at(number)]! > 0) groups++;
    for (const id of distinct(texts.article(number).ids.slice())) counts.set(id, (counts.get(id) ?? 0) + 1);
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
