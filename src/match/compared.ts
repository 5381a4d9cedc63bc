/**
 * Compared pairs in columns: what alignment tasks hand over. Numbers of all pairs lie in a few arrays, facts and reasons
 * as JSON in one buffer, so that tens of thousands of pairs cost neither copies from thread to thread nor a heap of
 * small objects; a pair becomes objects when it is asked for.
 *
 * row     := i, j, verdict (its place in VERDICTS), probability, Jaccard, containment of i's text, of j's
 *            text, probability of the same news, share of i's text derived from j's, of j's from i's
 * ends    := cumulative ends of a pair's passages, of its units in `places`, of its bytes in `json`
 * places  := for each passage: range, range, kind (its place in KINDS), edits; for each edit: form, range, range
 * form    := 3 * (0 not said, 1 equivalent, 2 not equivalent) + its place in EDITS
 * range   := start, end
 */

import type { ChangedFact, Edit, Passage, PassageKind, Range, Verdict } from "../model/index.js";
import { VERDICTS, verdictRank } from "../model/verdicts.js";
import type { Comparison } from "./comparison.js";

const KINDS: readonly PassageKind[] = ["verbatim", "edited", "rewritten", "quotation", "boilerplate"];
const EDITS: readonly Edit["kind"][] = ["insert", "delete", "replace"];

const FIELDS = 10;
const ENDS = 3;

export interface ComparedPart {
  /** FIELDS numbers a pair. */
  readonly rows: Float64Array;
  /** ENDS numbers a pair. */
  readonly ends: Uint32Array;
  /** Similarity of each passage. */
  readonly similarities: Float64Array;
  readonly places: Uint32Array;
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
  readonly sameNews: number;
  readonly derivedA: number;
  readonly derivedB: number;
}

export class ComparedWriter {
  readonly #rows: number[] = [];
  readonly #ends: number[] = [];
  readonly #similarities: number[] = [];
  readonly #places: number[] = [];
  readonly #encoder = new TextEncoder();
  #json = new Uint8Array(1 << 16);
  #length = 0;

  /** `comparison` is seen from i. */
  add(i: number, j: number, comparison: Comparison): void {
    const { probability, jaccard, containmentA, containmentB, passages, facts, explain } = comparison;
    const { sameNews, derivedA, derivedB } = comparison;
    this.#rows.push(i, j, verdictRank(comparison.verdict), probability, jaccard, containmentA, containmentB);
    this.#rows.push(sameNews, derivedA, derivedB);
    for (const passage of passages) this.#addPassage(passage);
    const json = JSON.stringify([facts, explain]);
    const room = this.#length + 3 * json.length;
    if (room > this.#json.length) {
      const grown = new Uint8Array(2 * room);
      grown.set(this.#json.subarray(0, this.#length));
      this.#json = grown;
    }
    this.#length += this.#encoder.encodeInto(json, this.#json.subarray(this.#length)).written;
    this.#ends.push(this.#similarities.length, this.#places.length, this.#length);
  }

  #addPassage({ a, b, kind, similarity, edits }: Passage): void {
    this.#similarities.push(similarity);
    const places = this.#places;
    places.push(a.start, a.end, b.start, b.end, KINDS.indexOf(kind), edits.length);
    for (const edit of edits) {
      const said = edit.equivalent === undefined ? 0 : edit.equivalent ? 1 : 2;
      const form = EDITS.length * said + EDITS.indexOf(edit.kind);
      places.push(form, edit.a.start, edit.a.end, edit.b.start, edit.b.end);
    }
  }

