/**
 * Unpacks the Unicode tables. In: the string that tables.generate.mjs wrote. Out: one entry for each code
 * point, flat, because a lookup happens for each character. About a millisecond, once.
 *
 * packed := runCount (gap length entry)* | replacementCount (gap count (delta)*)*
 * All numbers are LEB128, deltas zigzag. A gap counts from the end of the one before; a delta from the code
 * point written before.
 * entry := class:4 payload:8, or EXPANSION_BASE + place in `pool` where the replacing sequence begins.
 */
import { CLASS, CODE_POINT_LIMIT, PACKED_TABLES } from "./tables.js";

export const EXPANSION_BASE = 0x1000;
/** Set in the last code point of a sequence in `pool`. */
export const LAST_OF_SEQUENCE = 0x80000000;

export interface Tables {
  /** By code point, up to CODE_POINT_LIMIT. */
  readonly entries: Uint16Array;
  readonly pool: Uint32Array;
}

let loaded: Tables | undefined;

export function loadTables(): Tables {
  loaded ??= unpack();
  return loaded;
}

/** The entry of any code point. */
export function entryOf(tables: Tables, codePoint: number): number {
  if (codePoint < CODE_POINT_LIMIT) return tables.entries[codePoint]!;
  return codePoint >= 0xe0000 && codePoint <= 0xe0fff ? CLASS.DROP : CLASS.SEPARATOR;
}

function unpack(): Tables {
  const packed = atob(PACKED_TABLES);
  let at = 0;
  const take = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = packed.charCodeAt(at++);
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const entries = new Uint16Array(CODE_POINT_LIMIT);
  let codePoint = 0;
  for (let runs = take(); runs > 0; runs--) {
    codePoint += take();
    const length = take();
    entries.fill(take(), codePoint, codePoint + length);
    codePoint += length;
  }
  const pool: number[] = [];
  codePoint = 0;
  let previous = 0;
  for (let replacements = take(); replacements > 0; replacements--) {
    codePoint += take();
    entries[codePoint++] = EXPANSION_BASE + pool.length;
    for (let count = take(); count > 0; count--) {
      const zigzag = take();
      previous += zigzag & 1 ? -((zigzag + 1) >> 1) : zigzag >> 1;
      pool.push(count === 1 ? (previous | LAST_OF_SEQUENCE) >>> 0 : previous);
    }
  }
  return { entries, pool: Uint32Array.from(pool) };
}
