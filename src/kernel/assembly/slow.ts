/** The tokeniser for whatever text; see `../reference-tokenise.ts`, whose functions these follow one by one. */
import {
  APOSTROPHE,
  ARABIC,
  codePoint,
  DIGIT,
  DROP,
  EXTEND,
  from,
  goBack,
  HAMZA,
  isFirst,
  keep,
  kind,
  LATIN,
  LETTER,
  MARK,
  open,
  payload,
  read,
  SEPARATOR,
  SPACE,
  to,
  UNSPACED,
  UNSPACED_EXTEND,
} from "./symbols";
import * as text from "./token-text";
import { emit } from "./tokens";

const APOSTROPHE_CODE_POINT: u32 = 0x27;
const POINT: u32 = 0x2e;
const ZERO: u32 = 0x30;
const FEH: u32 = 0x641;
const KAF: u32 = 0x643;
const LAM: u32 = 0x644;
const WAW: u32 = 0x648;
const BEH: u32 = 0x628;
const REH: u32 = 0x631;

const JOINER_POINT: u32 = 1;
const JOINER_COMMA: u32 = 2;
const JOINER_THOUSANDS: u32 = 3;

/**
 * Reads from `at`, where no token is open, up to `end`: one token, or one code point that begins none. Returns
 * where what follows begins; no token is open there either.
 */
export function readSlowly(at: usize, end: usize): usize {
  open(at, end);
  let more = read();
  do {
    more = isLetter(kind) ? word() : kind === DIGIT ? number() : isUnspaced(kind) ? unspaced() : read();
  } while (more && !isFirst);
  return from;
}

function isLetter(kind: u32): bool {
  return kind - LETTER <= LATIN - LETTER;
}

function isUnspaced(kind: u32): bool {
  return kind >= UNSPACED;
}

function isDropped(kind: u32): bool {
  return kind === DROP || kind === EXTEND || kind === HAMZA || kind === MARK;
}

function isGap(kind: u32): bool {
  return kind - SPACE <= APOSTROPHE - SPACE;
}

function word(): bool {
  const start = from;
  let end = to;
  let letters: u32 = 0;
  let last = LETTER;
  let more = true;
  text.clear();
  while (more) {
    if (isLetter(kind)) {
      text.push(codePoint);
      letters++;
      last = kind;
      end = to;
    } else if (isDropped(kind)) {
      if (kind !== DROP) end = to;
      if (kind === MARK) text.mark(codePoint, payload);
      if (kind === HAMZA) text.hamza();
    } else if (kind === APOSTROPHE && last === LATIN && latinFollows()) {
      text.push(APOSTROPHE_CODE_POINT);
    } else if (letters === 1 && isGap(kind) && isProclitic(text.onlyLetter()) && wordFollows()) {
      while (kind !== ARABIC) read();
      continue;
    } else break;
    more = read();
  }
  emit(text.digest(), start, end);
  return more;
}

function isProclitic(letter: u32): bool {
  return letter === WAW || letter === LAM || letter === BEH || letter === KAF || letter === FEH;
}

function latinFollows(): bool {
  keep();
  while (read() && kind === DROP) {}
  const found = kind === LATIN;
  goBack();
  return found;
}

function wordFollows(): bool {
  keep();
  while (read() && (isGap(kind) || isDropped(kind))) {}
  let found = false;
  if (kind === ARABIC) {
    while (read() && isDropped(kind)) {}
    found = isLetter(kind);
  }
  goBack();
  return found;
}

function number(): bool {
  const start = from;
  let end = to;
  let group: u32 = 0;
  let isFraction = false;
  const startsWithZero = payload === 0;
  let more = true;
  text.clear();
  while (more) {
    const joiner = kind === SEPARATOR ? payload : kind === ARABIC && codePoint === REH ? JOINER_POINT : 0;
    if (kind === DIGIT) {
      group++;
      text.push(ZERO + payload);
      end = to;
    } else if (isDropped(kind)) {
      if (kind !== DROP) end = to;
    } else if (joiner !== 0) {
      const following = digitsFollowing();
      if (following === 0) break;
      const isThousands =
        joiner === JOINER_THOUSANDS ||
        (joiner === JOINER_COMMA && !isFraction && group <= 3 && following === 3 && !startsWithZero);
      if (!isThousands) {
        text.push(POINT);
        isFraction = true;
      }
      group = 0;
    } else break;
    more = read();
  }
  emit(text.digest(), start, end);
  return more;
}

function digitsFollowing(): u32 {
  keep();
  let digits: u32 = 0;
  while (digits < 4 && read()) {
    if (kind === DIGIT) digits++;
    else if (kind !== DROP) break;
  }
  goBack();
  return digits;
}

function unspaced(): bool {
  let start = from;
  let end = to;
  let previousStart: usize = 0;
  let units: u32 = 1;
  let more = true;
  text.clear();
  while (more) {
    const isFirst = text.length === 0;
    if (kind === UNSPACED || (kind === UNSPACED_EXTEND && isFirst)) {
      if (!isFirst) {
        if (units > 1) emit(text.digestPair(), previousStart, end);
        text.nextUnit();
        units++;
        previousStart = start;
      }
      text.push(codePoint);
      start = from;
      end = to;
    } else if (kind === UNSPACED_EXTEND) {
      text.push(codePoint);
      end = to;
    } else if (isDropped(kind)) {
      if (kind !== DROP) end = to;
      if (kind === MARK) text.mark(codePoint, payload);
    } else break;
    more = read();
  }
  if (units > 1) emit(text.digestPair(), previousStart, end);
  else emit(text.digest(), start, end);
  return more;
}
