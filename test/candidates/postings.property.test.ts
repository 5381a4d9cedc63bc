import fc from "fast-check";
import { expect, test } from "vitest";
import { FINGERPRINT_TOKENS, fingerprintAt } from "../../src/candidates/fingerprints.js";
import { groupsOfUse } from "../../src/candidates/frequency.js";
import { SEVERAL_POSITIONS } from "../../src/candidates/postings.js";
import { columnsOf, indexOf } from "./support.js";

const document = fc.record({
  ids: fc.array(fc.nat(2), { maxLength: 30 }).map((ids) => Uint32Array.from(ids)),
  group: fc.nat(8),
  leader: fc.boolean(),
});
const collection = fc.array(document, { maxLength: 12 });

interface Run {
  readonly documents: number[];
  readonly positions: number[];
  readonly groups: number;
}

/** By fingerprint, from the definition: who holds it, where, and in how many groups. */
function plainRuns(
  documents: readonly { ids: Uint32Array; group: number; leader: boolean }[],
): Map<number, Run> {
  const runs = new Map<number, { documents: number[]; positions: number[] }>();
  documents.forEach(({ ids, leader }, index) => {
    for (let at = 0; leader && at + FINGERPRINT_TOKENS <= ids.length; at++) {
      const hash = fingerprintAt(ids, at);
      const run = runs.get(hash) ?? { documents: [], positions: [] };
      runs.set(hash, run);
      if (run.documents.at(-1) === index) run.positions[run.positions.length - 1] = SEVERAL_POSITIONS;
      else {
        run.documents.push(index);
        run.positions.push(at);
      }
    }
  });
  const repeated = [...runs].filter(([, run]) => run.documents.length > 1);
  return new Map(
    repeated.map(([hash, run]) => [
      hash,
      { ...run, groups: new Set(run.documents.map((index) => documents[index]!.group)).size },
    ]),
  );
}

/** A run without those that come after `memberCap` of their own group. */
function firstMembers({ documents, positions, groups }: Run, groupOf: Uint32Array, memberCap: number): Run {
  const kept = documents.flatMap((document, at) => {
    const before = documents.slice(0, at).filter((other) => groupOf[other] === groupOf[document]);
    return before.length < memberCap ? [at] : [];
  });
  return { documents: kept.map((at) => documents[at]!), positions: kept.map((at) => positions[at]!), groups };
}

test("postings, frequencies and what the caps left out equal the definition, in any number of parts", () => {
  fc.assert(
    fc.property(
      collection,
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      (list, parts, groupCap, memberCap) => {
        const columns = columnsOf(
          list.map(({ ids }) => ids),
          list.map(({ leader }) => leader),
        );
        const groupOf = Uint32Array.from(list, ({ group }) => group);
        const { posted } = indexOf(columns, { groupOf, parts, groupCap, memberCap });
        const runs = plainRuns(list);
        const hashes = [...runs.keys()].sort((x, y) => x - y);
        const under = hashes.filter((hash) => runs.get(hash)!.groups <= groupCap);

        const found = posted.flatMap(({ starts, documents, positions, groups }) =>
          Array.from(groups, (count, r) => ({
            documents: [...documents.subarray(starts[r], starts[r + 1])],
            positions: [...positions.subarray(starts[r], starts[r + 1])],
            groups: count,
          })),
        );
        const posts = new Map(under.map((hash) => [hash, firstMembers(runs.get(hash)!, groupOf, memberCap)]));
        expect(found).toEqual([...posts.values()]);
        expect(posted.flatMap(({ frequencies }) => [...frequencies.keys])).toEqual(
          hashes.filter((hash) => runs.get(hash)!.groups > 1),
        );
        expect(posted.flatMap(({ frequencies }) => Array.from(frequencies.counts, groupsOfUse))).toEqual(
          hashes.map((hash) => runs.get(hash)!.groups).filter((groups) => groups > 1),
        );
        const over = hashes.filter((hash) => runs.get(hash)!.groups > groupCap);
        expect(posted.reduce((sum, { capped }) => sum + capped.fingerprints, 0)).toBe(over.length);
        expect(posted.reduce((sum, { capped }) => sum + capped.postings, 0)).toBe(
          hashes.reduce(
            (sum, hash) => sum + runs.get(hash)!.documents.length - (posts.get(hash)?.documents.length ?? 0),
            0,
          ),
        );
      },
    ),
  );
});
