/** What the tests of the stream filter share: an index that is told what to answer, and made-up items. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { AnsweringIndex } from "../../src/dedup/filter.js";
import type { Item, TakeOptions } from "../../src/index/index.js";
import type { ItemAnswer, ItemVerdict } from "../../src/model/answer.js";

/** A folder of its own for the test file that calls this. */
export function temporaryFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "isnad-dedup-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}

export function answer(sequence: number, verdict: ItemVerdict, id = `item-${sequence}`): ItemAnswer {
  return {
    id,
    digest: sequence.toString(16).padStart(32, "0"),
    sequence,
    arrived: "2026-01-02T03:04:05.000Z",
    verdict,
    of: verdict === "new" ? null : "kept",
    matches: [],
    changes: null,
    replayed: false,
  };
}

/** Answers with the verdict that an item's text begins with; notes when it was asked and told to commit. */
export class ScriptedIndex implements AnsweringIndex {
  documents = 0;
  readonly log: string[] = [];
  readonly given: ItemAnswer[] = [];
  /** Sequence numbers of what has gone out. */
  readonly gone: number[] = [];
  readonly asked: { readonly item: Item; readonly options: TakeOptions }[] = [];
  #sequence = 0;
  readonly #flush: () => Promise<void>;

  constructor(flush: () => Promise<void> = async () => {}) {
    this.#flush = flush;
  }

  async take(item: Item, options: TakeOptions = {}): Promise<ItemAnswer> {
    this.asked.push({ item, options });
    this.documents++;
    const verdict = item.text.split(" ")[0] as ItemVerdict;
    this.log.push(`take ${item.id}`);
    const known = this.given.find(({ id }) => id === item.id);
    if (known !== undefined) return { ...known, replayed: true };
    this.given.push(answer(++this.#sequence, verdict, item.id ?? "digest"));
    return this.given.at(-1)!;
  }

  *answers(from = 1): Generator<ItemAnswer, void> {
    yield* this.given.slice(from - 1);
  }

  sent(sequences: readonly number[]): void {
    for (const sequence of sequences) this.gone.push(sequence);
  }

  async commit(): Promise<void> {
    const upTo = this.#sequence;
    await this.#flush();
    this.log.push(`flushed ${upTo}`);
  }

  async expire({ maxDocuments = this.documents }: { readonly maxDocuments?: number }): Promise<number> {
    const gone = this.documents - maxDocuments;
    this.documents = maxDocuments;
    this.log.push(`expired ${gone}`);
    return gone;
  }
}

export function line(id: string, text: string): string {
  return JSON.stringify({ id, text });
}
