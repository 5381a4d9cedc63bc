/**
 * The tasks that find candidate pairs, and that align and judge them. A worker keeps what it made of the collection
 * (finder, texts) from one task to the next of the same session.
 */
import { ExcerptFinder, type PostingData } from "../candidates/excerpts.js";
import { backgroundOf, type SessionBackground } from "../columns/background.js";
import { type ColumnData, Columns } from "../columns/columns.js";
import type { PairLists } from "../columns/pair-lists.js";
import { sharedBuffer } from "../columns/shard.js";
import { TextCache } from "../columns/texts.js";
import type { Kernel } from "../kernel/kernel.js";
import type { Background } from "../match/background.js";
import { compareForVerdict, comparePair } from "../match/compare.js";
import { type ComparedPart, ComparedWriter } from "../match/compared.js";
import type { MinVerdict } from "../options.js";

export interface AlignSession extends SessionBackground {
  /** Unique for a state of the collection within a process. */
  readonly number: number;
  readonly columns: ColumnData;
  readonly postings: PostingData;
  readonly giantGroupOf: Uint32Array;
  /** Verified near-copies, compared whatever they share. */
  readonly copies: PairLists;
}

export interface CandidatesTask {
  readonly session: AlignSession;
  /** Documents [from, to) with all their later partners. */
  readonly from: number;
  readonly to: number;
  /** Pairs to compare that need share no wording. */
  readonly related: PairLists | null;
}

export interface AlignTask {
  readonly session: AlignSession;
  /** i and j alternating, i < j. */
  readonly pairs: Uint32Array;
  readonly minVerdict: MinVerdict;
}

export interface CompareTask {
  readonly session: AlignSession;
  /** i and j alternating, i < j. */
  readonly pairs: Uint32Array;
}

interface Held {
  readonly number: number;
  readonly columns: Columns;
  readonly finder: ExcerptFinder;
  readonly texts: TextCache;
  readonly background: Background | null;
}

let held: Held | undefined;

/** What this thread has made of the session's collection. */
export function hold(session: AlignSession, kernel: Kernel): Held {
  if (held?.number === session.number) return held;
  const columns = new Columns(session.columns);
  held = {
    number: session.number,
    columns,
    finder: new ExcerptFinder(session.postings, session.giantGroupOf),
    texts: new TextCache(columns, kernel),
    background: backgroundOf(session),
  };
  return held;
}

/** Lets go of what is held of the last session. */
export function release(): void {
  held = undefined;
}

/** For each document the later ones worth aligning with it, ascending; `starts` counts from 0. */
export function alignmentCandidates(
  { session, from, to, related }: CandidatesTask,
  kernel: Kernel,
): PairLists {
  const { columns, finder } = hold(session, kernel);
  const { versionOf } = session.columns;
  const starts = new Uint32Array(to - from + 1);
  const found: number[] = [];
  for (let i = from; i < to; i++) {
    if (columns.isLeader(i)) {
      const others = union(finder.candidates(i), session.copies, i);
      for (const j of related === null ? others : union(others, related, i)) {
        if (versionOf[i] !== versionOf[j]) found.push(j);
      }
    }
    starts[i - from + 1] = found.length;
  }
  return { starts, others: Uint32Array.from(found) };
}

/** Those of the pairs that reach the verdict, in their order. */
export function alignPairs({ session, pairs, minVerdict }: AlignTask, kernel: Kernel): ComparedPart {
  const { texts, background } = hold(session, kernel);
  const compared = new ComparedWriter();
  for (let at = 0; at < pairs.length; at += 2) {
    const i = pairs[at]!;
    const j = pairs[at + 1]!;
    const comparison = compareForVerdict(texts.get(i), texts.get(j), background, minVerdict);
    if (comparison !== null) compared.add(i, j, comparison);
  }
  return compared.finish(sharedBuffer);
}

/** Aligns and judges just these pairs, whatever comes of it. */
export function comparePairs({ session, pairs }: CompareTask, kernel: Kernel): ComparedPart {
  const { texts, background } = hold(session, kernel);
  const compared = new ComparedWriter();
  for (let at = 0; at < pairs.length; at += 2) {
    const i = pairs[at]!;
    const j = pairs[at + 1]!;
    compared.add(i, j, comparePair(texts.get(i), texts.get(j), background));
  }
  return compared.finish(sharedBuffer);
}

/** The ascending `others` with those that the lists have for i. */
function union(others: Uint32Array, { starts, others: all }: PairLists, i: number): Uint32Array {
  const more = all.subarray(starts[i]!, starts[i + 1]!);
  return more.length === 0 ? others : Uint32Array.from(new Set([...others, ...more])).sort();
}
