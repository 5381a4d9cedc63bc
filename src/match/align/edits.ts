/**
 * What lies between the equal tokens of a passage: the regions where the two texts differ.
 */
import type { Chain } from "./chains.js";
import { endA, endB, startB } from "./drafts.js";

/** Tokens [a0, a1) of the one text stand where tokens [b0, b1) of the other do; one side may be empty. */
export interface Region {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/**
 * The regions of unequal tokens between the pieces of a passage and inside them. Pieces are in the order of a.
 * Where sentences were moved, what is missing and what was added stand apart; elsewhere they face each other.
 */
export function differingRegions(pieces: readonly Chain[], bounds?: Region): Region[] {
  const regions: Region[] = [];
  if (pieces.length === 1) {
    addRegionsOf(pieces[0]!, bounds, regions);
    return regions;
  }
  for (const piece of pieces) addRegionsOf(piece, undefined, regions);
  regions.push(...regionsBetween(pieces));
  return regions.sort((x, y) => x.a0 - y.a0 || x.b0 - y.b0);
}

/** In order; with `bounds` also what is before the first and after the last equal token. */
function addRegionsOf(piece: Chain, bounds: Region | undefined, regions: Region[]): void {
  let a = bounds === undefined ? piece[0]!.a : bounds.a0;
  let b = bounds === undefined ? piece[0]!.b : bounds.b0;
  for (const block of piece) {
    if (block.a > a || block.b > b) regions.push({ a0: a, a1: block.a, b0: b, b1: block.b });
    a = block.a + block.length;
    b = block.b + block.length;
  }
  if (bounds !== undefined && (bounds.a1 > a || bounds.b1 > b)) {
    regions.push({ a0: a, a1: bounds.a1, b0: b, b1: bounds.b1 });
  }
}

function regionsBetween(pieces: readonly Chain[]): Region[] {
  const regions: Region[] = [];
  const byB = pieces.toSorted((x, y) => startB(x) - startB(y));
  const followsInB = new Map<Chain, Chain>();
  for (let k = 1; k < byB.length; k++) followsInB.set(byB[k - 1]!, byB[k]!);
  for (let k = 1; k < pieces.length; k++) {
    const before = pieces[k - 1]!;
    const after = pieces[k]!;
    const facing = followsInB.get(before) === after;
    const b1 = facing ? startB(after) : endB(before);
    if (facing) followsInB.delete(before);
    const region = { a0: endA(before), a1: after[0]!.a, b0: endB(before), b1 };
    if (region.a1 > region.a0 || region.b1 > region.b0) regions.push(region);
  }
  for (const [before, after] of followsInB) {
    const region = { a0: endA(before), a1: endA(before), b0: endB(before), b1: startB(after) };
    if (region.b1 > region.b0) regions.push(region);
  }
  return regions;
}
