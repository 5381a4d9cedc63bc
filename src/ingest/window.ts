/**
 * The bytes a parser has not finished with: they lie at the start of the input area, new ones come behind
 * them, finished ones leave at the front.
 */
import { SCRATCH_BYTES } from "../kernel/scanner.js";
import type { ByteArea } from "./record.js";

/** Most bytes that one record may have: a kernel tokenising as much needs about 1 GB. */
export const MAX_RECORD_BYTES = 64 << 20;
export const TOO_LONG = `longer than ${MAX_RECORD_BYTES >> 20} MiB`;

export class InputWindow {
  readonly area: ByteArea;
  /** Bytes held: [0, length) of the input area. */
  length = 0;
  /** Where byte 0 stands in the file. */
  base = 0;

  constructor(area: ByteArea) {
    this.area = area;
  }

  /** Room for `minBytes` behind the bytes held, and for the scanner's scratch behind that. */
  space(minBytes: number): Uint8Array {
    return this.area
      .input(this.length + minBytes + SCRATCH_BYTES)
      .subarray(this.length, this.length + minBytes);
  }

  /** The bytes held. Take it anew after anything that may grow the kernel's memory. */
  bytes(): Uint8Array {
    return this.area.input(this.length).subarray(0, this.length);
  }

  /** Lets the first `count` bytes go. */
  discard(count: number): void {
    if (count < this.length) this.bytes().copyWithin(0, count);
    this.length -= count;
    this.base += count;
  }
}
