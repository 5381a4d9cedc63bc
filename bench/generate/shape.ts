/**
 * The numbers that shape the generated news, fitted to SaudiNewsNet's curve (`saudinewsnet.json`) with
 * `measure.js`. Only numbers come from that collection, no text.
 */
import type { Inventory } from "./language.js";
import type { VocabularyShape } from "./vocabulary.js";

export const VOCABULARY: VocabularyShape = { words: 262_144, shift: 2.5, exponent: 1.02 };

const FORMULA = { least: 4, most: 8 };
const COLLOCATION = { least: 2, most: 2 };
const BACKGROUND = { least: 10, most: 20 };
const ALWAYS = Number.POSITIVE_INFINITY;

export const INVENTORIES: readonly Inventory[] = [
  { chance: 0.027, size: 150_000, skew: 1, windowDocuments: 8_000, sections: 1, words: FORMULA },
  { chance: 0.029, size: 60_000, skew: 2.3, windowDocuments: 8_000, sections: 1, words: FORMULA },
  { chance: 0.00093, size: 85, skew: 1, windowDocuments: 8_000, sections: 1, words: BACKGROUND },
  { chance: 0.00068, size: 26, skew: 1, windowDocuments: 8_000, sections: 1, words: BACKGROUND },
  { chance: 0.003, size: 5_000, skew: 2.3, windowDocuments: ALWAYS, sections: 1, words: FORMULA },
  { chance: 0.17, size: 500, skew: 2.3, windowDocuments: ALWAYS, sections: 20, words: COLLOCATION },
];

/** Copies of a story that was copied at all: so many of the stories have between `least` and `most`. */
export const STORY_COPIES: readonly { least: number; most: number; share: number }[] = [
  { least: 1, most: 1, share: 0.596 },
  { least: 2, most: 3, share: 0.25 },
  { least: 4, most: 7, share: 0.115 },
  { least: 8, most: 15, share: 0.0375 },
  { least: 16, most: 31, share: 0.0015 },
];

/** SaudiNewsNet's own share of near-copies, about. */
export const DEFAULT_COPIES = 0.265;

export const TRAILER_CHANCE = 0.12;
