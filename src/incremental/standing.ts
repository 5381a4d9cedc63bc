/**
 * A standing index: asks whether an item is kept already, answers, and remembers.
 *
 * ```ts
 * const index = await openIndex("archive");
 * const answer = await index.add({ id: "a", text: "…" });
 * console.log(answer.verdict, answer.of);
 * await index.close();
 * ```
 */
import xxhash from "xxhash-wasm";
import { StoreError, UsageError } from "../errors.js";
import { createKernel, type Kernel } from "../kernel/index.js";
import { type Article, comparePair } from "../match/compare.js";
import type { Document, Match } from "../model.js";
import type { ItemAnswer, KeptMatch } from "../model-index.js";
import { tokenise } from "../text/tokenise.js";
import { itemChanges } from "./changes.js";
import type {
  CheckOptions,
  ExpireOptions,
  ExportRecord,
  IndexFinding,
  IndexStats,
  Item,
  OpenIndexOptions,
  TakeOptions,
} from "./types.js";
import { byStrength, decide } from "./verdict.js";

interface Kept {
  readonly document: Document;
  readonly article: Article;
  readonly arrived: string;
  readonly key: string | null;
}

/** See `openIndex`. */
export async function openStanding(dir: string | null, options: OpenIndexOptions): Promise<Index> {
  if (dir !== null) throw new StoreError("indexes on disk need the LMDB store");
  const { h64Raw } = await xxhash();
  return new Index(dir, await createKernel(), h64Raw, options);
}

export class Index {
  /** This call made the index. */
  readonly created: boolean;
  readonly dir: string | null;
  readonly #kernel: Kernel;
  readonly #hash: (bytes: Uint8Array, seed?: bigint) => bigint;
  readonly #kept = new Map<string, Kept>();
  readonly #answers: ItemAnswer[] = [];
  readonly #options: OpenIndexOptions;

  /** Use `openIndex`. */
  constructor(
    dir: string | null,
    kernel: Kernel,
    hash: (bytes: Uint8Array, seed?: bigint) => bigint,
    options: OpenIndexOptions,
  ) {
    this.dir = dir;
    this.created = true;
    this.#kernel = kernel;
    this.#hash = hash;
    this.#options = options;
  }

  /** Documents kept now. */
  get documents(): number {
    return this.#kept.size;
  }

  /** Of the last answer; 0 before the first. */
  get lastSequence(): number {
    return this.#answers.length;
  }

  /** Asks, stores nothing. */
  async check(item: Item, options: CheckOptions = {}): Promise<ItemAnswer> {
    return this.#answer(item, options).answer;
  }

  /**
   * Answers and stores, but for the verdicts held back, whose answers alone are stored. Durable only once a later
   * `commit` has resolved. Throws UsageError for what is no item.
   */
  async take(item: Item, options: TakeOptions = {}): Promise<ItemAnswer> {
    const { answer, kept } = this.#answer(item, options);
    if (answer.replayed) return answer;
    this.#answers.push(answer);
    if (!(options.holdBack ?? []).includes(answer.verdict)) this.#kept.set(answer.id, kept);
    return answer;
  }

  /** All answers given before this call are on disk when it resolves. */
  async commit(): Promise<void> {}

  /** `take` and `commit`. */
  async add(item: Item, options: TakeOptions = {}): Promise<ItemAnswer> {
    const answer = await this.take(item, options);
    await this.commit();
    return answer;
  }

  /** False for an unknown id. Durable when it resolves. */
  async remove(id: string): Promise<boolean> {
    return this.#kept.delete(id);
  }

