import { createKernel } from "../../src/kernel/index.js";
import { LINE, type Line, LineScanner, SCRATCH_BYTES, VALUE } from "../../src/kernel/scanner.js";

export interface ScannedLine {
  readonly line: Line;
  readonly text: string;
  /** What was found under each known key; a key that is absent is not here. */
  readonly values: ReadonlyMap<string, unknown>;
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
const kernel = await createKernel();
if (kernel.name !== "wasm") throw new Error("the WebAssembly kernel did not start");

/** The text of valid UTF-8, else undefined. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Scans a chunk line by line. The area behind it is filled with quotes and brackets first, so that a scan
 * that reads past the chunk's end goes wrong. Throws where the chunk's bytes were changed.
 */
export function scanChunk(chunk: Uint8Array, keys: readonly string[]): ScannedLine[] {
  const input = kernel.input(chunk.length + SCRATCH_BYTES);
  input.fill(0x22, 0, chunk.length + 64);
  input.fill(0x7d, chunk.length, chunk.length + 4);
  input.set(chunk);
  const scanner = new LineScanner(kernel, keys);
  const lines: ScannedLine[] = [];
  for (let at = 0; at < chunk.length; at = scanner.next) {
    const line = scanner.scan(at, chunk.length);
    if (scanner.next <= at || scanner.next > chunk.length)
      throw new Error(`${at} is followed by ${scanner.next}`);
    const values = new Map<string, unknown>();
    if (line === LINE.record) {
      keys.forEach((key, i) => {
        const bytes = kernel.input(0).subarray(scanner.starts[i], scanner.ends[i]);
        if (scanner.kinds[i] !== VALUE.absent) values.set(key, readValue(scanner.kinds[i]!, bytes));
      });
    }
    lines.push({ line, text: lenient.decode(chunk.subarray(at, scanner.next)), values });
  }
  if (
    !kernel
      .input(0)
      .subarray(0, chunk.length)
      .every((byte, i) => byte === chunk[i])
  )
    throw new Error("scanning has changed the chunk");
  return lines;
}

function readValue(kind: number, bytes: Uint8Array): unknown {
  const text = strict.decode(bytes);
  if (kind === VALUE.string) return text;
  if (kind === VALUE.number) return Number(text);
  return { true: true, false: false, null: null }[text];
}
