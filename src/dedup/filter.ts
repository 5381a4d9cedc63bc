/**
 * The stream filter: items in, those that an index lets through out, as they came and in order.
 */
import type { CheckOptions, Index, TakeOptions } from "../index/index.js";
import type { Format, InputFile } from "../ingest/index.js";
import { expandInputs, type FieldMap, readInput } from "../ingest/index.js";
import { createKernel } from "../kernel/index.js";
import type { ItemAnswer, ItemVerdict } from "../model/answer.js";
import type { Skipped } from "../model/index.js";
import { Acknowledger, type Outputs } from "./acknowledge.js";
import { annotation, ledgerLine } from "./answer-lines.js";
import { type Item, type ItemPlace, ItemQueue, type Unreadable, withField } from "./items.js";
import type { Ledger } from "./ledger.js";
import { refill } from "./refill.js";

/** The part of an index that the filter needs. */
export type AnsweringIndex = Pick<Index, "documents" | "take" | "sent" | "commit" | "expire" | "answers">;

export interface FilterOptions extends Outputs {
  readonly inputs: readonly string[];
  readonly format?: Format | undefined;
  readonly encoding?: string | undefined;
  readonly maxRecordBytes?: number | undefined;
  readonly timezone?: string | undefined;
  readonly fromName?: string | undefined;
  readonly fields: FieldMap;
  /** Verdicts whose items are held back. */
  readonly drop: readonly ItemVerdict[];
  /**
   * "items": those that are not held back · "annotated": all, with the answer in a field `isnad` · a function: what it
   * makes of every answer, instead of items.
   */
  readonly output: "items" | "annotated" | ((answer: ItemAnswer) => string);
  readonly question: CheckOptions;
  /** Added to the sequence numbers of the ledger: where it is continued without an index that goes on counting. */
  readonly sequenceBase: number;
  /** Field whose exact value is looked up first: of a document, or else of the input's records. */
  readonly key?: string | undefined;
  /** Most documents kept; the oldest go first. */
  readonly maxDocuments?: number | undefined;
  /** Forget documents that arrived longer ago than this. */
  readonly forgetMs?: number | undefined;
  /** Ends the run after the item in hand. */
  readonly signal: AbortSignal;
  /** `isLost`: its bytes are not among the skipped records. */
  readonly onSkipped: (skipped: Skipped, isLost: boolean) => void;
}

export interface FilterSummary {
  /** Bytes read, compressed ones where the input is. */
  bytes: number;
  items: number;
  readonly verdicts: Record<ItemVerdict, number>;
  /** Items held back. */
  held: number;
  /** Answers that had been given before. */
  replayed: number;
  /** Records that could not be read; `lost` ones are not in the file of skipped records either. */
  unreadable: number;
  lost: number;
  /** Items whose answers went out. */
  acknowledged: number;
  /** Documents that made room for later ones. */
  expired: number;
  /** Lines that the ledger lacked. */
  refilled: number;
}

/** An input that gives nothing for so long is idle, and what was answered goes out. */
const IDLE_MS = 2;
const TURN_MS = 4;
/** Oldest documents go in groups, since each time costs a look through the order of arrival. */
const EXPIRE_SHARE = 64;
const FORGET_ITEMS = 1024;
const FIELD = "isnad";

export class Filter {
  readonly summary: FilterSummary = {
    bytes: 0,
    items: 0,
    verdicts: { new: 0, duplicate: 0, update: 0, rewrite: 0, excerpt: 0, contains: 0 },
    held: 0,
    replayed: 0,
    unreadable: 0,
    lost: 0,
    acknowledged: 0,
    expired: 0,
    refilled: 0,
  };
  readonly #index: AnsweringIndex;
  readonly #options: FilterOptions;
  readonly #question: TakeOptions;
  readonly #acknowledger: Acknowledger;
  /** The ledger has a line for every answer up to this one that has to have one. */
  #covered: number;
  /** The last item let through came without a newline: one is owed to whatever follows. */
  #owed = false;
  #forgetAt = FORGET_ITEMS;
  #turned = 0;

  constructor(index: AnsweringIndex, options: FilterOptions) {
    this.#index = index;
    this.#options = options;
    this.#question = { ...options.question, holdBack: options.drop, passedOn: true };
    this.#acknowledger = new Acknowledger(index, options);
    this.#covered = options.sequenceBase > 0 ? 0 : (options.ledger?.last ?? 0);
  }

