/**
 * The words of one text for the `related` channel: without proclitics, each once, with how distinctive it is.
 */
import { foldLetters } from "../text/letters.js";
import { stripProclitics } from "../text/proclitics.js";
import type { TokenisedText } from "../text/tokenise.js";
import type { Background } from "./background.js";
import { profileOf } from "./features-profile.js";

/** News says in its first words what it is about. */
const LEAD_TOKENS = 30;

/** Parallel arrays, ascending by word. */
export interface RelatedWords {
  /** 32-bit hashes of the words without proclitics, distinct. */
  readonly words: Uint32Array;
  /** 0..1: weight² outside formulae, by the commonest form in the text. */
  readonly distinctiveness: Float64Array;
  /** Index of the first token with the word. */
  readonly first: Uint32Array;
  /** 1 where that is among the first `LEAD_TOKENS`. */
  readonly inLead: Uint8Array;
  /** Sum of distinctiveness over the lead. */
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

/** FNV-1a over UTF-16 units of the word without proclitics: what candidates and pairs compare. */
export function relatedWordHash(word: string): number {
  const stripped = stripProclitics(foldLetters(word));
  let hash = 0x811c9dc5;
  for (let i = 0; i < stripped.length; i++) hash = Math.imul(hash ^ stripped.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function makeWords(text: TokenisedText, background: Background | null): RelatedWords {
  const { weights, rarity } = profileOf(text, background);
  const drafts = new Map<number, { most: number; least: number; first: number }>();
  for (let i = 0; i < text.ids.length; i++) {
    const word = relatedWordHash(text.text.slice(text.starts[i]!, text.ends[i]!));
    const weight = weights[i]!;
    const outsideFormula = weight ** 2 * rarity[i]!;
    const draft = drafts.get(word);
    if (draft === undefined) {
      drafts.set(word, { most: outsideFormula, least: weight, first: i });
    } else {
      draft.least = Math.min(draft.least, weight);
      draft.most = Math.max(draft.most, outsideFormula);
    }
  }
  const words = Uint32Array.from(drafts.keys()).sort();
  const distinctiveness = new Float64Array(words.length);
  const first = new Uint32Array(words.length);
  const inLead = new Uint8Array(words.length);
  let lead = 0;
  for (let at = 0; at < words.length; at++) {
    const draft = drafts.get(words[at]!)!;
    distinctiveness[at] = Math.min(draft.most, draft.least ** 2);
    first[at] = draft.first;
    if (draft.first >= LEAD_TOKENS) continue;
    inLead[at] = 1;
    lead += distinctiveness[at]!;
  }
  return { words, distinctiveness, first, inLead, lead };
}
