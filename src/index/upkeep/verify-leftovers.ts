/** What an index holds beyond its documents: values that belong to nothing, entries of documents that are gone. */
import type { Contents } from "../rows/contents.js";
import { TABLES, type TableName } from "../rows/format.js";
import { ROWS_PER_CHUNK } from "../rows/rows.js";
import { keyOf, numbersOf, type Part } from "../storage/keys.js";

export type Find = (part: string, found: unknown, expected: unknown) => void;

/** Counts entries whose document is gone. A segment may have as many as removing noted, until it is merged. */
export class DeadEntries {
  readonly #contents: Contents;
  readonly #name: TableName;
  readonly #bySegment = new Map<number, number>();
  #unknown = 0;

  constructor(contents: Contents, name: TableName) {
    this.#contents = contents;
    this.#name = name;
  }

  /** An entry of no kept document. */
  add(number: number, segment: number | undefined): void {
    const { nextNumber, nextSequence } = this.#contents.state;
    const next = this.#name === "ids" ? nextSequence : nextNumber;
    if (number < 1 || number >= next) this.#unknown++;
    if (segment !== undefined) this.#bySegment.set(segment, (this.#bySegment.get(segment) ?? 0) + 1);
  }

  tell(find: Find): void {
    const { segments } = this.#contents.tables[this.#name].state();
    if (this.#unknown > 0)
      find(this.#name, `${this.#unknown} entries of numbers never given`, "entries of documents");
    for (const { id, dead = 0 } of segments) {
      const found = this.#bySegment.get(id) ?? 0;
      if (found > dead)
        find(this.#name, `${found} entries of documents that are gone`, `at most the ${dead} that are noted`);
    }
  }
}

/** Values that no segment, row or document accounts for. */
export function findLeftovers(contents: Contents, find: Find): void {
  const { rows, tables, state, store, documents, words } = contents;
  const numbers = (part: Part) => keysOf(store.entries(keyOf(part)));
  const isEmpty = (chunk: number, size: number, isKept: (number: number) => boolean) => {
    for (let number = chunk * size; number < (chunk + 1) * size; number++) if (isKept(number)) return false;
    return true;
  };
  for (const part of ["rows", "sketches", "edges"] as const) {
    for (const [chunk = 0] of numbers(part)) {
      if (isEmpty(chunk, ROWS_PER_CHUNK, (number) => rows.isKept(number)))
        find(`${part} ${chunk}`, "values of no document", "nothing");
    }
  }
  for (const [chunk = 0] of numbers("documents")) {
    for (const number of documents.numbersIn(chunk))
      if (!rows.isKept(number)) find(`document ${number}`, "a record without a row", "both or neither");
  }
  for (const [chunk = 0] of numbers("answers")) {
    for (const sequence of contents.answers.numbersIn(chunk)) {
      if (sequence < 1 || sequence >= state.nextSequence)
        find(`answer ${sequence}`, "a number never given", `at most ${state.nextSequence - 1}`);
    }
  }
  for (const [table = 0, segment = 0] of numbers("blocks")) {
    const name = TABLES[table];
    const held = name === undefined ? undefined : tables[name].state();
    const isHeld = ({ id }: { readonly id: number }) => id === segment;
    if (held?.leaving.some(isHeld) || held?.segments.some(isHeld)) continue;
    find(`blocks of table ${table}`, `segment ${segment}`, "a segment of the table");
  }
  const known = new Set(words.state().segments.map(({ id }) => id));
  for (const [segment = 0] of numbers("words"))
    if (!known.has(segment)) find("words", `segment ${segment}`, "a segment of the words");
}

function* keysOf(entries: Iterable<{ readonly key: Uint8Array }>): Generator<number[], void> {
  for (const { key } of entries) yield numbersOf(key);
}
