/** Shingles of the last text's tokens, and what is made of its token hashes. */
import { extend, finish } from "./hash";
import { hashes, ids, shingles, table } from "./memory";

/**
 * Hashes of all runs of `length` tokens into `shingles`, repeated ones included; returns how many. Fewer tokens
 * make one shingle of all. O(tokens * length).
 */
export function shingle(tokens: u32, length: u32): u32 {
  if (tokens === 0) return 0;
  if (length > tokens) length = tokens;
  const count = tokens - length + 1;
  const end = hashes + 8 * count;
  let into = shingles;
  if (length === 2) {
    let first = load<u64>(hashes);
    for (let at = hashes; at < end; at += 8, into += 8) {
      const second = load<u64>(at, 8);
      store<u64>(into, finish(extend(first, second)));
      first = second;
    }
    return count;
  }
  for (let at = hashes; at < end; at += 8, into += 8) {
    let hash: u64 = 0;
    for (let i: u32 = 0; i < length; i++) hash = extend(hash, load<u64>(at + 8 * i));
    store<u64>(into, finish(hash));
  }
  return count;
}

/** Leaves each of `count` shingles where it first stood, moved up; returns how many are left. O(count). */
export function distinct(count: u32): u32 {
  let slots: u32 = 4;
  while (slots < 2 * count) slots *= 2;
  const mask = slots - 1;
  memory.fill(table, 0, 4 * slots);
  let kept: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const hash = load<u64>(shingles + 8 * i);
    let slot = <u32>hash & mask;
    let number = load<u32>(table + 4 * slot);
    while (number !== 0 && load<u64>(shingles + 8 * (number - 1)) !== hash) {
      slot = (slot + 1) & mask;
      number = load<u32>(table + 4 * slot);
    }
    if (number !== 0) continue;
    store<u64>(shingles + 8 * kept++, hash);
    store<u32>(table + 4 * slot, kept);
  }
  return kept;
}

/** Low words of the token hashes into `ids`. */
export function packIds(tokens: u32): void {
  for (let i: u32 = 0; i < tokens; i++) store<u32>(ids + 4 * i, load<u32>(hashes + 8 * i));
}
