/**
 * The document-frequency curve of word 4-grams: how many of a collection's distinct 4-grams stand in one
 * document, in two, in 3–4, …, and what share of all (document, 4-gram) incidences falls into each class.
 * This is what decides how much work a passage index has, so a generated corpus has to agree in it with a
 * real one.
 */
import { Random } from "../support/random.js";

/** Upper ends of the classes 1, 2, 3–4, 5–8, 9–16, 17–32, 33 and more. */
export const DF_CLASSES = [1, 2, 4, 8, 16, 32, Number.POSITIVE_INFINITY] as const;

export interface Curve {
  readonly documents: number;
  readonly wordsPerDocument: number;
  /** Distinct 4-grams per document of the collection: falls as wording recurs. */
  readonly typesPerDocument: number;
  /** Share of the distinct 4-grams by class. */
  readonly types: readonly number[];
  /** Share of the incidences by class. */
  readonly incidences: readonly number[];
  /** Of random pairs of documents, on sets of word bigrams: mean, and the value 1 % of pairs exceed. */
  readonly bigramJaccard: { readonly mean: number; readonly top1: number };
}

const PAIRS = 20_000;

/** Reads each text once. Memory: 8 bytes a distinct 4-gram of each document, 4 bytes a word. */
export class CurveCounter {
  #grams = new Float64Array(1 << 20);
  #length = 0;
  #words = 0;
  readonly #documents: Uint32Array[] = [];

  add(text: string): void {
    const ids = wordIds(text);
    this.#documents.push(ids);
    this.#words += ids.length;
    const grams = new Set<number>();
    for (let i = 0; i + 4 <= ids.length; i++) grams.add(gramHash(ids, i));
    if (this.#length + grams.size > this.#grams.length) {
      const larger = new Float64Array(this.#grams.length * 2);
      larger.set(this.#grams);
      this.#grams = larger;
    }
    for (const gram of grams) this.#grams[this.#length++] = gram;
  }

  curve(): Curve {
    const sorted = this.#grams.subarray(0, this.#length).sort();
    const types = DF_CLASSES.map(() => 0);
    const incidences = DF_CLASSES.map(() => 0);
    let distinct = 0;
    for (let i = 0; i < sorted.length; ) {
      let end = i + 1;
      while (sorted[end] === sorted[i]) end++;
      const df = end - i;
      const group = DF_CLASSES.findIndex((most) => df <= most);
      types[group]! += 1;
      incidences[group]! += df;
      distinct++;
      i = end;
    }
    const documents = this.#documents.length;
    return {
      documents,
      wordsPerDocument: this.#words / documents,
      typesPerDocument: distinct / documents,
      types: types.map((count) => count / distinct),
      incidences: incidences.map((count) => count / sorted.length),
      bigramJaccard: this.#randomPairs(),
    };
  }

  #randomPairs(): Curve["bigramJaccard"] {
    const random = new Random(1);
    const sets = this.#documents.map((ids) => {
      const set = new Set<number>();
      for (let i = 0; i + 2 <= ids.length; i++) set.add(ids[i]! * 0x100000 + (ids[i + 1]! & 0xfffff));
      return set;
    });
    const values = Array.from({ length: PAIRS }, () => jaccard(random.pick(sets), random.pick(sets)));
    values.sort((x, y) => x - y);
    return {
      mean: values.reduce((sum, value) => sum + value, 0) / PAIRS,
      top1: values[Math.floor(PAIRS * 0.99)]!,
    };
  }
}

function jaccard(x: ReadonlySet<number>, y: ReadonlySet<number>): number {
  let shared = 0;
  for (const item of x) if (y.has(item)) shared++;
  const union = x.size + y.size - shared;
  return union === 0 ? 0 : shared / union;
}

/** FNV-1a over the code units of each run of letters and digits, marks and tatweel left out. */
function wordIds(text: string): Uint32Array {
  const ids = new Uint32Array((text.length >> 1) + 1);
  let count = 0;
  let hash = 0;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0x20;
    if (unit === 0x640 || (unit >= 0x64b && unit <= 0x65f)) continue;
    const inside =
      unit > 0x61f ? unit < 0x66a || unit > 0x66d : unit >= 0x30 && /[\p{L}\p{Nd}]/u.test(text[i]!);
    if (inside && unit !== 0x6d4) {
      if (hash === 0) hash = 0x811c9dc5;
      hash = Math.imul(hash ^ unit, 0x01000193);
    } else if (hash !== 0) {
      ids[count++] = hash;
      hash = 0;
    }
  }
  return ids.slice(0, count);
}

/** 52 bits, so that a double holds it and chance collisions do not show at 10^7 grams. */
function gramHash(ids: Uint32Array, at: number): number {
  let low = 0x9e3779b9;
  let high = 0x85ebca6b;
  for (let i = at; i < at + 4; i++) {
    low = Math.imul(low ^ ids[i]!, 0x2c1b3c6d);
    low ^= low >>> 15;
    high = Math.imul(high ^ ids[i]!, 0x297a2d39);
    high ^= high >>> 13;
  }
  return (low >>> 0) * 0x100000 + ((high >>> 0) & 0xfffff);
}
