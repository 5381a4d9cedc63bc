/** All that an index holds, put together. Reads and changes in memory; `stage` hands the changes to the next commit. */
import { FINGERPRINT_TOKENS } from "../../candidates/fingerprints.js";
import { SKETCH } from "../../document/sketch.js";
import type { Document } from "../../model/index.js";
import type { StagedStore } from "../../store/index.js";
import {
  ANSWER_ID_LENGTH_AT,
  DOCUMENT_ID_LENGTH_AT,
  documentSequence,
  type Key,
  packDocument,
} from "../storage/codec.js";
import { keyOf, numbersOf } from "../storage/keys.js";
import { type RecordShape, RecordTable } from "../storage/records.js";
import type { Squeezer } from "../storage/squeezer.js";
import { BlockCache } from "../table/block-cache.js";
import { ENTRIES_PER_STEP, HashTable } from "../table/table.js";
import { AnswerIds } from "./answer-ids.js";
import { GroupCounter } from "./background.js";
import { Edges } from "./edges.js";
import { ExcerptSearch, ungrouped } from "./excerpts.js";
import { type Header, putJson, readState, type State, TABLES, type TableName, withCommit } from "./format.js";
import { FrequencyCache } from "./frequency-cache.js";
import { Graph } from "./graph.js";
import { Journal } from "./journal.js";
import { NAME_KINDS, NameHashes, type NameKind } from "./name-hashes.js";
import { Named } from "./named.js";
import type { Hashes, Prepared, Preparer } from "./prepare.js";
import { Rows } from "./rows.js";
import { Texts } from "./texts.js";
import { Unsent } from "./unsent.js";
import { Words } from "./words.js";

const DOCUMENTS: RecordShape = { perChunk: 32, idLengthAt: DOCUMENT_ID_LENGTH_AT };
const ANSWERS: RecordShape = { perChunk: 64, idLengthAt: ANSWER_ID_LENGTH_AT };
/** Blocks of segments held in memory, all tables together: those of 37,000 articles. The rest is in the page cache. */
const CACHE_BYTES = 48 << 20;
/** Documents, or answers, from which the tails of the tables become segments. */
const TAIL_DOCUMENTS = 1024;
const TAIL_ANSWERS = 8192;
/** Documents without fingerprints have a tenth of the entries. */
const TAIL_COPIES_ONLY = 8192;
/** Entries merged with a commit for each entry that it adds, and at least. */
const MERGED_PER_ENTRY = 10;
const MERGED_AT_LEAST = 2000;

/** The item in hand: in the rows already, not yet among the records. */
interface Asked {
  readonly number: number;
  readonly document: Document;
  readonly prepared: Prepared;
  /** The kept document of the same id, whose place it takes. */
  readonly replaced: number | undefined;
}

export class Contents {
  readonly store: StagedStore;
  readonly header: Header;
  readonly preparer: Preparer;
  readonly rows: Rows;
  readonly edges: Edges;
  readonly words: Words;
  readonly texts: Texts;
  readonly named: Named;
  readonly documents: RecordTable;
  readonly answers: RecordTable;
  readonly answerIds: AnswerIds;
  readonly unsent: Unsent;
  readonly tables: Readonly<Record<TableName, HashTable>>;
  readonly journal = new Journal();
  readonly counter: GroupCounter;
  readonly search: ExcerptSearch;
  /** Null where no texts are compared: there every document is a group of its own. */
  readonly graph: Graph | null;
  readonly #hashes: Hashes;
  readonly #nameHashes: NameHashes;
  readonly #squeezer: Squeezer;
  state: Omit<State, "tables" | "words">;
  #asked: Asked | null = null;
  /** Something was changed since the last `stage`. */
  isDirty = false;

