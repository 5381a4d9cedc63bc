/**
 * Signatures of sets of 64-bit element hashes. Definitions, and what they are good for: `../reference-sketch.ts`.
 *
 * Elements are pairs of 32-bit words (low, high); a repeated element changes nothing, so shingles need not be
 * made distinct first. Signatures are 16-byte aligned, `slots` a multiple of 4 of at most 1024. No allocation.
 */

const EMPTY: u32 = 0xffffffff;
const MAX_VALUE: u32 = 0xfffffffe;

/** FSS: the minima of the round under way; 0, which no value is less than, where an earlier round filled the slot. */
const roundMinima = memory.data(4 * 1024, 16);

/** affine32: a block of mixed elements, and the coefficients for `coefficientSlots` slots. */
const mixed = memory.data(4 * 1024, 16);
const factors = memory.data(4 * 1024, 16);
const summands = memory.data(4 * 1024, 16);
let coefficientSlots: u32 = 0;
const BLOCK: u32 = 1024;

const twister = memory.data(4 * 624, 16);

/** The finaliser of MurmurHash3, a bijection of 32-bit words. */
function fmix32(value: u32): u32 {
  value = (value ^ (value >> 16)) * 0x85ebca6b;
  value = (value ^ (value >> 13)) * 0xc2b2ae35;
  return value ^ (value >> 16);
}

/**
 * Fast Similarity Sketching. O(count + slots) for each round; all slots are filled after about
 * slots · ln(slots) / count rounds.
 */
export function fssInto(elements: usize, count: u32, signature: usize, slots: u32): void {
  const empty = i32x4.splat(EMPTY);
  for (let at: usize = 0; at < 4 * <usize>slots; at += 16) {
    v128.store(signature + at, empty);
    v128.store(roundMinima + at, empty);
  }
  if (count === 0) return;

  // The first round fills its slots in the signature itself: none is filled yet.
  fssRound(elements, count, 0, signature, slots);
  let open = closeRound(signature, signature, slots);
  for (let round: u32 = 1; open && round < slots; round++) {
    fssRound(elements, count, round, roundMinima, slots);
    open = closeRound(signature, roundMinima, slots);
  }
  if (!open) return;

  const end = elements + ((<usize>count) << 3);
  for (let slot: u32 = 0; slot < slots; slot++) {
    const at = signature + ((<usize>slot) << 2);
    if (load<u32>(at) !== EMPTY) continue;
    const factor = fmix32(2 * (slots + slot) + 2) | 1;
    let least = MAX_VALUE;
    for (let element = elements; element < end; element += 8) {
      const value = load<u32>(element, 4) * factor;
      if (value < least) least = value;
    }
    store<u32>(at, least);
  }
}

/**
 * Every element of a round: slot from the low word, value from the high word, minimum into `minima`. Four at
 * a time, because one by one each update waits for the store before it (half the speed).
 */
function fssRound(elements: usize, count: u32, round: u32, minima: usize, slots: u32): void {
  const slotFactor = fmix32(2 * round + 1) | 1;
  const valueFactor = fmix32(2 * round + 2) | 1;
  const end = elements + ((<usize>count) << 3);
  const endOfFours = elements + ((<usize>(count & ~3)) << 3);
  let at = elements;
  for (; at < endOfFours; at += 32) {
    const slot0 = minima + slotOffset(load<u32>(at, 0) * slotFactor, slots);
    const slot1 = minima + slotOffset(load<u32>(at, 8) * slotFactor, slots);
    const slot2 = minima + slotOffset(load<u32>(at, 16) * slotFactor, slots);
    const slot3 = minima + slotOffset(load<u32>(at, 24) * slotFactor, slots);
    const value0 = min<u32>(load<u32>(at, 4) * valueFactor, MAX_VALUE);
    const value1 = min<u32>(load<u32>(at, 12) * valueFactor, MAX_VALUE);
    const value2 = min<u32>(load<u32>(at, 20) * valueFactor, MAX_VALUE);
    const value3 = min<u32>(load<u32>(at, 28) * valueFactor, MAX_VALUE);
    store<u32>(slot0, min<u32>(load<u32>(slot0), value0));
    store<u32>(slot1, min<u32>(load<u32>(slot1), value1));
    store<u32>(slot2, min<u32>(load<u32>(slot2), value2));
    store<u32>(slot3, min<u32>(load<u32>(slot3), value3));
  }
  for (; at < end; at += 8) {
    const slot = minima + slotOffset(load<u32>(at) * slotFactor, slots);
    store<u32>(slot, min<u32>(load<u32>(slot), min<u32>(load<u32>(at, 4) * valueFactor, MAX_VALUE)));
  }
}

/** The byte offset of the slot that the upper half of `product` falls on. */
function slotOffset(product: u32, slots: u32): usize {
  return (<usize>(((product >> 16) * slots) >> 16)) << 2;
}

