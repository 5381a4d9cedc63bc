/**
 * Who is a copy of whom among the kept documents, kept up as they come and go: equal texts share an entry; entries are
 * linked where one is a verified near-copy of another; each entry belongs to the group that the batch engine's
 * clustering would give it. An entry seeds a group if no earlier neighbour does, else it belongs to the earliest
 * that does ("earlier" by rank: instant, then id), so a change spreads only to later neighbours.
 */
import { compareCodePoints, compareInstants } from "../../document/order.js";
import type { HashTable } from "../table/table.js";
import type { Edges } from "./edges.js";
import { EqualTexts } from "./equal-texts.js";
import type { FrequencyCache } from "./frequency-cache.js";
import { GroupSizes } from "./group-sizes.js";
import type { Journal } from "./journal.js";
import type { Named } from "./named.js";
import { NearCopies } from "./near-copies.js";
import type { Moved, Rows } from "./rows.js";
import type { Texts } from "./texts.js";
import type { Words } from "./words.js";

export interface GraphParts {
  readonly rows: Rows;
  readonly edges: Edges;
  readonly words: Words;
  readonly texts: Texts;
  readonly fingerprints: HashTable;
  readonly bands: HashTable;
  /** Of fingerprints, by group. */
  readonly frequencies: FrequencyCache;
  readonly journal: Journal;
  readonly named: Named;
  /** Band hashes of a document, ascending, each once. */
  bandsOf(number: number): Uint32Array;
}

export class Graph {
  readonly #parts: GraphParts;
  readonly #copies: NearCopies;
  readonly #sizes = new GroupSizes();
  /** Entries of several documents. */
  readonly #equal = new EqualTexts((members) => this.#first(members));
  /** Groups that have a token. */
  groups = 0;

