/**
 * Records with their texts deflated: `text-bytes.ts` leaves texts as they are while they may be asked for again soon.
 * The bytes are the same wherever it is done.
 */
import { deflateRawSync } from "node:zlib";
import { DEFLATE_FROM } from "./text-bytes.js";

const DEFLATE = { level: 3, windowBits: 13, memLevel: 7 };

export interface Chunk {
  readonly body: Uint8Array;
  readonly perChunk: number;
  /** Where in a record the length of its id stands; behind the id comes the packed text. */
  readonly idLengthAt: number;
}

/** Whether it has a text worth deflating, and not deflated yet. */
export function isSqueezable(record: Uint8Array, idLengthAt: number): boolean {
  if (record.length < DEFLATE_FROM) return false;
  const textAt = textStart(record, idLengthAt);
  return record.length - textAt >= DEFLATE_FROM && record[textAt] === 0;
}

function textStart(record: Uint8Array, idLengthAt: number): number {
  const view = new DataView(record.buffer, record.byteOffset, record.length);
  return idLengthAt + 4 + view.getUint32(idLengthAt, true);
}

/** The record with its text deflated; the same one where that is so, or where it is short. */
export function squeezeRecord(record: Uint8Array, idLengthAt: number): Uint8Array {
  if (!isSqueezable(record, idLengthAt)) return record;
  const textAt = textStart(record, idLengthAt);
  const deflated = deflateRawSync(record.subarray(textAt + 1), DEFLATE);
  const squeezed = new Uint8Array(textAt + 1 + deflated.length);
  squeezed.set(record.subarray(0, textAt));
  squeezed[textAt] = 1;
  squeezed.set(deflated, textAt + 1);
  return squeezed;
}

/** The same for a chunk of records. */
export function squeezeChunk({ body, perChunk, idLengthAt }: Chunk): Uint8Array {
  return packChunk(unpackChunk(body, perChunk).map((record) => record && squeezeRecord(record, idLengthAt)));
}

/** chunk := end:u32 of each of its records, cumulative | records      (an absent record is empty) */
export function packChunk(records: readonly (Uint8Array | undefined)[]): Uint8Array {
  const base = 4 * records.length;
  const body = new Uint8Array(base + records.reduce((sum, record) => sum + (record?.length ?? 0), 0));
  const view = new DataView(body.buffer);
  let end = 0;
  for (const [slot, record] of records.entries()) {
    if (record !== undefined) {
      body.set(record, base + end);
      end += record.length;
    }
    view.setUint32(4 * slot, end, true);
  }
  return body;
}

/** Views of its records. */
export function unpackChunk(body: Uint8Array, perChunk: number): (Uint8Array | undefined)[] {
  return Array.from({ length: perChunk }, (_, slot) => recordIn(body, perChunk, slot));
}

/** A view of one record of a chunk. */
export function recordIn(body: Uint8Array, perChunk: number, slot: number): Uint8Array | undefined {
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const base = 4 * perChunk;
  const start = slot === 0 ? 0 : view.getUint32(4 * (slot - 1), true);
  const end = view.getUint32(4 * slot, true);
  return end === start ? undefined : body.subarray(base + start, base + end);
}
