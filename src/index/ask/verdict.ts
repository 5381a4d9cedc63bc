/**
 * From matches to the one word an item is answered with. In: the kept documents it matches, and those that are the
 * same item by id, URL or key. Out: verdict and deciding document. The rules stand in src/README.md.
 */
import type { ItemVerdict, KeptMatch } from "../../model/answer.js";

/** Share of a text's tokens from which it counts as wholly contained in another. */
export const CONTAINED_SHARE = 0.9;

export interface Decision {
  readonly verdict: ItemVerdict;
  readonly of: string | null;
}

/** A kept document of the item's id, URL or key. */
export interface SameItem {
  readonly id: string;
  /** Its text has the same words. */
  readonly sameText: boolean;
}

/** `matches` come strongest first; `isCorrected` says whether a whole copy by the same source brings something new. */
export function decide(
  sameItem: SameItem | null,
  matches: readonly KeptMatch[],
  isCorrected: (match: KeptMatch) => boolean,
): Decision {
  if (sameItem !== null) return { verdict: sameItem.sameText ? "duplicate" : "update", of: sameItem.id };
  const whole = matches.find(({ verdict }) => verdict === "whole");
  if (whole !== undefined) return { verdict: isCorrected(whole) ? "update" : "duplicate", of: whole.id };
  const partial = matches.filter(({ verdict }) => verdict === "partial");
  const inside = partial.find(({ share }) => share.item >= CONTAINED_SHARE);
  if (inside !== undefined) return { verdict: "excerpt", of: inside.id };
  const holds = partial.find(({ share }) => share.kept >= CONTAINED_SHARE);
  if (holds !== undefined) return { verdict: "contains", of: holds.id };
  return { verdict: "new", of: null };
}

const STRENGTH = { whole: 2, partial: 1, related: 0, none: 0 } as const;

/** Whole copies first, then by probability, by Jaccard, by share; the id settles ties. */
export function byStrength(x: KeptMatch, y: KeptMatch): number {
  return (
    STRENGTH[y.verdict] - STRENGTH[x.verdict] ||
    (y.probability ?? 0) - (x.probability ?? 0) ||
    y.jaccard - x.jaccard ||
    y.share.item + y.share.kept - (x.share.item + x.share.kept) ||
    (x.id < y.id ? -1 : 1)
  );
}
