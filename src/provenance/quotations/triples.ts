/** Runs of three tokens, and who has them. What most have says nothing, and is looked up a bounded number of times. */

/** After so many walks a list of holders is that of a formula. */
const MOST_WALKS = 64;
/** A formula stands in so many times as many texts as the quarter of the row's triples that are rarest. */
const FORMULA_FACTOR = 4;
const SIZE = 3;

/** Distinct runs, hashed; a single one for what is shorter. */
export function triplesOf(ids: Uint32Array): number[] {
  const triples = new Set<number>();
  for (let k = 0; k + SIZE <= ids.length; k++) triples.add(tripleAt(ids, k));
  return [...triples];
}

function tripleAt(ids: Uint32Array, at: number): number {
  let hash = 0x9e3779b9;
  for (let k = at; k < at + SIZE; k++) {
    hash = Math.imul(hash ^ ids[k]!, 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

interface Holders {
  rows: number[];
  walks: number;
}

export class Triples {
  readonly #rows: readonly (readonly number[])[];
  readonly #holders = new Map<number, Holders>();
  readonly #taken: Uint8Array;

  constructor(rows: readonly (readonly number[])[]) {
    this.#rows = rows;
    this.#taken = new Uint8Array(rows.length);
    for (const [row, triples] of rows.entries()) {
      for (const triple of triples) {
        const holders = this.#holders.get(triple);
        if (holders) holders.rows.push(row);
        else this.#holders.set(triple, { rows: [row], walks: 0 });
      }
    }
  }

  isTaken(row: number): boolean {
    return this.#taken[row] === 1;
  }

  take(row: number): void {
    this.#taken[row] = 1;
  }

  /** Rows not taken that share triples with a row, ascending, with how many they share. */
  sharing(row: number): [number, number][] {
    const shared = new Map<number, number>();
    for (const triple of this.#rows[row]!) {
      const holders = this.#holders.get(triple)!;
      if (holders.walks++ >= MOST_WALKS) continue;
      holders.rows = holders.rows.filter((other) => this.#taken[other] === 0);
      for (const other of holders.rows) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    return [...shared].sort(([a], [b]) => a - b);
  }

  /** In how many texts each triple stands, and how many of each row's are its own and no formula's. */
  spread(texts: readonly Uint32Array[]): Spread {
    const counts = new Map<number, number>();
    for (const ids of texts) {
      const seen = new Set<number>();
      for (let k = 0; k + SIZE <= ids.length; k++) {
        const triple = tripleAt(ids, k);
        if (this.#holders.has(triple)) seen.add(triple);
      }
      for (const triple of seen) counts.set(triple, (counts.get(triple) ?? 0) + 1);
    }
    const limits = this.#rows.map((triples) => {
      const sorted = triples.map((triple) => counts.get(triple) ?? 0).sort((a, b) => a - b);
      return ((sorted[sorted.length >> 2] ?? 0) + 1) * FORMULA_FACTOR;
    });
    const ownTriples = this.#rows.map(
      (triples, row) => triples.filter((triple) => (counts.get(triple) ?? 0) <= limits[row]!).length,
    );
    return { counts, limits, ownTriples };
  }

  /** Rows whose own triples stand in a text, ascending, with the token at which each first begins. */
  found(ids: Uint32Array, { counts, limits }: Spread): [number, number[]][] {
    const found = new Map<number, number[]>();
    const seen = new Set<number>();
    for (let k = 0; k + SIZE <= ids.length; k++) {
      const triple = tripleAt(ids, k);
      const rows = this.#holders.get(triple)?.rows;
      if (!rows || rows.length > MOST_WALKS || seen.has(triple)) continue;
      seen.add(triple);
      const count = counts.get(triple) ?? 0;
      for (const row of rows) {
        if (count > limits[row]!) continue;
        const places = found.get(row);
        if (places) places.push(k);
        else found.set(row, [k]);
      }
    }
    return [...found].sort(([a], [b]) => a - b);
  }
}

export interface Spread {
  readonly counts: ReadonlyMap<number, number>;
  /** A triple in more texts than this is no evidence for the row. */
  readonly limits: readonly number[];
  readonly ownTriples: readonly number[];
}
