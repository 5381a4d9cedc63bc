/** Decompresses a stream of gzip bytes, of one member or several, keeping all that was readable of a damaged one. */
import { createGunzip } from "node:zlib";

const OUTPUT_BYTES = 1 << 18;

/**
 * Yields the decompressed bytes. `onDamage` is called, with the reason, where they end before the data does.
 *
 * The pieces are collected by an event handler and not by iterating the stream, because a stream that fails
 * throws away what it had ready.
 */
export async function* gunzip(
  compressed: AsyncIterable<Uint8Array>,
  onDamage: (reason: string) => void,
): AsyncGenerator<Uint8Array, void> {
  const inflater = createGunzip({ chunkSize: OUTPUT_BYTES });
  let ready: Uint8Array[] = [];
  let failure: NodeJS.ErrnoException | null = null;
  const over = new Promise<void>((resolve) => {
    inflater.on("data", (piece: Uint8Array) => ready.push(piece));
    inflater.on("error", (error) => {
      failure = error;
      resolve();
    });
    inflater.on("end", resolve);
  });
  try {
    for await (const piece of compressed) {
      const written = new Promise<void>((resolve) => inflater.write(piece, () => resolve()));
      // A write that fails, or that holds nothing but what follows the last member, is never called back.
      await Promise.race([written, over]);
      yield* ready;
      ready = [];
      if (failure !== null || inflater.readableEnded) break;
    }
    if (failure === null && !inflater.readableEnded) inflater.end();
    await over;
    yield* ready;
  } finally {
    inflater.destroy();
  }
  if (failure !== null) onDamage(damage(failure));
}

function damage(error: NodeJS.ErrnoException): string {
  const what =
    error.code === "Z_BUF_ERROR"
      ? "the gzip data is cut short"
      : `the gzip data is damaged (${error.message})`;
  return `${what}; what came before is kept`;
}
