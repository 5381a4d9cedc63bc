/**
 * Conflicting figures of two texts that report the same event in their own words: the same noun counted with
 * different numbers. In: two texts. Out: pairs of figures, in the order of a. A figure that stands in both
 * texts conflicts with nothing, and a noun that one text counts more than once is left out: no telling which.
 */

import { foldedTokens } from "../../language/words.js";
import type { ChangedFact, Range } from "../../model/index.js";
import { monthOf } from "../../text/calendar.js";
import { sameFigure } from "../../text/figures.js";
import { hijriMonthOf } from "../../text/hijri.js";
import { type NumberReading, readNumber } from "../../text/number-words.js";
import { stemOf } from "../../text/stems.js";
import type { TokenisedText } from "../../text/tokenise.js";

/** Texts longer than this are no reports of one event. */
const MAX_TOKENS = 3000;

/** Words before and after a figure that must share a stem with the other's. */
const CONTEXT_TOKENS = 12;

/** What is counted everywhere: two texts may well name different spans of time, sums and shares. */
const COMMON_UNITS = new Set(
  (
    "عام عاما سنه سنوات اعوام يوم يوما ايام شهر شهرا اشهر ساعه ساعات دقيقه دقائق مره مرات في المئه بالمئه بالمائه " +
    "year years day days month months hour hours minute minutes time times percent per"
  )
    .split(" ")
    .map(stemOf),
);

interface Figure {
  readonly number: NumberReading;
  readonly range: Range & { readonly text: string };
  readonly context: ReadonlySet<string>;
}

export function conflictingFigures(a: TokenisedText, b: TokenisedText): ChangedFact[] {
  if (a.ids.length > MAX_TOKENS || b.ids.length > MAX_TOKENS) return [];
  const countedA = countedNouns(a);
  const countedB = countedNouns(b);
  const facts: ChangedFact[] = [];
  for (const [noun, figuresA] of countedA) {
    const figuresB = countedB.get(noun);
    if (figuresA.length !== 1 || figuresB?.length !== 1) continue;
    const [p] = figuresA;
    const [q] = figuresB;
    if (sameFigure(p!.number, q!.number) || ![...p!.context].some((stem) => q!.context.has(stem))) continue;
    facts.push({ kind: "number", a: p!.range, b: q!.range });
  }
  return facts.sort((x, y) => x.a.start - y.a.start);
}

/** Stem of a counted noun -> the different numbers it is counted with. */
function countedNouns(text: TokenisedText): Map<string, Figure[]> {
  const words = foldedTokens(text, 0, text.ids.length);
  const counted = new Map<string, Figure[]>();
  for (let k = 0; k < words.length; ) {
    const number = readNumber(words, k);
    if (number === null) {
      k++;
      continue;
    }
    const at = k + number.length;
    const noun = words[at];
    // "The third race" counts nothing.
    const ordinal = words[k]!.startsWith("ال");
    const stem = noun === undefined || ordinal || isMonth(words, at) ? "" : stemOf(noun);
    if (stem !== "" && !stem.startsWith("#") && !COMMON_UNITS.has(stem)) {
      const figures = counted.get(stem) ?? [];
      if (!figures.some((figure) => sameFigure(figure.number, number))) {
        figures.push({
          number,
          range: rangeOf(text, k, at),
          context: contextOf(words, k, at + 1),
        });
      }
      counted.set(stem, figures);
    }
    k = at;
  }
  return counted;
}

function isMonth(words: readonly string[], at: number): boolean {
  const names = [words[at]!, `${words[at]} ${words[at + 1] ?? ""}`];
  return names.some((name) => monthOf(name) > 0 || hijriMonthOf(name) > 0);
}

function rangeOf(text: TokenisedText, from: number, to: number): Range & { readonly text: string } {
  const start = text.starts[from]!;
  const end = text.ends[to - 1]!;
  return { start, end, text: text.text.slice(start, end) };
}

function contextOf(words: readonly string[], from: number, to: number): Set<string> {
  const around = [
    ...words.slice(Math.max(0, from - CONTEXT_TOKENS), from),
    ...words.slice(to, to + CONTEXT_TOKENS),
  ];
  return new Set(around.map(stemOf).filter((stem) => stem !== "" && !stem.startsWith("#")));
}
