/**
 * From matches to the one word an item is answered with. In: the kept documents it matches, and those that are the
 * same item by id, URL or key. Out: verdict and deciding document. The rules stand in src/index/README.md.
 */

import type { ItemVerdict, KeptMatch } from "../../model/answer.js";
import { verdictRank } from "../../model/verdicts.js";

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

/** `matches` come strongest first; `isCorrected` says whether a copy by the same source brings something new. */
export function decide(
  sameItem: SameItem | null,
  matches: readonly KeptMatch[],
  isCorrected: (match: KeptMatch) => boolean,
): Decision {
  if (sameItem !== null) return { verdict: sameItem.sameText ? "duplicate" : "update", of: sameItem.id };
  const copy = matches.find(({ verdict }) => verdict === "copy");
  if (copy !== undefined) return { verdict: isCorrected(copy) ? "update" : "duplicate", of: copy.id };
  const retold = matches.find(({ verdict }) => verdict === "rewrite");
  if (retold !== undefined) return { verdict: "rewrite", of: retold.id };
  const partial = matches.filter(({ verdict }) => verdict === "excerpt");
  const inside = partial.find(({ share }) => share.item >= CONTAINED_SHARE);
  if (inside !== undefined) return { verdict: "excerpt", of: inside.id };
  const holds = partial.find(({ share }) => share.kept >= CONTAINED_SHARE);
  if (holds !== undefined) return { verdict: "contains", of: holds.id };
  return { verdict: "new", of: null };
}

/** The strongest verdict first, then by probability, by Jaccard, by share; the id settles ties. */
export function byStrength(x: KeptMatch, y: KeptMatch): number {
  return (
    verdictRank(y.verdict) - verdictRank(x.verdict) ||
    (y.probability ?? 0) - (x.probability ?? 0) ||
    y.jaccard - x.jaccard ||
    y.share.item + y.share.kept - (x.share.item + x.share.kept) ||
    (x.id < y.id ? -1 : 1)
  );
}
