/**
 * Where texts are deflated: beside the asking, in a thread of its own, for as many as come with a pipeline's commit; at
 * once for a few, which would wait longer for the thread than for the work, and where there is one processor.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Chunk, squeezeChunk } from "./squeeze.js";

/** Bytes from which a thread is worth its messages. */
const WORTH_BYTES = 1 << 14;

export class Squeezer {
  #worker: Worker | null = null;
  #isUsable = availableParallelism() > 1;
  #last = 0;
  readonly #waiting = new Map<number, { readonly chunk: Chunk; readonly done: (body: Uint8Array) => void }>();

  /** Itself where it is worth to leave so many bytes of texts to `squeeze`. */
  forBytes(bytes: number): this | null {
    return this.#isUsable && bytes >= WORTH_BYTES ? this : null;
  }

  /** The chunk with its texts deflated; it must not be changed meanwhile. */
  squeeze(chunk: Chunk): Promise<Uint8Array> {
    const worker = this.#begin();
    if (worker === null) return Promise.resolve(squeezeChunk(chunk));
    return new Promise((done) => {
      const number = ++this.#last;
      this.#waiting.set(number, { chunk, done });
      worker.ref();
      worker.postMessage({ number, chunk });
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#giveUp();
    if (worker === null) return;
    const ended = new Promise((done) => worker.once("exit", done));
    worker.ref();
    // Asked to end, not terminated: Node aborts the whole process if a thread is stopped while it makes a deflater.
    worker.postMessage(null);
    await ended;
  }

  #begin(): Worker | null {
    if (!this.#isUsable || this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL("./squeeze-worker.js", import.meta.url));
    worker.on("message", ({ number, body }: { readonly number: number; readonly body: Uint8Array }) => {
      const waiting = this.#waiting.get(number);
      if (waiting === undefined) return;
      this.#waiting.delete(number);
      if (this.#waiting.size === 0) worker.unref();
      waiting.done(body);
    });
    // Where no thread can be had, the work is done here.
    worker.on("error", () => this.#giveUp());
    worker.on("exit", () => this.#giveUp());
    this.#worker = worker;
    return worker;
  }

  #giveUp(): void {
    this.#isUsable = false;
    this.#worker = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { chunk, done } of waiting) done(squeezeChunk(chunk));
  }
}
