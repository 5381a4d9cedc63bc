/**
 * The bytes a parser has not finished with: they lie at the start of the input area, new ones come behind
 * them, finished ones leave at the front.
 */
import { SCRATCH_BYTES } from "../kernel/scanner.js";
import type { ByteArea } from "./record.js";

/** Most bytes that one record may have unless the user says otherwise: a kernel tokenising as much needs about 1 GB. */
export const MAX_RECORD_BYTES = 64 << 20;

/** Why a record is left out that has more bytes than it may. */
export function tooLong(maxRecordBytes: number): string {
  const [size, unit] =
    maxRecordBytes >= 1 << 20 ? [maxRecordBytes / (1 << 20), "MiB"] : [maxRecordBytes, "bytes"];
  return `longer than ${Number(size.toFixed(1))} ${unit} (--max-record)`;
}

export class InputWindow {
  readonly area: ByteArea;
  readonly maxRecordBytes: number;
  /** Bytes held: [0, length) of the input area. */
  length = 0;
  /** Where byte 0 stands in the file. */
  base = 0;

  constructor(area: ByteArea, maxRecordBytes = MAX_RECORD_BYTES) {
    this.area = area;
    this.maxRecordBytes = maxRecordBytes;
  }

  /** Whether the bytes held are more than one record may have. */
  get isOverfull(): boolean {
    return this.length > this.maxRecordBytes;
  }

  get tooLong(): string {
    return tooLong(this.maxRecordBytes);
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
