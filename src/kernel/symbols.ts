/**
 * The normaliser: UTF-8 bytes as a stream of symbols. In: bytes. Out: code points after replacement, each with
 * its class and the byte range it came from. A code point that is replaced by several gives several symbols of
 * one range.
 */
import { CLASS } from "./tables.js";
import { EXPANSION_BASE, entryOf, LAST_OF_SEQUENCE, loadTables } from "./tables-load.js";

const REPLACEMENT = 0xfffd;

export class SymbolStream {
  /** Of the current symbol: its class, what the class carries (digit, rank of a mark), its code point. */
  kind: number = CLASS.SEPARATOR;
  payload = 0;
  codePoint = 0;
  /** Bytes [start, end) that the current symbol stands for. */
  start = 0;
  end = 0;

  readonly #tables = loadTables();
  #bytes: Uint8Array = new Uint8Array(0);
  #limit = 0;
  /** What is left of a replacing sequence. */
  #pending: number[] = [];

  open(bytes: Uint8Array, start: number, end: number): void {
    this.#bytes = bytes;
    this.#limit = end;
    this.end = start;
    this.#pending = [];
  }

  /** Goes to where another stream stands, to look ahead of it. */
  follow(other: SymbolStream): void {
    this.#bytes = other.#bytes;
    this.#limit = other.#limit;
    this.start = other.start;
    this.end = other.end;
    this.#pending = [...other.#pending];
  }

  /** Moves to the next symbol. At the end of the text: false, and the symbol is a separator. */
  read(): boolean {
    const pending = this.#pending.shift();
    if (pending !== undefined) {
      this.#set(pending, entryOf(this.#tables, pending));
      return true;
    }
    this.start = this.end;
    if (this.start === this.#limit) {
      this.#set(REPLACEMENT, CLASS.SEPARATOR);
      return false;
    }
    const { codePoint, length } = decode(this.#bytes, this.start, this.#limit);
    this.end = this.start + length;
    const entry = entryOf(this.#tables, codePoint);
    if (entry >= EXPANSION_BASE) this.#pending = this.#sequence(entry - EXPANSION_BASE);
    else if (entry === CLASS.HANGUL) this.#pending = jamo(codePoint);
    else {
      this.#set(codePoint, entry);
      return true;
    }
    return this.read();
  }

  #set(codePoint: number, entry: number): void {
    this.codePoint = codePoint;
    this.kind = entry & 15;
    this.payload = entry >> 4;
  }

  #sequence(at: number): number[] {
    const sequence: number[] = [];
    for (let i = at; ; i++) {
      const packed = this.#tables.pool[i]!;
      sequence.push(packed & ~LAST_OF_SEQUENCE);
      if (packed >= LAST_OF_SEQUENCE) return sequence;
    }
  }
}

/** Canonical decomposition of a Hangul syllable (The Unicode Standard, 3.12). */
function jamo(syllable: number): number[] {
  const index = syllable - 0xac00;
  const leading = 0x1100 + Math.floor(index / 588);
  const vowel = 0x1161 + Math.floor((index % 588) / 28);
  const trailing = index % 28;
  return trailing === 0 ? [leading, vowel] : [leading, vowel, 0x11a7 + trailing];
}

/** One code point at `at`, as the WHATWG decoder reads it: U+FFFD for each maximal subpart that is broken. */
export function decode(bytes: Uint8Array, at: number, limit: number): { codePoint: number; length: number } {
  const lead = bytes[at]!;
  if (lead < 0x80) return { codePoint: lead, length: 1 };
  const following = lead < 0xc2 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0;
  if (following === 0) return { codePoint: REPLACEMENT, length: 1 };
  // The second byte's range excludes overlong forms, surrogates, and what lies above U+10FFFF.
  let low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  let high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  let codePoint = lead & (0x3f >> following);
  for (let i = 1; i <= following; i++) {
    const byte = at + i < limit ? bytes[at + i]! : 0;
    if (byte < low || byte > high) return { codePoint: REPLACEMENT, length: i };
    codePoint = (codePoint << 6) | (byte & 0x3f);
    low = 0x80;
    high = 0xbf;
  }
  return { codePoint, length: following + 1 };
}
