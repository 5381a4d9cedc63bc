/** Changes facts inside a copied passage, as a distorting copier would, and keeps the truth on each change. */
import type { FactKind, Range } from "../../src/model/index.js";
import type { Random } from "../support/random.js";
import { splitWords } from "./words.js";

/** Offsets relative to the passage before (`from`) and after (`to`) the change; one of them may be empty. */
export interface Alteration {
  readonly kind: FactKind;
  readonly from: Range;
  readonly to: Range;
}

export interface Altered {
  readonly text: string;
  readonly alterations: readonly Alteration[];
}

/** Words of which one may stand for another in the same sentence. */
const GROUPS: readonly (readonly [FactKind, readonly string[]])[] = [
  ["date", ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"]],
  ["date", ["الاحد", "الإثنين", "الاربعاء"]],
  [
    "date",
    ["يناير", "فبراير", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
  ],
  ["date", ["ابريل", "اغسطس", "اكتوبر"]],
  ["date", ["نيسان", "أيار", "حزيران", "تموز", "أيلول"]],
  ["number", ["ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]],
  ["number", ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"]],
  ["number", ["مليون", "مليار"]],
];
const GROUP_OF = new Map(GROUPS.flatMap((group) => group[1].map((word) => [word, group] as const)));
const NEGATIONS = new Set(["لا", "لم", "لن", "ليس", "ليست"]);
/** Words with the shape of an imperfect verb that are none. */
const NO_VERB = /^(?:يوم|يون|يول|ينا|يوس|يمن|يسار|يهود|يد|يق|ياب|يات|ياس)/u;
/** Words left alone at both ends, so that the change stands inside what was copied. */
const MARGIN_WORDS = 4;
/** Between two changes, so that each can be told from the other. */
const SPACING_WORDS = 4;

/** Alters one to four facts; returns null where the passage has none that can be altered. */
export function alterFacts(passage: string, random: Random): Altered | null {
  const words = splitWords(passage);
  const changes: { start: number; end: number; kind: FactKind; replacement: string; word: number }[] = [];
  for (let i = MARGIN_WORDS; i < words.length - MARGIN_WORDS; i++) {
    const change = alterWord(passage, words[i]!, words[i + 1]!, random);
    if (change !== null) changes.push({ ...change, word: i });
  }
  const chosen: typeof changes = [];
  const wanted = random.between(1, 4);
  for (const change of random.shuffled(changes)) {
    if (chosen.length === wanted) break;
    if (chosen.every((other) => Math.abs(other.word - change.word) >= SPACING_WORDS)) chosen.push(change);
  }
  if (chosen.length === 0) return null;
  chosen.sort((x, y) => x.start - y.start);

  let text = "";
  let taken = 0;
  const alterations: Alteration[] = [];
  for (const { start, end, kind, replacement } of chosen) {
    text += passage.slice(taken, start);
    const named = replacement.trimEnd();
    alterations.push({
      kind,
      from: { start, end: start + passage.slice(start, end).trimEnd().length },
      to: { start: text.length, end: text.length + named.length },
    });
    text += replacement;
    taken = end;
  }
  return { text: text + passage.slice(taken), alterations };
}

interface Change extends Range {
  readonly kind: FactKind;
  readonly replacement: string;
}

function alterWord(passage: string, word: Range, next: Range, random: Random): Change | null {
  const raw = passage.slice(word.start, word.end);
  const bare = /^[«"“(]*([\p{L}\p{Nd}]+)[»"”),.،؛:]*$/u.exec(raw)?.[1];
  if (bare === undefined) return null;
  const start = word.start + raw.indexOf(bare);
  const end = start + bare.length;
  if (/^(?:[0-9]{1,6}|[\u0660-\u0669]{1,6})$/u.test(bare)) {
    return { kind: "number", start, end, replacement: otherNumber(bare, random) };
  }
  const group = GROUP_OF.get(bare);
  if (group !== undefined) {
    return { kind: group[0], start, end, replacement: random.pick(group[1].filter((w) => w !== bare)) };
  }
  if (raw === bare && NEGATIONS.has(bare)) {
    return { kind: "negation", start, end: next.start, replacement: "" };
  }
  // Negations put in are rarer than the verbs they could stand before: else they would outnumber the rest.
  if (/^ي\p{L}{3,}$/u.test(raw) && !NO_VERB.test(raw) && random.chance(0.15)) {
    return { kind: "negation", start, end: start, replacement: "لا " };
  }
  return null;
}

/** As many digits in the same script, another value, no leading zero; years stay near to what they were. */
function otherNumber(digits: string, random: Random): string {
  const zero = digits.charCodeAt(0) >= 0x660 ? 0x660 : 0x30;
  const old = [...digits].reduce((sum, digit) => sum * 10 + digit.charCodeAt(0) - zero, 0);
  const floor = digits.length === 1 ? 1 : 10 ** (digits.length - 1);
  const reach = digits.length < 4 ? 10 ** digits.length : 30;
  let value = old;
  while (value === old) {
    value = random.between(Math.max(floor, old - reach), Math.min(10 ** digits.length - 1, old + reach));
  }
  return [...String(value)].map((digit) => String.fromCharCode(zero + Number(digit))).join("");
}
