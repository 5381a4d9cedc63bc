/** Kept documents with their tokens, made when asked for; the last ones asked for are held. */

import type { Article } from "../../document/article.js";
import { StoreError } from "../../errors.js";
import { documentId, type StoredDocument, unpackDocument } from "../storage/codec.js";
import { Recent } from "../storage/recent.js";
import type { RecordTable } from "../storage/records.js";
import { distinct, distinctFingerprints, type Preparer } from "./prepare.js";

/** UTF-16 units of text held at most: about 20 bytes a unit with its share of offsets and profiles. */
const UNITS_HELD = 4_000_000;
/** At least; at most twice as many. */
const IDS_HELD = 16_384;

interface Asked {
  readonly number: number;
  readonly id: string;
  readonly article: Article;
  fingerprints: Uint32Array | null;
  words: Uint32Array | null;
}

export class Texts {
  readonly #records: RecordTable;
  readonly #preparer: Preparer;
  readonly #name: string;
  readonly #keepsText: boolean;
  // A Map iterates in order of insertion, so its first entries are the oldest.
  readonly #articles = new Map<number, Article>();
  readonly #ids = new Recent<string>(IDS_HELD);
  #units = 0;
  /** The item in hand, which has no record yet. */
  #asked: Asked | null = null;

  /** Without texts nobody asks for the articles of kept documents. */
  constructor(name: string, records: RecordTable, preparer: Preparer, keepsText: boolean) {
    this.#keepsText = keepsText;
    this.#name = name;
    this.#records = records;
    this.#preparer = preparer;
  }

  ask(number: number, id: string, article: Article): void {
    this.#asked = { number, id, article, fingerprints: null, words: null };
  }

  /** The item in hand is answered: kept, or let go of. */
  settle(isKept: boolean): void {
    if (isKept && this.#asked !== null) {
      const { number, id, article } = this.#asked;
      this.#ids.hold(number, id);
      if (this.#keepsText) this.#hold(number, article);
    }
    this.#asked = null;
  }

  stored(number: number): StoredDocument {
    try {
      return unpackDocument(this.#record(number));
    } catch (error) {
      if (error instanceof StoreError) throw error;
      throw new StoreError(`${this.#name}: document ${number} is damaged: ${(error as Error).message}`);
    }
  }

  id(number: number): string {
    if (this.#asked?.number === number) return this.#asked.id;
    let id = this.#ids.get(number);
    if (id === undefined) {
      id = documentId(this.#record(number));
      this.#ids.hold(number, id);
    }
    return id;
  }

  article(number: number): Article {
    if (this.#asked?.number === number) return this.#asked.article;
    let article = this.#articles.get(number);
    if (article === undefined) {
      article = this.#preparer.article(this.stored(number).document);
      this.#hold(number, article);
    }
    return article;
  }

  /** Of a document's text, ascending, each once. */
  fingerprints(number: number): Uint32Array {
    const asked = this.#asked;
    if (asked?.number !== number) return distinctFingerprints(this.article(number).ids);
    asked.fingerprints ??= distinctFingerprints(asked.article.ids);
    return asked.fingerprints;
  }

  /** Ids of a document's words, ascending, each once. */
  words(number: number): Uint32Array {
    const asked = this.#asked;
    if (asked?.number !== number) return distinct(this.article(number).ids.slice());
    asked.words ??= distinct(asked.article.ids.slice());
    return asked.words;
  }

  #hold(number: number, article: Article): void {
    this.#articles.set(number, article);
    this.#units += article.text.length;
    for (const [oldest, { text }] of this.#articles) {
      if (this.#units <= UNITS_HELD || oldest === number) break;
      this.#articles.delete(oldest);
      this.#units -= text.length;
    }
  }

  forget(number: number): void {
    this.#ids.drop(number);
    const article = this.#articles.get(number);
    if (article === undefined) return;
    this.#articles.delete(number);
    this.#units -= article.text.length;
  }

  #record(number: number): Uint8Array {
    const record = this.#records.get(number);
    if (record === undefined)
      throw new StoreError(`${this.#name}: document ${number} is missing: found none, expected its record`);
    return record;
  }
}
