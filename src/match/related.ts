/**
 * Do two texts tell of the same event, without copying? In: two texts, the collection behind them, and how far
 * apart in time they are. Out: numbers for the model, and the words that connect. News says in its first words
 * what it is about, so the leads count; words are compared without proclitics and weighed by how distinctive
 * they are; formulae weigh next to nothing, so that two bulletins of one template share little.
 */
import type { TokenisedText } from "../text/tokenise.js";
import type { Background } from "./background.js";
import { type RelatedWords, relatedWords } from "./related-words.js";

export interface Relatedness {
  /** Share of the distinctive words of a lead that stand in the other text, 0..1: the lesser of both, … */
  readonly leadLess: number;
  /** … and the greater. */
  readonly leadMore: number;
  /** ln(1 + weighed distinctive words that stand in both leads). */
  readonly bothLeads: number;
  /** Days between the texts, at most `DAYS_FAR`; so much too where they are not known. */
  readonly days: number;
}

/** Beyond three days reports of one event are no rarer or commoner the further apart they are. */
const DAYS_FAR = 3;

/** `daysApart` is null where a time is not known. */
export function relatedness(
  a: TokenisedText,
  b: TokenisedText,
  daysApart: number | null,
  background: Background | null,
): Relatedness {
  const wordsA = relatedWords(a, background);
  const wordsB = relatedWords(b, background);
  let ofA = 0;
  let ofB = 0;
  let both = 0;
  eachShared(wordsA, wordsB, (i, j) => {
    if (wordsA.inLead[i] === 1) ofA += wordsA.distinctiveness[i]!;
    if (wordsB.inLead[j] === 1) ofB += wordsB.distinctiveness[j]!;
    if (wordsA.inLead[i] === 1 && wordsB.inLead[j] === 1) {
      both += Math.min(wordsA.distinctiveness[i]!, wordsB.distinctiveness[j]!);
    }
  });
  const shareA = doubted(ofA, wordsA.lead);
  const shareB = doubted(ofB, wordsB.lead);
  return {
    leadLess: Math.min(shareA, shareB),
    leadMore: Math.max(shareA, shareB),
    bothLeads: Math.log(1 + both),
    days: Math.min(DAYS_FAR, daysApart ?? DAYS_FAR),
  };
}

/** The most distinctive words that both texts have, as they stand in `a`, at most `limit`, in its order. */
export function connectingWords(
  a: TokenisedText,
  b: TokenisedText,
  background: Background | null,
  limit: number,
): string[] {
  const wordsA = relatedWords(a, background);
  const wordsB = relatedWords(b, background);
  const shared: { worth: number; first: number }[] = [];
  eachShared(wordsA, wordsB, (i, j) => {
    const worth = Math.min(wordsA.distinctiveness[i]!, wordsB.distinctiveness[j]!);
    shared.push({ worth, first: wordsA.first[i]! });
  });
  shared.sort((x, y) => y.worth - x.worth || x.first - y.first);
  return shared
    .slice(0, limit)
    .sort((x, y) => x.first - y.first)
    .map(({ first }) => a.text.slice(a.starts[first]!, a.ends[first]!));
}

function eachShared(a: RelatedWords, b: RelatedWords, found: (i: number, j: number) => void): void {
  for (let i = 0, j = 0; i < a.words.length && j < b.words.length; ) {
    const order = a.words[i]! - b.words[j]!;
    if (order === 0) found(i, j);
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
}

/** A share with a fraction of a word of doubt, which keeps leads that say little from extremes. */
function doubted(shared: number, all: number): number {
  return (shared + 0.05) / (all + 0.3);
}
