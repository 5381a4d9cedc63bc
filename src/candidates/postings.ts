/**
 * The excerpt index: where each fingerprint stands, and in how many documents.
 * In: token ids of the documents that lead a group of identical texts, in rank order. Out: postings of the
 * fingerprints that stand in at least two documents, and the document frequencies of all of those.
 *
 * Every position has a fingerprint (a run of 4 tokens), so a verbatim excerpt of n tokens shares n - 3 of them
 * with its source wherever it stands. Document frequency counts groups of near-copies, not documents: an item
 * reprinted by 500 papers is no formula. A fingerprint above the cap stays in the frequencies and is left out
 * of the postings when these are read into candidates; of a group of near-copies, only its first members are
 * posted to one fingerprint. So no run is longer than groupCap × memberCap, however large the collection.
 *
 * Work is cut by fingerprint hash: part p of `parts` takes the hashes of its share of the 32-bit range, so
 * memory is bounded by the size of a part and parts can run side by side.
 */
import { FINGERPRINT_TOKENS, fingerprintAt } from "./fingerprints.js";
import { type KeyCounts, packedUse } from "./frequency.js";
import { RadixSorter } from "./radix.js";

/** Instead of a position: the fingerprint stands in more than one place of the document. */
export const SEVERAL_POSITIONS = 0xffffffff;

/** Documents without a date that tell of a formula as much as a day does. */
export const UNDATED_A_DAY = 2;

/** Instead of a day. */
export const UNDATED = -(2 ** 31);

/** More is not counted: it is a formula by then. */
const MOST_DAYS_COUNTED = 16;

/** What the index needs of the documents. */
export interface FingerprintColumns {
  readonly count: number;
  isLeader(index: number): boolean;
  ids(index: number): Uint32Array;
}

/** Runs of postings: run r has `documents[starts[r]]` up to `starts[r + 1]`, ascending. */
/** Fingerprints above the group cap, and the postings that both caps left out. */
export interface CappedFingerprints {
  readonly fingerprints: number;
  readonly postings: number;
}

export interface PostingPart {
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  /** Token position of the fingerprint in that document, or SEVERAL_POSITIONS. */
  readonly positions: Uint32Array;
  /** Groups that hold the run's fingerprint. */
  readonly groups: Uint32Array;
  /** Counts as `packedUse` makes them. */
  readonly frequencies: KeyCounts;
  readonly capped: CappedFingerprints;
}

export interface PostingOptions {
  readonly part: number;
  readonly parts: number;
  /** Most groups that a fingerprint may stand in and still propose candidates. */
  readonly groupCap: number;
  /** Most documents of one group that a fingerprint is posted to, the first in rank. */
  readonly memberCap: number;
}

/** By index: `groupOf` names the group of near-copies, `dayOf` the day of publication since 1970 or UNDATED. */
export function postFingerprints(
  columns: FingerprintColumns,
  groupOf: Uint32Array,
  dayOf: Int32Array,
  options: PostingOptions,
): PostingPart {
  const { hashes, documents, positions, count } = collect(columns, options);
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  new RadixSorter().sort(hashes, order, count);

  const out = new PartWriter(count, groupOf, dayOf, options);
  for (let start = 0; start < count; ) {
    const hash = hashes[start]!;
    let end = start + 1;
    while (end < count && hashes[end] === hash) end++;
    if (end - start > 1) out.addRun(hash, order, documents, positions, start, end);
    start = end;
  }
  return out.finish();
}

/** Every fingerprint of this part, in rank order of documents. */
function collect(columns: FingerprintColumns, { part, parts }: PostingOptions) {
  let total = 0;
  for (let index = 0; index < columns.count; index++) {
    if (columns.isLeader(index)) total += columns.ids(index).length;
  }
  const room = { length: Math.ceil((1.05 * total) / parts) + 1024 };
  let hashes = new Uint32Array(room.length);
  let documents = new Uint32Array(room.length);
  let positions = new Uint32Array(room.length);
  let count = 0;
  // Shares of the hash range; the last one ends with it.
  const from = Math.floor((2 ** 32 * part) / parts);
  const to = Math.floor((2 ** 32 * (part + 1)) / parts);
  for (let index = 0; index < columns.count; index++) {
    if (!columns.isLeader(index)) continue;
    const ids = columns.ids(index);
    if (count + ids.length > hashes.length) {
      const length = 2 * hashes.length + ids.length;
      hashes = grown(hashes, length);
      documents = grown(documents, length);
      positions = grown(positions, length);
    }
    for (let at = 0; at + FINGERPRINT_TOKENS <= ids.length; at++) {
      const hash = fingerprintAt(ids, at);
      if (hash < from || hash >= to) continue;
      hashes[count] = hash;
      documents[count] = index;
      positions[count++] = at;
    }
  }
  return { hashes, documents, positions, count };
}

