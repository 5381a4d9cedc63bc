/**
 * Compared pairs in columns: what alignment tasks hand over. Numbers of all pairs lie in one array, the passages,
 * facts and reasons as JSON in one buffer, so that tens of thousands of pairs cost neither copies from thread to
 * thread nor a heap of small objects; a pair becomes objects when it is asked for.
 *
 * row := i, j, verdict (its place in VERDICTS), probability, Jaccard, containment of i's text, of j's text
 */
import type { ChangedFact, Passage, Verdict } from "../model.js";
import type { Comparison } from "./compare.js";

/** Ascending. */
export const VERDICTS: readonly Verdict[] = ["none", "related", "partial", "whole"];

const FIELDS = 7;

export interface ComparedPart {
  /** FIELDS numbers a pair. */
  readonly rows: Float64Array;
  /** Cumulative ends of each pair's JSON. */
  readonly ends: Uint32Array;
  readonly json: Uint8Array;
}

/** The numbers of a pair, without its passages. */
export interface ComparedRow {
  readonly i: number;
  readonly j: number;
  readonly verdict: Verdict;
  readonly probability: number;
  readonly jaccard: number;
  readonly containmentA: number;
  readonly containmentB: number;
}

export class ComparedWriter {
  readonly #rows: number[] = [];
  readonly #ends: number[] = [];
  readonly #encoder = new TextEncoder();
  #json = new Uint8Array(1 << 16);
  #length = 0;

  /** `comparison` is seen from i. */
  add(i: number, j: number, comparison: Comparison): void {
    const { verdict, probability, jaccard, containmentA, containmentB, passages, facts, explain } =
      comparison;
    this.#rows.push(i, j, VERDICTS.indexOf(verdict), probability, jaccard, containmentA, containmentB);
    const json = JSON.stringify([passages, facts, explain]);
    const room = this.#length + 3 * json.length;
    if (room > this.#json.length) {
      const grown = new Uint8Array(2 * room);
      grown.set(this.#json.subarray(0, this.#length));
      this.#json = grown;
    }
    this.#length += this.#encoder.encodeInto(json, this.#json.subarray(this.#length)).written;
    this.#ends.push(this.#length);
  }

  /** What was added, in buffers from `allocate`. */
  finish(allocate: (bytes: number) => ArrayBufferLike): ComparedPart {
    const rows = new Float64Array(allocate(8 * this.#rows.length));
    rows.set(this.#rows);
    const ends = new Uint32Array(allocate(4 * this.#ends.length));
    ends.set(this.#ends);
    const json = new Uint8Array(allocate(this.#length));
    json.set(this.#json.subarray(0, this.#length));
    return { rows, ends, json };
  }
}

/** Pairs of several parts, numbered in the order of (i, j). */
export class ComparedPairs {
  readonly length: number;
  readonly #parts: readonly ComparedPart[];
  /** By number of a pair: its part, and its place in it. */
  readonly #partOf: Uint32Array;
  readonly #placeOf: Uint32Array;
  readonly #decoder = new TextDecoder();

  constructor(parts: readonly ComparedPart[]) {
    this.#parts = parts;
    const places = parts.flatMap(({ ends, rows }, part) =>
      Array.from(ends, (_, at) => ({ part, at, i: rows[FIELDS * at]!, j: rows[FIELDS * at + 1]! })),
    );
    places.sort((x, y) => x.i - y.i || x.j - y.j);
    this.length = places.length;
    this.#partOf = Uint32Array.from(places, ({ part }) => part);
    this.#placeOf = Uint32Array.from(places, ({ at }) => at);
  }

  row(number: number): ComparedRow {
    const [{ rows }, at] = this.#find(number);
    const [i, j, verdict, probability, jaccard, containmentA, containmentB] = rows.subarray(
      FIELDS * at,
      FIELDS * (at + 1),
    ) as unknown as [number, number, number, number, number, number, number];
    return { i, j, verdict: VERDICTS[verdict]!, probability, jaccard, containmentA, containmentB };
  }

  /** Everything of a pair, seen from its i. */
  comparison(number: number): Comparison {
    const { i, j, ...numbers } = this.row(number);
    const [{ ends, json }, at] = this.#find(number);
    // A TextDecoder does not take shared memory everywhere, hence the copy.
    const bytes = json.slice(at === 0 ? 0 : ends[at - 1]!, ends[at]!);
    const [passages, facts, explain] = JSON.parse(this.#decoder.decode(bytes)) as [
      Passage[],
      ChangedFact[],
      string[],
    ];
    return { ...numbers, passages, facts, explain };
  }

  /** All pairs' numbers, in order. */
  *rows(): Generator<ComparedRow, void> {
    for (let number = 0; number < this.length; number++) yield this.row(number);
  }

  #find(number: number): [ComparedPart, number] {
    return [this.#parts[this.#partOf[number]!]!, this.#placeOf[number]!];
  }
}