/** Takes a round's minima into the slots that were empty. True while some still are. */
function closeRound(signature: usize, minima: usize, slots: u32): bool {
  const empty = i32x4.splat(EMPTY);
  let open = i32x4.splat(0);
  for (let at: usize = 0; at < 4 * <usize>slots; at += 16) {
    const before = v128.load(signature + at);
    const after = v128.bitselect(v128.load(minima + at), before, i32x4.eq(before, empty));
    const stillEmpty = i32x4.eq(after, empty);
    v128.store(signature + at, after);
    v128.store(roundMinima + at, stillEmpty);
    open = v128.or(open, stillEmpty);
  }
  return v128.any_true(open);
}

/** MinHash as datasketch 2.x has it (`affine32`, seed 1), of the elements' low words. O(count · slots / 4). */
export function affine32Into(elements: usize, count: u32, signature: usize, slots: u32): void {
  if (coefficientSlots !== slots) makeCoefficients(slots);
  memory.fill(signature, 0xff, (<usize>slots) << 2);
  while (count) {
    const block = min<u32>(count, BLOCK);
    for (let i: usize = 0; i < <usize>block; i++)
      store<u32>(mixed + (i << 2), fmix32(load<u32>(elements + (i << 3))));
    const blockEnd = mixed + ((<usize>block) << 2);
    let slot: usize = 0;
    for (; slot + 16 <= <usize>slots; slot += 16) minimaOf16(blockEnd, signature + (slot << 2), slot << 2);
    for (; slot < <usize>slots; slot += 4) minimaOf4(blockEnd, signature + (slot << 2), slot << 2);
    elements += (<usize>block) << 3;
    count -= block;
  }
}

/** 16 slots stay in registers over all elements of the block. */
function minimaOf16(blockEnd: usize, signature: usize, offset: usize): void {
  const a0 = v128.load(factors + offset);
  const a1 = v128.load(factors + offset, 16);
  const a2 = v128.load(factors + offset, 32);
  const a3 = v128.load(factors + offset, 48);
  const b0 = v128.load(summands + offset);
  const b1 = v128.load(summands + offset, 16);
  const b2 = v128.load(summands + offset, 32);
  const b3 = v128.load(summands + offset, 48);
  let m0 = v128.load(signature);
  let m1 = v128.load(signature, 16);
  let m2 = v128.load(signature, 32);
  let m3 = v128.load(signature, 48);
  for (let at = mixed; at < blockEnd; at += 4) {
    const element = v128.load32_splat(at);
    m0 = i32x4.min_u(m0, i32x4.add(i32x4.mul(element, a0), b0));
    m1 = i32x4.min_u(m1, i32x4.add(i32x4.mul(element, a1), b1));
    m2 = i32x4.min_u(m2, i32x4.add(i32x4.mul(element, a2), b2));
    m3 = i32x4.min_u(m3, i32x4.add(i32x4.mul(element, a3), b3));
  }
  v128.store(signature, m0);
  v128.store(signature, m1, 16);
  v128.store(signature, m2, 32);
  v128.store(signature, m3, 48);
}

function minimaOf4(blockEnd: usize, signature: usize, offset: usize): void {
  const a = v128.load(factors + offset);
  const b = v128.load(summands + offset);
  let m = v128.load(signature);
  for (let at = mixed; at < blockEnd; at += 4) {
    m = i32x4.min_u(m, i32x4.add(i32x4.mul(v128.load32_splat(at), a), b));
  }
  v128.store(signature, m);
}

/**
 * numpy's RandomState(1): the first `slots` outputs of the Mersenne twister give the odd factors, the next
 * `slots` the summands. So the summands of a slot depend on how many slots there are.
 */
function makeCoefficients(slots: u32): void {
  store<u32>(twister, 1);
  for (let i: u32 = 1; i < 624; i++) {
    const last = load<u32>(twister + ((<usize>(i - 1)) << 2));
    store<u32>(twister + ((<usize>i) << 2), 1812433253 * (last ^ (last >> 30)) + i);
  }
  for (let i: u32 = 0; i < 2 * slots; i++) {
    const output = nextRandom(i % 624);
    if (i < slots) store<u32>(factors + ((<usize>i) << 2), (output << 1) | 1);
    else store<u32>(summands + ((<usize>(i - slots)) << 2), output);
  }
  coefficientSlots = slots;
}

/** MT19937: replaces state word `i` and tempers it. */
function nextRandom(i: u32): u32 {
  const at = twister + ((<usize>i) << 2);
  const next = load<u32>(twister + ((<usize>((i + 1) % 624)) << 2));
  const middle = load<u32>(twister + ((<usize>((i + 397) % 624)) << 2));
  const joined = (load<u32>(at) & 0x80000000) | (next & 0x7fffffff);
  const word = middle ^ (joined >> 1) ^ (joined & 1 ? 0x9908b0df : 0);
  store<u32>(at, word);
  let output = word ^ (word >> 11);
  output ^= (output << 7) & 0x9d2c5680;
  output ^= (output << 15) & 0xefc60000;
  return output ^ (output >> 18);
}
