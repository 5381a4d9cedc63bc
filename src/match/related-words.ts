/**
 * The words of one text for the `related` channel: without proclitics, each once, with how distinctive it is.
 */
import { foldLetters } from "../text/letters.js";
import { stripProclitics } from "../text/proclitics.js";
import type { TokenisedText } from "../text/tokenise.js";
import type { Background } from "./background.js";
import { profileOf } from "./features-profile.js";

/** News says in its first words what it is about. */
export const LEAD_TOKENS = 30;

export interface RelatedWord {
  /** Weight² outside formulae, 0..1, of the commonest form in the text; times 1 + ln(occurrences) as `mass`. */
  readonly distinctive: number;
  readonly mass: number;
  /** Whether it stands in the first `LEAD_TOKENS` tokens. */
  readonly inLead: boolean;
  /** Index of the first token of this word. */
  readonly first: number;
}

export interface RelatedWords {
  readonly words: ReadonlyMap<string, RelatedWord>;
  /** Square root of the sum of mass². */
  readonly norm: number;
  /** Sum of `distinctive` over the lead. */
  readonly lead: number;
}

const held = new WeakMap<TokenisedText, { background: Background | null; made: RelatedWords }>();

/** Kept with the text object, for the background it was last asked with. */
export function relatedWords(text: TokenisedText, background: Background | null): RelatedWords {
  const known = held.get(text);
  if (known !== undefined && known.background === background) return known.made;
  const made = makeWords(text, background);
  held.set(text, { background, made });
  return made;
}

function makeWords(text: TokenisedText, background: Background | null): RelatedWords {
  const { weights, rarity } = profileOf(text, background);
  const drafts = new Map<string, { most: number; least: number; occurrences: number; first: number }>();
  for (let i = 0; i < text.ids.length; i++) {
    const word = stripProclitics(foldLetters(text.text.slice(text.starts[i]!, text.ends[i]!)));
    const weight = weights[i]!;
    const draft = drafts.get(word);
    if (draft === undefined) {
      drafts.set(word, { most: weight ** 2 * rarity[i]!, least: weight, occurrences: 1, first: i });
    } else {
      draft.least = Math.min(draft.least, weight);
      draft.most = Math.max(draft.most, weight ** 2 * rarity[i]!);
      draft.occurrences++;
    }
  }
  const words = new Map<string, RelatedWord>();
  let squares = 0;
  let lead = 0;
  for (const [word, { most, least, occurrences, first }] of drafts) {
    const distinctive = Math.min(most, least ** 2);
    const mass = distinctive * (1 + Math.log(occurrences));
    const inLead = first < LEAD_TOKENS;
    words.set(word, { distinctive, mass, inLead, first });
    squares += mass ** 2;
    if (inLead) lead += distinctive;
  }
  return { words, norm: Math.sqrt(squares), lead };
}
