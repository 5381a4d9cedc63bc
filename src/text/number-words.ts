/**
 * Numbers as they stand in text: digits with a scale word after them, and number words of Arabic and English.
 * Words are folded as `foldLetters` does.
 */

const UNITS = words({
  1: "واحد واحده one",
  2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي two",
  3: "ثلاثه ثلاث three",
  4: "اربعه اربع four",
  5: "خمسه خمس five",
  6: "سته ست six",
  7: "سبعه سبع seven",
  8: "ثمانيه ثماني ثمان eight",
  9: "تسعه تسع nine",
  10: "عشره عشر ten",
  11: "eleven",
  12: "twelve",
  13: "thirteen",
  14: "fourteen",
  15: "fifteen",
  16: "sixteen",
  17: "seventeen",
  18: "eighteen",
  19: "nineteen",
});

const ORDINALS = words({
  1: "الحادي الحاديه حادي حاديه الواحد الواحده",
  2: "الثاني الثانيه second",
  3: "الثالث الثالثه third",
  4: "الرابع الرابعه fourth",
  5: "الخامس الخامسه fifth",
  6: "السادس السادسه sixth",
  7: "السابع السابعه seventh",
  8: "الثامن الثامنه eighth",
  9: "التاسع التاسعه ninth",
  10: "العاشر العاشره tenth",
});

const TENS = words({
  20: "عشرون عشرين العشرون العشرين twenty",
  30: "ثلاثون ثلاثين الثلاثون الثلاثين thirty",
  40: "اربعون اربعين forty",
  50: "خمسون خمسين fifty",
  60: "ستون ستين sixty",
  70: "سبعون سبعين seventy",
  80: "ثمانون ثمانين eighty",
  90: "تسعون تسعين ninety",
});

const HUNDREDS = words({
  100: "مئه مائه مايه hundred",
  200: "مئتان مئتين مائتان مائتين مئتا مئتي",
  300: "ثلاثمئه ثلاثمائه",
  400: "اربعمئه اربعمائه",
  500: "خمسمئه خمسمائه",
  600: "ستمئه ستمائه",
  700: "سبعمئه سبعمائه",
  800: "ثمانمئه ثمانمائه ثمانيمئه",
  900: "تسعمئه تسعمائه",
});

const SCALES = words({
  1e3: "الف الاف الفا thousand",
  1e6: "مليون ملايين مليونا million millions",
  1e9: "مليار مليارات مليارا بليون billion billions",
  1e12: "تريليون ترليون trillion",
});

const TWICE_SCALES = words({ 2e3: "الفان الفين", 2e6: "مليونان مليونين", 2e9: "ملياران مليارين" });

function words(table: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(table).flatMap(([value, names]) =>
      names.split(" ").map((name) => [name, Number(value)] as const),
    ),
  );
}

export interface NumberReading {
  readonly value: number;
  /** Another value it may have: "60.000" is sixty, or sixty thousand. */
  readonly other?: number;
  /** What one of its last written digit is worth: a thousand in "1.190 million", a million in "three million". */
  readonly unit: number;
  /** Tokens it takes. */
  readonly length: number;
  /** Whether it is written in digits, at least in part. */
  readonly digits: boolean;
}

/** "One" in eleven; alone these mean "one of". */
const ELEVEN = new Set(["احد", "احدي"]);
const PREPOSITION = /^[وبلف]/u;
const DIGITS = /^\d+(?:\.\d+)?$/u;
/** The decimal point of Arabic agencies, its sides as often in the order of writing as of reading. */
const REH_POINT = /^(\d+)ر(\d+)$/u;
const POINT_GROUPED = /^\d{1,3}(?:\.\d{3})$/u;
const MOST_TOKENS = 9;

/** Whether `readNumber` may find a number that begins with the word. */
export function beginsNumber(folded: string): boolean {
  return (
    DIGITS.test(folded) ||
    REH_POINT.test(folded) ||
    ELEVEN.has(withoutParticle(folded)) ||
    isNumberWord(withoutPreposition(folded)) ||
    ORDINALS.has(folded)
  );
}

