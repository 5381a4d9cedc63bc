/** Small collections of token ids, and the excerpt index over them. */
import { arrangePostings, ExcerptFinder } from "../../src/candidates/excerpts.js";
import { type FingerprintColumns, postFingerprints, UNDATED } from "../../src/candidates/postings.js";

export function columnsOf(texts: readonly Uint32Array[], leaders?: readonly boolean[]): FingerprintColumns {
  return {
    count: texts.length,
    isLeader: (index) => leaders?.[index] ?? true,
    ids: (index) => texts[index]!,
  };
}

export interface Grouping {
  readonly groupOf?: Uint32Array;
  readonly dayOf?: Int32Array;
  /** How many groups the collection says it has; weights follow from it. */
  readonly groups?: number;
  readonly groupCap?: number;
  readonly memberCap?: number;
  readonly parts?: number;
  readonly giantGroupOf?: Uint32Array;
}

export function indexOf(columns: FingerprintColumns, grouping: Grouping) {
  const {
    groupOf = Uint32Array.from({ length: columns.count }, (_, i) => i),
    dayOf = Int32Array.from({ length: columns.count }, (_, i) => (i % 5 === 0 ? UNDATED : i >> 1)),
    groupCap = 50,
    memberCap = 64,
  } = grouping;
  const { parts = 1, groups = new Set(groupOf).size } = grouping;
  const posted = Array.from({ length: parts }, (_, part) =>
    postFingerprints(columns, groupOf, dayOf, { part, parts, groupCap, memberCap }),
  );
  const data = arrangePostings(
    posted,
    columns.count,
    { groups, groupCap },
    (bytes) => new ArrayBuffer(bytes),
  );
  return { posted, data };
}

/** "i j" of every candidate pair, i < j. */
export function candidatePairs(columns: FingerprintColumns, grouping: Grouping): string[] {
  const { data } = indexOf(columns, grouping);
  const finder = new ExcerptFinder(data, grouping.giantGroupOf ?? new Uint32Array(columns.count));
  return Array.from({ length: columns.count }, (_, i) =>
    [...finder.candidates(i)].map((j) => `${i} ${j}`),
  ).flat();
}
