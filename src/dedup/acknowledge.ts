/**
 * Answers go out in batches, each after the flush that makes it durable. While one batch is flushed and written the
 * next is made, and grows until it is full: then it waits for the one before, which is the back pressure.
 */
import type { Ledger } from "./ledger.js";

/** A batch goes out after so many items, or so long after its first one. */
export const BATCH_ITEMS = 256;
export const BATCH_MS = 20;
/** Items that come in the pieces of a file are few and large; many small ones must not wait for the count alone. */
const BATCH_BYTES = 8 << 20;

/** Where the three kinds of output go. Each resolves when it can take more. */
export interface Outputs {
  readonly pass: (bytes: Uint8Array) => Promise<void>;
  readonly ledger: Ledger | null;
  /** Records that could not be read, raw; null to leave them out. */
  readonly skipped: ((bytes: Uint8Array) => void) | null;
}

/** What the index is told of a batch. */
export interface Commits {
  /** Resolves when all answers given are on disk. */
  readonly commit: () => Promise<void>;
  /** The answers of these sequence numbers have gone out. */
  readonly sent: (sequences: readonly number[]) => void;
}

class Batch {
  readonly began = performance.now();
  readonly pass: Uint8Array[] = [];
  readonly skipped: Uint8Array[] = [];
  ledger = "";
  readonly sequences: number[] = [];
  bytes = 0;
}

export class Acknowledger {
  /** Items whose answers have gone out. */
  acknowledged = 0;
  readonly #index: Commits;
  readonly #outputs: Outputs;
  #batch: Batch | null = null;
  #inFlight: Promise<void> | null = null;
  #failed = false;

  constructor(index: Commits, outputs: Outputs) {
    this.#index = index;
    this.#outputs = outputs;
  }

  /** Notes what is to go out for one item once its answer is durable. */
  answered(sequence: number, pass: readonly Uint8Array[], ledgerLine: string): void {
    const batch = this.#open();
    batch.sequences.push(sequence);
    for (const bytes of pass) {
      batch.pass.push(bytes);
      batch.bytes += bytes.length;
    }
    batch.ledger += ledgerLine;
    batch.bytes += ledgerLine.length;
  }

  skipped(bytes: Uint8Array): void {
    const batch = this.#open();
    batch.skipped.push(bytes);
    batch.bytes += bytes.length;
  }

  /** Is anything on its way, or waiting to be? */
  get busy(): boolean {
    return this.#batch !== null || this.#inFlight !== null;
  }

  /** Is it time to begin a batch's way out? A full one has to go; others wait while one is on its way. */
  isDue(now: number): boolean {
    const batch = this.#batch;
    if (this.#failed) return true;
    if (batch === null) return false;
    if (batch.sequences.length >= BATCH_ITEMS || batch.bytes >= BATCH_BYTES) return true;
    return this.#inFlight === null && now - batch.began >= BATCH_MS;
  }

  /** Waits for the batch before, and begins with this one. Throws what went wrong with the one before. */
  async begin(): Promise<void> {
    await this.landed();
    const batch = this.#batch;
    if (batch === null) return;
    this.#batch = null;
    const sending = this.#send(batch);
    this.#inFlight = sending;
    const over = () => {
      if (this.#inFlight === sending) this.#inFlight = null;
    };
    // A failure is thrown to whoever begins the next one.
    sending.then(over, () => {
      this.#failed = true;
    });
  }

  /** Resolves once all that was answered has gone out. */
  async settle(): Promise<void> {
    await this.begin();
    await this.landed();
  }

  /** Waits for the batch that is on its way, if any. Throws what went wrong with it. */
  async landed(): Promise<void> {
    const inFlight = this.#inFlight;
    this.#inFlight = null;
    await inFlight;
  }

  #open(): Batch {
    this.#batch ??= new Batch();
    return this.#batch;
  }

  /**
   * The ledger comes last: whoever finds an item there, or on standard output, can be sure that everything before it
   * has gone out too, or is refilled into the ledger from the index.
   */
  async #send(batch: Batch): Promise<void> {
    const { pass, ledger, skipped } = this.#outputs;
    if (batch.sequences.length > 0) await this.#index.commit();
    if (batch.skipped.length > 0) skipped?.(Buffer.concat(batch.skipped));
    if (batch.pass.length > 0) await pass(Buffer.concat(batch.pass));
    if (batch.ledger !== "") ledger?.append(batch.ledger);
    this.#index.sent(batch.sequences);
    this.acknowledged += batch.sequences.length;
  }
}
