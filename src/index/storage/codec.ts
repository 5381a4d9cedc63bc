/**
 * Documents and answers as bytes.
 *
 * document := sequence:u32 | arrived:f64 | id length:u32 | id | packed text of JSON(other fields, key) "\n" text
 * answer   := verdict:u8 | number:u32 (0: not kept) | arrived:f64 | digest:16 | id length:u32 | id |
 *             packed text of JSON [of, matches, changes], absent where there are none
 */
import type { ItemAnswer, ItemVerdict } from "../../model/answer.js";
import type { Document } from "../../model/index.js";
import { mostBytes, packTextInto, unpackText } from "./text-bytes.js";

export interface Key {
  readonly field: string;
  readonly value: string;
}

export interface StoredDocument {
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly arrived: number;
  readonly key: Key | null;
  readonly document: Document;
}

const ITEM_VERDICTS: readonly ItemVerdict[] = [
  "new",
  "duplicate",
  "update",
  "excerpt",
  "contains",
  "rewrite",
];
const DOCUMENT_ID_AT = 16;
const ANSWER_ID_AT = 33;
/** Where the length of the id stands. */
export const DOCUMENT_ID_LENGTH_AT = 12;
export const ANSWER_ID_LENGTH_AT = 29;

const decoder = new TextDecoder();
/** Records are made here, and copied once their length is known. */
let scratch = Buffer.alloc(1 << 16);
let scratchView = viewOf(scratch);

/** Without the text where that is not kept. */
export function packDocument(
  { sequence, arrived, key, document }: StoredDocument,
  keepText: boolean,
): Uint8Array {
  const { id, text, ...fields } = document;
  const json = JSON.stringify(key === null ? fields : { ...fields, " key": key });
  const rest = keepText ? `${json}\n${text}` : `${json}\n`;
  const textAt = beginRecord(id, DOCUMENT_ID_AT, mostBytes(rest));
  scratchView.setUint32(0, sequence, true);
  scratchView.setFloat64(4, arrived, true);
  return madeRecord(packTextInto(rest, scratch, textAt));
}

export function unpackDocument(record: Uint8Array): StoredDocument {
  const view = viewOf(record);
  const textAt = DOCUMENT_ID_AT + view.getUint32(DOCUMENT_ID_LENGTH_AT, true);
  const unpacked = unpackText(record.subarray(textAt));
  const end = unpacked.indexOf("\n");
  const { " key": key = null, ...fields } = JSON.parse(unpacked.slice(0, end));
  return {
    sequence: view.getUint32(0, true),
    arrived: view.getFloat64(4, true),
    key,
    document: { id: documentId(record), ...fields, text: unpacked.slice(end + 1) },
  };
}

export function documentId(record: Uint8Array): string {
  const length = viewOf(record).getUint32(DOCUMENT_ID_LENGTH_AT, true);
  return decoder.decode(record.subarray(DOCUMENT_ID_AT, DOCUMENT_ID_AT + length));
}

export function documentSequence(record: Uint8Array): number {
  return viewOf(record).getUint32(0, true);
}

export interface StoredAnswer {
  /** The document's number; 0 where the item was held back. */
  readonly number: number;
  readonly answer: ItemAnswer;
}

export function packAnswer({ number, answer }: StoredAnswer): Uint8Array {
  const { of, matches, changes } = answer;
  const isPlain = of === null && matches.length === 0 && changes === null;
  const rest = isPlain ? "" : JSON.stringify([of, matches, changes]);
  const restAt = beginRecord(answer.id, ANSWER_ID_AT, mostBytes(rest));
  scratch[0] = ITEM_VERDICTS.indexOf(answer.verdict);
  scratchView.setUint32(1, number, true);
  scratchView.setFloat64(5, Date.parse(answer.arrived), true);
  scratch.write(answer.digest, 13, "hex");
  return madeRecord(isPlain ? restAt : packTextInto(rest, scratch, restAt));
}

/** Puts an id and its length in place, and makes room for so many bytes behind it; returns where they begin. */
function beginRecord(id: string, idAt: number, rest: number): number {
  const most = idAt + 3 * id.length + rest;
  if (scratch.length < most) {
    scratch = Buffer.alloc(2 * most);
    scratchView = viewOf(scratch);
  }
  const length = scratch.write(id, idAt);
  scratchView.setUint32(idAt - 4, length, true);
  return idAt + length;
}

/** A part of Buffer's pool if it is short: many records come and go, and memory of its own for each is dear. */
function madeRecord(length: number): Uint8Array {
  const record = Buffer.allocUnsafe(length);
  record.set(scratch.subarray(0, length));
  return record;
}

export function unpackAnswer(record: Uint8Array, sequence: number): StoredAnswer {
  const view = viewOf(record);
  const restAt = ANSWER_ID_AT + view.getUint32(ANSWER_ID_LENGTH_AT, true);
  const rest = restAt === record.length ? [null, [], null] : JSON.parse(unpackText(record.subarray(restAt)));
  const [of, matches, changes] = rest;
  return {
    number: view.getUint32(1, true),
    answer: {
      id: answerId(record),
      digest: answerDigest(record),
      sequence,
      arrived: new Date(view.getFloat64(5, true)).toISOString(),
      verdict: ITEM_VERDICTS[record[0]!]!,
      of,
      matches,
      changes,
      replayed: false,
    },
  };
}

export function answerId(record: Uint8Array): string {
  const length = viewOf(record).getUint32(ANSWER_ID_LENGTH_AT, true);
  return decoder.decode(record.subarray(ANSWER_ID_AT, ANSWER_ID_AT + length));
}

export function answerDigest(record: Uint8Array): string {
  return Buffer.from(record.subarray(13, 29)).toString("hex");
}

export function answerArrived(record: Uint8Array): number {
  return viewOf(record).getFloat64(5, true);
}

export function answerNumber(record: Uint8Array): number {
  return viewOf(record).getUint32(1, true);
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}
