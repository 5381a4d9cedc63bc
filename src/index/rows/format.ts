/** What an index was made with. Opening one with anything else is refused: its signatures would mean other texts. */
import { FINGERPRINT_TOKENS } from "../../candidates/fingerprints.js";
import { SKETCH, SKETCH_SLOTS } from "../../document/sketch.js";
import { StoreError, UsageError } from "../../errors.js";
import { KERNEL_VERSION } from "../../kernel/index.js";
import { MODEL } from "../../match/verdict/model.generated.js";
import type { StagedStore } from "../../store/index.js";
import { keyOf } from "../storage/keys.js";
import { NEW_TABLE, type TableState } from "../table/table.js";
import type { ExportRecord } from "../types.js";
import type { SequenceRange } from "./unsent.js";
import { NEW_WORDS, type WordsState } from "./words.js";

/** Raised with every change of keys or values. */
export const FORMAT_VERSION = 4;
const FORMAT = "isnad index";

/** Names and values that signatures, postings and verdicts depend on. */
export const PARAMETERS = {
  ...SKETCH,
  sketchSlots: SKETCH_SLOTS,
  fingerprintTokens: FINGERPRINT_TOKENS,
  /** Normaliser, tokeniser and hashes. */
  kernel: KERNEL_VERSION,
  model: MODEL.version,
} as const;

export interface Header {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** ISO 8601. */
  readonly created: string;
  readonly keepText: boolean;
  readonly copiesOnly: boolean;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export const TABLES = ["fingerprints", "bands", "names", "ids"] as const;
export type TableName = (typeof TABLES)[number];

/** Of a commit: its number, then the chunks whose rows or copies it changed. */
export type Commit = readonly number[];

/** Kept with every commit. */
export interface State {
  readonly commit: number;
  readonly nextNumber: number;
  readonly nextSequence: number;
  readonly documents: number;
  readonly answers: number;
  readonly tables: Readonly<Record<TableName, TableState>>;
  readonly words: WordsState;
  /** The last commits, the oldest first: what readers have to read again. */
  readonly recent?: readonly Commit[];
  /** Answers that are not known to have gone out, by sequence number; none where there are none. */
  readonly unsent?: readonly SequenceRange[];
  /** An import has begun and not ended: what there is of it is no index. */
  readonly importing?: boolean;
}

export const NEW_STATE: State = {
  commit: 0,
  nextNumber: 1,
  nextSequence: 1,
  documents: 0,
  answers: 0,
  tables: { fingerprints: NEW_TABLE, bands: NEW_TABLE, names: NEW_TABLE, ids: NEW_TABLE },
  words: NEW_WORDS,
};

export function newHeader(keepText: boolean, copiesOnly: boolean): Header {
  const created = new Date().toISOString();
  return { format: FORMAT, version: FORMAT_VERSION, created, keepText, copiesOnly, parameters: PARAMETERS };
}

export function putJson(store: StagedStore, part: "header" | "state", value: object): void {
  store.put(keyOf(part), new TextEncoder().encode(JSON.stringify(value)));
}

/** Throws StoreError for what is no index, or one that this version cannot go on with. */
export function readHeader(store: StagedStore): Header {
  const header = readJson<Header>(store, "header");
  const name = store.store.name;
  if (header?.format !== FORMAT)
    throw new StoreError(`${name}: found no header of an index, expected format "${FORMAT}"`);
  if (header.version !== FORMAT_VERSION) {
    throw new StoreError(`${name}: found format version ${header.version}, expected ${FORMAT_VERSION}`);
  }
  for (const [parameter, expected] of Object.entries(PARAMETERS)) {
    const found = header.parameters[parameter];
    if (found === expected) continue;
    throw new StoreError(
      `${name}: the index was made with ${parameter} ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}: ` +
        "export it with the version that made it, and import it into a new one",
    );
  }
  return header;
}

/** Throws UsageError for the first line of an export that no index can be made from. */
export function checkExported({ format, keepText }: Extract<ExportRecord, { kind: "index" }>): void {
  if (format !== 1) throw new UsageError(`export is of format ${String(format)}, expected 1`);
  if (!keepText) {
    throw new UsageError(
      "export is of an index that keeps no texts; an index can only be made again from texts",
    );
  }
}

export function readState(store: StagedStore): State {
  return readJson<State>(store, "state") ?? NEW_STATE;
}

function readJson<T>(store: StagedStore, part: "header" | "state"): T | undefined {
  const body = store.get(keyOf(part));
  return body === undefined ? undefined : (JSON.parse(new TextDecoder().decode(body)) as T);
}

/** The commits that a reader can go through, with one more. */
export function withCommit(recent: readonly Commit[], commit: number, chunks: Iterable<number>): Commit[] {
  const all = [...recent, [commit, ...chunks]];
  let numbers = all.reduce((sum, { length }) => sum + length - 1, 0);
  while (all.length > COMMITS_MOST || numbers > CHUNKS_MOST) numbers -= all.shift()!.length - 1;
  return all;
}

export const COMMITS_MOST = 64;

export const CHUNKS_MOST = 512;
