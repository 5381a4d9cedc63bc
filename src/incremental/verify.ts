/**
 * Whether an index holds what it should: every value is read (so every checksum is tested), every reference followed
 * both ways, groups and frequencies are counted anew from the texts.
 */
import { StoreError } from "../errors.js";
import { documentSequence, unpackAnswer } from "./codec.js";
import type { Contents } from "./contents.js";
import { PARTS } from "./keys.js";
import { distinct, distinctFingerprints } from "./prepare.js";
import type { IndexFinding } from "./types.js";
import { DeadEntries, type Find, findLeftovers } from "./verify-leftovers.js";

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
  const wanted = { fingerprints: new Sums(), bands: new Sums() };
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
      if (
        prepared.article.ids.length !== rows.tokensOf(number) ||
        prepared.digestLow !== rows.digestLowOf(number)
      )
        find(`document ${number}`, "another text", "the text its row was made of");
      const sketch = rows.sketchOf(number);
      if (prepared.sketch.some((byte, slot) => byte !== sketch[slot]))
        find(`document ${number}`, "another sketch", "that of its text");
      const entry = rows.entryOf(number);
      if (!rows.isEntry(entry)) find(`document ${number}`, `entry ${entry}, which is none`, "an entry");
      if (!rows.isPosted(number)) return;
      wanted.bands.addAll(prepared.bands, number);
      if (!header.copiesOnly) wanted.fingerprints.addAll(distinctFingerprints(prepared.article.ids), number);
    });
  }
  for (const name of ["fingerprints", "bands"] as const) {
    attempt(name, () => {
      const held = new Sums();
      const dead = new DeadEntries(contents, name);
      for (const { hash, number, segment } of tables[name].all()) {
        if (rows.isKept(number)) held.add(hash, number);
        else dead.add(number, segment);
      }
      dead.tell(find);
      if (header.keepText) for (const number of kept) held.compare(wanted[name], number, name, find);
    });
  }
  for (const name of ["names", "ids"] as const) {
    attempt(name, () => {
      const dead = new DeadEntries(contents, name);
      const isAlive = (number: number) =>
        name === "ids" ? contents.answers.has(number) : rows.isKept(number);
      for (const { number, segment } of tables[name].all()) if (!isAlive(number)) dead.add(number, segment);
      dead.tell(find);
    });
  }
  attempt("leftovers", () => findLeftovers(contents, find));
  attempt("answers", () => verifyAnswers(contents, find));
  if (contents.graph !== null) attempt("groups", () => verifyGroups(contents, kept, find));
  return findings;
}

/** How many entries a document has and what their hashes add up to: tells one set from another in eight bytes. */
class Sums {
  readonly #counts = new Map<number, number>();
  readonly #sums = new Map<number, number>();

  addAll(hashes: Uint32Array, number: number): void {
    for (const hash of hashes) this.add(hash, number);
  }

  add(hash: number, number: number): void {
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    this.#counts.set(number, (this.#counts.get(number) ?? 0) + 1);
    this.#sums.set(number, ((this.#sums.get(number) ?? 0) + (mixed ^ (mixed >>> 13))) | 0);
  }

  compare(wanted: Sums, number: number, name: string, find: Find): void {
    const [found, expected] = [this.#counts.get(number) ?? 0, wanted.#counts.get(number) ?? 0];
    if (found !== expected) find(`document ${number}`, `${found} entries in ${name}`, expected);
    else if (this.#sums.get(number) !== wanted.#sums.get(number))
      find(`document ${number}`, `other entries in ${name}`, "those of its text");
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
    if (rows.tokensOf(number) > 0) groups++;
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
