/**
 * Adds the sentences told in other words to the passages of a pair, and widens to whole sentences what was
 * found of them by equal words. Looks only around places where a few words were
 * found together: a rewriting keeps some.
 */
import { startsSentence } from "../../text/sentences.js";
import type { TokenisedText } from "../../text/tokenise.js";
import { TokenMarks } from "../align/chains.js";
import type { Region } from "../align/edits.js";
import { type GapAligner, MAX_SIDE_TOKENS } from "../align/gaps.js";
import type { Accepted } from "./accept.js";
import { REWRITTEN_SIMILARITY } from "./kinds.js";
import { tokenPassage } from "./passages.js";
import { findRewritten } from "./rewritten.js";

/** A passage of so many tokens may be what a rewriting kept of a sentence. */
const FRAGMENT_TOKENS = 12;

const free = new TokenMarks();
const covered = new TokenMarks();

/** `hints`: places where something was found that is too little for a passage. */
export function withRewritten(
  a: TokenisedText,
  b: TokenisedText,
  accepted: Accepted[],
  hints: readonly Region[],
  weights: Float32Array,
  gaps: GapAligner,
): Accepted[] {
  const close: Accepted[] = [];
  const loose: Accepted[] = [];
  for (const one of accepted) (isLoose(a, b, one) ? loose : close).push(one);
  if (loose.length === 0 && hints.length === 0) return accepted;
  const places: Region[] = hints.slice();
  for (const { passage } of loose) places.push(passage);
  covered.reset(a.ids.length, b.ids.length);
  const coveredA = covered.a;
  const coveredB = covered.b;
  for (const { passage } of close) {
    coveredA.fill(1, passage.a0, passage.a1);
    coveredB.fill(1, passage.b0, passage.b1);
  }
  const found: Accepted[] = [];
  for (const told of findRewritten(a, b, coveredA, coveredB, places)) {
    if (!places.some((place) => meets(told, place))) continue;
    const region = loose.map(({ passage }) => passage).reduce(hull, withoutCovered(told, coveredA, coveredB));
    if (!fits(region) || isCovered(region, coveredA, coveredB)) continue;
    free.reset(a.ids.length, b.ids.length);
    const chain = gaps.within(a.ids, b.ids, weights, free, region);
    if (chain.length === 0) continue;
    const passage = tokenPassage(a, b, [chain]);
    coveredA.fill(1, passage.a0, passage.a1);
    coveredB.fill(1, passage.b0, passage.b1);
    found.push({ passage, class: "loose" });
  }
  const left = loose.filter(({ passage }) => !isCovered(passage, coveredA, coveredB));
  return [...close, ...left, ...found];
}

/** The region with what was found of it by equal words. */
function hull(region: Region, { a0, a1, b0, b1 }: Region): Region {
  if (!meets(region, { a0, a1, b0, b1 })) return region;
  return {
    a0: Math.min(region.a0, a0),
    a1: Math.max(region.a1, a1),
    b0: Math.min(region.b0, b0),
    b1: Math.max(region.b1, b1),
  };
}

function meets(x: Region, y: Region): boolean {
  return x.a0 < y.a1 && y.a0 < x.a1 && x.b0 < y.b1 && y.b0 < x.b1;
}

function fits({ a0, a1, b0, b1 }: Region): boolean {
  return a1 > a0 && b1 > b0 && a1 - a0 <= MAX_SIDE_TOKENS && b1 - b0 <= MAX_SIDE_TOKENS;
}

function isCovered({ a0, a1, b0, b1 }: Region, coveredA: Uint8Array, coveredB: Uint8Array): boolean {
  return holdsMark(coveredA, a0, a1) || holdsMark(coveredB, b0, b1);
}

function holdsMark(marks: Uint8Array, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (marks[k] !== 0) return true;
  return false;
}

/** Loose in wording, or a few words inside sentences that are otherwise told anew. */
function isLoose(a: TokenisedText, b: TokenisedText, { passage, class: wording }: Accepted): boolean {
  if (wording === "formula" || passage.pieces.length > 1) return false;
  if (wording === "loose" || passage.similarity < REWRITTEN_SIMILARITY) return true;
  const { a0, a1, b0, b1 } = passage;
  return isFragment(a, a0, a1) && isFragment(b, b0, b1);
}

function isFragment(text: TokenisedText, from: number, to: number): boolean {
  if (to - from > FRAGMENT_TOKENS) return false;
  return !startsSentence(text, from) || (to < text.ids.length && !startsSentence(text, to));
}

/** A sentence may begin or end with words of another passage: those are not told again. */
function withoutCovered(region: Region, coveredA: Uint8Array, coveredB: Uint8Array): Region {
  let { a0, a1, b0, b1 } = region;
  while (a0 < a1 && coveredA[a0] === 1) a0++;
  while (a1 > a0 && coveredA[a1 - 1] === 1) a1--;
  while (b0 < b1 && coveredB[b0] === 1) b0++;
  while (b1 > b0 && coveredB[b1 - 1] === 1) b1--;
  return { a0, a1, b0, b1 };
}