function grown(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}

class PartWriter {
  readonly #groupOf: Uint32Array;
  readonly #dayOf: Int32Array;
  readonly #options: PostingOptions;
  readonly #starts: number[] = [0];
  readonly #groups: number[] = [];
  readonly #documents: Uint32Array;
  readonly #positions: Uint32Array;
  readonly #frequencyKeys: number[] = [];
  readonly #frequencyCounts: number[] = [];
  readonly #days = new Set<number>();
  #length = 0;
  #cappedFingerprints = 0;
  #cappedPostings = 0;

  constructor(postings: number, groupOf: Uint32Array, dayOf: Int32Array, options: PostingOptions) {
    this.#groupOf = groupOf;
    this.#dayOf = dayOf;
    this.#options = options;
    this.#documents = new Uint32Array(postings);
    this.#positions = new Uint32Array(postings);
  }

  addRun(
    hash: number,
    order: Uint32Array,
    documents: Uint32Array,
    positions: Uint32Array,
    start: number,
    end: number,
  ): void {
    const begin = this.#length;
    let length = begin;
    let last = -1;
    for (let i = start; i < end; i++) {
      const document = documents[order[i]!]!;
      if (document === last) {
        this.#positions[length - 1] = SEVERAL_POSITIONS;
        continue;
      }
      last = document;
      this.#documents[length] = document;
      this.#positions[length++] = positions[order[i]!]!;
    }
    if (length - begin < 2) return;
    const groups = countGroups(this.#documents.subarray(begin, length), this.#groupOf);
    if (groups > 1) {
      this.#frequencyKeys.push(hash);
      this.#frequencyCounts.push(packedUse(groups, this.#daysIn(begin, length)));
    }
    if (groups > this.#options.groupCap) {
      this.#cappedFingerprints++;
      this.#cappedPostings += length - begin;
      return;
    }
    this.#length = length - begin > this.#options.memberCap ? this.#firstMembers(begin, length) : length;
    this.#cappedPostings += length - this.#length;
    this.#starts.push(this.#length);
    this.#groups.push(groups);
  }

  /** Days on which the run's documents were published; two undated ones count as much as a day. */
  #daysIn(begin: number, end: number): number {
    const days = this.#days;
    days.clear();
    let undated = 0;
    for (let i = begin; i < end && days.size < MOST_DAYS_COUNTED; i++) {
      const day = this.#dayOf[this.#documents[i]!]!;
      if (day === UNDATED) undated++;
      else days.add(day);
    }
    return days.size + Math.ceil(undated / UNDATED_A_DAY);
  }

  /** Moves the first members of each group together at the beginning of the run; returns where they end. */
  #firstMembers(begin: number, end: number): number {
    const members = new Map<number, number>();
    let to = begin;
    for (let i = begin; i < end; i++) {
      const group = this.#groupOf[this.#documents[i]!]!;
      const count = members.get(group) ?? 0;
      if (count === this.#options.memberCap) continue;
      members.set(group, count + 1);
      this.#documents[to] = this.#documents[i]!;
      this.#positions[to++] = this.#positions[i]!;
    }
    return to;
  }

  finish(): PostingPart {
    return {
      starts: Uint32Array.from(this.#starts),
      documents: this.#documents.slice(0, this.#length),
      positions: this.#positions.slice(0, this.#length),
      groups: Uint32Array.from(this.#groups),
      frequencies: {
        keys: Uint32Array.from(this.#frequencyKeys),
        counts: Uint32Array.from(this.#frequencyCounts),
      },
      capped: { fingerprints: this.#cappedFingerprints, postings: this.#cappedPostings },
    };
  }
}

function countGroups(documents: Uint32Array, groupOf: Uint32Array): number {
  if (documents.length === 2) return groupOf[documents[0]!] === groupOf[documents[1]!] ? 1 : 2;
  const groups = new Set<number>();
  for (const document of documents) groups.add(groupOf[document]!);
  return groups.size;
}