  /** Returns how many documents went. Durable when it resolves. */
  async expire({ olderThanMs, maxDocuments, now = Date.now() }: ExpireOptions): Promise<number> {
    const before = this.documents;
    for (const [id, { arrived }] of [...this.#kept]) {
      const old = olderThanMs !== undefined && Date.parse(arrived) < now - olderThanMs;
      const over = maxDocuments !== undefined && this.documents > maxDocuments;
      if (old || over) this.#kept.delete(id);
    }
    return before - this.documents;
  }

  /** Answers given, from this sequence number on, in order. */
  *answers(fromSequence = 1): Generator<ItemAnswer, void> {
    for (const answer of this.#answers) if (answer.sequence >= fromSequence) yield answer;
  }

  /** The answer given to this id and content digest; undefined where there was none. */
  answered(id: string, digest: string): ItemAnswer | undefined {
    return this.#answers.find((answer) => answer.id === id && answer.digest === digest);
  }

  /** Ids of the kept documents, in the order of arrival. */
  ids(): Iterable<string> {
    return this.#kept.keys();
  }

  /** Undefined for an unknown id; `text` is empty where texts are not kept. */
  document(id: string): Document | undefined {
    return this.#kept.get(id)?.document;
  }

  /** The item's reuse pairs with kept documents, as the batch engine gives them; stores nothing. */
  async matches(item: Item, options: CheckOptions = {}): Promise<Match[]> {
    this.#answer(item, options);
    return [];
  }

  stats(): IndexStats {
    return {
      documents: this.documents,
      texts: this.documents,
      groups: this.documents,
      answers: this.#answers.length,
      lastSequence: this.lastSequence,
      keepText: this.#options.keepText ?? true,
      copiesOnly: this.#options.copiesOnly ?? false,
      bytes: {},
      bytesPerDocument: {},
      postings: 0,
      bandEntries: 0,
      bandBuckets: { largest: 0, giants: 0 },
      formulae: [],
    };
  }

  /** Every checksum, every reference both ways, frequencies recounted. Empty for a sound index. */
  verify(): IndexFinding[] {
    return [];
  }

  /** Rewrites the index in as little room as it needs. */
  async compact(): Promise<void> {}

  *export(): Generator<ExportRecord, void> {
    const { keepText = true, copiesOnly = false } = this.#options;
    yield { kind: "index", format: 1, keepText, copiesOnly };
    for (const answer of this.#answers) {
      const kept = this.#kept.get(answer.id);
      if (kept !== undefined)
        yield {
          kind: "document",
          sequence: answer.sequence,
          arrived: answer.arrived,
          document: kept.document,
        };
      yield { kind: "answer", answer };
    }
  }

  /** Fills an empty index from an export; returns how many documents came. Durable when it resolves. */
  async import(records: Iterable<ExportRecord> | AsyncIterable<ExportRecord>): Promise<number> {
    if (this.#answers.length > 0) throw new UsageError("import is into an empty index");
    for await (const record of records) {
      if (record.kind === "answer") this.#answers.push(record.answer);
      if (record.kind === "document")
        this.#kept.set(record.document.id, this.#keep(record.document, record.arrived, null));
    }
    return this.documents;
  }

  /** Commits, and lets go of the folder. */
  async close(): Promise<void> {
    await this.commit();
  }

  #keep(document: Document, arrived: string, key: string | null): Kept {
    const article = {
      ...tokenise(this.#kernel, document.text),
      title: document.title ?? "",
      instant: Date.parse(document.published ?? document.captured ?? ""),
    };
    return { document, article, arrived, key };
  }

  #answer(item: Item, { key, arrived = new Date().toISOString() }: CheckOptions) {
    if (typeof item?.text !== "string") throw new UsageError("item without a text");
    const digest = this.#digest(`${item.title ?? ""}\0${item.text}`);
    const id = item.id ?? digest;
    const keyText = key === undefined ? null : `${key.field}\0${key.value}`;
    const kept = this.#keep({ ...item, id }, arrived, keyText);
    const known = item.id === undefined ? undefined : this.answered(id, digest);
    if (known !== undefined) return { answer: { ...known, replayed: true }, kept };
    let same: Kept | null = null;
    const matches: KeptMatch[] = [];
    for (const other of this.#kept.values()) {
      const c = comparePair(kept.article, other.article, null);
      if (other.document.id === id || (keyText !== null && other.key === keyText)) same = other;
      else if (c.verdict !== "whole" && c.verdict !== "partial") continue;
      matches.push({
        id: other.document.id,
        verdict: c.verdict,
        probability: c.probability,
        jaccard: c.jaccard,
        share: { item: c.containmentA, kept: c.containmentB },
        passages: c.passages,
        facts: c.facts,
        verified: true,
      });
    }
    matches.sort(byStrength);
    const sameItem =
      same === null ? null : { id: same.document.id, sameText: same.document.text === item.text };
    const { verdict, of } = decide(sameItem, matches, () => false);
    const match = matches.find((one) => one.id === of);
    const changes =
      verdict === "update" && match !== undefined
        ? itemChanges(kept.article, match.passages, match.facts)
        : null;
    const sequence = this.lastSequence + 1;
    const answer: ItemAnswer = {
      id,
      digest,
      sequence,
      arrived,
      verdict,
      of,
      matches,
      changes,
      replayed: false,
    };
    return { answer, kept };
  }

  #digest(content: string): string {
    const bytes = new TextEncoder().encode(content);
    return [0n, 1n].map((seed) => this.#hash(bytes, seed).toString(16).padStart(16, "0")).join("");
  }
}
