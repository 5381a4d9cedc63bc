/**
 * The stages behind passages and verdicts one by one, in this thread: fingerprints → postings → candidates →
 * passages → verdict. The work is told too (`guard/counters.json` holds it exactly).
 */
import { ExcerptFinder } from "../../src/candidates/excerpts.js";
import { indexExcerpts } from "../../src/collection/excerpts.js";
import { CollectionBackground } from "../../src/columns/background.js";
import type { Columns } from "../../src/columns/columns.js";
import { TextCache } from "../../src/columns/texts.js";
import type { Article } from "../../src/document/article.js";
import { createKernel } from "../../src/kernel/index.js";
import { comparePair } from "../../src/match/compare.js";
import { alignmentCells, alignTexts } from "../../src/match/passages/align.js";
import { check } from "../support/check.js";
import { best } from "../support/timing.js";
import { candidatePairs, prepare } from "../support/work.js";

/** Pairs that alignment and verdict are timed on, spread over all candidates. */
const PAIRS = 2_000;

export interface Stage {
  readonly name: string;
  readonly seconds: number;
  /** What the stage did, and how often it did it. */
  readonly count: number;
  readonly unit: string;
}

export async function stages(file: string, passes: number): Promise<Stage[]> {
  const work = await prepare(file);
  const { columns } = work.ranked;
  const index = async () => (await indexExcerpts(columns, work.copies, work.pool)).postings;
  const find = (): number => {
    const finder = new ExcerptFinder(work.session.postings, work.session.giantGroupOf);
    let candidates = 0;
    for (let i = 0; i < columns.count; i++) candidates += finder.candidates(i).length;
    return candidates;
  };
  const { excerpts } = await candidatePairs(work);
  const candidates = find();
  check(candidates === excerpts.size, "the finder gives another number of candidates the second time");
  const pairs = await sample(excerpts, columns);
  const { background: data } = work.session;
  const background = data === null ? null : new CollectionBackground(data);
  const align = (): number => pairs.reduce((sum, [a, b]) => sum + alignTexts(a, b, background).length, 0);
  const compare = (): number =>
    pairs.reduce((sum, [a, b]) => sum + (comparePair(a, b, background).verdict === "none" ? 0 : 1), 0);
  const mirrored = pairs.reduce((sum, [a, b]) => sum + alignTexts(b, a, background).length, 0);
  check(align() === mirrored, "the number of passages depends on which text comes first");
  const before = alignmentCells();
  align();
  const cells = (alignmentCells() - before) / pairs.length;
  return [
    {
      name: "fingerprints → postings",
      seconds: await best(passes, index),
      count: columns.count,
      unit: "document",
    },
    {
      name: `postings → ${candidates} candidates`,
      seconds: await best(passes, find),
      count: columns.count,
      unit: "document",
    },
    {
      name: `candidates → passages, ${cells.toFixed(0)} cells a pair`,
      seconds: await best(passes, align),
      count: pairs.length,
      unit: "pair",
    },
    {
      name: "candidates → passages, facts, verdict",
      seconds: await best(passes, compare),
      count: pairs.length,
      unit: "pair",
    },
  ];
}

async function sample(
  candidates: ReadonlySet<string>,
  columns: Columns,
): Promise<(readonly [Article, Article])[]> {
  const texts = new TextCache(columns, await createKernel());
  const all = [...candidates];
  const step = Math.max(1, Math.floor(all.length / PAIRS));
  return all
    .filter((_, i) => i % step === 0)
    .map((pair) => {
      const [a, b] = pair.split(" ").map((index) => texts.get(Number(index)));
      return [a!, b!] as const;
    });
}
