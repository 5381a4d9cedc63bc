/**
 * Where one passage is really several: sentences taken over word by word next to sentences told in other
 * words, and formulae next to news. Cuts only where both texts begin a sentence or a quotation, and drops at
 * the ends what matched by chance beyond the last such place.
 */
import { clauseMarks } from "../../text/sentences.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { Block, Chain } from "../align/chains.js";
import { chainWorth } from "../align/chains.js";
import { endA, endB } from "../align/drafts.js";
import { differingRegions } from "../align/edits.js";
import { equivalentRegions } from "./equivalence.js";
import type { TokenEdit } from "./token-passage.js";

export type SegmentClass = "close" | "loose" | "formula";

export interface Segment {
  readonly chain: Chain;
  readonly class: SegmentClass;
  /** Tokens with an equal or equivalent partner, and all tokens of the longer side. */
  readonly matched: number;
  readonly length: number;
}

/** Share of the longer side's tokens that match in a segment that follows the wording. */
const CLOSE_SIMILARITY = 0.75;

/** Neighbouring segments whose shares differ by less are of one wording. */
const LEAST_CONTRAST = 0.3;

/** Share of its matched tokens that are formula in a segment that is one. */
const FORMULA_SHARE = 0.85;

/** A segment shorter than this on its longer side goes with its neighbour. */
const LEAST_TOKENS = { close: 6, loose: 8, formula: 5 } as const;

/** At the ends of a passage: a loose segment worth less, or any segment worth less, is chance. */
const CHANCE_WORTH = { loose: 2.5, any: 1.2 } as const;

/** Words worth less, with so many tokens of other text between them and the rest, are an island. */
const ISLAND_WORTH = 1.2;
const ISLAND_GAP_TOKENS = 3;

/** Beyond this many segments of changing class they are left as they are: the search is quadratic. */
const MOST_ABSORBED = 200;

export function segmentsOf(
  a: TokenisedText,
  b: TokenisedText,
  piece: Chain,
  worth: Float64Array,
  formula: Uint8Array,
): Segment[] {
  let parts = cutAtClauses(a, b, withoutIslands(piece, worth)).map((chain) =>
    segment(a, b, chain, formula, false),
  );
  if (parts.some((part) => part.class === "loose")) {
    parts = parts.map((part) =>
      part.matched < part.length ? segment(a, b, part.chain, formula, true) : part,
    );
  }
  return absorb(trimEnds(parts, worth));
}

/** The segments of two texts of equal tokens, which tile them. */
export function segmentsOfEqual(
  a: TokenisedText,
  b: TokenisedText,
  whole: Chain,
  formula: Uint8Array,
): Segment[] {
  return absorb(cutAtClauses(a, b, whole).map((chain) => segment(a, b, chain, formula, false)));
}

/** Without the few words at either end that other text parts from the rest: they matched by chance. */
function withoutIslands(piece: Chain, worth: Float64Array): Chain {
  const isIsland = (block: Block): boolean => worth[block.a + block.length]! - worth[block.a]! < ISLAND_WORTH;
  const parted = (block: Block, next: Block): boolean =>
    Math.max(next.a - block.a - block.length, next.b - block.b - block.length) >= ISLAND_GAP_TOKENS;
  let first = 0;
  let last = piece.length;
  while (first < last - 1 && isIsland(piece[first]!) && parted(piece[first]!, piece[first + 1]!)) first++;
  while (last - 1 > first && isIsland(piece[last - 1]!) && parted(piece[last - 2]!, piece[last - 1]!)) last--;
  return piece.slice(first, last);
}

function cutAtClauses(a: TokenisedText, b: TokenisedText, piece: Chain): Chain[] {
  const clausesA = clauseMarks(a);
  const clausesB = clauseMarks(b);
  let part: Chain = [];
  const parts: Chain[] = [part];
  let endedA = -1;
  let endedB = -1;
  for (const block of piece) {
    let { a: startA, b: startB, length } = block;
    if (endedA >= 0 && breaksWithin(clausesA, endedA, startA) && breaksWithin(clausesB, endedB, startB)) {
      part = [];
      parts.push(part);
    }
    endedA = startA + length;
    endedB = startB + length;
    for (let k = 1; k < length; k++) {
      if (clausesA[startA + k] === 0 || clausesB[startB + k] === 0) continue;
      part.push({ a: startA, b: startB, length: k });
      part = [];
      parts.push(part);
      startA += k;
      startB += k;
      length -= k;
      k = 0;
    }
    part.push({ a: startA, b: startB, length });
  }
  return parts;
}

