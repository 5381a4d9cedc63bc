/**
 * The one façade: documents in, verified pairs and clusters out.
 *
 * ```ts
 * const engine = await createEngine();
 * engine.add({ id: "a", text: "…" });
 * for await (const match of engine.matches()) console.log(match.a, match.b, match.verdict);
 * const { clusters } = await engine.clusters();
 * await engine.close();
 * ```
 *
 * What has been worked out is kept until documents are added, so asking for pairs and then for clusters costs
 * little more than one of them.
 */

import type { Archive } from "./archive.js";
import type { CappedFingerprints } from "./candidates/postings.js";
import type { AlignedPairs } from "./collection/align.js";
import { clustersOf, clusterWhole, identicalTo } from "./collection/clusters.js";
import { Collection } from "./collection/collection.js";
import {
  type CandidateCopies,
  candidateCopies,
  clusterCopies,
  type VerifiedCopies,
  verifiedCopies,
} from "./collection/copies.js";
import type { CollectionEngine, LineageEngine } from "./collection/lineage.js";
import { copyMatches } from "./collection/matches.js";
import type { NewsPairs } from "./collection/news.js";
import { backgroundOf } from "./columns/background.js";
import { ShardBuilder } from "./columns/builder.js";
import { documentAt, labelOf } from "./columns/document-at.js";
import type { PairLists } from "./columns/pair-lists.js";
import type { Ranked } from "./columns/ranked.js";
import { checkedDocument } from "./document/check.js";
import { fieldStrings } from "./document/fields.js";
import type { DocumentLabel } from "./document/label.js";
import { SKETCH } from "./document/sketch.js";
import type {
  ClusterOptions,
  ClusterReport,
  EngineOptions,
  LineageOptions,
  MatchOptions,
  NewsStoryOptions,
  PhraseOptions,
  WorkOptions,
} from "./engine-options.js";
import { UsageError } from "./errors.js";
import { MutableView } from "./ingest/record.js";
import type { Kernel } from "./kernel/kernel.js";
import type { Background } from "./match/background.js";
import { ComparedPairs } from "./match/compared.js";
import type {
  Document,
  Finding,
  Lineage,
  Match,
  NewsStory,
  Phrase,
  Quotation,
  Story,
  Trace,
} from "./model/index.js";
import {
  CANONICAL_CHOICES,
  CANONICAL_DEFAULT,
  checkChoice,
  checkFraction,
  MIN_VERDICT_CHOICES,
  MIN_VERDICT_DEFAULT,
  type MinVerdict,
  WHOLE_THRESHOLD_DEFAULT,
} from "./options.js";
import type { AlignSession } from "./workers/align-task.js";
import { threadKernel } from "./workers/kernel.js";
import { inlinePool, type WorkPool } from "./workers/tasks.js";

/** What an engine is made of; `engineParts` makes them. */
export interface EngineParts {
  readonly kernel: Kernel;
  readonly builder: ShardBuilder;
  readonly keepText: boolean;
  /** Of a whole that the documents are a part of, and by which they are judged; null where that is too small to tell. */
  readonly whole?: Background | null;
}

export async function engineParts(options: EngineOptions): Promise<EngineParts> {
  const kernel = await threadKernel();
  const keepText = options.copiesOnly !== true;
  const builder = await ShardBuilder.create(kernel, { keepText });
  return { kernel, builder, keepText };
}

/** What has been worked out of the documents that were there when it was asked for. */
interface State {
  readonly ranked: Ranked;
  candidates?: { readonly threshold: number; readonly found: CandidateCopies };
  copies?: { readonly threshold: number; readonly found: VerifiedCopies };
  session?: AlignSession;
  capped?: CappedFingerprints;
  news?: NewsPairs;
  readonly pairs: Map<MinVerdict, AlignedPairs>;
  /** Of a small collection, with those that share no wording. */
  lineagePairs?: ComparedPairs;
}

