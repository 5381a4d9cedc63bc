/**
 * Which records are one item: repetitions fall away, versions are numbered, equal texts are told by digest.
 * In: columns in rank order. Everything here is linear in the number of records, however many share an id.
 */
import { leadersOfIdentical } from "../candidates/identical.js";
import type { Columns } from "../columns/columns.js";
import { digestOf, needsEqualTitle } from "../document/identity.js";
import { compareElements } from "../document/order.js";

/**
 * Rows kept, in order, and the version numbers (by position among the kept) of those whose id an earlier row
 * has with another text. Rows whose id an earlier row has with the same text fall away. No version is called
 * what a record is called already.
 */
export function keepTexts(
  columns: Columns,
  idLeaders: Uint32Array,
  idOf: (row: number) => Uint8Array,
): { kept: number[]; suffixes: ReadonlyMap<number, number> } {
  const sameText = leadersOfIdentical(
    columns.count,
    (row) => {
      const { low, high } = columns.digest(row);
      return { low, high: (high ^ Math.imul(idLeaders[row]! + 1, 0x9e3779b1)) >>> 0 };
    },
    (x, y) => idLeaders[x] === idLeaders[y] && compareElements(columns.ids(x), columns.ids(y)) === 0,
  );
  const numbers = new Map<number, number>();
  const suffixes = new Map<number, number>();
  const kept: number[] = [];
  let taken: ReadonlySet<string> | undefined;
  for (let row = 0; row < columns.count; row++) {
    if (sameText[row] !== row) continue;
    const leader = idLeaders[row]!;
    if (leader !== row) {
      taken ??= idsLikeVersions(columns.count, idOf);
      const id = decoder.decode(idOf(row).slice());
      let number = (numbers.get(leader) ?? 1) + 1;
      while (taken.has(`${id}~${number}`)) number++;
      numbers.set(leader, number);
      suffixes.set(kept.length, number);
    }
    kept.push(row);
  }
  return { kept, suffixes };
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const TILDE = 0x7e;

function idsLikeVersions(count: number, idOf: (row: number) => Uint8Array): Set<string> {
  const found = new Set<string>();
  for (let row = 0; row < count; row++) {
    const id = idOf(row);
    if (id.includes(TILDE)) found.add(decoder.decode(id.slice()));
  }
  return found;
}

/** Digest of the text; of a short one together with its title, since a caption under another title is another. */
export function textDigest(columns: Columns, index: number): { low: number; high: number } {
  const tokens = columns.tokenCount(index);
  if (tokens === 0) return digestOfNothing(index);
  const { low, high } = columns.digest(index);
  if (!needsEqualTitle(tokens)) return { low, high };
  const title = digestOf(columns.metaBytes(index, "title"));
  return { low: (low ^ title.low) >>> 0, high: (high ^ title.high) >>> 0 };
}

export function isSameItem(columns: Columns, i: number, j: number): boolean {
  if (columns.tokenCount(i) === 0 || compareElements(columns.ids(i), columns.ids(j)) !== 0) return false;
  if (!needsEqualTitle(columns.tokenCount(i))) return true;
  return compareElements(columns.metaBytes(i, "title"), columns.metaBytes(j, "title")) === 0;
}

/** A digest of its own for what has nothing to be equal in: one run of all would be compared pair by pair. */
export function digestOfNothing(index: number): { low: number; high: number } {
  return { low: index, high: index };
}

/** Fills `versionOf`: each index has its item's first index. Returns those that are not first, ascending. */
export function joinVersions(columns: Columns, idLeaders: readonly number[]): number[] {
  const { versionOf } = columns.data;
  const firstWithId = new Map<number, number>();
  const urlLeaders = leadersOfIdentical(
    columns.count,
    (index) => {
      const url = columns.metaBytes(index, "url");
      return url.length > 0 ? digestOf(url) : digestOfNothing(index);
    },
    (i, j) => {
      const url = columns.metaBytes(i, "url");
      return url.length > 0 && compareElements(url, columns.metaBytes(j, "url")) === 0;
    },
  );
  const versions: number[] = [];
  for (let index = 0; index < columns.count; index++) {
    const sameId = firstWithId.get(idLeaders[index]!) ?? index;
    if (sameId === index) firstWithId.set(idLeaders[index]!, index);
    const first = Math.min(sameId, urlLeaders[index]!);
    versionOf[index] = first === index ? index : versionOf[first]!;
    if (first !== index) versions.push(index);
  }
  return versions;
}
