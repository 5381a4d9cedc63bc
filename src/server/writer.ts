/**
 * The one queue through which items reach an index. Items are taken in the order in which they came; an answer is
 * given out once the commit that holds it is on disk. While one batch is flushed the next is made.
 */
import { EventEmitter } from "node:events";
import type { Index, Item, TakeOptions } from "../index.js";
import type { ItemAnswer } from "../model/index.js";

const BATCH_ITEMS = 256;
const BATCH_MS = 20;
/** Requests, signals and flushes get a turn after so long. */
const TURN_MS = 4;

/** More items are waiting than the queue holds. Nothing of the request was taken. */
export class QueueFull extends Error {
  override readonly name = "QueueFull";
}

interface Job {
  readonly item: Item;
  readonly options: TakeOptions;
  readonly resolve: (answer: ItemAnswer) => void;
  readonly reject: (error: Error) => void;
}

interface Events {
  /** All answers up to this sequence number are on disk. */
  committed: [sequence: number];
  /** The index can no longer be written; the error says why. */
  failed: [error: Error];
}

export class ItemWriter extends EventEmitter<Events> {
  /** Answers up to this one are on disk. */
  committed: number;
  readonly #index: Index;
  readonly #capacity: number;
  #waiting: Job[] = [];
  /** Jobs of `#waiting` before this one were begun. */
  #next = 0;
  #unanswered = 0;
  #running: Promise<void> | null = null;
  #failure: Error | null = null;

  /** `capacity`: most items accepted and not yet answered. */
  constructor(index: Index, capacity: number) {
    super();
    this.#index = index;
    this.#capacity = capacity;
    this.committed = index.lastSequence;
    // One listener a client that follows.
    this.setMaxListeners(0);
  }

  /** Items accepted and not yet answered. */
  get depth(): number {
    return this.#unanswered;
  }

  get failure(): Error | null {
    return this.#failure;
  }

  get hasRoom(): boolean {
    return this.#unanswered < this.#capacity;
  }

  /** Throws QueueFull where so many items more would not fit, and what ended the writing. */
  admit(items: number): void {
    if (this.#failure !== null) throw this.#failure;
    if (this.#unanswered + items > this.#capacity) {
      throw new QueueFull(
        `the queue holds ${this.#unanswered} of ${this.#capacity} items; ${items} more do not fit`,
      );
    }
  }

  /** The answer, once it is on disk. Throws UsageError for what is no item, StoreError where it cannot be kept. */
  take(item: Item, options: TakeOptions): Promise<ItemAnswer> {
    return this.#enqueue((resolve, reject) => this.#waiting.push({ item, options, resolve, reject }));
  }

  /** Resolves once everything accepted was answered. */
  async drained(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  /** Runs between two batches, when nothing else writes. */
  async exclusively<Result>(work: (index: Index) => Promise<Result>): Promise<Result> {
    await this.drained();
    if (this.#failure !== null) throw this.#failure;
    const working = work(this.#index);
    this.#running = working.then(
      () => this.#afterRun(),
      () => this.#afterRun(),
    );
    return working;
  }

  #enqueue(
    add: (resolve: (answer: ItemAnswer) => void, reject: (error: Error) => void) => void,
  ): Promise<ItemAnswer> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    this.#unanswered++;
    const answered = new Promise<ItemAnswer>((resolve, reject) => add(resolve, reject));
    this.#start();
    return answered.finally(() => {
      this.#unanswered--;
    });
  }

  #start(): void {
    if (this.#running !== null || this.#next === this.#waiting.length) return;
    this.#running = this.#run().then(() => this.#afterRun());
  }

  #afterRun(): void {
    this.#running = null;
    this.#start();
  }

  async #run(): Promise<void> {
    let flushed: Promise<void> = Promise.resolve();
    while (this.#next < this.#waiting.length) {
      const batch = await this.#takeBatch();
      await flushed;
      flushed = this.#flush(batch);
      // Whoever waits for an answer sends the next item only then: a batch of what is there now is all there is.
      await new Promise(setImmediate);
      if (this.#next === this.#waiting.length) await flushed;
    }
    await flushed;
  }

  async #takeBatch(): Promise<(readonly [Job, ItemAnswer])[]> {
    const batch: (readonly [Job, ItemAnswer])[] = [];
    const began = performance.now();
    let turned = began;
    while (this.#next < this.#waiting.length && batch.length < BATCH_ITEMS) {
      const job = this.#waiting[this.#next++]!;
      try {
        if (this.#failure !== null) throw this.#failure;
        batch.push([job, await this.#index.take(job.item, job.options)]);
      } catch (error) {
        job.reject(error as Error);
        if ((error as Error).name !== "UsageError") this.#fail(error as Error);
      }
      const now = performance.now();
      if (now - began >= BATCH_MS) break;
      if (now - turned >= TURN_MS) {
        await new Promise(setImmediate);
        turned = performance.now();
      }
    }
    if (this.#next === this.#waiting.length || this.#next > BATCH_ITEMS) {
      this.#waiting = this.#waiting.slice(this.#next);
      this.#next = 0;
    }
    return batch;
  }

  async #flush(batch: readonly (readonly [Job, ItemAnswer])[]): Promise<void> {
    if (batch.length === 0) return;
    try {
      const last = this.#index.lastSequence;
      await this.#index.commit();
      this.committed = last;
    } catch (error) {
      this.#fail(error as Error);
      for (const [job] of batch) job.reject(error as Error);
      return;
    }
    for (const [job, answer] of batch) job.resolve(answer);
    this.emit("committed", this.committed);
  }

  #fail(error: Error): void {
    if (this.#failure !== null) return;
    this.#failure = error;
    this.emit("failed", error);
  }
}
