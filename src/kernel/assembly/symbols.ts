/** UTF-8 bytes as a stream of symbols; see `../symbols.ts`. The current symbol and the place are globals. */
import { entries, pool } from "./memory";

export const SEPARATOR: u32 = 0;
export const SPACE: u32 = 1;
export const QUOTE: u32 = 2;
export const APOSTROPHE: u32 = 3;
export const DROP: u32 = 4;
export const EXTEND: u32 = 5;
export const HAMZA: u32 = 6;
export const DIGIT: u32 = 7;
export const MARK: u32 = 8;
const HANGUL: u32 = 9;
export const LETTER: u32 = 10;
export const ARABIC: u32 = 11;
export const LATIN: u32 = 12;
export const UNSPACED: u32 = 13;
export const UNSPACED_EXTEND: u32 = 14;

export const EXPANSION_BASE: u32 = 0x1000;
export const LAST_OF_SEQUENCE: u32 = 0x80000000;
const CODE_POINT_LIMIT: u32 = 0x33500;
const TAGS_START: u32 = 0xe0000;
const TAGS_END: u32 = 0xe1000;
const REPLACEMENT: u32 = 0xfffd;

/** Of the current symbol: class, what the class carries, code point, and its bytes [from, to). */
export let kind: u32 = 0;
export let payload: u32 = 0;
export let codePoint: u32 = 0;
export let from: usize = 0;
export let to: usize = 0;

/** Whether the current symbol is the first that its code point stands for. */
export let isFirst: bool = true;

let limit: usize = 0;
/** Where the next code point of a replacing sequence stands; 0 when there is none. */
let sequence: usize = 0;

/** Up to three jamo of the syllable that is being read. */
const jamo = memory.data(12, 4);

let keptKind: u32 = 0;
let keptPayload: u32 = 0;
let keptCodePoint: u32 = 0;
let keptFrom: usize = 0;
let keptTo: usize = 0;
let keptSequence: usize = 0;
let keptIsFirst: bool = true;

export function open(at: usize, end: usize): void {
  to = at;
  limit = end;
  sequence = 0;
}

/** Keeps the place, to look ahead; one place at a time. */
export function keep(): void {
  keptKind = kind;
  keptPayload = payload;
  keptCodePoint = codePoint;
  keptFrom = from;
  keptTo = to;
  keptSequence = sequence;
  keptIsFirst = isFirst;
}

export function goBack(): void {
  kind = keptKind;
  payload = keptPayload;
  codePoint = keptCodePoint;
  from = keptFrom;
  to = keptTo;
  sequence = keptSequence;
  isFirst = keptIsFirst;
}

/** Moves to the next symbol. At the end of the text: false, and the symbol is a separator. */
export function read(): bool {
  isFirst = sequence === 0;
  if (isFirst) {
    from = to;
    if (from === limit) {
      kind = SEPARATOR;
      payload = 0;
      return false;
    }
    decode(from);
    const entry = entryOf(codePoint);
    if (entry < EXPANSION_BASE && entry !== HANGUL) {
      kind = entry & 15;
      payload = entry >> 4;
      return true;
    }
    sequence = entry === HANGUL ? decomposeHangul(codePoint) : pool + 4 * (entry - EXPANSION_BASE);
  }
  const packed = load<u32>(sequence);
  sequence = packed & LAST_OF_SEQUENCE ? 0 : sequence + 4;
  codePoint = packed & ~LAST_OF_SEQUENCE;
  const entry = entryOf(codePoint);
  kind = entry & 15;
  payload = entry >> 4;
  return true;
}

/** For `decode` alone, without a stream. */
export function setLimit(end: usize): void {
  limit = end;
}

/** The code point at `at`, which ends at `to`. */
export function decode(at: usize): void {
  const lead = <u32>load<u8>(at);
  if (lead < 0x80) {
    codePoint = lead;
    to = at + 1;
  } else if (lead - 0xc2 <= 0xdf - 0xc2 && at + 1 < limit && load<i8>(at, 1) < -64) {
    codePoint = ((lead & 0x1f) << 6) | (load<u8>(at, 1) & 0x3f);
    to = at + 2;
  } else decodeLong(at, lead);
}

function entryOf(value: u32): u32 {
  if (value < CODE_POINT_LIMIT) return load<u16>(entries + 2 * value);
  return value >= TAGS_START && value < TAGS_END ? DROP : SEPARATOR;
}

/** What is longer than two bytes, or broken: U+FFFD for each maximal subpart, as WHATWG has it. */
function decodeLong(at: usize, lead: u32): void {
  const following: u32 = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  let low: u32 = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  let high: u32 = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  let value = lead & (0x3f >> following);
  to = at + 1;
  for (let i: u32 = 0; i < following; i++) {
    const byte: u32 = to < limit ? load<u8>(to) : 0;
    if (byte < low || byte > high) {
      codePoint = REPLACEMENT;
      return;
    }
    value = (value << 6) | (byte & 0x3f);
    low = 0x80;
    high = 0xbf;
    to++;
  }
  codePoint = following === 0 ? REPLACEMENT : value;
}

function decomposeHangul(syllable: u32): usize {
  const index = syllable - 0xac00;
  const trailing = index % 28;
  const vowel = 0x1161 + (index % 588) / 28;
  store<u32>(jamo, 0x1100 + index / 588);
  store<u32>(jamo, trailing === 0 ? vowel | LAST_OF_SEQUENCE : vowel, 4);
  store<u32>(jamo, (0x11a7 + trailing) | LAST_OF_SEQUENCE, 8);
  return jamo;
}
