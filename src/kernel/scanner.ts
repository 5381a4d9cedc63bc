/**
 * Reads JSON lines without `JSON.parse`: finds where the values of known keys stand in a line of UTF-8 bytes,
 * so that a text goes into the tokeniser as it lies, never becoming a JavaScript string on the way.
 *
 * Choose it where records have plain values under the keys that are wanted; what stands under other keys is
 * checked and passed over. A line is a `record` only if `JSON.parse` would take it, and then means the same.
 * The rest is `unusual`, and the caller gives that line to `JSON.parse`: a wanted key twice, or with an object
 * or array; keys written with escapes; half a surrogate pair in a wanted string; more than 64 brackets deep;
 * anything invalid. That UTF-8 is valid is the caller's to check. Where the kernel is the reference twin
 * there is no scanner: every line that is not blank is `unusual`.
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

const NEWLINE = 0x0a;

/** What `assembly/json.ts` exports; pointers are byte addresses. */
export interface ScannerExports {
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

let lastOwner = 0;

/**
 * Scans the lines of a chunk that lies at the start of a kernel's input area.
 *
 * ```ts
 * const scanner = new LineScanner(kernel, ["id", "text"]);
 * kernel.input(chunk.length + SCRATCH_BYTES).set(chunk);
 * for (let at = 0; at < chunk.length; at = scanner.next) {
 *   const line = scanner.scan(at, chunk.length);
 *   // LINE.unusual: JSON.parse of [at, scanner.next). LINE.record:
 *   if (scanner.kinds[1] === VALUE.string) kernel.tokenise(scanner.starts[1], scanner.ends[1], false);
 * }
 * ```
 */
export class LineScanner {
  /**
   * By number of the key: a `VALUE`, after `LINE.record`. This and the ranges are views of the kernel's memory:
   * take what you need from them before the next call on the kernel, which may detach them.
   */
  kinds: Uint32Array = new Uint32Array(MAX_KEYS);
  /**
   * The value's byte range in the input area. A string's leaves out its quotes; a number's is its literal. A
   * string with escapes has its range beyond the chunk, where it stands unescaped until the next `scan`; the
   * line itself is never changed.
   */
  starts: Uint32Array = new Uint32Array(MAX_KEYS);
  ends: Uint32Array = new Uint32Array(MAX_KEYS);
  /** Where the next line begins: after the newline, or the chunk's end. Set by every `scan`. */
  next = 0;

  readonly #kernel: Kernel;
  readonly #exports: ScannerExports | undefined;
  readonly #keys: readonly Uint8Array[];
  readonly #owner = ++lastOwner;
  #input: Uint8Array = new Uint8Array(0);
  #result: Uint32Array = new Uint32Array(0);

  /** Throws a `UsageError` for keys that are too many, too long, given twice, or no valid Unicode. */
  constructor(kernel: Kernel, keys: readonly string[]) {
    this.#kernel = kernel;
    this.#exports = (kernel as Partial<ScannerHost>).scanner;
    this.#keys = encodeKeys(keys);
  }

  /**
   * Scans the line that begins at `start`, in a chunk of whole lines that ends at `end` (its last line may
   * lack the newline). What stands in the input area from `end` on, up to `SCRATCH_BYTES`, is overwritten;
   * views of the area taken before are detached if it has to grow for that. O(line), no allocation.
   */
  scan(start: number, end: number): Line {
    const needed = end + SCRATCH_BYTES;
    if (this.#input.length < needed) this.#view(needed);
    const exports = this.#exports;
    if (exports === undefined) return this.#scanBlank(start, end);
    if (exports.scanOwner() !== this.#owner) this.#loadKeys(exports);
    const base = this.#input.byteOffset;
    const line = exports.scanLine(base, start, end, base + needed) as Line;
    this.next = this.#result[0]!;
    return line;
  }

  /** Takes the views anew: they are detached (of length 0) once the kernel's memory has grown. */
  #view(bytes: number): void {
    this.#input = this.#kernel.input(bytes);
    if (this.#exports === undefined) return;
    const { buffer } = this.#input;
    const at = this.#exports.scanResultAt();
    this.#result = new Uint32Array(buffer, at, 1);
    this.kinds = new Uint32Array(buffer, at + 16, MAX_KEYS);
    this.starts = new Uint32Array(buffer, at + 16 + 4 * MAX_KEYS, MAX_KEYS);
    this.ends = new Uint32Array(buffer, at + 16 + 8 * MAX_KEYS, MAX_KEYS);
  }

  #loadKeys(exports: ScannerExports): void {
    const area = new Uint8Array(this.#input.buffer, exports.scanKeysAt(), MAX_KEY_BYTES + 2 * MAX_KEYS);
    let at = 0;
    for (const key of this.#keys) {
      area[at] = key.length & 0xff;
      area[at + 1] = key.length >> 8;
      area.set(key, at + 2);
      at += 2 + key.length;
    }
    exports.scanKeys(this.#keys.length, this.#owner);
  }

  #scanBlank(start: number, end: number): Line {
    const input = this.#input;
    const newline = input.indexOf(NEWLINE, start);
    const stop = newline < 0 || newline > end ? end : newline;
    this.next = Math.min(stop + 1, end);
    for (let i = start; i < stop; i++) {
      const byte = input[i];
      if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return LINE.unusual;
    }
    return LINE.blank;
  }
}

function encodeKeys(keys: readonly string[]): Uint8Array[] {
  if (keys.length > MAX_KEYS)
    throw new UsageError(`a line scanner knows at most ${MAX_KEYS} keys, got ${keys.length}`);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let bytes = 0;
  const encoded = keys.map((key, i) => {
    const utf8 = encoder.encode(key);
    bytes += utf8.length;
    if (decoder.decode(utf8) !== key)
      throw new UsageError(`key ${JSON.stringify(key)} holds half a surrogate pair`);
    if (keys.indexOf(key) !== i) throw new UsageError(`key ${JSON.stringify(key)} is given twice`);
    return utf8;
  });
  if (bytes > MAX_KEY_BYTES)
    throw new UsageError(`a line scanner's keys have at most ${MAX_KEY_BYTES} bytes, got ${bytes}`);
  return encoded;
}