  constructor(store: StagedStore, header: Header, preparer: Preparer, hashes: Hashes, squeezer: Squeezer) {
    this.store = store;
    this.header = header;
    this.preparer = preparer;
    this.#hashes = hashes;
    this.#nameHashes = new NameHashes(hashes);
    this.#squeezer = squeezer;
    const { tables, words, ...state } = readState(store);
    this.state = state;
    this.rows = new Rows(store, state.nextNumber);
    this.edges = new Edges(store);
    this.words = new Words(store, words);
    this.documents = new RecordTable(store, "documents", DOCUMENTS);
    this.answers = new RecordTable(store, "answers", ANSWERS);
    this.texts = new Texts(store.store.name, this.documents, preparer, header.keepText);
    const cache = new BlockCache(store, store.store.keepsBodies ? Number.POSITIVE_INFINITY : CACHE_BYTES);
    const isKept = (number: number) => this.rows.isKept(number);
    const isAnswer = (one: number) => this.answers.has(one);
    this.tables = Object.fromEntries(
      TABLES.map((name, at) => [
        name,
        new HashTable(cache, at, tables[name], name === "ids" ? isAnswer : isKept),
      ]),
    ) as Record<TableName, HashTable>;
    const { fingerprints, bands, names } = this.tables;
    this.answerIds = new AnswerIds(this.answers, this.tables.ids, (id) => this.#hash("id", id));
    this.unsent = new Unsent(this.answers, state.unsent ?? []);
    this.named = new Named({ rows: this.rows, texts: this.texts, names, hashes: this.#nameHashes });
    const isGrouped = header.keepText && !header.copiesOnly;
    const frequencies = new FrequencyCache();
    this.counter = new GroupCounter(this.rows, fingerprints, isGrouped ? frequencies : null);
    this.graph = isGrouped
      ? new Graph({
          rows: this.rows,
          frequencies,
          edges: this.edges,
          words: this.words,
          texts: this.texts,
          fingerprints,
          bands,
          journal: this.journal,
          bandsOf: (number) => this.#bandsOf(number),
          named: this.named,
        })
      : null;
    this.search = new ExcerptSearch(
      this.rows,
      this.graph ?? ungrouped(() => this.state.documents),
      this.texts,
      this.counter,
    );
  }

  /** The kept document of an id; undefined where there is none. */
  numberOf(id: string): number | undefined {
    return this.named.withId(id);
  }

  /**
   * Begins with an item: gives it a row and a place among the kept. `keep` or `letGo` must follow. With `standsIn`, a
   * kept document of the same id and text makes room for it meanwhile, and `letGo` must follow.
   */
  ask(document: Document, prepared: Prepared, arrived: number, standsIn = false): number {
    const number = this.state.nextNumber;
    const { article, instant, digestLow, digestHigh, sketch } = prepared;
    const source =
      document.source === undefined || document.source === "" ? 0 : this.sourceHash(document.source);
    const tokens = article.ids.length;
    this.rows.add(number, { instant, arrived, tokens, source, digestLow, digestHigh, sketch });
    this.texts.ask(number, document.id, article);
    const same = this.numberOf(document.id);
    this.journal.begin();
    const isItself = standsIn && same !== undefined && this.named.hasSameDigest(number, same);
    if (isItself) this.graph?.unlink(same);
    const replaced = isItself ? undefined : same;
    const ofUrl = document.url ? this.named.withUrl(document.url, 2) : [];
    // Where there are two already, each has the other.
    const versions = new Set(ofUrl.length === 1 ? ofUrl : []);
    if (replaced !== undefined) versions.add(replaced);
    const alone = this.graph === null ? [] : [...versions].filter((one) => !this.named.hasVersions(one));
    this.#asked = { number, document, prepared, replaced };
    this.named.inHand = this.#asked;
    for (const version of alone) this.graph!.relink(version);
    this.#link(number);
    return number;
  }

  /** Band hashes of the item in hand. */
  get askedBands(): Uint32Array {
    return this.#asked!.prepared.bands;
  }

  /** The item in hand stays, in place of a kept document of the same id. */
  keep(sequence: number, key: Key | null): void {
    const { number, document, replaced } = this.#asked!;
    const arrived = this.rows.arrivedOf(number);
    this.documents.put(number, packDocument({ sequence, arrived, key, document }, this.header.keepText));
    this.journal.keep();
    this.texts.settle(true);
    this.named.keep(number);
    this.#asked = this.named.inHand = null;
    const names = [
      this.#hash("id", document.id),
      this.#nameHashes.ofDigest(this.rows.digestLowOf(number), this.rows.digestHighOf(number)),
    ];
    if (document.url) names.push(this.#hash("url", document.url));
    if (key !== null) names.push(this.#hash("key", `${key.field}\0${key.value}`));
    this.tables.names.post(number, Uint32Array.from(names.filter((hash, at) => names.indexOf(hash) === at)));
    this.state = {
      ...this.state,
      nextNumber: number + 1,
      documents: this.state.documents + 1,
    };
    if (replaced === undefined) return;
    this.drop(replaced, false);
    if (this.graph !== null && !this.named.hasVersions(number)) this.graph.relink(number);
  }

  /** As if the item in hand had never come. */
  letGo(): void {
    const { number } = this.#asked!;
    this.journal.takeBack();
    this.rows.setEntry(number, 0);
    this.texts.settle(false);
    this.#asked = this.named.inHand = null;
  }

  /** Removes a kept document, and with `forgetAnswer` the answer it was given. */
  drop(number: number, forgetAnswer: boolean): void {
    this.isDirty = true;
    const { url } = this.texts.stored(number).document;
    const versions = url ? this.named.withUrl(url, 3).filter((other) => other !== number) : [];
    this.named.drop(number);
    if (this.graph === null) {
      this.rows.setGroup(number, 0);
      this.rows.setEntry(number, 0);
    } else this.graph.unlink(number);
    if (forgetAnswer) this.forgetAnswer(documentSequence(this.documents.get(number)!));
    this.documents.delete(number);
    this.texts.forget(number);
    this.#noteDead(number);
    this.state = { ...this.state, documents: this.state.documents - 1 };
    // Without it, a single version left is one item with its copies again.
    if (this.graph !== null && versions.length === 1) this.graph.relink(versions[0]!);
  }

  forgetAnswer(sequence: number): void {
    if (!this.answers.has(sequence)) return;
    this.answerIds.forgetOne(sequence);
    this.answers.delete(sequence);
    this.state = { ...this.state, answers: this.state.answers - 1 };
  }

  putAnswer(sequence: number, id: string, record: Uint8Array): void {
    this.isDirty = true;
    this.answers.put(sequence, record);
    this.answerIds.put(sequence, id, record);
    const nextSequence = Math.max(this.state.nextSequence, sequence + 1);
    this.state = { ...this.state, nextSequence, answers: this.state.answers + 1 };
  }

  /** Hands all changes to the store's next commit, and does a share of the merging. */
  stage(): void {
    const { tables } = this;
    this.#clearEmptied();
    const before = TABLES.reduce((sum, name) => sum + tables[name].unlogged, 0);
    const most = this.header.copiesOnly ? TAIL_COPIES_ONLY : TAIL_DOCUMENTS;
    const isFull = tables.bands.tail.posts.length >= most || tables.ids.tail.posts.length >= TAIL_ANSWERS;
    if (isFull) this.flush();
    else {
      for (const name of TABLES) tables[name].stageLog();
      this.words.stageLog();
    }
    for (const name of TABLES) tables[name].maintain(MERGED_AT_LEAST + MERGED_PER_ENTRY * before);
    this.stageRest();
  }

  /** Makes segments of the tails. */
  flush(): void {
    for (const name of TABLES) this.tables[name].flush();
    this.words.flush();
  }

  /** The same, and joins the segments of words, before those of the tables are joined. */
  beginCompaction(): void {
    this.#clearEmptied();
    for (const name of TABLES) this.tables[name].flush();
    this.words.flush(true);
  }

  /** Merges what is due, as much at once as a commit should hold; false once nothing is. */
  merge(): boolean {
    return TABLES.filter((name) => this.tables[name].maintain(ENTRIES_PER_STEP)).length > 0;
  }

  stageRest(): void {
    this.isDirty = false;
    const chunks = new Set([...this.rows.stage(), ...this.edges.stage()]);
    const squeezer = this.#squeezer.forBytes(this.documents.newBytes + this.answers.newBytes);
    this.documents.stage(squeezer);
    this.answers.stage(squeezer);
    const commit = this.state.commit + 1;
    const { unsent: _, ...before } = this.state;
    const unsent = this.unsent.ranges();
    this.state = {
      ...before,
      ...(unsent.length > 0 ? { unsent } : {}),
      commit,
      recent: withCommit(this.state.recent ?? [], commit, chunks),
    };
    const tables = Object.fromEntries(TABLES.map((name) => [name, this.tables[name].state()]));
    putJson(this.store, "state", { ...this.state, tables, words: this.words.state() });
  }

  /** Sequence number from which on there may be answers. */
  firstAnswer(): number {
    for (const { key } of this.store.entries(keyOf("answers")))
      return Math.max(1, ANSWERS.perChunk * numbersOf(key)[0]!);
    return 1;
  }

  sourceHash(source: string): number {
    return this.#hashes.h32(source, 0) || 1;
  }

  #link(number: number): void {
    if (this.graph !== null) {
      this.graph.link(number);
      return;
    }
    const { rows, journal } = this;
    rows.setEntry(number, number);
    rows.setGroup(number, number);
    const { bands, fingerprints } = this.tables;
    bands.post(number, this.#asked!.prepared.bands);
    journal.note(() => bands.undo());
    if (this.header.copiesOnly) return;
    fingerprints.post(number, this.texts.fingerprints(number));
    journal.note(() => fingerprints.undo());
  }

  #noteDead(number: number): void {
    const { rows, tables } = this;
    tables.names.noteDead(number, NAME_KINDS);
    if (this.graph !== null && !rows.isPosted(number)) return;
    tables.bands.noteDead(number, SKETCH.bands);
    tables.fingerprints.noteDead(number, Math.max(0, rows.tokensOf(number) - FINGERPRINT_TOKENS + 1));
  }

  /** Merging alone would get to it only as more comes. */
  #clearEmptied(): void {
    const { tables, words, state } = this;
    if (state.answers === 0) tables.ids.clear();
    if (state.documents > 0) return;
    for (const name of TABLES) if (name !== "ids") tables[name].clear();
    if (!words.isEmpty) words.flush(true);
  }

  #bandsOf(number: number): Uint32Array {
    if (this.#asked?.number === number) return this.#asked.prepared.bands;
    return this.preparer.prepare(this.texts.stored(number).document).bands;
  }

  #hash(kind: NameKind, name: string): number {
    return this.#nameHashes.of(kind, name);
  }
}
