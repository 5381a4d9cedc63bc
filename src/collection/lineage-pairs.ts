/**
 * The pairs that lineage is told from: those that were aligned, and those of documents of the same words, which are
 * compared once for all documents of the same bytes.
 */
import type { Columns } from "../columns/columns.js";
import type { Ranked } from "../columns/ranked.js";
import { type Resting, ReusePair } from "../columns/reuse-pair.js";
import { needsEqualTitle } from "../document/identity.js";
import { ComparedPairs } from "../match/compared.js";
import type { AlignSession } from "../workers/align-task.js";
import type { WorkPool } from "../workers/tasks.js";
import { compareAll, identicalPairs } from "./align.js";

/** Groups of identical texts of fewer others than this are compared all with all. */
const EXPANDED_GROUP = 8;
/** Of larger groups so many items of agencies are compared with all too. */
const MOST_AGENCY_ITEMS = 3;

export interface Compared {
  readonly ranked: Ranked;
  readonly session: AlignSession;
  readonly pool: WorkPool;
  /** All reuse pairs of leaders. */
  readonly pairs: ComparedPairs;
  /** By leader the others of the same words. */
  readonly identical: ReadonlyMap<number, readonly number[]>;
}

export interface ReuseMatches {
  readonly matches: readonly ReusePair[];
  /** What they rest in. */
  readonly lists: readonly ComparedPairs[];
}

/** Every reuse pair; of large groups of identical texts stars; of versions of one item each with the one before. */
export async function reuseMatches(
  { ranked, session, pool, pairs, identical: groups }: Compared,
  isAgency: (index: number) => boolean,
  signal: AbortSignal | undefined,
): Promise<ReuseMatches> {
  const identical = [...groups];
  const small = new Map(identical.filter(([, others]) => others.length < EXPANDED_GROUP));
  const large = new Map(
    identical
      .filter(([, others]) => others.length >= EXPANDED_GROUP)
      .flatMap(([first, others]) => starsOf([first, ...others], isAgency)),
  );
  const more = [
    ...identicalPairs(session, small, pairs, true),
    ...identicalPairs(session, large, new ComparedPairs([]), false),
  ];
  const known = new SameComparisons(ranked.columns, identical);
  const matches: ReusePair[] = Array.from({ length: pairs.length }, (_, number) => {
    const { i, j } = pairs.row(number);
    known.add(i, j, { list: pairs, number });
    return new ReusePair(ranked.id(i), ranked.id(j), { list: pairs, number }, false);
  });
  const compared: number[] = [];
  for (let at = 0; at < more.length; at += 2) {
    const [i, j] = [more[at]!, more[at + 1]!];
    if (known.find(i, j) !== undefined) continue;
    known.add(i, j, null);
    compared.push(i, j);
  }
  const list = new ComparedPairs(await compareAll(session, Uint32Array.from(compared), pool, signal));
  for (let number = 0; number < list.length; number++) {
    const { i, j } = list.row(number);
    known.add(i, j, { list, number });
  }
  const held = new Set<number>();
  for (const { i, j } of pairs.rows()) held.add(i).add(j);
  for (let at = 0; at < more.length; at += 2) {
    const [i, j] = [more[at]!, more[at + 1]!];
    const { comparison, turned } = known.find(i, j)!;
    matches.push(new ReusePair(ranked.id(i), ranked.id(j), comparison!, turned));
    held.add(i).add(j);
  }
  const versions = await versionPairs(ranked, session, pool, held, signal);
  for (let number = 0; number < versions.length; number++) {
    const { i, j } = versions.row(number);
    matches.push(new ReusePair(ranked.id(i), ranked.id(j), { list: versions, number }, false));
  }
  return { matches, lists: [pairs, list, versions] };
}

/**
 * Versions of one item are no copies of one another and no matches; but where both share text with others, the later has
 * it from the earlier. `held` are the documents that share text.
 */
async function versionPairs(
  ranked: Ranked,
  session: AlignSession,
  pool: WorkPool,
  held: ReadonlySet<number>,
  signal: AbortSignal | undefined,
): Promise<ComparedPairs> {
  const { versionOf } = ranked.columns.data;
  const lastOf = new Map<number, number>();
  const pairs: number[] = [];
  for (const index of [...held].sort((x, y) => x - y)) {
    const item = versionOf[index]!;
    const before = lastOf.get(item);
    if (before !== undefined) pairs.push(before, index);
    lastOf.set(item, index);
  }
  return new ComparedPairs(await compareAll(session, Uint32Array.from(pairs), pool, signal));
}

/** The first of a group with all others, and agencies' items with all that are left: what papers have is theirs. */
function starsOf(
  group: readonly number[],
  isAgency: (index: number) => boolean,
): [number, readonly number[]][] {
  const hubs = [group[0]!, ...group.slice(1).filter(isAgency).slice(0, MOST_AGENCY_ITEMS)];
  return hubs.map((hub, at) => [hub, group.filter((index) => !hubs.slice(0, at + 1).includes(index))]);
}

/**
 * Comparisons by the bytes of the two texts. Besides these a comparison rests on whether both are known to be of one
 * source, and, of a short text, on the titles: short texts share no comparison.
 */
class SameComparisons {
  readonly #columns: Columns;
  /** By document: the first of the same bytes. */
  readonly #first = new Map<number, number>();
  readonly #known = new Map<string, { readonly i: number; readonly comparison: Resting | null }>();

  constructor(columns: Columns, identical: readonly (readonly [number, readonly number[]])[]) {
    this.#columns = columns;
    for (const [leader, others] of identical) {
      if (needsEqualTitle(columns.tokenCount(leader))) continue;
      const firsts = [leader];
      for (const index of others) {
        const bytes = columns.textBytes(index);
        const same = firsts.find((first) => equalBytes(columns.textBytes(first), bytes));
        if (same === undefined) firsts.push(index);
        else this.#first.set(index, same);
      }
    }
  }

  add(i: number, j: number, comparison: Resting | null): void {
    this.#known.set(this.#key(i, j), { i: this.#of(i), comparison });
  }

  /** `turned`: the comparison is seen from the text of j. */
  find(i: number, j: number): { readonly comparison: Resting | null; readonly turned: boolean } | undefined {
    const found = this.#known.get(this.#key(i, j));
    return found && { comparison: found.comparison, turned: found.i !== this.#of(i) };
  }

  #of(index: number): number {
    return this.#first.get(index) ?? index;
  }

  #key(i: number, j: number): string {
    const [x, y] = [this.#of(i), this.#of(j)];
    const source = this.#columns.meta(i, "source");
    const same = source !== undefined && source === this.#columns.meta(j, "source");
    return `${Math.min(x, y)} ${Math.max(x, y)} ${same}`;
  }
}

function equalBytes(x: Uint8Array, y: Uint8Array): boolean {
  return x.length === y.length && x.every((byte, at) => byte === y[at]);
}
