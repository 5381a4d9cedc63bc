/** Decompresses streams of gzip, Brotli and Zstandard, keeping all that was readable of a damaged one. */
import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip } from "node:zlib";

export type Coding = "gzip" | "br" | "zstd";

const OUTPUT_BYTES = 1 << 18;
/** Decompressed bytes that wait to be taken. */
const HELD_BYTES = 4 << 20;
/**
 * News shrinks to a third or a tenth, repetitive logs to a fiftieth. What swells more than this, once it is large, was
 * made to fill memory.
 */
const BOMB_RATIO = 300;
const BOMB_BYTES = 256 << 20;

/** By the first bytes, which tell, or the name: Brotli has no mark. */
export function codingOf(head: Uint8Array, name: string): Coding | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return "zstd";
  return /\.br$/i.test(name) ? "br" : null;
}

/** The name without the ending of a coding. */
export function withoutCoding(name: string): string {
  return name.replace(/\.(?:gz|br|zst|zstd)$/i, "");
}

/** Yields the decompressed bytes; `onDamage` is called with the reason where they end before the data does. */
export async function* decompress(
  compressed: AsyncIterable<Uint8Array>,
  coding: Coding,
  onDamage: (reason: string) => void,
): AsyncGenerator<Uint8Array, void> {
  let taken = 0;
  let given = 0;
  async function* counted() {
    for await (const piece of compressed) {
      taken += piece.length;
      yield piece;
    }
  }
  const pieces =
    coding === "zstd"
      ? unzstd(counted(), onDamage)
      : inflate(
          counted(),
          coding === "gzip"
            ? createGunzip({ chunkSize: OUTPUT_BYTES })
            : createBrotliDecompress({ chunkSize: OUTPUT_BYTES }),
          coding === "gzip" ? "gzip" : "Brotli",
          onDamage,
        );
  for await (const piece of pieces) {
    given += piece.length;
    yield piece;
    if (given > BOMB_BYTES && given > BOMB_RATIO * taken) {
      onDamage(
        `it swells to more than ${BOMB_RATIO} times its size, as only a bomb does; the rest is left out`,
      );
      return;
    }
  }
}

async function* unzstd(
  compressed: AsyncIterable<Uint8Array>,
  onDamage: (reason: string) => void,
): AsyncGenerator<Uint8Array, void> {
  const { Decompress } = await import("fzstd");
  let ready: Uint8Array[] = [];
  const decoder = new Decompress((piece) => ready.push(piece));
  try {
    for await (const piece of compressed) {
      // It keeps what it cannot use yet, and a piece is good only until the next is asked for.
      decoder.push(piece.slice());
      yield* ready;
      ready = [];
    }
    decoder.push(new Uint8Array(0), true);
    yield* ready;
  } catch (error) {
    yield* ready;
    onDamage(`the Zstandard data is damaged (${(error as Error).message}); what came before is kept`);
  }
}

/**
 * The pieces are collected by an event handler and not by iterating the stream, because a stream that fails
 * throws away what it had ready.
 */
async function* inflate(
  compressed: AsyncIterable<Uint8Array>,
  inflater: Transform,
  name: string,
  onDamage: (reason: string) => void,
): AsyncGenerator<Uint8Array, void> {
  let ready: Uint8Array[] = [];
  let held = 0;
  let failure: NodeJS.ErrnoException | null = null;
  let isOver = false;
  let wake = () => {};
  inflater.on("data", (piece: Uint8Array) => {
    ready.push(piece);
    held += piece.length;
    // A few bytes can swell without bound: what has come is handed on first.
    if (held >= HELD_BYTES) {
      inflater.pause();
      wake();
    }
  });
  inflater.on("error", (error) => {
    failure = error;
    isOver = true;
    wake();
  });
  inflater.on("end", () => {
    isOver = true;
    wake();
  });
  /** Hands on what comes until the condition holds, or no more can come. */
  async function* until(isDone: () => boolean): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      if (!isDone() && !isOver && held < HELD_BYTES) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const pieces = ready;
      ready = [];
      held = 0;
      yield* pieces;
      if (inflater.isPaused()) inflater.resume();
      else if (isDone() || isOver) return;
    }
  }
  try {
    for await (const piece of compressed) {
      let isWritten = false;
      // A write that fails, or that holds nothing but what follows the last member, is never called back.
      inflater.write(piece, () => {
        isWritten = true;
        wake();
      });
      yield* until(() => isWritten);
      if (isOver) break;
    }
    if (!isOver) {
      inflater.end();
      yield* until(() => false);
    }
    yield* ready;
  } finally {
    inflater.destroy();
  }
  if (failure !== null) onDamage(damage(failure, name));
}

function damage(error: NodeJS.ErrnoException, name: string): string {
  const what =
    error.code === "Z_BUF_ERROR"
      ? `the ${name} data is cut short`
      : `the ${name} data is damaged (${error.message})`;
  return `${what}; what came before is kept`;
}
