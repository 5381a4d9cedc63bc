/**
 * Writes tables.ts: what every Unicode code point is to the tokeniser, and what it is replaced by, from the
 * Unicode data inside Node (ICU). Run it with `node src/kernel/tables.generate.mjs`.
 *
 * Row numbers are those of the normalisation table in test/golden/README.md. A changed table changes hashes,
 * hence stored indexes: raise KERNEL_VERSION with it.
 */
import { writeFileSync } from "node:fs";

/** From LETTER on, what makes words. assembly/symbols.ts has the same numbers. */
const CLASS = {
  SEPARATOR: 0,
  SPACE: 1,
  QUOTE: 2,
  APOSTROPHE: 3,
  DROP: 4,
  EXTEND: 5,
  HAMZA: 6,
  DIGIT: 7,
  MARK: 8,
  HANGUL: 9,
  LETTER: 10,
  ARABIC: 11,
  LATIN: 12,
  UNSPACED: 13,
  UNSPACED_EXTEND: 14,
};
const CLASSIFIED = (kind, payload) => kind | (payload << 4);

const UNICODE_VERSION = "17.0";
if (process.versions.unicode !== UNICODE_VERSION) {
  throw new Error(
    `tables are pinned to Unicode ${UNICODE_VERSION}, this Node has ${process.versions.unicode}: use a Node with Unicode ${UNICODE_VERSION}`,
  );
}

const LAST = 0x10ffff;
const HAMZA_ABOVE = 0x654;
const text = (...codePoints) => String.fromCodePoint(...codePoints);
const codePointsOf = (string) => Array.from(string, (character) => character.codePointAt(0));

/** "0009-000D 0020" → predicate. */
function set(ranges) {
  const pairs = ranges.split(" ").map((range) => {
    const [first, last = first] = range.split("-").map((hex) => Number.parseInt(hex, 16));
    return [first, last];
  });
  return (codePoint) => pairs.some(([first, last]) => codePoint >= first && codePoint <= last);
}

const isSpace = set("0009 0020 00A0 1680 2000-200A 202F 205F 3000");
const isDropped = set(
  "00AD 061C 200B-200F 202A-202E 2060-2064 2066-206F FEFF FE00-FE0F 0600-0605 06DD 070F 0890-0891 08E2",
);
const isTatweel = set("0640 FE73");
const isArabicMark = set(
  "0610-061A 064B-0653 0655-065F 0670 06D6-06DC 06DF-06E8 06EA-06ED 0897-089F 08CA-08E1 08E3-08FF",
);
const isSaraAa = set("0E32 0EB2");
const ARABIC_LETTERS = new Map();
function replaceArabic(ranges, target) {
  const matches = set(ranges);
  for (let codePoint = 0x600; codePoint < 0x700; codePoint++) {
    if (matches(codePoint)) ARABIC_LETTERS.set(codePoint, target);
  }
}
replaceArabic("06CC-06CD 06D0 06D2", 0x64a);
replaceArabic("06A9-06AA", 0x643);
replaceArabic("06BE 06C0-06C2 06D5", 0x647);
replaceArabic("0671-0673", 0x627);
replaceArabic("0622-0623 0625", 0x627); // L1, on every input
replaceArabic("0649", 0x64a);
replaceArabic("06C3 0629", 0x647); // row 7 makes 06C3 a 0629

const COMPOSED_WITH_HAMZA = new Map([
  [0x648, 0x624],
  [0x64a, 0x626],
]);

const LETTER = /^[\p{L}\p{N}]$/u;
const UNSPACED =
  /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]$/u;