  /** What was added, in buffers from `allocate`. */
  finish(allocate: (bytes: number) => ArrayBufferLike): ComparedPart {
    const doubles = (values: readonly number[]): Float64Array => {
      const array = new Float64Array(allocate(8 * values.length));
      array.set(values);
      return array;
    };
    const words = (values: readonly number[]): Uint32Array => {
      const array = new Uint32Array(allocate(4 * values.length));
      array.set(values);
      return array;
    };
    const json = new Uint8Array(allocate(this.#length));
    json.set(this.#json.subarray(0, this.#length));
    return {
      rows: doubles(this.#rows),
      ends: words(this.#ends),
      similarities: doubles(this.#similarities),
      places: words(this.#places),
      json,
    };
  }
}

/** Pairs of several parts, numbered in the order of (i, j). */
export class ComparedPairs {
  readonly length: number;
  /** What they were made of: plain data, for another thread to make them of. */
  readonly parts: readonly ComparedPart[];
  /** By number of a pair: its part, and its place in it. */
  readonly #partOf: Uint32Array;
  readonly #placeOf: Uint32Array;
  readonly #decoder = new TextDecoder();

  constructor(parts: readonly ComparedPart[]) {
    this.parts = parts;
    const places = parts.flatMap(({ ends, rows }, part) =>
      Array.from({ length: ends.length / ENDS }, (_, at) => ({
        part,
        at,
        i: rows[FIELDS * at]!,
        j: rows[FIELDS * at + 1]!,
      })),
    );
    places.sort((x, y) => x.i - y.i || x.j - y.j);
    this.length = places.length;
    this.#partOf = Uint32Array.from(places, ({ part }) => part);
    this.#placeOf = Uint32Array.from(places, ({ at }) => at);
  }

  row(number: number): ComparedRow {
    const [{ rows }, at] = this.#find(number);
    const field = (place: number): number => rows[FIELDS * at + place]!;
    return {
      i: field(0),
      j: field(1),
      verdict: VERDICTS[field(2)]!,
      probability: field(3),
      jaccard: field(4),
      containmentA: field(5),
      containmentB: field(6),
      sameNews: field(7),
      derivedA: field(8),
      derivedB: field(9),
    };
  }

  /** Everything of a pair, seen from its i. */
  comparison(number: number): Comparison {
    const { i, j, ...numbers } = this.row(number);
    const [part, at] = this.#find(number);
    const { ends, json } = part;
    // A TextDecoder does not take shared memory everywhere, hence the copy.
    const bytes = json.slice(at === 0 ? 0 : ends[ENDS * at - 1]!, ends[ENDS * at + 2]!);
    const [facts, explain] = JSON.parse(this.#decoder.decode(bytes)) as [ChangedFact[], string[]];
    return { ...numbers, passages: passagesOf(part, at), facts, explain };
  }

  /** The passages of a pair alone, seen from its i. */
  passages(number: number): Passage[] {
    const [part, at] = this.#find(number);
    return passagesOf(part, at);
  }

  /** All pairs' numbers, in order. */
  *rows(): Generator<ComparedRow, void> {
    for (let number = 0; number < this.length; number++) yield this.row(number);
  }

  #find(number: number): [ComparedPart, number] {
    return [this.parts[this.#partOf[number]!]!, this.#placeOf[number]!];
  }
}

function passagesOf({ ends, similarities, places }: ComparedPart, pair: number): Passage[] {
  const first = pair === 0 ? 0 : ends[ENDS * (pair - 1)]!;
  const last = ends[ENDS * pair]!;
  let at = pair === 0 ? 0 : ends[ENDS * (pair - 1) + 1]!;
  const passages: Passage[] = [];
  for (let passage = first; passage < last; passage++) {
    const a = rangeAt(places, at);
    const b = rangeAt(places, at + 2);
    const kind = KINDS[places[at + 4]!]!;
    const edits: Edit[] = [];
    const end = at + 6 + 5 * places[at + 5]!;
    for (at += 6; at < end; at += 5) edits.push(editAt(places, at));
    passages.push({ a, b, kind, similarity: similarities[passage]!, edits });
  }
  return passages;
}

function editAt(places: Uint32Array, at: number): Edit {
  const form = places[at]!;
  const kind = EDITS[form % EDITS.length]!;
  const a = rangeAt(places, at + 1);
  const b = rangeAt(places, at + 3);
  return form < EDITS.length ? { kind, a, b } : { kind, a, b, equivalent: form < 2 * EDITS.length };
}

function rangeAt(places: Uint32Array, at: number): Range {
  return { start: places[at]!, end: places[at + 1]! };
}
