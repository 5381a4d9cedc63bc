/**
 * From drafts in tokens to passages in characters: ranges, edits, similarity.
 */
import type { Edit, Passage, PassageKind, Range } from "../../model/index.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { Chain } from "../align/chains.js";
import { endA, endB, startB } from "../align/drafts.js";
import { differingRegions, type Region } from "../align/edits.js";
import { equivalentRegions } from "./equivalence.js";
import type { TokenEdit, TokenPassage } from "./token-passage.js";

/** `bounds` where the passage is more than its matched tokens; else it begins and ends with them. */
export function tokenPassage(
  a: TokenisedText,
  b: TokenisedText,
  pieces: readonly Chain[],
  bounds: Region = boundsOf(pieces),
): TokenPassage {
  const { a0, a1, b0, b1 } = bounds;
  const edits: TokenEdit[] = [];
  for (const region of differingRegions(pieces, bounds)) equivalentRegions(a, b, region, edits);
  let missingA = 0;
  let missingB = 0;
  for (const edit of edits) {
    if (edit.equivalent) continue;
    missingA += edit.a1 - edit.a0;
    missingB += edit.b1 - edit.b0;
  }
  const shareA = 1 - missingA / (a1 - a0);
  const shareB = 1 - missingB / (b1 - b0);
  const [longer, other] = a1 - a0 >= b1 - b0 ? [shareA, shareB] : [shareB, shareA];
  const similarity = a1 - a0 === b1 - b0 ? Math.min(longer, other) : longer;
  return { a0, a1, b0, b1, pieces, edits, similarity };
}

export function boundsOf(pieces: readonly Chain[]): Region {
  return {
    a0: pieces[0]![0]!.a,
    a1: endA(pieces.at(-1)!),
    b0: pieces.reduce((least, piece) => Math.min(least, startB(piece)), Number.POSITIVE_INFINITY),
    b1: pieces.reduce((most, piece) => Math.max(most, endB(piece)), 0),
  };
}

export function toPassage(
  a: TokenisedText,
  b: TokenisedText,
  passage: TokenPassage,
  kind: PassageKind,
): Passage {
  const edits: Edit[] = [];
  for (const { a0, a1, b0, b1, equivalent } of passage.edits) {
    const [inA, inB] = editRanges(a, b, { a0, a1, b0, b1 });
    if (inA.start < inA.end || inB.start < inB.end) edits.push(toEdit(inA, inB, equivalent));
  }
  return {
    a: range(a, passage.a0, passage.a1),
    b: range(b, passage.b0, passage.b1),
    kind,
    similarity: passage.similarity,
    // Where sentences were moved, an empty range and a deletion at one token are in the order of characters.
    edits: sorted(edits),
  };
}

/** The same seen from b. */
export function toMirrored(
  a: TokenisedText,
  b: TokenisedText,
  passage: TokenPassage,
  kind: PassageKind,
): Passage {
  const { a0, a1, b0, b1, pieces, similarity } = passage;
  const edits: TokenEdit[] = [];
  for (const edit of passage.edits) {
    edits.push({ a0: edit.b0, a1: edit.b1, b0: edit.a0, b1: edit.a1, equivalent: edit.equivalent });
  }
  return toPassage(b, a, { a0: b0, a1: b1, b0: a0, b1: a1, pieces, edits, similarity }, kind);
}

function toEdit(a: Range, b: Range, equivalent: boolean): Edit {
  const kind = a.start === a.end ? "insert" : b.start === b.end ? "delete" : "replace";
  return equivalent ? { kind, a, b, equivalent: true } : { kind, a, b };
}

/** In place; most are in order already. */
function sorted(edits: Edit[]): Edit[] {
  for (let k = 1; k < edits.length; k++)
    if (inOrder(edits[k - 1]!, edits[k]!) > 0) return edits.sort(inOrder);
  return edits;
}

function inOrder(x: Edit, y: Edit): number {
  return x.a.start - y.a.start || x.b.start - y.b.start;
}

/** Characters of tokens [from, to); an empty range stands at the end of the token before it. */
function range(text: TokenisedText, from: number, to: number): Range {
  if (from < to) return { start: text.starts[from]!, end: text.ends[to - 1]! };
  const at = from > 0 ? text.ends[from - 1]! : (text.starts[0] ?? 0);
  return { start: at, end: at };
}

/**
 * Characters that differ. Tokens of scripts without spaces are pairs of signs: one sign changed is two tokens changed,
 * and what the tokens before and after them hold too has not.
 */
function editRanges(a: TokenisedText, b: TokenisedText, { a0, a1, b0, b1 }: Region): [Range, Range] {
  const [inA, inB] = [range(a, a0, a1), range(b, b0, b1)];
  const startA = Math.max(inA.start, a.ends[a0 - 1] ?? 0);
  const startB = Math.max(inB.start, b.ends[b0 - 1] ?? 0);
  const [nextA, nextB] = [a.starts[a1] ?? a.text.length, b.starts[b1] ?? b.text.length];
  // As far as the tokens behind have been read already, on either side.
  const read = Math.max(0, startA - nextA, startB - nextB);
  return [
    { start: startA, end: Math.max(startA, Math.min(inA.end, nextA + read)) },
    { start: startB, end: Math.max(startB, Math.min(inB.end, nextB + read)) },
  ];
}

/** The same passage seen from the other text. */
export function mirrored(passage: Passage): Passage {
  const edits = sorted(passage.edits.map(mirroredEdit));
  return { ...passage, a: passage.b, b: passage.a, edits };
}

const MIRRORED_KIND = { insert: "delete", delete: "insert", replace: "replace" } as const;

function mirroredEdit(edit: Edit): Edit {
  const kind = MIRRORED_KIND[edit.kind];
  return edit.equivalent === true
    ? { kind, a: edit.b, b: edit.a, equivalent: true }
    : { kind, a: edit.b, b: edit.a };
}
