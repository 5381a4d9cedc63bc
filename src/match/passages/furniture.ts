/**
 * An outlet's furniture: what stands at the end of two of its items that share nothing else.
 * In: two texts of one source and their passages. Out: the passages, of kind boilerplate where they
 * are furniture. A pair that shares anything more, or whose last words speak of what both tell, keeps its passages
 * as they are: a copy takes its trailer along.
 */

import { wordAt } from "../../language/words.js";
import type { Passage } from "../../model/index.js";
import { isCommonWord } from "../../text/common-words.js";
import { stripProclitics } from "../../text/proclitics.js";
import { startsClause } from "../../text/sentences.js";
import { tokenRange } from "../../text/token-range.js";
import type { TokenisedText } from "../../text/tokenise.js";
import { relatedKey, relatedWordHash } from "../related/words.js";

/** Longer ones are paragraphs of news. */
const MOST_TOKENS = 40;
const LEAST_LETTERS = 3;

/** Where `furniture` is not empty nothing else is shared, but for boilerplate. */
export interface Furnished {
  readonly passages: readonly Passage[];
  readonly furniture: readonly Passage[];
}

/** Nothing is furniture where a source is not known (absent or empty), or is another. */
export function withFurniture(
  a: TokenisedText,
  b: TokenisedText,
  sources: { readonly a: string | undefined; readonly b: string | undefined },
  passages: readonly Passage[],
): Furnished {
  const known = sources.a !== undefined && sources.a !== "" && sources.a === sources.b;
  const content = known ? passages.filter(({ kind }) => kind !== "boilerplate") : [];
  if (content.length === 0 || !content.every((passage) => isTrailer(a, b, passage))) {
    return { passages, furniture: [] };
  }
  return { passages: passages.map((passage) => ({ ...passage, kind: "boilerplate" })), furniture: content };
}

/** Whether a passage ends both texts and belongs to the story of neither. */
function isTrailer(a: TokenisedText, b: TokenisedText, passage: Passage): boolean {
  if (passage.kind !== "verbatim") return false;
  const [a0, a1] = tokenRange(a, passage.a);
  const [b0, b1] = tokenRange(b, passage.b);
  if (Math.max(a1 - a0, b1 - b0) > MOST_TOKENS) return false;
  if (a1 < a.ids.length || b1 < b.ids.length || (a0 === 0 && b0 === 0)) return false;
  if (!startsClause(a, a0) || !startsClause(b, b0)) return false;
  return !saysWhatBothSay(a, b, passage);
}

/** Whether a telling word of the passage stands elsewhere in both texts: then it belongs to their story. */
function saysWhatBothSay(a: TokenisedText, b: TokenisedText, passage: Passage): boolean {
  const [a0, a1] = tokenRange(a, passage.a);
  const [b0, b1] = tokenRange(b, passage.b);
  const elsewhereA = telling(a, 0, a0, telling(a, a1, a.ids.length));
  const elsewhereB = telling(b, 0, b0, telling(b, b1, b.ids.length));
  return [...telling(a, a0, a1)].some((key) => elsewhereA.has(key) && elsewhereB.has(key));
}

/** Stems and words among tokens [from, to) that are not common ones, added to `keys`. */
function telling(text: TokenisedText, from: number, to: number, keys = new Set<number>()): Set<number> {
  for (let at = from; at < to; at++) {
    const stripped = stripProclitics(wordAt(text, at).folded);
    if (stripped.length < LEAST_LETTERS || isCommonWord(stripped)) continue;
    keys.add(relatedKey(text, at));
    keys.add(relatedWordHash(stripped));
  }
  return keys;
}