/** Rank of a mark's canonical combining class among all classes; 0 for class 0. Derived from how NFD orders. */
const rankOfMark = (() => {
  const swaps = (first, second) =>
    first !== second && text(0x61, first, second).normalize("NFD") === text(0x61, second, first);
  const OVERLAY = 0x334; // class 1, the lowest
  const IOTA = 0x345; // class 240, the highest
  const reorders = (mark) => mark === OVERLAY || mark === IOTA || swaps(mark, OVERLAY) || swaps(IOTA, mark);
  const representatives = []; // one mark a class, ascending
  const placed = [];
  for (let codePoint = 0; codePoint <= LAST; codePoint++) {
    const mark = text(codePoint);
    if (!/^\p{M}$/u.test(mark) || mark.normalize("NFD") !== mark || !reorders(codePoint)) continue;
    let at = 0;
    while (at < representatives.length && swaps(codePoint, representatives[at])) at++;
    const isKnown = at < representatives.length && !swaps(representatives[at], codePoint);
    if (!isKnown) representatives.splice(at, 0, codePoint);
    placed.push(codePoint);
  }
  const ranks = new Map();
  for (const codePoint of placed) {
    const at = representatives.findIndex((other) => !swaps(codePoint, other) && !swaps(other, codePoint));
    ranks.set(codePoint, at + 1);
  }
  return (codePoint) => ranks.get(codePoint) ?? 0;
})();

/** Rows 5, 7 and L1 on a decomposed sequence, and the marks that are dropped. */
function foldArabic(sequence) {
  const folded = [];
  for (const codePoint of sequence) {
    if (isDropped(codePoint) || isTatweel(codePoint) || isArabicMark(codePoint)) continue;
    if (codePoint === HAMZA_ABOVE) {
      const composed = COMPOSED_WITH_HAMZA.get(folded.at(-1));
      if (composed !== undefined) folded[folded.length - 1] = composed;
      continue;
    }
    folded.push(ARABIC_LETTERS.get(codePoint) ?? codePoint);
  }
  return folded;
}

/** Lower case and NFKD until nothing changes, final sigma as sigma, then the Arabic rows. */
function fold(codePoint) {
  let current = text(codePoint);
  for (;;) {
    const next = current.normalize("NFKD").toLowerCase();
    if (next === current) break;
    current = next;
  }
  return foldArabic(codePointsOf(current.replaceAll("ς", "σ")));
}

/** What a code point is by itself, after it has been found to need no replacement. */
function classify(codePoint) {
  const character = text(codePoint);
  if (isSpace(codePoint)) return CLASS.SPACE;
  if (codePoint === 0x27 || codePoint === 0x2019) return CLASS.APOSTROPHE;
  if (/^\p{Quotation_Mark}$/u.test(character)) return CLASS.QUOTE;
  if (codePoint === HAMZA_ABOVE) return CLASS.HAMZA;
  if (isTatweel(codePoint) || isArabicMark(codePoint)) return CLASS.EXTEND;
  if (isDropped(codePoint) || /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u.test(character))
    return CLASS.DROP;
  if (codePoint >= 0xac00 && codePoint <= 0xd7a3) return CLASS.HANGUL;
  if (isSaraAa(codePoint)) return CLASS.UNSPACED_EXTEND;
  if (/^\p{M}$/u.test(character)) return CLASSIFIED(CLASS.MARK, rankOfMark(codePoint));
  if (codePoint >= 0x30 && codePoint <= 0x39) return CLASSIFIED(CLASS.DIGIT, codePoint - 0x30);
  if (LETTER.test(character)) {
    if (UNSPACED.test(character)) return CLASS.UNSPACED;
    if (/^\p{Script=Arabic}$/u.test(character)) return CLASS.ARABIC;
    if (/^\p{Script=Latin}$/u.test(character)) return CLASS.LATIN;
    return CLASS.LETTER;
  }
  if (codePoint === 0x2e || codePoint === 0x66b) return CLASSIFIED(CLASS.SEPARATOR, 1);
  if (codePoint === 0x2c || codePoint === 0x60c) return CLASSIFIED(CLASS.SEPARATOR, 2);
  if (codePoint === 0x66c) return CLASSIFIED(CLASS.SEPARATOR, 3);
  return CLASS.SEPARATOR;
}

/** Nd digits come in runs of ten from 0 to 9, aligned to the first of each script. */
function digitValue(codePoint) {
  if (!/^\p{Nd}$/u.test(text(codePoint))) return -1;
  let zero = codePoint;
  while (/^\p{Nd}$/u.test(text(zero - 1))) zero--;
  return (codePoint - zero) % 10;
}