  constructor(parts: GraphParts) {
    this.#parts = parts;
    this.#copies = new NearCopies(parts, (x, y) => this.#compareEntries(x, y));
    parts.rows.sharing((entry, number) => this.#equal.list(number, entry));
    this.#readGroups();
  }

  /** Goes to what another process has committed. */
  follow(moved: readonly Moved[]): void {
    for (const { number, before } of moved)
      if (before !== 0 && this.#equal.isShared(before)) this.#equal.leave(number, before);
    for (const { number, after } of moved)
      if (after !== 0 && after !== number) this.#equal.list(number, after);
    this.#readGroups();
  }

  #readGroups(): void {
    const { rows } = this.#parts;
    this.groups = rows.seeds();
    this.#sizes.read(rows);
  }

  /** The first in rank of the documents with an entry's text. */
  leaderOf(entry: number): number {
    return this.#equal.leaderOf(entry);
  }

  membersOf(entry: number): readonly number[] {
    return this.#equal.membersOf(entry);
  }

  /** Entries in the group of a seed: itself, and those of its copies that no earlier text has taken. */
  sizeOf(seed: number): number {
    return 1 + this.#sizes.taken(seed);
  }

  /** Negative where document x comes before y: by instant, undated last, then by id. */
  compareRank(x: number, y: number): number {
    if (x === y) return 0;
    const { rows, texts } = this.#parts;
    return (
      compareInstants(rows.instantOf(x), rows.instantOf(y)) ||
      compareCodePoints(texts.id(x), texts.id(y)) ||
      x - y
    );
  }

  /** Finds a document its place. Its row is there, without an entry. */
  link(number: number): void {
    const { rows } = this.#parts;
    if (rows.tokensOf(number) === 0) {
      this.#setEntry(number, number);
      this.#setGroup(number, number);
      return;
    }
    const { named } = this.#parts;
    const hasVersions = named.hasVersions(number);
    const entry = hasVersions ? undefined : this.#equalEntry(number);
    if (entry !== undefined) {
      this.#setEntry(number, entry);
      const before = this.leaderOf(entry);
      this.#join(number, entry);
      if (this.leaderOf(entry) !== before) this.#settle([entry, ...this.#parts.edges.of(entry)]);
      return;
    }
    this.#setEntry(number, number);
    this.#post(number);
    const isOther = (other: number) => !hasVersions || !named.areVersions(number, this.leaderOf(other));
    for (const other of this.#copies.of(number, isOther)) this.#addEdge(number, other);
    this.#settle([number]);
  }

  /** Takes a document out of its place; its row stays, without an entry. */
  unlink(number: number): void {
    const { rows, edges } = this.#parts;
    const entry = rows.entryOf(number);
    if (!this.#equal.isShared(entry)) this.#removeEntry(number);
    else {
      const before = this.leaderOf(entry);
      this.#leave(number, entry);
      if (entry === number) this.#rename(entry);
      else if (this.leaderOf(entry) !== before) this.#settle([entry, ...edges.of(entry)]);
    }
    this.#setEntry(number, 0);
  }

  /** Links anew a document whose versions have changed. */
  relink(number: number): void {
    this.unlink(number);
    this.link(number);
  }

  /** The text goes on under another of its documents. */
  #rename(entry: number): void {
    const members = this.#equal.membersOf(entry);
    // The last to come is the last to go of those that are forgotten by age.
    const next = members.at(-1)!;
    const others = [...this.#parts.edges.of(entry)];
    this.#removeEntry(entry);
    for (const member of members) this.#leave(member, entry);
    for (const member of members) this.#setEntry(member, next);
    for (const member of members) if (member !== next) this.#join(member, next);
    this.#post(next);
    for (const other of others) this.#addEdge(next, other);
    this.#settle([next, ...others]);
  }

  #removeEntry(entry: number): void {
    const others = [...this.#parts.edges.of(entry)];
    // While its edges are there they tell who was in its group.
    this.#setGroup(entry, 0);
    for (const other of others) this.#removeEdge(entry, other);
    this.#settle(others);
  }

  /** An entry of the same text that is of one item only. */
  #equalEntry(number: number): number | undefined {
    const { rows, texts, named } = this.#parts;
    const bytes = bytesOf(texts.article(number).ids);
    let equal: number | undefined;
    named.equalTo(number, (other) => {
      if (named.hasVersions(other) || Buffer.compare(bytes, bytesOf(texts.article(other).ids)) !== 0)
        return true;
      equal = rows.entryOf(other);
      return false;
    });
    return equal;
  }

  /** Gives entries their groups, and those that depend on them, in rank order. */
  #settle(entries: readonly number[]): void {
    const { rows, edges } = this.#parts;
    const waiting = new Set(entries);
    while (waiting.size > 0) {
      const entry = this.#firstEntry(waiting);
      waiting.delete(entry);
      const old = rows.groupOf(entry);
      let group = entry;
      const later: number[] = [];
      for (const other of edges.of(entry)) {
        if (this.#compareEntries(other, entry) > 0) later.push(other);
        else if (rows.groupOf(other) === other && (group === entry || this.#compareEntries(other, group) < 0))
          group = other;
      }
      if (group === old) continue;
      this.#setGroup(entry, group);
      if ((group === entry) !== (old === entry)) for (const other of later) waiting.add(other);
    }
  }

  #firstEntry(entries: ReadonlySet<number>): number {
    let first = 0;
    for (const entry of entries) if (first === 0 || this.#compareEntries(entry, first) < 0) first = entry;
    return first;
  }

  #compareEntries(x: number, y: number): number {
    return this.compareRank(this.leaderOf(x), this.leaderOf(y));
  }

  #first(members: readonly number[]): number {
    return members.reduce((first, member) => (this.compareRank(member, first) < 0 ? member : first));
  }

  #join(number: number, entry: number): void {
    const leader = this.#equal.leaderOf(entry);
    this.#equal.join(number, entry);
    this.#parts.journal.note(() => this.#equal.unjoin(number, entry, leader));
  }

  #leave(number: number, entry: number): void {
    const gone = this.#equal.leave(number, entry);
    this.#parts.journal.note(() => {
      for (const one of gone) this.#equal.relist(one, entry);
    });
  }

  #post(number: number): void {
    const { rows, texts, fingerprints, bands, journal } = this.#parts;
    if (rows.isPosted(number)) return;
    rows.setPosted(number, true);
    fingerprints.post(number, texts.fingerprints(number));
    bands.post(number, this.#parts.bandsOf(number));
    journal.note(() => {
      fingerprints.undo();
      bands.undo();
      rows.setPosted(number, false);
    });
  }

  #setEntry(number: number, entry: number): void {
    const { rows, journal } = this.#parts;
    const old = rows.entryOf(number);
    rows.setEntry(number, entry);
    journal.note(() => rows.setEntry(number, old));
  }

  #setGroup(entry: number, group: number): void {
    const old = this.#parts.rows.groupOf(entry);
    this.#applyGroup(entry, old, group);
    this.#parts.journal.note(() => this.#applyGroup(entry, group, old));
  }

  #applyGroup(entry: number, old: number, group: number): void {
    const { rows, texts, words, frequencies } = this.#parts;
    // A group of one text comes or goes as a whole; in any other, neighbours may hold the same fingerprints.
    const isAlone = this.#sizes.taken(entry) === 0;
    if (isAlone && old === 0 && group === entry) frequencies.change(texts.fingerprints(entry), 1);
    else if (isAlone && old === entry && group === 0) frequencies.change(texts.fingerprints(entry), -1);
    else if (old !== group) frequencies.forget(this.#affected(entry, old, group));
    rows.setGroup(entry, group);
    this.#sizes.move(entry, old, group);
    if ((old === entry) === (group === entry)) return;
    const change = group === entry ? 1 : -1;
    if (rows.tokensOf(entry) > 0) this.groups += change;
    words.add(texts.words(entry), change);
  }

  /** Fingerprints of an entry that other groups may hold once it goes from one to another: not those of their seeds. */
  #affected(entry: number, old: number, group: number): Uint32Array {
    const { rows, texts } = this.#parts;
    let affected = texts.fingerprints(entry);
    const seeds = [old, group].filter((seed) => seed !== 0);
    if (seeds.some((seed) => seed === entry || rows.groupOf(seed) !== seed)) return affected;
    const [first = new Set<number>(), second = first] = seeds.map(
      (seed) => new Set(texts.fingerprints(seed)),
    );
    affected = affected.filter((hash) => !first.has(hash) || !second.has(hash));
    return affected;
  }

  #addEdge(x: number, y: number): void {
    const { edges, journal } = this.#parts;
    edges.add(x, y);
    journal.note(() => edges.remove(x, y));
  }

  #removeEdge(x: number, y: number): void {
    const { edges, journal } = this.#parts;
    edges.remove(x, y);
    journal.note(() => edges.add(x, y));
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
