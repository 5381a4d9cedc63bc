/** Verified near-copies and identical texts as matches, where nothing is aligned. */

import type { Ranked } from "../columns/ranked.js";
import { byIds, ordered } from "../document/order.js";
import { COPY_FIELDS } from "../match/overlap/copies.js";
import type { Match } from "../model/index.js";
import { identicalTo } from "./clusters.js";
import type { VerifiedCopies } from "./copies.js";

/** Sorted by (a, b). Identical texts come as a star to their first, or `expand`ed to all pairs. */
export function copyMatches(ranked: Ranked, copies: VerifiedCopies, expand: boolean): Match[] {
  const { columns } = ranked;
  const identical = identicalTo(columns);
  const matches: Match[] = [];
  const push = (i: number, j: number, jaccard: number, ofI: number, ofJ: number) => {
    if (columns.data.versionOf[i] === columns.data.versionOf[j]) return;
    matches.push(oriented(ranked, i, j, jaccard, ofI, ofJ));
  };
  for (const [leader, others] of identical) {
    const group = [leader, ...others];
    const firsts = expand ? group.length - 1 : 1;
    for (let x = 0; x < firsts; x++)
      for (let y = x + 1; y < group.length; y++) push(group[x]!, group[y]!, 1, 1, 1);
  }
  for (let at = 0; at < copies.rows.length; at += COPY_FIELDS) {
    const [i, j, jaccard, ofI, ofJ] = copies.rows.subarray(at, at + COPY_FIELDS) as unknown as [
      number,
      number,
      number,
      number,
      number,
    ];
    const groupI = expand ? [i, ...(identical.get(i) ?? [])] : [i];
    const groupJ = expand ? [j, ...(identical.get(j) ?? [])] : [j];
    for (const x of groupI) for (const y of groupJ) push(x, y, jaccard, ofI, ofJ);
  }
  return matches.sort(byIds);
}

function oriented(ranked: Ranked, i: number, j: number, jaccard: number, ofI: number, ofJ: number): Match {
  const idI = ranked.id(i);
  const ids = ordered(idI, ranked.id(j));
  return {
    ...ids,
    verdict: "copy",
    probability: null,
    sameNews: null,
    derived: null,
    jaccard,
    containment: ids.a === idI ? { a: ofI, b: ofJ } : { a: ofJ, b: ofI },
    passages: [],
    facts: [],
    explain: [],
    model: null,
    background: null,
  };
}
