/**
 * An order of pairs in which the texts of a pair were in use shortly before: breadth first through the graph of
 * candidates (Cuthill and McKee 1969, which orders a sparse matrix by the same walk). What is made of a text, its
 * tokens, words and frequencies, costs more than comparing it once, and memory holds a few thousand texts.
 */
import type { PairLists } from "../columns/pair-lists.js";

/** The pairs (i, j) of the lists, i < j, alternating. O(documents + pairs). */
export function orderPairs({ starts, others }: PairLists): Uint32Array {
  const count = starts.length - 1;
  const graph = symmetric({ starts, others });
  const pairs = new Uint32Array(2 * others.length);
  const placeOf = new Uint32Array(count); // 1 + the place in the walk; 0 before
  const queue = new Uint32Array(count);
  let used = 0;
  let queued = 0;
  for (let first = 0, next = 0; first < count; first++) {
    if (placeOf[first] !== 0 || graph.starts[first] === graph.starts[first + 1]) continue;
    queue[queued++] = first;
    placeOf[first] = queued;
    for (; next < queued; next++) {
      const at = queue[next]!;
      for (let k = graph.starts[at]!; k < graph.starts[at + 1]!; k++) {
        const other = graph.others[k]!;
        if (placeOf[other] === 0) {
          queue[queued++] = other;
          placeOf[other] = queued;
        } else if (placeOf[other]! <= next) {
          pairs[used++] = Math.min(at, other);
          pairs[used++] = Math.max(at, other);
        }
      }
    }
  }
  return pairs;
}

/** Each pair in the lists of both its documents. */
export function symmetric({ starts, others }: PairLists): PairLists {
  const count = starts.length - 1;
  const both = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) {
    both[i + 1] = both[i + 1]! + (starts[i + 1]! - starts[i]!);
    for (let k = starts[i]!; k < starts[i + 1]!; k++) both[others[k]! + 1]!++;
  }
  for (let i = 0; i < count; i++) both[i + 1]! += both[i]!;
  const cursor = both.slice(0, count);
  const neighbours = new Uint32Array(both[count]!);
  for (let i = 0; i < count; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const j = others[k]!;
      neighbours[cursor[i]!++] = j;
      neighbours[cursor[j]!++] = i;
    }
  }
  return { starts: both, others: neighbours };
}
