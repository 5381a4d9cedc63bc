import type { Archive } from "../archive.js";
import { comparedMatch } from "../collection/aligned-matches.js";
import { checkedItem } from "../document/check.js";
import { type DocumentLabel, documentLabel } from "../document/label.js";
import { byIds } from "../document/order.js";
import { UsageError } from "../errors.js";
import type { Background } from "../match/background.js";
import type { Comparison } from "../match/comparison.js";
import type { ItemAnswer } from "../model/answer.js";
import type { Document, Match, Story, Trace } from "../model/index.js";
import { BACKGROUND_MIN_DOCUMENTS } from "../options.js";
import type { LineageAtOptions } from "../provenance/options.js";
import type { StagedStore } from "../store/index.js";
import { ask, begin, eligible } from "./ask/answer.js";
import { backgroundOf, compareKept } from "./ask/compare-kept.js";
import type { Contents } from "./rows/contents.js";
import { follow } from "./rows/follow.js";
import { packAnswer, unpackAnswer } from "./storage/codec.js";
import type { Squeezer } from "./storage/squeezer.js";
import { ENTRIES_PER_STEP } from "./table/table.js";
import type {
  CheckOptions,
  ExpireOptions,
  ExportRecord,
  IndexFinding,
  IndexStats,
  Item,
  TakeOptions,
  VerifyOptions,
} from "./types.js";
import { expireDocuments } from "./upkeep/expire.js";
import { indexStats } from "./upkeep/stats.js";
import { eraseAll, exportRecords, importRecords } from "./upkeep/transfer.js";
import { verifyContents } from "./upkeep/verify.js";

/** What an index is made of; `open.ts` makes them. */
export interface IndexParts {
  readonly dir: string | null;
  readonly mode: "write" | "read";
  readonly created: boolean;
  readonly staged: StagedStore;
  readonly open: () => Contents;
  readonly squeezer: Squeezer;
  readonly unlock: () => void;
  readonly unmake: () => void;
}

export class Index implements Archive {
  /** This call made the index. */
  readonly created: boolean;
  readonly dir: string | null;
  readonly #parts: IndexParts;
  #held: Contents;
  /** Of the last commit begun; they end in the order in which they began. */
  #committed: Promise<void> = Promise.resolve();
  #failure: Error | null = null;
  #isClosed = false;

  /** Use `openIndex`. */
  constructor(parts: IndexParts) {
    this.dir = parts.dir;
    this.created = parts.created;
    this.#parts = parts;
    this.#held = parts.open();
  }

  /** Documents kept now. */
  get documents(): number {
    return this.#contents().state.documents;
  }

  /** Taken on disk; in memory, those of keys and values. */
  get bytes(): number {
    return this.#parts.staged.store.size();
  }

  /** Of the last answer; 0 before the first. */
  get lastSequence(): number {
    return this.#contents().state.nextSequence - 1;
  }

  get keepText(): boolean {
    return this.#held.header.keepText;
  }

  get copiesOnly(): boolean {
    return this.#held.header.copiesOnly;
  }

  /** Asks, stores nothing. Throws UsageError for what is no item. */
  async check(item: Item, options: CheckOptions = {}): Promise<ItemAnswer> {
    const contents = this.#contents();
    const { answer, isOpen } = ask(contents, item, options);
    if (isOpen) contents.letGo();
    return answer;
  }

  /**
   * Answers and stores, but for the verdicts held back, whose answers alone are stored. Durable only once a later
   * `commit` has resolved. An item whose id is kept takes its place. Throws UsageError for what is no item.
   */
  async take(item: Item, options: TakeOptions = {}): Promise<ItemAnswer> {
    const contents = this.#writable();
    const again = (digest: string) => contents.unsent.next(digest);
    const { answer, isOpen, number } = ask(contents, item, options, options.passedOn ? again : undefined);
    if (!isOpen) return answer;
    const { sequence } = answer;
    if (options.passedOn) contents.unsent.add(sequence);
    // An item without an id that comes again has the id of the one kept already: it cannot be kept beside it.
    const isRepeated = item.id === undefined && contents.numberOf(answer.id) !== undefined;
    const isKept = !isRepeated && !(options.holdBack ?? []).includes(answer.verdict);
    if (isKept) contents.keep(sequence, options.key ?? null);
    else contents.letGo();
    contents.putAnswer(sequence, answer.id, packAnswer({ number: isKept ? number : 0, answer }));
    return answer;
  }

  /** These answers, taken to be passed on, have been. The next commit remembers it. */
  sent(sequences: readonly number[]): void {
    const contents = this.#writable();
    if (contents.unsent.remove(sequences)) contents.isDirty = true;
  }

