/**
 * A passage that stops a word or two short of where both texts end the sentence, or begin it, is widened to
 * there: the last word of a sentence is as often changed as any other.
 */
import { startsSentence } from "../text/sentences.js";
import type { TokenisedText } from "../text/tokenise.js";
import { tokenPassage } from "./passages.js";
import type { Accepted } from "./passages-accept.js";
import type { Region } from "./passages-edits.js";

/** Tokens that a passage may gain at an end, on either side. */
const MOST_GAINED = 2;

/** Shorter passages are left as they are. */
const LEAST_TOKENS = 8;

export function snapToSentences(
  a: TokenisedText,
  b: TokenisedText,
  accepted: readonly Accepted[],
): Accepted[] {
  return accepted.map((one) => {
    const { passage } = one;
    if (one.class !== "close" || passage.pieces.length > 1) return one;
    if (Math.min(passage.a1 - passage.a0, passage.b1 - passage.b0) < LEAST_TOKENS) return one;
    const before = [gainedBefore(a, passage.a0), gainedBefore(b, passage.b0)];
    const after = [gainedAfter(a, passage.a1), gainedAfter(b, passage.b1)];
    const [beforeA, beforeB] = before.every((tokens) => tokens > 0) ? before : [0, 0];
    const [afterA, afterB] = after.every((tokens) => tokens > 0) ? after : [0, 0];
    if (beforeA! + afterA! === 0) return one;
    const bounds = {
      a0: passage.a0 - beforeA!,
      a1: passage.a1 + afterA!,
      b0: passage.b0 - beforeB!,
      b1: passage.b1 + afterB!,
    };
    const taken = accepted.some((other) => other !== one && overlaps(other.passage, bounds));
    return taken ? one : { ...one, passage: tokenPassage(a, b, passage.pieces, bounds) };
  });
}

/** Tokens between the sentence's first and `at`; 0 if there are none or too many. */
function gainedBefore(text: TokenisedText, at: number): number {
  for (let tokens = 0; tokens <= MOST_GAINED && tokens <= at; tokens++) {
    if (startsSentence(text, at - tokens)) return tokens;
  }
  return 0;
}

function gainedAfter(text: TokenisedText, at: number): number {
  for (let tokens = 0; tokens <= MOST_GAINED && at + tokens <= text.ids.length; tokens++) {
    if (at + tokens === text.ids.length || startsSentence(text, at + tokens)) return tokens;
  }
  return 0;
}

function overlaps(x: Region, y: Region): boolean {
  return (x.a0 < y.a1 && y.a0 < x.a1) || (x.b0 < y.b1 && y.b0 < x.b1);
}
