/** The wordings of one phrase: the fullest first, and of each other what stands otherwise. */
import type { Kernel } from "../../kernel/kernel.js";
import { alignQuote, type TokenPair } from "../../match/quote/align.js";
import { editsBetween } from "../../match/quote/quote.js";
import type { PhraseChange, PhraseWording } from "../../model/index.js";
import { type TokenisedText, tokenise } from "../../text/tokenise.js";

export interface Wordings {
  readonly wordings: readonly PhraseWording[];
  /** For each text that was given the place of its wording. */
  readonly places: readonly number[];
  readonly fullest: TokenisedText;
}

/** Wordings that may be the fullest: those that most texts have, and of these the earlier. */
const MOST_CANDIDATES = 24;

interface Wording {
  readonly text: TokenisedText;
  texts: number;
}

/** Texts that differ in nothing but marks and spaces are one wording. O(wordings × words²). */
export function wordingsOf(kernel: Kernel, texts: readonly string[]): Wordings {
  const byKey = new Map<string, Wording>();
  const keys = texts.map((text) => {
    const read = tokenise(kernel, text);
    const key = read.ids.join(" ");
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { text: read, texts: 1 });
    else known.texts++;
    return key;
  });
  const fullest = fullestOf([...byKey.values()]);
  const ordered = [...byKey].sort(([, x], [, y]) => Number(y === fullest) - Number(x === fullest));
  const places = new Map(ordered.map(([key], at) => [key, at]));
  return {
    wordings: ordered.map(([, wording]) => comparedWith(fullest.text, wording.text)),
    places: keys.map((key) => places.get(key)!),
    fullest: fullest.text,
  };
}

/** The one that has most of the words of all other texts; of several the longer, then the earlier. */
function fullestOf(wordings: readonly Wording[]): Wording {
  const candidates = wordings.toSorted((x, y) => y.texts - x.texts).slice(0, MOST_CANDIDATES);
  const held = candidates.map((candidate) => {
    const { ids } = candidate.text;
    // Its own words say nothing of the others, but for the other texts that have them too.
    let sum = (candidate.texts - 1) * ids.length;
    for (const other of candidates)
      if (other !== candidate) sum += other.texts * alignQuote(ids, other.text.ids).length;
    return sum;
  });
  let best = 0;
  for (let at = 1; at < candidates.length; at++) {
    const longer = candidates[at]!.text.ids.length - candidates[best]!.text.ids.length;
    if (held[at]! > held[best]! || (held[at] === held[best] && longer > 0)) best = at;
  }
  return candidates[best]!;
}

function comparedWith(full: TokenisedText, other: TokenisedText): PhraseWording {
  if (full === other) return { text: full.text, share: 1, changes: [] };
  const pairs = alignQuote(full.ids, other.ids);
  return {
    text: other.text,
    share: pairs.length / full.ids.length,
    changes: changesBetween(full, other, pairs),
  };
}

function changesBetween(
  full: TokenisedText,
  other: TokenisedText,
  pairs: readonly TokenPair[],
): PhraseChange[] {
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (first === undefined || last === undefined) return [{ from: full.text, to: other.text }];
  const changes = [
    { from: wordsOf(full, 0, first.quote), to: wordsOf(other, 0, first.text) },
    ...editsBetween(pairs, full, other).map(({ a, b }) => ({
      from: full.text.slice(a.start, a.end),
      to: other.text.slice(b.start, b.end),
    })),
    {
      from: wordsOf(full, last.quote + 1, full.ids.length),
      to: wordsOf(other, last.text + 1, other.ids.length),
    },
  ];
  return changes.filter(({ from, to }) => from !== "" || to !== "");
}

function wordsOf({ text, starts, ends }: TokenisedText, from: number, to: number): string {
  return to > from ? text.slice(starts[from], ends[to - 1]) : "";
}
