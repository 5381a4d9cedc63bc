/**
 * Do two texts tell of the same event, without copying? In: two texts, the collection behind them. Out: two
 * numbers for the model and the words that decide. Words are compared without proclitics and weighed by how
 * distinctive they are; formulae weigh next to nothing, so that two bulletins of one template share little.
 */
import type { TokenisedText } from "../text/tokenise.js";
import type { Background } from "./background.js";
import { type RelatedWord, type RelatedWords, relatedWords } from "./related-words.js";

export interface Relatedness {
  /** Cosine of the texts' distinctive words, 0..1. */
  readonly cosine: number;
  /** Share of the distinctive words of a lead that stand in the other text, 0..1: the lesser of both, … */
  readonly leadLess: number;
  /** … and the greater. */
  readonly leadMore: number;
}

export function relatedness(a: TokenisedText, b: TokenisedText, background: Background | null): Relatedness {
  const wordsA = relatedWords(a, background);
  const wordsB = relatedWords(b, background);
  let product = 0;
  for (const [word, { mass }] of wordsA.words) product += mass * (wordsB.words.get(word)?.mass ?? 0);
  const leadA = leadShare(wordsA, wordsB);
  const leadB = leadShare(wordsB, wordsA);
  return {
    cosine: product / (wordsA.norm * wordsB.norm + 0.1),
    leadLess: Math.min(leadA, leadB),
    leadMore: Math.max(leadA, leadB),
  };
}

/** The words of `a` that connect the texts most, as they stand in it, at most `limit`, in its order. */
export function connectingWords(
  a: TokenisedText,
  b: TokenisedText,
  background: Background | null,
  limit: number,
): string[] {
  const other = relatedWords(b, background).words;
  const shared: RelatedWord[] = [];
  for (const [word, entry] of relatedWords(a, background).words) if (other.has(word)) shared.push(entry);
  shared.sort((x, y) => y.mass - x.mass || x.first - y.first);
  return shared
    .slice(0, limit)
    .sort((x, y) => x.first - y.first)
    .map(({ first }) => a.text.slice(a.starts[first]!, a.ends[first]!));
}

/** A fraction of a word of doubt on both sides keeps empty leads from extremes. */
function leadShare(of: RelatedWords, other: RelatedWords): number {
  let shared = 0;
  for (const [word, { distinctive, inLead }] of of.words) {
    if (inLead && other.words.has(word)) shared += distinctive;
  }
  return (shared + 0.05) / (of.lead + 0.3);
}
