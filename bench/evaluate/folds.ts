/**
 * Folds of connected stories: pairs that share an article, or whose articles share text across pairs, stay in
 * one fold, so that a model is never tested on a story it has seen.
 */
import { FINGERPRINT_TOKENS, fingerprintAt } from "../../src/candidates/fingerprints.js";

/** Share of the shorter text's word 4-grams in common at which two articles are of one story. */
const SAME_STORY_SHARE = 0.3;
/** A 4-gram in more of the judged articles than this joins none of them: it is formula. */
const FORMULA_ARTICLES = 40;

export interface FoldPair {
  readonly a: string;
  readonly b: string;
}

/** The story of each article: a number that all articles of one component have in common. */
export function stories(
  pairs: readonly FoldPair[],
  texts: ReadonlyMap<string, Uint32Array>,
): Map<string, number> {
  const ids = [...new Set(pairs.flatMap((pair) => [pair.a, pair.b]))];
  const parent = new Map(ids.map((id) => [id, id]));
  const find = (id: string): string => {
    let root = id;
    while (parent.get(root) !== root) root = parent.get(root)!;
    parent.set(id, root);
    return root;
  };
  for (const { a, b } of pairs) parent.set(find(a), find(b));
  for (const [a, b] of sharingText(ids, texts)) parent.set(find(a), find(b));
  const numbers = new Map<string, number>();
  return new Map(
    ids.map((id) => {
      const root = find(id);
      if (!numbers.has(root)) numbers.set(root, numbers.size);
      return [id, numbers.get(root)!];
    }),
  );
}

function sharingText(ids: readonly string[], texts: ReadonlyMap<string, Uint32Array>): [string, string][] {
  const postings = new Map<number, number[]>();
  const sizes: number[] = [];
  for (const [number, id] of ids.entries()) {
    const tokens = texts.get(id)!;
    const grams = new Set<number>();
    for (let i = 0; i + FINGERPRINT_TOKENS <= tokens.length; i++) grams.add(fingerprintAt(tokens, i));
    sizes.push(grams.size);
    for (const gram of grams) {
      const list = postings.get(gram);
      if (list) list.push(number);
      else postings.set(gram, [number]);
    }
  }
  const shared = new Map<number, number>();
  for (const list of postings.values()) {
    if (list.length > FORMULA_ARTICLES) continue;
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const key = list[i]! * ids.length + list[j]!;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
    }
  }
  const joined: [string, string][] = [];
  for (const [key, count] of shared) {
    const i = Math.floor(key / ids.length);
    const j = key % ids.length;
    if (count >= SAME_STORY_SHARE * Math.min(sizes[i]!, sizes[j]!)) joined.push([ids[i]!, ids[j]!]);
  }
  return joined;
}

/** Deals groups to folds of about equal size, the largest first, shuffled by the seed. Fold of each row. */
export function dealFolds(groups: readonly number[], folds: number, seed: number): number[] {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const random = seededRandom(seed);
  const order = [...sizes.keys()].map((group) => ({ group, tie: random() }));
  order.sort((x, y) => sizes.get(y.group)! - sizes.get(x.group)! || x.tie - y.tie);
  const loads = Array.from({ length: folds }, () => 0);
  const foldOf = new Map<number, number>();
  for (const { group } of order) {
    const least = Math.min(...loads);
    const open = loads.flatMap((load, fold) => (load <= least + 2 ? [fold] : []));
    const fold = open[Math.floor(random() * open.length)]!;
    foldOf.set(group, fold);
    loads[fold]! += sizes.get(group)!;
  }
  return groups.map((group) => foldOf.get(group)!);
}

/** mulberry32: a small generator, the same numbers everywhere. Values in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
