/** Sets of stems as ascending lists without repetition. */
import { NO_STEM } from "../../language/words.js";

let merged = new Int32Array(256);

/** Of two ascending lists without repetition, likewise. */
export function union(x: Int32Array, y: Int32Array): Int32Array {
  const sizeX = x.length;
  const sizeY = y.length;
  if (merged.length < sizeX + sizeY) merged = new Int32Array(2 * (sizeX + sizeY));
  const all = merged;
  let size = 0;
  let i = 0;
  let k = 0;
  while (i < sizeX && k < sizeY) {
    const p = x[i]!;
    const q = y[k]!;
    if (p <= q) i++;
    if (q <= p) k++;
    all[size++] = p < q ? p : q;
  }
  while (i < sizeX) all[size++] = x[i++]!;
  while (k < sizeY) all[size++] = y[k++]!;
  return all.slice(0, size);
}

/** Of an ascending list; without `NO_STEM`. */
export function distinct(sorted: Int32Array): Int32Array {
  let size = 0;
  for (const stem of sorted) {
    if (stem !== NO_STEM && (size === 0 || sorted[size - 1] !== stem)) sorted[size++] = stem;
  }
  return sorted.slice(0, size);
}

/** Both ascending, without repetition. */
export function sharedOf(x: Int32Array, y: Int32Array): number {
  const sizeX = x.length;
  const sizeY = y.length;
  let shared = 0;
  let i = 0;
  let k = 0;
  while (i < sizeX && k < sizeY) {
    const p = x[i]!;
    const q = y[k]!;
    if (p === q) shared++;
    if (p <= q) i++;
    if (q <= p) k++;
  }
  return shared;
}

export function dice(x: number, y: number, shared: number): number {
  return (2 * shared) / (x + y);
}