/** The engine where there are no files and no threads: in a browser. `createEngine` makes one. */
export class Engine implements Archive {
  protected readonly keepText: boolean;
  protected readonly collection = new Collection(SKETCH.bands);
  readonly #kernel: Kernel;
  readonly #builder: ShardBuilder;
  readonly #whole: Background | null | undefined;
  #pool: WorkPool | undefined;
  #state: State | undefined;
  #read = { documents: 0, bytes: 0 };

  /** Use `createEngine`. */
  constructor({ kernel, builder, keepText, whole }: EngineParts) {
    this.#whole = whole;
    this.#kernel = kernel;
    this.#builder = builder;
    this.keepText = keepText;
  }

  /**
   * Adds one document. A text without a letter or digit is kept and matches nothing. Throws UsageError for what is
   * no document.
   */
  add(document: Document): void {
    const view = new MutableView();
    view.place(fieldStrings(checkedDocument(document)), this.#kernel, 0);
    this.#builder.record(view);
    if (this.#builder.isFull) this.#closeShard();
    this.#state = undefined;
  }

  /**
   * Reuse pairs, sorted by (a, b). Identical texts come as a star to the first of them. With `minVerdict`
   * "same-news", pairs that tell the same news without reuse come too.
   */
  async *matches(options: MatchOptions = {}): AsyncGenerator<Match, void> {
    const { expand = false, minVerdict = MIN_VERDICT_DEFAULT, signal } = options;
    checkChoice("minVerdict", minVerdict, MIN_VERDICT_CHOICES);
    this.#checkThreshold(options);
    const state = this.#current();
    const { ranked } = state;
    if (!this.keepText) {
      yield* copyMatches(ranked, await this.#verifiedCopies(state, options), expand);
      return;
    }
    const { pairs } = await this.#alignedPairs(state, minVerdict, options);
    const { alignIdentical, alignedMatches } = await loadReuse();
    const session = state.session!;
    const groups = identicalTo(ranked.columns);
    const identical = await alignIdentical(session, groups, pairs, expand, this.#workPool(), signal);
    const background = backgroundOf(session)?.documents ?? null;
    yield* alignedMatches(ranked, [pairs, identical], minVerdict, background);
  }

  /** Groups of copies; a document in no group is a story of its own and is not listed. */
  async clusters(options: ClusterOptions = {}): Promise<ClusterReport> {
    const { canonical = CANONICAL_DEFAULT } = options;
    checkChoice("canonical", canonical, CANONICAL_CHOICES);
    this.#checkThreshold(options);
    const state = this.#current();
    const { ranked } = state;
    const { threshold = WHOLE_THRESHOLD_DEFAULT } = options;
    const candidates = await this.#candidateCopies(state, options);
    const aligned = this.keepText
      ? (await this.#alignedPairs(state, MIN_VERDICT_DEFAULT, options)).pairs
      : null;
    const seeded =
      aligned === null ? clusterCopies(ranked.columns, candidates, threshold) : clusterWhole(aligned);
    return {
      clusters: clustersOf(ranked, seeded, aligned, canonical),
      documents: ranked.columns.count,
      giantBuckets: candidates.buckets.giants,
      largestBucket: candidates.buckets.largest,
    };
  }

  /**
   * The reports of each statement, decision or incident, in the order of their earliest; a document that is alone is
   * not listed. Throws UsageError where texts are not kept.
   */
  async newsStories(options: NewsStoryOptions = {}): Promise<NewsStory[]> {
    if (!this.keepText) throw new UsageError(NO_TEXTS);
    const { canonical = CANONICAL_DEFAULT } = options;
    checkChoice("canonical", canonical, CANONICAL_CHOICES);
    const state = this.#current();
    const { pairs } = await this.#alignedPairs(state, "same-news", options);
    const { storiesOf } = await loadReuse();
    return storiesOf(state.ranked, await this.#newsPairs(state, options), pairs, canonical);
  }

  /**
   * Sentences, and parts of sentences, that several outlets share, each once; the heaviest first. Throws UsageError where
   * texts are not kept.
   */
  async phrases(options: PhraseOptions = {}): Promise<Phrase[]> {
    const { minOutlets = 2, ...work } = options;
    if (!Number.isSafeInteger(minOutlets) || minOutlets < 2)
      throw new UsageError(`minOutlets is ${minOutlets}, expected a whole number from 2`);
    const grounds = await this.#comparable(work);
    const matches: Match[] = [];
    for await (const match of this.matches(work)) matches.push(match);
    const { phrasesIn } = await loadProvenance();
    return phrasesIn(grounds, matches, minOutlets);
  }

  /**
   * Two documents of this engine. Judged with the document frequencies of all its documents, or as a bare pair
   * where these are too few. Throws UsageError for an unknown id.
   */
  async compare(a: string, b: string, options: WorkOptions = {}): Promise<Match> {
    if (!this.keepText) throw new UsageError(NO_TEXTS);
    const state = this.#current();
    const { indexOf } = state.ranked;
    const [i, j] = [a, b].map((id) => {
      const index = indexOf(id);
      if (index === undefined) throw new UsageError(`no document ${JSON.stringify(id)} among those read`);
      return index;
    }) as [number, number];
    if (i === j) throw new UsageError(`document ${JSON.stringify(a)} cannot be compared with itself`);
    const session = await this.#session(state, options);
    const pool = this.#workPool();
    const { comparedMatch } = await loadReuse();
    const part = await pool.compare({ session, pairs: Uint32Array.of(i, j) });
    return comparedMatch(
      a,
      b,
      new ComparedPairs([part]).comparison(0),
      backgroundOf(session)?.documents ?? null,
    );
  }

  /**
   * Who took from whom, what came from where, and what must have been there, over all documents. Throws UsageError for
   * decisions about documents that are not here.
   */
  async lineage(options: LineageOptions = {}): Promise<Lineage> {
    const { lineageWithChecks } = await loadProvenance();
    return lineageWithChecks(await this.#pairsKnown(options), options);
  }

  /**
   * Everything that is known of one document: by its id, or the document itself, which is added where it is not among
   * those read. Throws UsageError for an unknown id.
   */
  async trace(of: string | Document, options: LineageOptions = {}): Promise<Trace> {
    if (!this.keepText) throw new UsageError(NO_TEXTS);
    const { heldAt, trace } = await loadProvenance();
    if (typeof of !== "string" && heldAt(this.ranked(), of, this.#kernel) === undefined) this.add(of);
    return trace(of, await this.#comparable(options), options);
  }

  /** Throws UsageError for an unknown id. A document that is not among those read is added. */
  async matchesOf(of: string | Document, options: WorkOptions = {}): Promise<Match[]> {
    if (typeof of === "string" && this.describe(of) === undefined)
      throw new UsageError(`no document ${JSON.stringify(of)} among those read`);
    if (typeof of !== "string" && this.text(of.id) !== of.text) this.add(of);
    const id = typeof of === "string" ? of : of.id;
    const found: Match[] = [];
    for await (const match of this.matches(options)) if (match.a === id || match.b === id) found.push(match);
    return found;
  }

  async stories(options: LineageOptions = {}): Promise<readonly Story[]> {
    return (await this.lineage(options)).stories;
  }

  /** Words that somebody says in one document, or that stand in quotation marks. Throws UsageError for an unknown id. */
  async quotations(id: string): Promise<readonly Quotation[]> {
    const document = this.document(id);
    if (document === undefined) throw new UsageError(`no document ${JSON.stringify(id)}`);
    const { quotationsOf } = await loadProvenance();
    return quotationsOf(this.#kernel, document);
  }

  /** What stood in too many texts to be followed; undefined until matches were asked for, or texts are not kept. */
  get capped(): CappedFingerprints | undefined {
    return this.#state?.capped;
  }

  /** Undefined for an unknown id. */
  describe(id: string): DocumentLabel | undefined {
    return labelOf(this.ranked(), id);
  }

  /** Ids of the documents, in the order of (published instant, id), undated last. */
  ids(): string[] {
    const { columns, id } = this.ranked();
    return Array.from({ length: columns.count }, (_, index) => id(index));
  }

  /** Undefined for an unknown id. Times are ISO 8601 where understood. Throws UsageError where texts are not kept. */
  document(id: string): Document | undefined {
    if (!this.keepText) throw new UsageError(NO_TEXTS);
    const ranked = this.ranked();
    const index = ranked.indexOf(id);
    return index === undefined ? undefined : { ...documentAt(ranked, index) };
  }

  /** The original text; undefined for an unknown id. Throws UsageError where texts are not kept. */
  text(id: string): string | undefined {
    if (!this.keepText) throw new UsageError(NO_TEXTS);
    const { columns, indexOf } = this.ranked();
    const index = indexOf(id);
    return index === undefined ? undefined : columns.text(index);
  }

  /** Documents in which a sentence stands, exactly, cut or varied, in the order of `ids`. Reads every text. */
  async *find(quote: string, options: Pick<WorkOptions, "signal"> = {}): AsyncGenerator<Finding, void> {
    const [{ QuoteFinder }, { speakerAt }] = await Promise.all([
      import("./match/quote/quote.js"),
      import("./provenance/quotations/speaker-at.js"),
    ]);
    const finder = new QuoteFinder(this.#kernel, quote);
    for (const id of this.ids()) {
      options.signal?.throwIfAborted();
      const text = this.text(id) ?? "";
      const hit = finder.find(text);
      if (hit !== null) yield { id, ...hit, speaker: speakerAt(this.#kernel, text, hit.b) };
    }
  }

  /** Ends the worker threads. The engine can go on to be used, in the caller's own thread until it reads again. */
  async close(): Promise<void> {
    await this.#pool?.close();
    this.#pool = undefined;
  }

  protected ranked(): Ranked {
    this.#closeShard();
    return this.collection.ranked();
  }

  #closeShard(): void {
    if (this.#builder.count > 0) this.collection.append(this.#builder.take(), { file: "", linesBefore: 0 });
  }

  #current(): State {
    this.#state ??= { ranked: this.ranked(), pairs: new Map() };
    return this.#state;
  }

  #checkThreshold({ threshold }: ClusterOptions): void {
    if (threshold === undefined) return;
    if (this.keepText)
      throw new UsageError("threshold is for engines with copiesOnly: else the verdict decides");
    checkFraction("threshold", threshold);
  }

  async #candidateCopies(
    state: State,
    { threshold = WHOLE_THRESHOLD_DEFAULT, signal }: ClusterOptions,
  ): Promise<CandidateCopies> {
    if (state.candidates?.threshold !== threshold) {
      const { columns } = state.ranked;
      const found = await candidateCopies(columns, threshold, this.#workPool(), signal);
      state.candidates = { threshold, found };
      return found;
    }
    return state.candidates.found;
  }

  async #verifiedCopies(state: State, options: ClusterOptions): Promise<VerifiedCopies> {
    const { threshold = WHOLE_THRESHOLD_DEFAULT, signal } = options;
    if (state.copies?.threshold !== threshold) {
      const candidates = await this.#candidateCopies(state, options);
      const pool = this.#workPool();
      const found = await verifiedCopies(state.ranked.columns, candidates, threshold, pool, signal);
      state.copies = { threshold, found };
      return found;
    }
    return state.copies.found;
  }

  /** What alignment needs of the collection. */
  async #session(state: State, options: WorkOptions): Promise<AlignSession> {
    if (state.session === undefined) {
      const { columns } = state.ranked;
      const { alignSession, indexExcerpts } = await loadReuse();
      const copies = await this.#verifiedCopies(state, options);
      const index = await indexExcerpts(columns, copies, this.#workPool());
      options.signal?.throwIfAborted();
      state.capped ??= index.capped;
      const session = alignSession(columns, copies, index);
      state.session ??= this.#whole === undefined ? session : { ...session, whole: this.#whole };
    }
    return state.session;
  }

  /** What lineage needs of the collection. */
  async #pairsKnown(options: WorkOptions): Promise<LineageEngine> {
    const grounds = await this.#comparable(options);
    const { columns } = grounds.ranked;
    const state = this.#current();
    const { relatedForLineage } = await loadProvenance();
    const related = await relatedForLineage(columns, grounds.pool, options.signal);
    if (related === null) {
      const { pairs } = await this.#alignedPairs(state, MIN_VERDICT_DEFAULT, options);
      return { ...grounds, pairs, identical: identicalTo(columns) };
    }
    state.lineagePairs ??= (await this.#align(state, MIN_VERDICT_DEFAULT, related, options)).pairs;
    return { ...grounds, pairs: state.lineagePairs, identical: identicalTo(columns) };
  }

  async #comparable(options: WorkOptions): Promise<CollectionEngine> {
    if (!this.keepText) throw new UsageError(NO_TEXTS);
    const state = this.#current();
    const session = await this.#session(state, options);
    return { kernel: this.#kernel, ranked: state.ranked, session, pool: this.#workPool() };
  }

  async #alignedPairs(state: State, minVerdict: MinVerdict, options: WorkOptions): Promise<AlignedPairs> {
    const known = state.pairs.get(minVerdict);
    if (known !== undefined) return known;
    const { likelyPairs } = await loadReuse();
    const { count } = state.ranked.columns;
    const likely =
      minVerdict === "same-news" ? likelyPairs(await this.#newsPairs(state, options), count) : null;
    const found = await this.#align(state, minVerdict, likely, options);
    state.pairs.set(minVerdict, found);
    return found;
  }

  async #newsPairs(state: State, options: WorkOptions): Promise<NewsPairs> {
    const session = await this.#session(state, options);
    const { newsPairs } = await loadReuse();
    state.news ??= await newsPairs(session, this.#workPool(), options.signal);
    return state.news;
  }

  async #align(
    state: State,
    minVerdict: MinVerdict,
    related: PairLists | null,
    options: WorkOptions,
  ): Promise<AlignedPairs> {
    const session = await this.#session(state, options);
    const { alignCollection } = await loadReuse();
    const { documents, bytes } = this.#read;
    const { count } = state.ranked.columns;
    const pool = this.#workPool();
    return alignCollection(session, count, minVerdict, related, pool, options.signal, (share) => {
      options.onProgress?.({ phase: "align", documents, bytes, totalBytes: bytes, share });
    });
  }

  /** Documents were read: work goes to their pool from now on, or to an earlier one of more threads. */
  protected async adopt(pool: WorkPool, documents: number, bytes: number): Promise<void> {
    const held = this.#pool;
    const keepsHeld = held !== undefined && held.threads > pool.threads;
    this.#pool = keepsHeld ? held : pool;
    await (keepsHeld ? pool : held)?.close();
    this.#state = undefined;
    this.#read = { documents: this.#read.documents + documents, bytes: this.#read.bytes + bytes };
  }

  #workPool(): WorkPool {
    this.#pool ??= inlinePool();
    return this.#pool;
  }
}

/** Loaded when first needed: it is most of the code, and clusters of whole copies do without. */
function loadReuse() {
  return import("./collection/reuse.js");
}

/** The same: the lexicons alone are more than the rest of the engine. */
function loadProvenance() {
  return import("./collection/provenance.js");
}

const NO_TEXTS = "texts are not kept: the engine was created with copiesOnly";