/** The number that begins at token `at`, as long as it can be read; null where none begins. */
export function readNumber(folded: readonly string[], at: number): NumberReading | null {
  if (ELEVEN.has(withoutParticle(folded[at] ?? "")) && UNITS.get(folded[at + 1] ?? "") === 10) {
    return { value: 11, unit: 1, length: 2, digits: false };
  }
  let total = 0;
  let group = 0;
  // Order of magnitude that the next word must stay below; a unit before a ten ("خمسة وعشرين") waits for it.
  let below = Number.POSITIVE_INFINITY;
  let length = 0;
  let digits = false;
  let unit = 1;
  let turned: number | undefined;
  for (let k = at; k < folded.length && k < at + MOST_TOKENS; k++) {
    const token = folded[k]!;
    const parted = length === 0 ? REH_POINT.exec(token) : null;
    if (parted !== null || DIGITS.test(token)) {
      if (length > 0) break;
      const written = parted === null ? token : `${parted[2]}.${parted[1]}`;
      if (parted !== null) turned = turnedRound(parted[1]!, parted[2]!);
      group = Number(written);
      unit = lastDigit(written);
      digits = true;
      below = 0;
      length = 1;
      continue;
    }
    const joined = length > 0 && token.length > 2 && token.startsWith("و");
    const word = joined && !UNITS.has(token) ? token.slice(1) : k === at ? withoutPreposition(token) : token;
    const scale = SCALES.get(word);
    if (scale !== undefined && !joined && (length === 0 || group > 0)) {
      // "1,190,121 million" has a word too many.
      if (length === 1 && digits && group >= 1e6) turned = group / scale;
      total += (group === 0 ? 1 : group) * scale;
      unit *= scale;
      if (turned !== undefined) turned *= scale;
      group = 0;
      below = scale;
      length = k - at + 1;
      continue;
    }
    const added = additive(word, joined, group, below);
    if (added === null) break;
    group += added.value;
    below = added.below;
    unit = 1;
    length = k - at + 1;
  }
  // "The eleventh hour", but "the only goal".
  if (length === 0 || (length === 1 && ORDINALS.get(folded[at]!) === 1)) return null;
  const reading = { value: total + group, unit, length, digits };
  if (turned !== undefined) return { ...reading, other: turned };
  return POINT_GROUPED.test(folded[at]!) ? { ...reading, other: 1000 * reading.value } : reading;
}

/** The other reading of "935ر6": its sides in the order of writing, or the clock of "33ر06". */
function turnedRound(first: string, second: string): number {
  const clock = first.length === 2 && second.length === 2 && Number(second) < 24 && Number(first) < 60;
  return clock ? Number(second + first) : Number(`${first}.${second}`);
}

function lastDigit(written: string): number {
  const point = written.indexOf(".");
  return point < 0 ? 1 : 10 ** (point + 1 - written.length);
}

/** "بثلاثة" and "وعشرون" begin numbers too; لست is no six. */
function withoutPreposition(token: string): string {
  if (!PREPOSITION.test(token) || isNumberWord(token)) return token;
  const rest = token.slice(1);
  return rest.length > 2 && isNumberWord(rest) ? rest : token;
}

/** The same of "one" in eleven. */
function withoutParticle(token: string): string {
  return token.length > 3 && PREPOSITION.test(token) ? token.slice(1) : token;
}

function isNumberWord(word: string): boolean {
  return (
    UNITS.has(word) || TENS.has(word) || HUNDREDS.has(word) || SCALES.has(word) || TWICE_SCALES.has(word)
  );
}

function additive(
  word: string,
  joined: boolean,
  group: number,
  below: number,
): { value: number; below: number } | null {
  const twice = TWICE_SCALES.get(word);
  if (twice !== undefined && group === 0 && below > twice) return { value: twice, below: twice / 2 };
  const hundreds = HUNDREDS.get(word);
  if (hundreds !== undefined) {
    // "three hundred": the unit before multiplies.
    if (hundreds === 100 && group >= 2 && group <= 9 && !joined) return { value: group * 99, below: 100 };
    return below > 100 && group === 0 ? { value: hundreds, below: 100 } : null;
  }
  const tens = TENS.get(word);
  if (tens !== undefined) {
    const unit = group % 100;
    if (unit === 0 && below > 10) return { value: tens, below: 10 };
    return unit < 10 && joined && below <= 10 ? { value: tens, below: 0 } : null;
  }
  const unit = UNITS.get(word) ?? ORDINALS.get(word);
  if (unit === undefined) return null;
  if (unit === 10 && !joined && group % 100 > 0 && group % 100 < 10 && below <= 10)
    return { value: 10, below: 0 };
  if (below < 10 || (group % 100 > 0 && group % 100 < 20)) return null;
  return { value: unit, below: unit < 10 && group % 100 === 0 ? 10 : 0 };
}
