/**
 * A block: the entries of one range of hashes in a segment, looked up where they lie.
 *
 * block     := offsetBytes:u8 (2 or 4) | rangeBits:u8 | shift:u8 | 0:u8 | offsets: (2^rangeBits + 1) × offsetBytes |
 *              remainders | numbers
 * place     := hash - the least hash of the block; of a segment of n blocks, block b begins at ⌈b × 2³² / n⌉
 * Entries offsets[i] up to offsets[i + 1] are those of range i := place >>> shift.
 * remainder := the low `shift` bits of the place, in as many whole bytes as they need, at most 4
 * number    := number - the segment's first, in numberBytes (2, 3 or 4). All little-endian, ascending by hash.
 */

export interface BlockShape {
  /** Blocks that the segment is cut into, by hash: 1..2²¹. Of one without an entry nothing is stored. */
  readonly blocks: number;
  readonly numberBytes: number;
  readonly first: number;
}

const HEADER_BYTES = 4;
const LEAST_RANGE_BITS = 5;
const MOST_RANGE_BITS = 8;
/** Up to here a hash times this many is exact in a double. */
const MOST_BLOCKS = 1 << 21;
/** What LMDB leaves of a page of 4 KB for a value, less its checksum: larger values take a second page. */
const PAGE_BYTES = 4096 - 24 - 4;
/** How full blocks are made, in standard deviations of their size: so few of them spill over a page. */
const SPARED_DEVIATIONS = 3;

export function shapeFor(entries: number, first: number, last: number): BlockShape {
  const span = last - first;
  const numberBytes = span < 1 << 16 ? 2 : span < 1 << 24 ? 3 : 4;
  let blocks = 1;
  // How much of a hash a block must hold depends on how many blocks there are.
  for (let turn = 0; turn < 3; turn++) {
    const most = mostEntries(blocks, numberBytes);
    const mean = entries <= most ? entries : most - SPARED_DEVIATIONS * Math.sqrt(most);
    blocks = Math.max(1, Math.min(MOST_BLOCKS, Math.ceil(entries / mean)));
  }
  return { blocks, numberBytes, first };
}

/** Entries that a page holds. */
function mostEntries(blocks: number, numberBytes: number): number {
  let most = 0;
  for (let rangeBits = LEAST_RANGE_BITS; rangeBits <= MOST_RANGE_BITS; rangeBits++) {
    const room = PAGE_BYTES - HEADER_BYTES - 2 * (2 ** rangeBits + 1);
    most = Math.max(most, Math.floor(room / (keptBytesOf(placeBits(blocks) - rangeBits) + numberBytes)));
  }
  return most;
}

export function blockOf(hash: number, { blocks }: BlockShape): number {
  return Math.floor((hash * blocks) / 2 ** 32);
}

/** The least hash of a block; 2³² behind the last. */
export function startOf(block: number, { blocks }: BlockShape): number {
  return Math.ceil((block * 2 ** 32) / blocks);
}

/** Bits that hold any place of a block. */
function placeBits(blocks: number): number {
  return 32 - Math.clz32(Math.ceil(2 ** 32 / blocks) - 1);
}

function keptBytesOf(shift: number): number {
  return (shift + 7) >> 3;
}

/** Packs entries [from, to), ascending by hash and all of one block, in the fewest bytes. */
export function packBlock(
  hashes: Uint32Array,
  numbers: Uint32Array,
  from: number,
  to: number,
  shape: BlockShape,
): Uint8Array {
  const { numberBytes, first } = shape;
  const count = to - from;
  const offsetBytes = count < 1 << 16 ? 2 : 4;
  const bits = placeBits(shape.blocks);
  let rangeBits = LEAST_RANGE_BITS;
  const bytesWith = (tried: number) => 2 ** tried * offsetBytes + count * keptBytesOf(bits - tried);
  for (let tried = rangeBits + 1; tried <= MOST_RANGE_BITS; tried++)
    if (bytesWith(tried) < bytesWith(rangeBits)) rangeBits = tried;
  const shift = bits - rangeBits;
  const keptBytes = keptBytesOf(shift);
  const keptMask = 2 ** shift - 1;
  const start = startOf(blockOf(hashes[from]!, shape), shape);
  const remaindersAt = HEADER_BYTES + (2 ** rangeBits + 1) * offsetBytes;
  const numbersAt = remaindersAt + count * keptBytes;
  const block = new Uint8Array(numbersAt + count * numberBytes);
  block[0] = offsetBytes;
  block[1] = rangeBits;
  block[2] = shift;
  let range = 0;
  for (let i = 0; i < count; i++) {
    const place = hashes[from + i]! - start;
    for (const own = place >>> shift; range <= own; range++)
      put(block, HEADER_BYTES + range * offsetBytes, i, offsetBytes);
    put(block, remaindersAt + i * keptBytes, place & keptMask, keptBytes);
    put(block, numbersAt + i * numberBytes, numbers[from + i]! - first, numberBytes);
  }
  for (; range <= 2 ** rangeBits; range++) put(block, HEADER_BYTES + range * offsetBytes, count, offsetBytes);
  return block;
}