  /** All answers given before this call are on disk when it resolves. Throws StoreError where the disk is full. */
  async commit(): Promise<void> {
    const contents = this.#writable();
    contents.stage();
    await this.#flush();
  }

  /** `take` and `commit`. */
  async add(item: Item, options: TakeOptions = {}): Promise<ItemAnswer> {
    const answer = await this.take(item, options);
    await this.commit();
    return answer;
  }

  /** False for an unknown id. The answer it was given is forgotten with it. Durable when it resolves. */
  async remove(id: string): Promise<boolean> {
    const contents = this.#writable();
    const number = contents.numberOf(id);
    if (number === undefined) return false;
    contents.drop(number, true);
    await this.commit();
    return true;
  }

  /**
   * Removes documents that arrived long ago, or are too many, the oldest first, and the answers to items held back
   * before the oldest document left. Returns how many documents went. Durable when it resolves.
   */
  async expire(options: ExpireOptions): Promise<number> {
    return expireDocuments(this.#writable(), options, () => this.commit());
  }

  /**
   * Does at once the merging that is due, of which later commits would each do a share: of what was removed no segment
   * keeps more than a fifth on disk. Durable when it resolves.
   */
  async merge(): Promise<void> {
    const contents = this.#writable();
    while (contents.merge()) await this.commit();
    await this.commit();
  }

  /** Answers given, from this sequence number on, in order. */
  *answers(fromSequence = 1): Generator<ItemAnswer, void> {
    const contents = this.#contents();
    for (let sequence = Math.max(1, fromSequence); sequence < contents.state.nextSequence; sequence++) {
      const record = contents.answers.get(sequence);
      if (record !== undefined) yield unpackAnswer(record, sequence).answer;
    }
  }

  /** The answer given to this id and content digest; undefined where there was none. */
  answered(id: string, digest: string): ItemAnswer | undefined {
    const contents = this.#contents();
    const sequence = contents.answerIds.toContent(id, digest);
    if (sequence === undefined) return undefined;
    return unpackAnswer(contents.answers.get(sequence)!, sequence).answer;
  }

  /** The last answer given to an item of this id, kept or held back; undefined where there was none. */
  lastAnswer(id: string): ItemAnswer | undefined {
    const contents = this.#contents();
    const [sequence] = contents.answerIds.to(id, 1);
    return sequence === undefined
      ? undefined
      : unpackAnswer(contents.answers.get(sequence)!, sequence).answer;
  }

  /** Ids of the kept documents, in the order of arrival. */
  *ids(): Generator<string, void> {
    const contents = this.#contents();
    // Another process may remove documents while a reader goes through them.
    for (const number of contents.rows.kept())
      if (contents.documents.has(number)) yield contents.texts.id(number);
  }

  /** Undefined for an unknown id; `text` is empty where texts are not kept. */
  document(id: string): Document | undefined {
    const contents = this.#contents();
    const number = contents.numberOf(id);
    return number === undefined ? undefined : contents.texts.stored(number).document;
  }

  /** The original text; undefined for an unknown id, empty where texts are not kept. */
  text(id: string): string | undefined {
    return this.document(id)?.text;
  }

  /** Undefined for an unknown id. */
  describe(id: string): DocumentLabel | undefined {
    const contents = this.#contents();
    const number = contents.numberOf(id);
    if (number === undefined) return undefined;
    const { document } = contents.texts.stored(number);
    return documentLabel(id, contents.rows.tokensOf(number), (field) => document[field]);
  }

  /** How common wording is among the kept documents; null where they are too few to tell a formula. */
  get background(): Background | null {
    const contents = this.#contents();
    return contents.graph === null ? null : backgroundOf(contents, contents.graph);
  }

  async matchesOf(of: string | Document): Promise<Match[]> {
    return this.matches(this.#named(of));
  }

  /**
   * Everything that is known of one document by what the index keeps, as an engine tells it of the same documents. An
   * index too large to be read gives the document's neighbourhood alone, and the trace says so. Throws UsageError for
   * an unknown id, and of an index without texts.
   */
  async trace(of: string | Document, options: LineageAtOptions = {}): Promise<Trace> {
    const { traceThrough } = await import("./ask/trace.js");
    return traceThrough(this, this.#named(of), options);
  }

  /** Reads every document. Throws UsageError of an index without texts. */
  async stories(options: LineageAtOptions = {}): Promise<readonly Story[]> {
    const { engineOver } = await import("./ask/trace.js");
    return (await engineOver(this, options.signal)).stories(options);
  }

  #named(of: string | Document): Document {
    const document = typeof of === "string" ? this.document(of) : of;
    if (document === undefined) throw new UsageError(`no document ${JSON.stringify(of)} in the index`);
    return document;
  }

  /** The item's reuse pairs with kept documents, sorted by (a, b), as the batch engine gives them; stores nothing. */
  async matches(item: Item, options: CheckOptions = {}): Promise<Match[]> {
    const contents = this.#contents();
    if (contents.graph === null)
      throw new UsageError("texts are not compared in this index: it gives estimates");
    const checked = checkedItem(item);
    const digest = contents.preparer.contentDigest(checked);
    const { document, number } = begin(contents, checked, digest, options, true);
    try {
      const { found } = compareKept(contents, number, eligible(contents, number, options));
      const { groups } = contents.graph;
      const background = groups < BACKGROUND_MIN_DOCUMENTS ? null : groups;
      return found
        .map((one) =>
          comparedMatch(document.id, contents.texts.id(one.number), one.comparison as Comparison, background),
        )
        .sort(byIds);
    } finally {
      contents.letGo();
    }
  }

  stats(): IndexStats {
    return indexStats(this.#contents());
  }

  /** Every checksum, every reference both ways, frequencies recounted. Empty for a sound index. O(its bytes). */
  verify({ onProgress = () => {} }: VerifyOptions = {}): IndexFinding[] {
    const contents = this.#contents();
    const { documents } = contents.state;
    return verifyContents(contents, (share) =>
      onProgress({ phase: "verify", documents, bytes: 0, totalBytes: null, share }),
    );
  }

  /**
   * Joins all segments into one of each table, without what was removed, and gives the room back to the disk, unless
   * another process reads the index. Durable when it resolves. No other call may be made meanwhile.
   */
  async compact(): Promise<void> {
    const contents = this.#writable();
    contents.beginCompaction();
    contents.stageRest();
    await this.#flush();
    for (const table of Object.values(contents.tables)) {
      for (const work of table.compaction()) {
        if (work < ENTRIES_PER_STEP) continue;
        contents.stageRest();
        await this.#flush();
      }
      contents.stageRest();
      await this.#flush();
    }
    await this.#parts.staged.store.shrink();
  }

  /** Documents and answers in the order of arrival, behind a line on the index. */
  export(): Generator<ExportRecord, void> {
    return exportRecords(this.#contents());
  }

  /**
   * Fills an empty index from an export; returns how many documents came. The answers are those that were given, not
   * new ones. Durable when it resolves; an index that it fails on is empty as before. Throws UsageError for an index
   * that is not empty, an export without texts, and what is no export.
   */
  async import(records: Iterable<ExportRecord> | AsyncIterable<ExportRecord>): Promise<number> {
    const contents = this.#writable();
    const name = this.dir ?? "index";
    if (contents.state.nextSequence > 1)
      throw new UsageError(`${name}: found answers in it, expected an empty index to import into`);
    try {
      return await importRecords(contents, name, records, () => this.commit());
    } catch (error) {
      await this.#committed.catch(() => {});
      // Where even that fails it stays marked as unfinished, and the next writer does it.
      await eraseAll(this.#parts.staged).catch(() => {});
      if (this.#failure === null) this.#held = this.#parts.open();
      throw error;
    }
  }

  /** Lets go of the folder without a commit, and removes the index if this call of `openIndex` made it. */
  async abandon(): Promise<void> {
    if (this.#isClosed) return;
    await this.#committed.catch(() => {});
    await this.#letGo();
    if (this.created) this.#parts.unmake();
  }

  /** Commits, and lets go of the folder. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    try {
      if (this.#parts.mode === "write" && this.#failure === null && this.#held.isDirty) await this.commit();
      await this.#committed.catch(() => {});
    } finally {
      await this.#letGo();
    }
  }

  async #letGo(): Promise<void> {
    this.#isClosed = true;
    await this.#parts.squeezer.close();
    await this.#parts.staged.store.close();
    this.#parts.unlock();
  }

  /** Reads in an index that another process writes go to what it has committed last. */
  #contents(): Contents {
    this.#checkUsable();
    if (this.#parts.mode === "read") {
      this.#parts.staged.store.refresh();
      if (!follow(this.#held)) this.#held = this.#parts.open();
    }
    return this.#held;
  }

  #writable(): Contents {
    this.#checkUsable();
    if (this.#parts.mode === "read") throw new UsageError("the index is open for reading only");
    return this.#held;
  }

  #checkUsable(): void {
    if (this.#isClosed) throw new UsageError("the index is closed");
    if (this.#failure !== null) throw this.#failure;
  }

  async #flush(): Promise<void> {
    const before = this.#committed;
    const own = this.#parts.staged.commit();
    this.#committed = Promise.all([before, own]).then(() => {});
    try {
      await this.#committed;
    } catch (error) {
      // What memory holds is ahead of the disk from now on: nothing may be answered from it.
      this.#failure ??= error as Error;
      throw error;
    }
  }
}