  /**
   * Runs to the end of the inputs or to the signal; then everything answered has gone out. Throws UsageError as
   * `expandInputs` does, and what the index and the outputs throw: `summary` tells how far it came.
   */
  async run(): Promise<void> {
    const { inputs, format, fromName, signal } = this.#options;
    const files: InputFile[] = [];
    for (const input of inputs) {
      const listing = await expandInputs([input], { format, fromName, nameFolders: true });
      for (const file of listing.files) if (!files.some(({ path }) => path === file.path)) files.push(file);
      for (const skipped of listing.skipped) this.#skip({ ...skipped, bytes: null });
    }
    const stop = new AbortController();
    const anySignal = AbortSignal.any([signal, stop.signal]);
    const kernel = await createKernel();
    const queue = new ItemQueue(kernel, this.#options.key);
    try {
      for (const file of files) {
        if (signal.aborted) break;
        queue.begin(file.path);
        const { encoding, maxRecordBytes, timezone } = this.#options;
        const reading = { encoding, maxRecordBytes, timezone, signal: anySignal };
        await this.#read(readInput(file, kernel, this.#options.fields, queue, reading), queue);
      }
      await this.#acknowledger.settle();
    } finally {
      // A stream that is still open would be waited for.
      stop.abort();
      await this.#acknowledger.landed().catch(() => {});
      this.summary.acknowledged = this.#acknowledger.acknowledged;
    }
  }

  async #read(reading: AsyncGenerator<number, void>, queue: ItemQueue): Promise<void> {
    const { signal } = this.#options;
    const before = this.summary.bytes;
    for (;;) {
      const next = reading.next();
      if (this.#acknowledger.busy && !(await soon(next))) await this.#acknowledger.settle();
      const { done, value } = await next;
      if (!done) this.summary.bytes = before + value;
      for (const item of queue.take()) {
        if (signal.aborted) break;
        if ("reason" in item) this.#skip(item);
        else await this.#answer(item);
        const now = performance.now();
        if (this.#acknowledger.isDue(now)) await this.#acknowledger.begin();
        if (now - this.#turned >= TURN_MS) await this.#turn();
      }
      if (done) return;
      if (signal.aborted) {
        await reading.return();
        return;
      }
    }
  }

  /** Lets commits, outputs and signals get on: what only waits for what is ready never leaves them a turn. */
  async #turn(): Promise<void> {
    await new Promise(setImmediate);
    this.#turned = performance.now();
  }

  async #answer(item: Item): Promise<void> {
    const { key, ledger, maxDocuments, forgetMs } = this.#options;
    const question =
      item.key === undefined ? this.#question : { ...this.#question, key: { field: key!, value: item.key } };
    const answer = await this.#index.take(item.document, question);
    const { summary } = this;
    const { verdict } = answer;
    const held = this.#isHeld(verdict);
    summary.items++;
    summary.verdicts[verdict]++;
    if (held) summary.held++;
    if (answer.replayed) summary.replayed++;
    const pass = held ? [] : this.#output(item, answer);
    this.#acknowledger.answered(
      answer.sequence,
      pass,
      ledger === null ? "" : await this.#ledgerLine(answer, item.place, ledger),
    );
    if (maxDocuments !== undefined || forgetMs !== undefined) await this.#forget();
  }

  /** At moments that depend on the items alone, not on how they were batched. */
  async #forget(): Promise<void> {
    const { maxDocuments, forgetMs } = this.#options;
    const { summary } = this;
    if (maxDocuments !== undefined && this.#index.documents > maxDocuments + maxDocuments / EXPIRE_SHARE) {
      summary.expired += await this.#index.expire({ maxDocuments });
    }
    if (forgetMs === undefined || summary.items < this.#forgetAt) return;
    summary.expired += await this.#index.expire({ olderThanMs: forgetMs });
    this.#forgetAt = summary.items + Math.max(FORGET_ITEMS, this.#index.documents / EXPIRE_SHARE);
  }

  #isHeld(verdict: ItemVerdict): boolean {
    return this.#options.output === "items" && this.#options.drop.includes(verdict);
  }

  /** Nothing for an item that is new, and for one whose line the ledger has. What it lacks before that comes first. */
  async #ledgerLine(answer: ItemAnswer, place: ItemPlace | null, ledger: Ledger): Promise<string> {
    const { sequence, verdict } = answer;
    if (sequence <= this.#covered) return "";
    const isHeld = (one: ItemVerdict) => this.#isHeld(one);
    if (sequence > this.#covered + 1) {
      await this.#acknowledger.settle();
      this.summary.refilled += refill(ledger, this.#index, this.#covered + 1, sequence, isHeld);
    }
    this.#covered = sequence;
    if (verdict === "new") return "";
    return ledgerLine({ ...answer, sequence: sequence + this.#options.sequenceBase }, isHeld(verdict), place);
  }

  #output({ bytes, newline }: Item, answer: ItemAnswer): Uint8Array[] {
    const { output } = this.#options;
    if (typeof output === "function") return [Buffer.from(output(answer))];
    const line = output === "items" ? bytes : withField(bytes, FIELD, annotation(answer));
    const pieces = this.#owed ? [NEWLINE, line] : [line];
    this.#owed = newline === "";
    if (!this.#owed) pieces.push(NEWLINE);
    return pieces;
  }

  #skip({ bytes, ...skipped }: Unreadable): void {
    this.summary.unreadable++;
    const isLost = bytes === null || this.#options.skipped === null;
    if (isLost) this.summary.lost++;
    else this.#acknowledger.skipped(Buffer.concat([bytes, NEWLINE]));
    this.#options.onSkipped(skipped, isLost);
  }
}

const NEWLINE = Buffer.from("\n");

/** Does it resolve before the input can be called idle? */
async function soon(next: Promise<unknown>): Promise<boolean> {
  let come = false;
  const settled = next.then(
    () => (come = true),
    () => (come = true),
  );
  // A file is read at once, and needs no timer.
  await new Promise(setImmediate);
  if (come) return true;
  let timer: NodeJS.Timeout | undefined;
  const idle = new Promise((resolve) => {
    timer = setTimeout(resolve, IDLE_MS);
  });
  await Promise.race([settled, idle]);
  clearTimeout(timer);
  return come;
}
