/**
 * What finding and judging excerpts needs of a whole collection: groups of near-copies, document frequencies,
 * and the fingerprint postings, worked out by the pool in parts.
 */

import { GIANT_BUCKET } from "../candidates/buckets.js";
import { clusterBySeed } from "../candidates/cluster.js";
import { arrangePostings, type PostingData } from "../candidates/excerpts.js";
import { buildFrequencies } from "../candidates/frequency.js";
import { type CappedFingerprints, UNDATED } from "../candidates/postings.js";
import type { BackgroundData } from "../columns/background.js";
import type { Columns } from "../columns/columns.js";
import { sharedBuffer } from "../columns/shard.js";
import { COPY_FIELDS } from "../match/overlap/copies.js";
import { BACKGROUND_MIN_DOCUMENTS } from "../options.js";
import { dayOfInstant, publishedInstant } from "../times.js";
import type { AlignSession } from "../workers/align-task.js";
import type { WorkPool } from "../workers/tasks.js";
import type { VerifiedCopies } from "./copies.js";

/** Most groups that a fingerprint may stand in and still propose candidates. */
export const GROUP_CAP = 50;
/**
 * Most near-copies of one item that a fingerprint is posted to. In 31 k articles the largest band bucket has 49
 * documents; a larger group meets others by its first members, and itself by bands.
 */
export const MEMBER_CAP = 64;
/** Fingerprints that one part of the index holds at most: 12 bytes each while it is sorted. */
const FINGERPRINTS_PER_PART = 4 << 20;

export interface ExcerptIndex {
  readonly postings: PostingData;
  readonly background: BackgroundData;
  readonly giantGroupOf: Uint32Array;
  /** What the cap left out. */
  readonly capped: CappedFingerprints;
}

export async function indexExcerpts(
  columns: Columns,
  copies: VerifiedCopies,
  pool: WorkPool,
): Promise<ExcerptIndex> {
  const { groupOf, giantGroupOf, groups } = groupsOf(columns, copies);
  const data = columns.data;
  const dayOf = daysOf(columns);
  let tokens = 0;
  for (let index = 0; index < columns.count; index++) tokens += columns.tokenCount(index);
  const parts = Math.max(pool.threads, Math.ceil(tokens / FINGERPRINTS_PER_PART));
  const [posted, words] = await Promise.all([
    Promise.all(
      Array.from({ length: parts }, (_, part) =>
        pool.postFingerprints({
          columns: data,
          groupOf,
          dayOf,
          part,
          parts,
          groupCap: GROUP_CAP,
          memberCap: MEMBER_CAP,
        }),
      ),
    ),
    Promise.all(
      Array.from({ length: pool.threads }, (_, part) =>
        pool.countWords({ columns: data, groupOf, part, parts: pool.threads }),
      ),
    ),
  ]);
  return {
    postings: arrangePostings(posted, columns.count, { groups, groupCap: GROUP_CAP }, sharedBuffer),
    background: {
      documents: groups,
      fingerprints: buildFrequencies(
        posted.map(({ frequencies }) => frequencies),
        sharedBuffer,
      ),
      words: buildFrequencies(words, sharedBuffer),
    },
    giantGroupOf,
    capped: {
      fingerprints: posted.reduce((sum, { capped }) => sum + capped.fingerprints, 0),
      postings: posted.reduce((sum, { capped }) => sum + capped.postings, 0),
    },
  };
}

/** The day on which each document was published, or else captured. */
function daysOf(columns: Columns): Int32Array {
  const days = new Int32Array(sharedBuffer(4 * columns.count)).fill(UNDATED);
  for (let index = 0; index < columns.count; index++) {
    const published = columns.instant(index);
    const captured = () => publishedInstant(columns.meta(index, "captured") ?? "");
    const day = dayOfInstant(Number.isNaN(published) ? captured() : published);
    if (!Number.isNaN(day)) days[index] = day;
  }
  return days;
}

/** Groups of near-copies by the index of their seed; a document without copies is a group of its own. */
function groupsOf(columns: Columns, copies: VerifiedCopies) {
  const count = columns.count;
  const groupOf = new Uint32Array(sharedBuffer(4 * count));
  const giantGroupOf = new Uint32Array(sharedBuffer(4 * count));
  for (let index = 0; index < count; index++) groupOf[index] = columns.data.leaderOf[index]!;
  const pairs = Array.from({ length: copies.count }, (_, row) => ({
    i: copies.rows[row * COPY_FIELDS]!,
    j: copies.rows[row * COPY_FIELDS + 1]!,
    jaccard: copies.rows[row * COPY_FIELDS + 2]!,
  }));
  for (const { seed, members } of clusterBySeed(pairs, ({ jaccard }) => jaccard)) {
    for (const member of members) {
      groupOf[member] = seed;
      if (members.length > GIANT_BUCKET) giantGroupOf[member] = seed + 1;
    }
  }
  let groups = 0;
  for (let index = 0; index < count; index++) {
    if (groupOf[index] === index && columns.tokenCount(index) > 0) groups++;
  }
  return { groupOf, giantGroupOf, groups };
}

let sessions = 0;

/** What align tasks share: the index, and the near-copies by their first document. */
export function alignSession(columns: Columns, copies: VerifiedCopies, index: ExcerptIndex): AlignSession {
  const { postings, giantGroupOf } = index;
  const background = index.background.documents < BACKGROUND_MIN_DOCUMENTS ? null : index.background;
  const copyStarts = new Uint32Array(sharedBuffer(4 * (columns.count + 1)));
  const copyOthers = new Uint32Array(sharedBuffer(4 * copies.count));
  // Rows are sorted by (i, j), so the others of one i stand together.
  for (let row = 0; row < copies.count; row++) {
    copyStarts[copies.rows[row * COPY_FIELDS]! + 1]!++;
    copyOthers[row] = copies.rows[row * COPY_FIELDS + 1]!;
  }
  for (let i = 0; i < columns.count; i++) copyStarts[i + 1]! += copyStarts[i]!;
  sessions++;
  return {
    number: sessions,
    columns: columns.data,
    postings,
    background,
    giantGroupOf,
    copies: { starts: copyStarts, others: copyOthers },
  };
}
