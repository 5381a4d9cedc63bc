/**
 * Reads JSON lines without `JSON.parse`: finds where the values of known keys stand in a line of UTF-8 bytes,
 * so that a text goes into the tokeniser as it lies, never becoming a JavaScript string on the way.
 *
 * Choose it for flat records. It accepts a line only if `JSON.parse` would, and then means the same; whatever
 * it does not take (escapes in keys, nested values, known keys twice, anything invalid) is `unusual`, and the
 * caller gives that line to `JSON.parse`. That UTF-8 is valid is the caller's to check. Where the kernel is
 * the reference twin there is no scanner, and every line that is not blank is `unusual`.
 */
import { UsageError } from "../errors.js";
import type { Kernel } from "./kernel.js";

/** What a line is. Numbers, because the hot loop compares one for each line. */
export const LINE = { blank: 0, record: 1, unusual: 2 } as const;
export type Line = (typeof LINE)[keyof typeof LINE];

/** What a known key's value is. */
export const VALUE = { absent: 0, string: 1, number: 2, true: 3, false: 4, null: 5 } as const;

/** Most keys a scanner can know, and most bytes they can have together. */
export const MAX_KEYS = 48;
export const MAX_KEY_BYTES = 4096;

/** Unescaped strings of one line that need more room than this make the line `unusual`. */
export const SCRATCH_BYTES = 1 << 20;

/** What `assembly/json.ts` exports. */
export interface ScannerExports {
  /** Where `scanKeys` reads: a length byte pair (u16) before each key's UTF-8. */
  scanKeysAt(): number;
  scanResultAt(): number;
  scanKeys(count: number, owner: number): void;
  scanOwner(): number;
  scanLine(base: number, start: number, end: number, scratchEnd: number): number;
}

/** A kernel that has the scanner's functions: the WebAssembly one. */
export interface ScannerHost {
  readonly scanner: ScannerExports;
}

/**
 * Scans the lines of a chunk that lies at the start of a kernel's input area.
 *
 * ```ts
 * const scanner = new LineScanner(kernel, ["id", "text"]);
 * kernel.input(chunk.length + SCRATCH_BYTES).set(chunk);
 * for (let at = 0; at < chunk.length; at = scanner.next) {
 *   if (scanner.scan(at, chunk.length) !== LINE.record) continue; // unusual: JSON.parse [at, scanner.next)
 *   if (scanner.kinds[1] === VALUE.string) kernel.tokenise(scanner.starts[1], scanner.ends[1], false);
 * }
 * ```
 */
export class LineScanner {
  /** By number of the key: a `VALUE`, and after `LINE.record` the value's byte range in the input area. */
  kinds: Uint32Array = new Uint32Array(0);
  /**
   * A string's range leaves out its quotes; a number's is its literal. A string with escapes has its range
   * beyond the chunk, where it stands unescaped until the next `scan`; the line itself is never changed.
   */
  starts: Uint32Array = new Uint32Array(0);
  ends: Uint32Array = new Uint32Array(0);
  /** Where the next line begins: after the newline, or the chunk's end. Set by every `scan`. */
  next = 0;

  constructor(kernel: Kernel, keys: readonly string[]) {
    if (keys.length > MAX_KEYS) throw new UsageError(`at most ${MAX_KEYS} keys can be scanned, got ${keys.length}`);
  }

  /**
   * Scans the line that begins at `start`, in a chunk of whole lines that ends at `end` (its last line may
   * lack the newline). Makes room for `SCRATCH_BYTES` after `end`: views of the input area taken before
   * may be detached by that, unless the area was asked for with this room. O(line), no allocation.
   */
  scan(start: number, end: number): Line {
    return LINE.unusual;
  }
}