const isWordPart = (codePoint) => {
  const kind = classify(codePoint) & 15;
  return kind === CLASS.DIGIT || kind === CLASS.MARK || kind === CLASS.HANGUL || kind >= CLASS.LETTER;
};

/** A class entry, or the sequence that replaces the code point. */
function describe(codePoint) {
  const own = classify(codePoint);
  const kind = own & 15;
  const digit = digitValue(codePoint);
  if (digit >= 0) return CLASSIFIED(CLASS.DIGIT, digit);
  if (kind !== CLASS.SEPARATOR && kind !== CLASS.QUOTE && kind !== CLASS.MARK && kind < CLASS.LETTER)
    return own;
  const sequence = fold(codePoint);
  if (sequence.length === 1 && sequence[0] === codePoint) return own;
  const isLetter = LETTER.test(text(codePoint));
  const hasWord = sequence.some((part) => isWordPart(part) && (classify(part) & 15) !== CLASS.MARK);
  if (hasWord) return sequence;
  // The 14 isolated harakat that NFKC puts on a space (row 6 lets them vanish like the harakat they are).
  if (kind === CLASS.ARABIC) return CLASS.EXTEND;
  const isMark = /^\p{M}$/u.test(text(codePoint));
  if (sequence.length > 0 && sequence.every(isWordPart)) return isMark || isLetter ? sequence : own;
  if (isLetter) return own;
  return sequence.length === 1 ? classify(sequence[0]) : own;
}

/** From here on nothing is a letter: tags and variation selectors, all dropped, then private use. */
const TAGS_START = 0xe0000;
const runs = []; // [first, length, entry] of equal class entries other than SEPARATOR
const sequences = []; // [codePoint, sequence]
for (let codePoint = 0; codePoint <= LAST; codePoint++) {
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  const described = isSurrogate ? CLASS.SEPARATOR : describe(codePoint);
  if (Array.isArray(described)) {
    sequences.push([codePoint, described]);
  } else if (described !== CLASS.SEPARATOR && codePoint < TAGS_START) {
    const run = runs.at(-1);
    if (run !== undefined && run[2] === described && run[0] + run[1] === codePoint) run[1]++;
    else runs.push([codePoint, 1, described]);
  }
}
const replaced = new Set(sequences.map(([codePoint]) => codePoint));
for (const [codePoint, sequence] of sequences) {
  for (const part of sequence) {
    if (replaced.has(part))
      throw new Error(`${codePoint.toString(16)} maps to ${part.toString(16)}, which maps on`);
  }
}

const bytes = [];
function put(value) {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
}
const zigzag = (value) => (value < 0 ? -2 * value - 1 : 2 * value);

put(runs.length);
let at = 0;
for (const [first, length, entry] of runs) {
  put(first - at);
  put(length);
  put(entry);
  at = first + length;
}
put(sequences.length);
at = 0;
let previous = 0;
for (const [codePoint, sequence] of sequences) {
  put(codePoint - at);
  put(sequence.length);
  for (const part of sequence) {
    put(zigzag(part - previous));
    previous = part;
  }
  at = codePoint + 1;
}

const base64 = Buffer.from(bytes).toString("base64");
const [lastFirst, lastLength] = runs.at(-1);
const limit = (lastFirst + lastLength + 0xff) & ~0xff;
writeFileSync(
  new URL("./tables.ts", import.meta.url),
  `/** Written by tables.generate.mjs; do not edit. Packing: see tables-load.ts. */
export const UNICODE_VERSION = "${UNICODE_VERSION}";

export const CLASS = ${JSON.stringify(CLASS)} as const;

/** Code points from here on are separators, save the dropped ones of plane 14. */
export const CODE_POINT_LIMIT = 0x${limit.toString(16)};

export const PACKED_TABLES: string =
  "${base64}";
`,
);
process.stdout.write(
  `${runs.length} runs, ${sequences.length} replacements, ${bytes.length} bytes, ${base64.length} characters\n`,
);