/** Whether one of tokens [from, to] begins a clause. */
function breaksWithin(clauses: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) if (clauses[at] === 1) return true;
  return false;
}

/** With `equivalent` words of other forms count as matched; else only equal ones do. */
function segment(
  a: TokenisedText,
  b: TokenisedText,
  chain: Chain,
  formula: Uint8Array,
  equivalent: boolean,
): Segment {
  let matched = 0;
  let formulaic = 0;
  for (const block of chain) {
    matched += block.length;
    for (let k = 0; k < block.length; k++) if (formula[block.a + k] !== 0) formulaic++;
  }
  const length = longerSide(chain);
  const isFormula = formulaic >= FORMULA_SHARE * matched;
  if (equivalent && matched < length) matched += equivalentTokens(a, b, chain);
  const close = matched >= CLOSE_SIMILARITY * length;
  return { chain, class: close ? (isFormula ? "formula" : "close") : "loose", matched, length };
}

function equivalentTokens(a: TokenisedText, b: TokenisedText, chain: Chain): number {
  const edits: TokenEdit[] = [];
  for (const region of differingRegions([chain])) equivalentRegions(a, b, region, edits);
  let tokens = 0;
  for (const edit of edits) {
    if (edit.equivalent) tokens += Math.max(edit.a1 - edit.a0, edit.b1 - edit.b0);
  }
  return tokens;
}

function longerSide(chain: Chain): number {
  return Math.max(endA(chain) - chain[0]!.a, endB(chain) - chain[0]!.b);
}

function trimEnds(parts: Segment[], worth: Float64Array): Segment[] {
  const isChance = (part: Segment): boolean => {
    const least = part.class === "loose" ? CHANCE_WORTH.loose : CHANCE_WORTH.any;
    return chainWorth(part.chain, worth) < least;
  };
  let first = 0;
  let last = parts.length;
  while (first < last - 1 && isChance(parts[first]!)) first++;
  while (last - 1 > first && isChance(parts[last - 1]!)) last--;
  return parts.slice(first, last);
}

/** Neighbours of one class made one; then what is too short or too like its neighbour to stand alone. */
function absorb(parts: Segment[]): Segment[] {
  let joined = joinEqual(parts);
  while (joined.length > 1 && joined.length <= MOST_ABSORBED) {
    const at = joined.findIndex((part, k) => isShort(part) || likeNext(part, joined[k + 1]));
    if (at < 0) break;
    const before = joined[at - 1];
    const after = joined[at + 1];
    const into =
      after === undefined || (isShort(joined[at]!) && (before?.length ?? 0) >= after.length)
        ? before!
        : after;
    const wording = into.length >= joined[at]!.length ? into.class : joined[at]!.class;
    joined = joinEqual(
      joined.map((part) => (part === into || part === joined[at] ? { ...part, class: wording } : part)),
    );
  }
  return joined;
}

function isShort(part: Segment): boolean {
  return part.length < LEAST_TOKENS[part.class];
}

/** Whether two neighbours, close and loose, follow the wording about as far. */
function likeNext(part: Segment, next: Segment | undefined): boolean {
  if (next === undefined || part.class === "formula" || next.class === "formula") return false;
  return Math.abs(part.matched / part.length - next.matched / next.length) < LEAST_CONTRAST;
}

function joinEqual(parts: readonly Segment[]): Segment[] {
  const joined: { chain: Chain; class: SegmentClass; matched: number; length: number }[] = [];
  let last = joined[0];
  for (const part of parts) {
    if (last === undefined || last.class !== part.class) {
      last = { chain: part.chain.slice(), class: part.class, matched: part.matched, length: part.length };
      joined.push(last);
      continue;
    }
    for (const block of part.chain) last.chain.push(block);
    last.matched += part.matched;
    last.length += part.length;
  }
  return joined;
}
