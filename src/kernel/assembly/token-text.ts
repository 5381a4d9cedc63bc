/**
 * The normalised text of the token that is being read; see `../token-text.ts`. It is hashed as it comes: only
 * the last letter, which a hamza may still change, and the marks behind it wait.
 */
import { absorb } from "./hash";
import { encode } from "./utf8";

const MARK_RUN: u32 = 32;
const WAW: u32 = 0x648;
const WAW_WITH_HAMZA: u32 = 0x624;
const YEH: u32 = 0x64a;
const YEH_WITH_HAMZA: u32 = 0x626;

// state := hash:u64 fill:u32 pad:u32 block:u8[32]; bytes of `block` from `fill` on are undefined
const STATE_BYTES: usize = 48;
const FILL: usize = 8;
const BLOCK: usize = 16;
/** The token or, where tokens are pairs of units, the unit; and the pair of it and the unit before. */
const single = memory.data(48, 16);
const pair = memory.data(48, 16);
let isPaired: bool = false;

let letter: u32 = 0;
let markCount: u32 = 0;
const markCodePoints = memory.data(4 * 32, 4);
const markRanks = memory.data(32, 4);
/** Code points so far. */
export let length: u32 = 0;

export function clear(): void {
  store<u64>(single, 0);
  store<u32>(single, 0, FILL);
  isPaired = false;
  letter = 0;
  markCount = 0;
  length = 0;
}

export function push(codePoint: u32): void {
  flush();
  letter = codePoint;
  length++;
}

export function mark(codePoint: u32, rank: u32): void {
  if (rank === 0) {
    push(codePoint);
    return;
  }
  if (markCount === MARK_RUN) flush();
  let at = markCount++;
  while (at > 0 && load<u8>(markRanks + at - 1) > rank) {
    store<u8>(markRanks + at, load<u8>(markRanks + at - 1));
    store<u32>(markCodePoints + 4 * at, load<u32>(markCodePoints + 4 * (at - 1)));
    at--;
  }
  store<u8>(markRanks + at, rank);
  store<u32>(markCodePoints + 4 * at, codePoint);
  length++;
}

export function hamza(): void {
  if (letter === WAW) letter = WAW_WITH_HAMZA;
  if (letter === YEH) letter = YEH_WITH_HAMZA;
}

/** The only code point so far; 0 if there are more. */
export function onlyLetter(): u32 {
  return length === 1 ? letter : 0;
}

/** Hash of the token; of the unit alone, where tokens are pairs. */
export function digest(): u64 {
  flush();
  return digestOf(single);
}

/** Hash of the pair of this unit and the one before. */
export function digestPair(): u64 {
  flush();
  return digestOf(pair);
}

/** Ends a unit: the next one makes a pair with it. */
export function nextUnit(): void {
  flush();
  for (let i: usize = 0; i < STATE_BYTES; i += 16) v128.store(pair + i, v128.load(single + i));
  clear();
  isPaired = true;
}

function flush(): void {
  if (letter !== 0) append(letter);
  for (let i: u32 = 0; i < markCount; i++) append(load<u32>(markCodePoints + 4 * i));
  letter = 0;
  markCount = 0;
}

function append(codePoint: u32): void {
  appendTo(single, codePoint);
  if (isPaired) appendTo(pair, codePoint);
}

function appendTo(state: usize, codePoint: u32): void {
  let fill = load<u32>(state, FILL);
  fill += encode(state + BLOCK + fill, codePoint);
  if (fill >= 16) {
    absorbBlock(state);
    store<u32>(state, load<u32>(state, BLOCK + 16), BLOCK);
    fill -= 16;
  }
  store<u32>(state, fill, FILL);
}

function absorbBlock(state: usize): void {
  store<u64>(state, absorb(load<u64>(state), load<u64>(state, BLOCK), load<u64>(state, BLOCK + 8)));
}

function digestOf(state: usize): u64 {
  const fill = load<u32>(state, FILL);
  if (fill > 0) {
    v128.store(state + BLOCK + fill, i64x2.splat(0));
    absorbBlock(state);
  }
  return load<u64>(state);
}
