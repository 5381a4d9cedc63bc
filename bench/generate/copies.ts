/** How one paper's article becomes another's: token lists in, token lists out. */
import type { Random } from "../support/random.js";
import { type Language, STOP, WORD_MASK } from "./language.js";

export type CopyKind = "exact" | "edited" | "trimmed" | "newLead" | "excerpt";

/** Shares of the kinds among copies. */
const KINDS: readonly (readonly [CopyKind, number])[] = [
  ["exact", 0.25],
  ["edited", 0.25],
  ["trimmed", 0.2],
  ["newLead", 0.15],
  ["excerpt", 0.15],
];

export function pickKind(random: Random): CopyKind {
  let die = random.fraction();
  for (const [kind, share] of KINDS) {
    die -= share;
    if (die < 0) return kind;
  }
  return "exact";
}

/** `document` is the number of the document that copies. */
export function copyOf(
  original: readonly number[],
  kind: CopyKind,
  language: Language,
  document: number,
  random: Random,
): number[] {
  switch (kind) {
    case "exact":
      return [...original];
    case "edited":
      return edit(original, 0.02 + 0.1 * random.fraction(), language, random);
    case "trimmed":
      return original.slice(0, sentenceEnd(original, original.length * (0.3 + 0.6 * random.fraction())));
    case "newLead": {
      const tokens: number[] = [];
      language.write(tokens, random.between(10, 40), document, random);
      for (const token of original.slice(sentenceEnd(original, original.length * 0.1))) tokens.push(token);
      return tokens;
    }
    case "excerpt": {
      const tokens: number[] = [];
      language.write(tokens, language.documentLength(random) * random.fraction(), document, random);
      const start = sentenceEnd(original, original.length * 0.5 * random.fraction());
      const end = sentenceEnd(original, start + original.length * (0.2 + 0.3 * random.fraction()));
      for (const token of original.slice(start, end)) tokens.push(token);
      language.write(tokens, language.documentLength(random) * random.fraction(), document, random);
      return tokens;
    }
  }
}

/** Drops, swaps and replaces words in the ratio 3 : 2 : 4; what stands around a word stays in its place. */
function edit(original: readonly number[], share: number, language: Language, random: Random): number[] {
  const tokens: number[] = [];
  for (let i = 0; i < original.length; i++) {
    const token = original[i]!;
    if (!random.chance(share)) {
      tokens.push(token);
      continue;
    }
    const around = token & ~WORD_MASK;
    const die = random.below(9);
    if (die < 3) {
      if (tokens.length > 0) tokens[tokens.length - 1]! |= around;
      else tokens.push(token);
    } else if (die < 5 && tokens.length > 0) {
      const before = tokens[tokens.length - 1]!;
      tokens[tokens.length - 1] = (before & ~WORD_MASK) | (token & WORD_MASK);
      tokens.push(around | (before & WORD_MASK));
    } else {
      tokens.push(around | language.word(random));
    }
  }
  return tokens;
}

/** The end of the sentence that holds token `from`, or of the text. */
function sentenceEnd(tokens: readonly number[], from: number): number {
  let end = Math.min(tokens.length, Math.max(1, Math.floor(from)));
  while (end < tokens.length && (tokens[end - 1]! & STOP) === 0) end++;
  return end;
}
