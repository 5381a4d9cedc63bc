/**
 * Average linkage (UPGMA) over a sparse graph: two groups come together while the mean over all pairs between them, pairs
 * without an edge counting nothing, reaches the cut. So a chain of neighbours never becomes one group, unlike under
 * single linkage. In: units and values of pairs. Out: groups. Ties end at the least numbers, so the order of edges does
 * not matter.
 */

export interface Edge {
  readonly i: number;
  readonly j: number;
  /** 0..1; below 0 for a pair that must not come together, which it may count as much as any. */
  readonly value: number;
}

/** Members of each group of two and more, ascending, groups by their least member. O(edges log edges) for small groups. */
export function linkByAverage(count: number, edges: readonly Edge[], cut: number): number[][] {
  const members: (number[] | null)[] = Array.from({ length: count }, (_, at) => [at]);
  // By group its neighbours with the sum of the values between.
  const sums = new Map<number, Map<number, number>>();
  const sumsOf = (group: number) => {
    let known = sums.get(group);
    if (known === undefined) {
      known = new Map();
      sums.set(group, known);
    }
    return known;
  };
  const heap = new Heap();
  for (const { i, j, value } of edges) {
    if (i === j) continue;
    const sum = (sumsOf(i).get(j) ?? 0) + value;
    sumsOf(i).set(j, sum);
    sumsOf(j).set(i, sum);
  }
  for (const [i, near] of sums) for (const [j, sum] of near) if (i < j && sum >= cut) heap.push(sum, i, j);
  for (let best = heap.pop(); best !== null; best = heap.pop()) {
    const { value, i, j } = best;
    const [groupI, groupJ] = [members[i]!, members[j]!];
    if (groupI === null || groupJ === null) continue;
    const sum = sums.get(i)!.get(j);
    // Passed over where a later merge has changed the mean: that one is in the heap too.
    if (sum === undefined || sum / (groupI.length * groupJ.length) !== value) continue;
    members[i] = [...groupI, ...groupJ].sort((x, y) => x - y);
    members[j] = null;
    const near = sums.get(i)!;
    near.delete(j);
    for (const [other, more] of sums.get(j)!) {
      if (other === i) continue;
      near.set(other, (near.get(other) ?? 0) + more);
      sums.get(other)!.delete(j);
    }
    sums.delete(j);
    for (const [other, total] of near) {
      sums.get(other)!.set(i, total);
      const mean = total / (members[i]!.length * members[other]!.length);
      if (mean >= cut) heap.push(mean, Math.min(i, other), Math.max(i, other));
    }
  }
  return members.filter((group): group is number[] => group !== null && group.length > 1);
}

interface Entry {
  readonly value: number;
  readonly i: number;
  readonly j: number;
}

/** The largest value first, then the least i and j. */
class Heap {
  readonly #entries: Entry[] = [];

  push(value: number, i: number, j: number): void {
    const entries = this.#entries;
    let at = entries.length;
    const entry = { value, i, j };
    entries.push(entry);
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!before(entry, entries[up]!)) break;
      entries[at] = entries[up]!;
      at = up;
    }
    entries[at] = entry;
  }

  pop(): Entry | null {
    const entries = this.#entries;
    const top = entries[0];
    if (top === undefined) return null;
    const last = entries.pop()!;
    if (entries.length === 0) return top;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= entries.length) break;
      if (down + 1 < entries.length && before(entries[down + 1]!, entries[down]!)) down++;
      if (!before(entries[down]!, last)) break;
      entries[at] = entries[down]!;
      at = down;
    }
    entries[at] = last;
    return top;
  }
}

function before(x: Entry, y: Entry): boolean {
  return x.value > y.value || (x.value === y.value && (x.i < y.i || (x.i === y.i && x.j < y.j)));
}
