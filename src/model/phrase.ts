/** Wording that several outlets share. */
import type { Range } from "./document.js";

export interface PhraseHolder extends Range {
  readonly document: string;
  /** Its source; null where none is known, and the document then counts as an outlet of its own. */
  readonly outlet: string | null;
  /** ISO 8601 where understood; null where none is given. */
  readonly published: string | null;
  /** Place of its wording in `wordings`. */
  readonly wording: number;
  /** Whether at least half of the words stand in quotation marks. */
  readonly quoted: boolean;
  /** Who says the words, as the whole text resolves it; null where nobody can be told. */
  readonly speaker: string | null;
}

/** What stands otherwise than in the fullest wording. `from` is empty for words put in, `to` for words left out. */
export interface PhraseChange {
  readonly from: string;
  readonly to: string;
}

export interface PhraseWording {
  readonly text: string;
  /** Share of the fullest wording's words that stand here, in order; 1 for the fullest itself. */
  readonly share: number;
  /** Empty for the fullest, which comes first. */
  readonly changes: readonly PhraseChange[];
}

/** One sentence, or a part of one, through all the documents that have it. */
export interface Phrase {
  readonly id: string;
  /** The fullest wording: the one that has most of the words of all the others. */
  readonly text: string;
  /** Tokens of the fullest wording. */
  readonly words: number;
  /** How many outlets have it. */
  readonly outlets: number;
  /** In the order of (published instant, id), undated last. */
  readonly holders: readonly PhraseHolder[];
  readonly wordings: readonly PhraseWording[];
  /** Whether a holder has it in quotation marks. */
  readonly quoted: boolean;
  /** Standing wording: of a house, or of many days. */
  readonly formula: boolean;
  /**
   * How common its word 4-grams are in the collection (medians): documents that hold one, a group of copies counted once, and
   * days on which it was published. Null where the collection is too small to tell, or the words are fewer than four.
   */
  readonly spread: { readonly groups: number; readonly days: number } | null;
  /** The document that has it before all other dated ones; null where nobody can tell. */
  readonly first: string | null;
  /** Rarity times words (at most 60) times outlets: what phrases are ranked by. */
  readonly weight: number;
}
