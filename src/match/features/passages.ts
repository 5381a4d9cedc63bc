/**
 * What the passages of a pair are worth to its verdict, in tokens weighed by what they say.
 */
import { FINGERPRINT_TOKENS } from "../../candidates/fingerprints.js";
import type { Passage, Range } from "../../model/index.js";
import { tokenRange } from "../../text/token-range.js";
import type { TokenisedText } from "../../text/tokenise.js";
import { TokenMarks } from "../align/chains.js";
import { indexOfWord, type TextProfile } from "./profile.js";

export interface PassageWorth {
  /** Weighed words of the best passage that agree, less those that stand against each other. */
  readonly best: number;
  /** The same of the best passage that is rewritten. */
  readonly bestRewritten: number;
  /** Weighed words that agree in all passages, and rare ones replaced by rare ones the other text lacks. */
  readonly matched: number;
  readonly replaced: number;
  /** Equal or equivalent tokens on either side. */
  readonly equalA: number;
  readonly equalB: number;
  /** Matched tokens that are formula in the collection. */
  readonly formula: number;
  /** Share of common words among the matched tokens, 0..1. */
  readonly commonShare: number;
  /** Matched tokens that are numbers in digits. */
  readonly equalFigures: number;
  /** Places where the wording differs, equivalent forms apart. */
  readonly edits: number;
  /** The tokens of either text that stand in a passage; valid until the next call. */
  readonly inside: TokenMarks;
}

/**
 * Weight beyond which words stand against each other: in wording that is otherwise the same nearly any, names of
 * another event above all; where all was reworded only those rarer than in √N of N documents.
 */
const OPPOSING = 0.3;
const OPPOSING_IN_REWRITTEN = 0.5;
/** A word of more than about N^0.7 of N documents: what a sentence is held together by. */
const COMMON_WEIGHT = 0.3;

const inside = new TokenMarks();
/** 1 for the tokens of the passage at hand that the other text has otherwise or not. */
let differs = new Uint8Array(256);

/**
 * Passages that are boilerplate count for nothing. Makes of both profiles what tells of the words in passages and of
 * their 4-grams. Not re-entrant.
 */
export function passageWorth(
  a: TokenisedText,
  b: TokenisedText,
  profileA: TextProfile,
  profileB: TextProfile,
  passages: readonly Passage[],
): PassageWorth {
  let best = 0;
  let bestRewritten = 0;
  let matched = 0;
  let replaced = 0;
  let equalA = 0;
  let equalB = 0;
  let formula = 0;
  let common = 0;
  let equalFigures = 0;
  let edits = 0;
  inside.reset(a.ids.length, b.ids.length);
  for (const passage of passages) {
    if (passage.kind === "boilerplate") continue;
    const [a0, a1] = tokenRange(a, passage.a);
    const [b0, b1] = tokenRange(b, passage.b);
    inside.a.fill(1, a0, a1);
    inside.b.fill(1, b0, b1);
    profileA.make(a0 - FINGERPRINT_TOKENS + 1, a1);
    profileB.make(b0 - FINGERPRINT_TOKENS + 1, b1);
    if (differs.length < a1 - a0) differs = new Uint8Array(2 * (a1 - a0));
    else differs.fill(0, 0, a1 - a0);
    const opposing = passage.kind === "rewritten" ? OPPOSING_IN_REWRITTEN : OPPOSING;
    let against = 0;
    let missingB = 0;
    for (const edit of passage.edits) {
      if (edit.equivalent === true) continue;
      edits++;
      const [fromA, toA] = editTokens(a, edit.a);
      const [fromB, toB] = editTokens(b, edit.b);
      if (toA > fromA) differs.fill(1, fromA - a0, toA - a0);
      missingB += toB - fromB;
      against += Math.min(
        onlyHere(a, profileA, fromA, toA, profileB, opposing),
        onlyHere(b, profileB, fromB, toB, profileA, opposing),
      );
    }
    let agreeing = 0;
    for (let i = a0; i < a1; i++) {
      if (differs[i - a0] === 1) continue;
      agreeing += profileA.weights[i]! * profileA.rarity[i]!;
      formula += 1 - profileA.rarity[i]!;
      if (profileA.weights[i]! < COMMON_WEIGHT) common++;
      if (isDigit(a.text.charCodeAt(a.starts[i]!))) equalFigures++;
      equalA++;
    }
    equalB += b1 - b0 - missingB;
    matched += agreeing;
    replaced += against;
    best = Math.max(best, agreeing - against);
    if (passage.kind === "rewritten") bestRewritten = Math.max(bestRewritten, agreeing - against);
  }
  const commonShare = equalA === 0 ? 0 : common / equalA;
  return {
    best,
    bestRewritten,
    matched,
    replaced,
    equalA,
    equalB,
    formula,
    commonShare,
    equalFigures,
    edits,
    inside,
  };
}

/** ASCII, Arabic-Indic and extended Arabic-Indic digits. */
function isDigit(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) || (unit >= 0x660 && unit <= 0x669) || (unit >= 0x6f0 && unit <= 0x6f9)
  );
}

/** How rare the tokens [from, to) are that the other text does not have anywhere: names, places, figures. */
function onlyHere(
  text: TokenisedText,
  profile: TextProfile,
  from: number,
  to: number,
  other: TextProfile,
  opposing: number,
): number {
  let sum = 0;
  for (let i = from; i < to; i++) {
    const rare = profile.weights[i]! - opposing;
    if (rare > 0 && indexOfWord(other.vocabulary.words, text.ids[i]!) < 0) sum += rare;
  }
  return sum;
}

function editTokens(text: TokenisedText, range: Range): [number, number] {
  return range.start === range.end ? [0, 0] : tokenRange(text, range);
}
