/**
 * How strong each rule is: the natural log of a likelihood ratio, of "it passed from the one to the other" against "both have it
 * from a third". They are summed with a prior and the sum is printed as a probability. Where they come from:
 *
 * - Bounded on SaudiNewsNet (`npm run evaluate:lineage`): of 482 pairs of an item of an agency and a page that signs that
 *   agency, those are surely wrong in which the page was captured before the item was sent. A chance pair is so five times in
 *   six. Of pairs that share nine tenths of the one text or the other 8 are, beside 229 that may be right: 140 to 1; from
 *   eight tenths 3 beside 17: 27 to 1; from a half 37 beside 17: no better than even, since bulletins and receptions are
 *   worded alike every day; below a half 154 beside 28: nothing.
 * - Learnt on 1,167 pairs of an agency's item and a paper: a day moved on 76 : 3, a day named 16 : 1, honorifics dropped
 *   115 : 4, names shortened 77 : 13, paragraphs left out 66 : 6. These say which text is nearer to the source, not that the
 *   one is the other's: of two papers that both trimmed an item that is not here the less trimmed one looks like the source.
 * - Argued: the others, each with its reason.
 */

/**
 * Before anything is known two texts that share words have them from a third: of pairs of papers that share most of their
 * words on SaudiNewsNet, nine in ten sign an agency, and hardly one names the other.
 */
export const COMMON_SOURCE = -2;
/** A house goes on with its own texts. */
export const OWN_HOUSE = 0;

/** Natural log-odds from which a direction is stated at all, 3 to 1, and from which it is sure, 19 to 1. */
export const LIKELY = Math.log(3);
export const SURE = Math.log(19);
/** What a person says outweighs all clues together. */
export const PERSON = 20;

/** By the share that both have of the one text or the other, the greater: what a signature says of this very text. */
const SIGNED: readonly (readonly [share: number, ratio: number])[] = [
  [0.8, 5],
  [0.5, 2.5],
  [0.3, 1],
  [0, 0.5],
];
export function signedStrength(share: number): number {
  return SIGNED.find(([least]) => share >= least)![1];
}

/** The name stands beside the words, with a verb of passing on or "according to". */
export const NAMED_BESIDE = 3.5;
/** The name stands far from the little that both have: it may be the source of other words. */
export const NAMED_ELSEWHERE = 0.5;
/** What a dateline says a copier says in a sentence, but two copiers of one item may do so too. */
export const DATELINE_TOLD = 1;
/** Nobody puts "our correspondent" where another house is named but that house. */
export const THIRD_PERSON = 5;
/** Who signs somebody else has it from there. */
export const NAMES_ANOTHER = -3;

/** What a document is. Agencies send to papers and hardly ever have from them: as much as the prior, and no more. */
export const AGENCY_ITEM = 2;
/** An agency has its words from papers seldom, and says so then. */
export const TO_AGENCY = -2;
/** Of 369 items of an agency 351 have such a title, of 30,661 articles of papers none: but it tells the kind, and is bounded. */
export const DESK_TITLE = 0.5;
/** Outlets cut off what agencies put around their takes; nobody puts it on. */
export const WIRE_END = 0.5;
export const WIRE_DATELINE = 0.5;
/** A reporter's name stands over own work, but papers also put it over what they took. */
export const OWN_REPORTER = 0.5;
/** All that tells kinds says no more together than this, beside that one is an agency's item. */
export const MOST_OF_KIND = 1;

/** Edits that go one way; see above. */
export const DAY_MOVED = 2;
export const DAY_NAMED = 1;
export const HONORIFICS_DROPPED = 2;
export const NAMES_SHORTENED = 1;
export const TRIMMED = 1;
export const BACKGROUND_ADDED = 1;
/** What tells which of two texts has changed less says no more together than this, unless one is an agency's item. */
export const MOST_OF_NEARNESS = 1;
/** Both have a slip that the text behind both lacks: one has it from the other, or both from a take that is not here. */
export const INHERITED = 2.5;

/** Certain, but for a copier who mended the later take by the earlier one. */
export const EARLIER_TAKE = -8;
/** Agencies go on with their own takes. */
export const OWN_TAKE = -6;
/** Who had been the source would have been taken from twice. */
export const LATER_WORDS = 1;

/**
 * Of an item that is not here: a signature says whose it is where most of the text is shared; beside the words a name is as
 * good; else it may be the source of the other words.
 */
export function namedUnseenStrength(isSign: boolean, share: number, beside: boolean): number {
  if (isSign) return share >= 0.5 ? 3 : share >= 0.2 ? 1.5 : 0;
  return beside ? 2 : 0;
}

/** Who shares its words with one that names a source likely has it from there: the more of them, the likelier. */
export function supposedStrength(share: number): number {
  return share >= 0.8 ? 2 : share >= 0.5 ? 1.2 : 0;
}

/** Nobody is named, and none of several can be the source of the others. */
export const AGREES = 1.2;
