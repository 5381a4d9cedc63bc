/**
 * A block: the entries of one range of hashes in a segment, looked up where they lie.
 *
 * block     := offsetBytes:u8 (2 or 4) | 0:u8 | offsets: 257 × offsetBytes | remainders | numbers
 * The hash range of a block is cut into 256 equal ones; entries offsets[i] up to offsets[i + 1] belong to range i.
 * remainder := the hash's low 32 - 8 - blockBits bits, in as many whole bytes as they need, at most 3
 * number    := number - the segment's first, in numberBytes (2, 3 or 4). All little-endian, ascending by hash.
 */

export interface BlockShape {
  /** Leading bits of a hash that name its block, 0..16. */
  readonly blockBits: number;
  readonly numberBytes: number;
  readonly first: number;
}

const RANGE_BITS = 8;
const RANGES = 1 << RANGE_BITS;

export function shapeFor(entries: number, first: number, last: number): BlockShape {
  const blockBits = Math.max(0, Math.min(16, Math.round(Math.log2(entries / ENTRIES_PER_BLOCK))));
  const span = last - first;
  return { blockBits, numberBytes: span < 1 << 16 ? 2 : span < 1 << 24 ? 3 : 4, first };
}

/** About 16 KB: LMDB rounds values up to pages of 4 KB. */
const ENTRIES_PER_BLOCK = 4096;

export function blockOf(hash: number, { blockBits }: BlockShape): number {
  return blockBits === 0 ? 0 : hash >>> (32 - blockBits);
}

function remainderBytes(blockBits: number): number {
  return (32 - RANGE_BITS - blockBits + 7) >> 3;
}

function rangeOf(hash: number, blockBits: number): number {
  return (hash >>> (32 - RANGE_BITS - blockBits)) & (RANGES - 1);
}

/** Packs entries [from, to), ascending by hash and all of one block. */
export function packBlock(
  hashes: Uint32Array,
  numbers: Uint32Array,
  from: number,
  to: number,
  { blockBits, numberBytes, first }: BlockShape,
): Uint8Array {
  const count = to - from;
  const offsetBytes = count < 1 << 16 ? 2 : 4;
  const keptBytes = remainderBytes(blockBits);
  const remaindersAt = 2 + (RANGES + 1) * offsetBytes;
  const numbersAt = remaindersAt + count * keptBytes;
  const block = new Uint8Array(numbersAt + count * numberBytes);
  const view = new DataView(block.buffer);
  block[0] = offsetBytes;
  let at = from;
  for (let range = 0; range <= RANGES; range++) {
    if (offsetBytes === 2) view.setUint16(2 + 2 * range, at - from, true);
    else view.setUint32(2 + 4 * range, at - from, true);
    while (at < to && rangeOf(hashes[at]!, blockBits) === range) at++;
  }
  for (let i = 0; i < count; i++) {
    put(block, remaindersAt + i * keptBytes, hashes[from + i]!, keptBytes);
    put(block, numbersAt + i * numberBytes, numbers[from + i]! - first, numberBytes);
  }
  return block;
}

/** Visits the numbers of a hash; false as soon as `visit` returns false. */
export function findInBlock(
  block: Uint8Array,
  hash: number,
  { blockBits, numberBytes, first }: BlockShape,
  visit: (number: number) => boolean,
): boolean {
  const range = rangeOf(hash, blockBits);
  let from: number;
  let to: number;
  let remaindersAt: number;
  let count: number;
  if (block[0] === 2) {
    const at = 2 + 2 * range;
    from = block[at]! | (block[at + 1]! << 8);
    to = block[at + 2]! | (block[at + 3]! << 8);
    if (from === to) return true;
    count = block[2 + 2 * RANGES]! | (block[3 + 2 * RANGES]! << 8);
    remaindersAt = 2 + 2 * (RANGES + 1);
  } else {
    from = get(block, 2 + 4 * range, 4);
    to = get(block, 6 + 4 * range, 4);
    count = get(block, 2 + 4 * RANGES, 4);
    remaindersAt = 2 + 4 * (RANGES + 1);
  }
  const keptBytes = remainderBytes(blockBits);
  const numbersAt = remaindersAt + count * keptBytes;
  const wanted = hash & (keptBytes === 1 ? 0xff : keptBytes === 2 ? 0xffff : 0xffffff);
  for (let at = remaindersAt + from * keptBytes; from < to; from++, at += keptBytes) {
    let remainder = block[at]!;
    if (keptBytes > 1) remainder |= block[at + 1]! << 8;
    if (keptBytes > 2) remainder |= block[at + 2]! << 16;
    // Ascending within a range.
    if (remainder < wanted) continue;
    if (remainder > wanted) return true;
    if (!visit(first + get(block, numbersAt + from * numberBytes, numberBytes))) return false;
  }
  return true;
}

/** All entries of a block, written behind `at`; returns where they end. */
export function unpackBlock(
  block: Uint8Array,
  number: number,
  { blockBits, numberBytes, first }: BlockShape,
  hashes: Uint32Array,
  numbers: Uint32Array,
  at: number,
): number {
  const offsetBytes = block[0]!;
  const count = countOf(block);
  const keptBytes = remainderBytes(blockBits);
  const remaindersAt = 2 + (RANGES + 1) * offsetBytes;
  const numbersAt = remaindersAt + count * keptBytes;
  const rangeShift = 32 - RANGE_BITS - blockBits;
  const keptMask = 2 ** (8 * keptBytes) - 1;
  const base = blockBits === 0 ? 0 : (number << (32 - blockBits)) >>> 0;
  let i = 0;
  for (let range = 0; range < RANGES; range++) {
    const end = get(block, 2 + offsetBytes * (range + 1), offsetBytes);
    const high = ((base | (range << rangeShift)) & ~keptMask) >>> 0;
    for (; i < end; i++) {
      hashes[at] = (high | get(block, remaindersAt + i * keptBytes, keptBytes)) >>> 0;
      numbers[at++] = first + get(block, numbersAt + i * numberBytes, numberBytes);
    }
  }
  return at;
}

export function countOf(block: Uint8Array): number {
  const offsetBytes = block[0]!;
  return get(block, 2 + offsetBytes * RANGES, offsetBytes);
}

function get(bytes: Uint8Array, at: number, width: number): number {
  let value = bytes[at]!;
  if (width > 1) value |= bytes[at + 1]! << 8;
  if (width > 2) value |= bytes[at + 2]! << 16;
  if (width > 3) value |= bytes[at + 3]! << 24;
  return value >>> 0;
}

function put(bytes: Uint8Array, at: number, value: number, width: number): void {
  for (let i = 0; i < width; i++) bytes[at + i] = value >>> (8 * i);
}