/** Visits the numbers of a hash, the last first; false as soon as `visit` returns false. */
export function findInBlock(
  block: Uint8Array,
  hash: number,
  shape: BlockShape,
  visit: (number: number) => boolean,
): boolean {
  const { numberBytes, first } = shape;
  const offsetBytes = block[0]!;
  const ranges = 1 << block[1]!;
  const shift = block[2]!;
  const place = hash - startOf(blockOf(hash, shape), shape);
  const rangeAt = HEADER_BYTES + (place >>> shift) * offsetBytes;
  const from = get(block, rangeAt, offsetBytes);
  let to = get(block, rangeAt + offsetBytes, offsetBytes);
  if (from === to) return true;
  const keptBytes = keptBytesOf(shift);
  const remaindersAt = HEADER_BYTES + (ranges + 1) * offsetBytes;
  const numbersAt = remaindersAt + get(block, HEADER_BYTES + ranges * offsetBytes, offsetBytes) * keptBytes;
  const wanted = place & ((1 << shift) - 1);
  for (let at = remaindersAt + --to * keptBytes; to >= from; to--, at -= keptBytes) {
    let remainder = block[at]!;
    if (keptBytes > 1) remainder |= block[at + 1]! << 8;
    if (keptBytes > 2) remainder |= block[at + 2]! << 16;
    if (keptBytes > 3) remainder |= block[at + 3]! << 24;
    // Ascending within a range.
    if (remainder > wanted) continue;
    if (remainder < wanted) return true;
    if (!visit(first + get(block, numbersAt + to * numberBytes, numberBytes))) return false;
  }
  return true;
}

/** All entries of a block, written behind `at`; returns where they end. */
export function unpackBlock(
  block: Uint8Array,
  number: number,
  shape: BlockShape,
  hashes: Uint32Array,
  numbers: Uint32Array,
  at: number,
): number {
  const { numberBytes, first } = shape;
  const count = countOf(block);
  unpackHashes(block, number, shape, hashes, at);
  let from = block.length - count * numberBytes;
  if (numberBytes === 3) {
    for (let i = 0; i < count; i++, from += 3)
      numbers[at + i] = first + (block[from]! | (block[from + 1]! << 8) | (block[from + 2]! << 16));
  } else
    for (let i = 0; i < count; i++, from += numberBytes)
      numbers[at + i] = first + get(block, from, numberBytes);
  return at + count;
}

/** The hashes of a block, ascending, written behind `at`. */
export function unpackHashes(
  block: Uint8Array,
  number: number,
  shape: BlockShape,
  hashes: Uint32Array,
  at: number,
): void {
  const offsetBytes = block[0]!;
  const ranges = 1 << block[1]!;
  const shift = block[2]!;
  const keptBytes = keptBytesOf(shift);
  const start = startOf(number, shape);
  let from = HEADER_BYTES + (ranges + 1) * offsetBytes;
  let i = 0;
  for (let range = 0; range < ranges; range++) {
    const end = get(block, HEADER_BYTES + offsetBytes * (range + 1), offsetBytes);
    // In 32 bits: sums of larger numbers cost several times as much.
    const base = (start + range * 2 ** shift) | 0;
    if (keptBytes === 1) for (; i < end; i++) hashes[at + i] = (base + block[from++]!) | 0;
    else if (keptBytes === 2) {
      for (; i < end; i++, from += 2) hashes[at + i] = (base + (block[from]! | (block[from + 1]! << 8))) | 0;
    } else for (; i < end; i++, from += keptBytes) hashes[at + i] = base + get(block, from, keptBytes);
  }
}

export function countOf(block: Uint8Array): number {
  const offsetBytes = block[0]!;
  return get(block, HEADER_BYTES + (1 << block[1]!) * offsetBytes, offsetBytes);
}

function get(bytes: Uint8Array, at: number, width: number): number {
  let value = bytes[at]!;
  if (width > 1) value |= bytes[at + 1]! << 8;
  if (width > 2) value |= bytes[at + 2]! << 16;
  if (width > 3) value |= bytes[at + 3]! << 24;
  return value >>> 0;
}

function put(bytes: Uint8Array, at: number, value: number, width: number): void {
  bytes[at] = value;
  if (width > 1) bytes[at + 1] = value >>> 8;
  if (width > 2) bytes[at + 2] = value >>> 16;
  if (width > 3) bytes[at + 3] = value >>> 24;
}
