/**
 * The units of work of which a pool is made: functions of plain data and shared columns, the same whether they
 * run in a worker or in the caller's thread. No result depends on how the work was cut.
 */
import { type CopyCandidates, findCopies } from "../candidates/copies.js";
import { FrequencyCounter, type KeyCounts } from "../candidates/frequency.js";
import { type PostingOptions, type PostingPart, postFingerprints } from "../candidates/postings.js";
import { type ColumnData, Columns } from "../columns/columns.js";
import type { PairLists } from "../columns/pair-lists.js";
import type { ComparedPart } from "../match/compared.js";
import type { Terms } from "../match/news/terms.js";
import { verifyCopies } from "../match/overlap/copies.js";
import type { Direction } from "../model/index.js";
import type { AlignTask, CandidatesTask, CompareTask } from "./align-task.js";
import { threadKernel } from "./kernel.js";
import type { LeadTask, LeadWords } from "./lead-task.js";
import type { NewsPairsTask, NewsTermsTask } from "./news-task.js";
import type { TellTask, ToldStories } from "./tell-task.js";

export interface FindCopiesTask {
  readonly columns: ColumnData;
  readonly bands: readonly number[];
  readonly minAgreeing: number;
}

export interface VerifyCopiesTask {
  readonly columns: ColumnData;
  readonly pairs: Uint32Array;
  readonly threshold: number;
}

export interface PostFingerprintsTask extends PostingOptions {
  readonly columns: ColumnData;
  readonly groupOf: Uint32Array;
  readonly dayOf: Int32Array;
}

export interface CountWordsTask {
  readonly columns: ColumnData;
  readonly groupOf: Uint32Array;
  readonly part: number;
  readonly parts: number;
}

export interface Tasks {
  findCopies(task: FindCopiesTask): Promise<CopyCandidates>;
  verifyCopies(task: VerifyCopiesTask): Promise<Float64Array>;
  postFingerprints(task: PostFingerprintsTask): Promise<PostingPart>;
  countWords(task: CountWordsTask): Promise<KeyCounts>;
  candidates(task: CandidatesTask): Promise<PairLists>;
  align(task: AlignTask): Promise<ComparedPart>;
  compare(task: CompareTask): Promise<ComparedPart>;
  leadWords(task: LeadTask): Promise<LeadWords>;
  newsTerms(task: NewsTermsTask): Promise<Terms>;
  newsPairs(task: NewsPairsTask): Promise<Float64Array>;
  tellStories(task: TellTask): Promise<ToldStories>;
  judgePairs(task: TellTask): Promise<Direction[]>;
}

/** Where tasks run. */
export interface WorkPool extends Tasks {
  readonly threads: number;
  close(): Promise<void>;
}

export const tasks: Tasks = {
  async findCopies({ columns, bands, minAgreeing }) {
    return findCopies(new Columns(columns), bands, minAgreeing);
  },
  async verifyCopies({ columns, pairs, threshold }) {
    return verifyCopies(new Columns(columns), pairs, threshold);
  },
  async postFingerprints({ columns, groupOf, dayOf, ...options }) {
    return postFingerprints(new Columns(columns), groupOf, dayOf, options);
  },
  async countWords({ columns, groupOf, part, parts }) {
    return countWords(new Columns(columns), groupOf, part, parts);
  },
  async candidates(task) {
    const { alignmentCandidates } = await loadAlign();
    return alignmentCandidates(task, await threadKernel());
  },
  async align(task) {
    const { alignPairs } = await loadAlign();
    return alignPairs(task, await threadKernel());
  },
  async compare(task) {
    const { comparePairs } = await loadAlign();
    return comparePairs(task, await threadKernel());
  },
  async leadWords(task) {
    const { leadWords } = await import("./lead-task.js");
    return leadWords(task, await threadKernel());
  },
  async newsTerms(task) {
    const { newsTerms } = await loadNews();
    return newsTerms(task, await threadKernel());
  },
  async newsPairs(task) {
    const { newsPairs } = await loadNews();
    return newsPairs(task, await threadKernel());
  },
  async tellStories(task) {
    const { tellStories } = await loadTell();
    return tellStories(task, await threadKernel());
  },
  async judgePairs(task) {
    const { judgePairs } = await loadTell();
    return judgePairs(task, await threadKernel());
  },
};

let alignModule: Promise<typeof import("./align-task.js")> | undefined;

/** Most of the code, and clusters of whole copies do without. */
function loadAlign() {
  alignModule ??= import("./align-task.js");
  return alignModule;
}

function loadNews() {
  return import("./news-task.js");
}

let tellModule: Promise<typeof import("./tell-task.js")> | undefined;

function loadTell() {
  tellModule ??= import("./tell-task.js");
  return tellModule;
}

/** Tasks run in the caller's own thread. */
export function inlinePool(): WorkPool {
  const close = async () => {
    (await alignModule)?.release();
    (await tellModule)?.release();
  };
  return { ...tasks, threads: 1, close };
}

/** Over the first text of each group of near-copies; this part's words are those whose id has its remainder. */
function countWords(columns: Columns, groupOf: Uint32Array, part: number, parts: number): KeyCounts {
  const counter = new FrequencyCounter();
  for (let index = 0; index < columns.count; index++) {
    if (groupOf[index] !== index) continue;
    for (const id of columns.ids(index)) if (id % parts === part) counter.add(id, index + 1);
  }
  return counter.repeated();
}
