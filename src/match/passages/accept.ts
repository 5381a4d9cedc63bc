/**
 * Which parts of a draft are passages. A draft is cut where its wording changes; a part stays if its words,
 * without those that are formula, are worth something, and is reported as formula if formula is what it is.
 */
import type { TokenisedText } from "../../text/tokenise.js";
import { type Chain, chainWorth } from "../align/chains.js";
import type { Draft } from "../align/drafts.js";
import type { Background } from "../background.js";
import { COMMON, formulaMarks, KNOWN_FORMULA, knownFormulaMarks } from "./boilerplate.js";
import { tokenPassage } from "./passages.js";
import { type SegmentClass, segmentsOf, segmentsOfEqual } from "./segments.js";
import type { TokenPassage } from "./token-passage.js";

/** What the matched words of a part are worth at least, formulae counting for nothing. */
const MIN_SEGMENT_WORTH = 3;

/** A part that is worth less is reported as formula if so much of it is. */
const MOSTLY_FORMULA = 0.4;

/** Words that a known formula takes at least, and its share of what is matched around it. */
const LEAST_FORMULA_TOKENS = 3;
const KNOWN_SHARE = 0.5;

export interface Accepted {
  readonly passage: TokenPassage;
  readonly class: SegmentClass;
}

export function acceptSegments(
  a: TokenisedText,
  b: TokenisedText,
  draft: Draft,
  weights: Float32Array,
  worth: Float64Array,
  background: Background | null,
): Accepted[] {
  const formula = formulaMarks(a, background, draft.pieces);
  const accept = (pieces: readonly Chain[], wording: SegmentClass): Accepted => ({
    passage: tokenPassage(a, b, pieces),
    class: wording,
  });
  // Sentences that changed places stay together, unless formula is among them: then each is looked at by itself.
  if (draft.pieces.length > 1 && formulaShare(draft.pieces.flat(), formula, COMMON) < MOSTLY_FORMULA) {
    return [accept(draft.pieces, "close")];
  }
  const accepted: Accepted[] = [];
  const segments = draft.pieces.flatMap((piece) => segmentsOf(a, b, piece, worth, formula));
  for (const { chain, class: wording } of segments) {
    if (wording === "formula" || newsWorth(chain, formula, weights, worth) >= MIN_SEGMENT_WORTH) {
      accepted.push(accept([chain], wording));
    } else if (wording === "close" && formulaShare(chain, formula, COMMON) >= MOSTLY_FORMULA) {
      accepted.push(accept([chain], "formula"));
    }
  }
  return accepted;
}

/** Two texts of equal tokens: everything stays. */
export function acceptEqual(a: TokenisedText, b: TokenisedText, background: Background | null): Accepted[] {
  const whole = [{ a: 0, b: 0, length: a.ids.length }];
  return segmentsOfEqual(a, b, whole, formulaMarks(a, background, [whole])).map(
    ({ chain, class: wording }) => ({
      passage: tokenPassage(a, b, [chain]),
      class: wording,
    }),
  );
}

/** A draft that is worth too little to be news, but is one of the formulae known beforehand, in both texts. */
export function acceptFormula(a: TokenisedText, b: TokenisedText, draft: Draft): Accepted[] {
  const piece = draft.pieces[0]!;
  let tokens = 0;
  for (const block of piece) tokens += block.length;
  if (draft.pieces.length > 1 || tokens < LEAST_FORMULA_TOKENS) return [];
  if (formulaShare(piece, knownFormulaMarks(a), KNOWN_FORMULA) < KNOWN_SHARE) return [];
  return [{ passage: tokenPassage(a, b, [piece]), class: "formula" }];
}

/** What the matched words of a chain are worth without those that are formula. */
function newsWorth(chain: Chain, formula: Uint8Array, weights: Float32Array, worth: Float64Array): number {
  let value = chainWorth(chain, worth);
  for (const block of chain) {
    for (let k = block.a; k < block.a + block.length; k++) if (formula[k] !== 0) value -= weights[k]!;
  }
  return value;
}

/** Share of the matched tokens that bear this mark or a higher one. */
function formulaShare(chain: Chain, formula: Uint8Array, least: number): number {
  let tokens = 0;
  let formulaic = 0;
  for (const block of chain) {
    tokens += block.length;
    for (let k = block.a; k < block.a + block.length; k++) if (formula[k]! >= least) formulaic++;
  }
  return formulaic / tokens;
}
