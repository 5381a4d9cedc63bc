/** The document frequencies of a standing index at one moment, as alignment and verdict ask for them. */
import { UNDATED_A_DAY } from "../../candidates/postings.js";
import { FINGERPRINT_DAYS_MOST, FINGERPRINT_FREQUENCY_MOST } from "../../columns/background.js";
import type { Background } from "../../match/background.js";
import { dayOfInstant } from "../../times.js";
import type { HashTable } from "../table/table.js";
import type { FrequencyCache } from "./frequency-cache.js";
import type { Rows } from "./rows.js";
import type { Words } from "./words.js";

/**
 * Entries of a fingerprint that are looked at, the last to come. Of more it is a formula, or it stands in a crowd of
 * near-copies, which would take longer to go through with every one that joins it.
 */
export const ENTRIES_SEEN = 1024;

/** Counts the groups that hold a fingerprint, one at a time. */
export class GroupCounter {
  readonly #rows: Rows;
  readonly #fingerprints: HashTable;
  readonly #groups = new Set<number>();
  readonly #days = new Set<number>();
  #undated = 0;
  #daysLooks = 0;
  /** Of the last count: how many entries hold the fingerprint, and which. */
  size = 0;
  /** Entries looked at, all counts together. */
  visits = 0;
  #entries = new Uint32Array(256);
  #most = 0;
  #only = 0;
  /** Of the counts in hand: whose fingerprints, which, and what is known of each. */
  #entry = 0;
  #hashes: Uint32Array = new Uint32Array(0);
  #counts = new Uint8Array(1 << 10);
  /** What was counted to the end. Null where nobody tells of changes. */
  readonly #known: FrequencyCache | null;

  constructor(rows: Rows, fingerprints: HashTable, known: FrequencyCache | null) {
    this.#rows = rows;
    this.#fingerprints = fingerprints;
    this.#known = known;
  }

  /** Begins counts for the fingerprints of an entry, by their place among them. */
  begin(entry: number, hashes: Uint32Array): void {
    this.#entry = entry;
    this.#hashes = hashes;
    if (this.#counts.length < hashes.length) this.#counts = new Uint8Array(2 * hashes.length);
    if (this.#known === null) this.#counts.fill(0);
    else this.#known.getAll(hashes, this.#counts);
    this.#fingerprints.beginLooks(hashes);
  }

  /** Forgets what it has counted: another process has committed. */
  forget(): void {
    this.#known?.clear();
  }

  /** Whether more than `most` groups are known to hold the fingerprint at this place; false where that is not known. */
  isKnownAbove(place: number, most: number): boolean {
    return this.#counts[place]! > most;
  }

  /** `count` for the fingerprint at this place; nothing may have changed since `begin`. */
  countAt(place: number, most: number): number {
    this.#reset(most);
    if (this.#fingerprints.looksForLast) this.#visit(this.#entry);
    this.#fingerprints.lookAt(place, this.#visit);
    return this.#counted(this.#hashes[place]!, most);
  }

  /** Groups that hold the fingerprint, at most FINGERPRINT_FREQUENCY_MOST, and at least 1. */
  frequency(hash: number): number {
    const known = this.#known === null ? 0 : this.#known.get(hash);
    if (known !== 0) return known;
    return Math.max(1, this.count(hash, FINGERPRINT_FREQUENCY_MOST));
  }

  /** Days on which the entries that hold the fingerprint were published, at most FINGERPRINT_DAYS_MOST, at least 1. */
  days(hash: number): number {
    this.#daysLooks = 0;
    // What one group of copies holds is of one story, whenever it was printed.
    if (this.frequency(hash) === 1) return 1;
    this.#days.clear();
    this.#undated = 0;
    this.#fingerprints.find(hash, this.#visitDay);
    return Math.min(FINGERPRINT_DAYS_MOST, Math.max(1, this.#daysSeen()));
  }

  #daysSeen(): number {
    return this.#days.size + Math.ceil(this.#undated / UNDATED_A_DAY);
  }

  readonly #visitDay = (entry: number): boolean => {
    if (!this.#rows.isEntry(entry)) return true;
    const day = dayOfInstant(this.#rows.instantOf(entry));
    if (Number.isNaN(day)) this.#undated++;
    else this.#days.add(day);
    return ++this.#daysLooks < ENTRIES_SEEN && this.#daysSeen() < FINGERPRINT_DAYS_MOST;
  };

  /** Groups that hold the fingerprint, at most `most`. */
  count(hash: number, most: number): number {
    this.#reset(most);
    this.#fingerprints.find(hash, this.#visit);
    return this.#counted(hash, most);
  }

  #reset(most: number): void {
    // Clearing a set costs more than looking at most fingerprints does.
    if (this.#groups.size > 0) this.#groups.clear();
    this.size = 0;
    this.#only = 0;
    this.#most = most;
  }

  #counted(hash: number, most: number): number {
    const groups = this.#only === 0 ? 0 : Math.max(1, this.#groups.size);
    const isAll = groups < most || most === FINGERPRINT_FREQUENCY_MOST;
    if (isAll && groups > 0) this.#known?.set(hash, groups);
    return groups;
  }

  /** The entries of the last count, up to ENTRIES_SEEN: all of them where the groups were fewer than `most`. A view. */
  get entries(): Uint32Array {
    return this.#entries.subarray(0, this.size);
  }

  readonly #visit = (entry: number): boolean => {
    const rows = this.#rows;
    if (!rows.isEntry(entry)) return true;
    this.visits++;
    if (this.size === this.#entries.length) {
      const grown = new Uint32Array(2 * this.size);
      grown.set(this.#entries);
      this.#entries = grown;
    }
    this.#entries[this.size++] = entry;
    const group = rows.groupOf(entry);
    // Most fingerprints stand in one group: the set is for the others.
    if (this.#only === 0) this.#only = group;
    else if (group !== this.#only || this.#groups.size > 0) {
      this.#groups.add(this.#only);
      this.#groups.add(group);
      return this.#groups.size < this.#most && this.size < ENTRIES_SEEN;
    }
    return this.size < ENTRIES_SEEN;
  };
}

export class StandingBackground implements Background {
  readonly documents: number;
  readonly #counter: GroupCounter;
  readonly #words: Words;

  constructor(documents: number, counter: GroupCounter, words: Words) {
    this.documents = documents;
    this.#counter = counter;
    this.#words = words;
  }

  fingerprintFrequency(hash: number): number {
    return this.#counter.frequency(hash);
  }

  fingerprintDays(hash: number): number {
    return this.#counter.days(hash);
  }

  wordFrequency(id: number): number {
    return Math.max(1, this.#words.count(id));
  }
}
