/** What holds for every lineage: no cycle, no order of input, no influence of strangers, bounded work. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document, Match } from "../../src/index.js";
import type { FullLineage } from "../../src/provenance/lineage/index.js";
import { lineageWith } from "./lineage-support.js";

const LENGTH = 600;

/** A match of two texts of one wording: the ranges given, all verbatim. */
function matchOf(x: string, y: string, start: number, end: number): Match {
  const [a, b] = x < y ? [x, y] : [y, x];
  const share = (end - start) / LENGTH;
  return {
    a,
    b,
    verdict: share > 0.8 ? "copy" : "excerpt",
    probability: 0.9,
    sameNews: 0.5,
    derived: { a: 0.5, b: 0.5 },
    jaccard: share,
    containment: { a: share, b: share },
    passages: [{ a: { start, end }, b: { start, end }, kind: "verbatim", similarity: 1, edits: [] }],
    facts: [],
    explain: [],
    model: 1,
    background: null,
  };
}

const TEXT = "كلمة واحدة ثم أخرى. ".repeat(40).slice(0, LENGTH);
const SOURCES = ["رويترز", "صحيفة النورس", "صحيفة المرفأ", "صحيفة السنديان", undefined];
const BYLINES = ["رويترز", "نقلا عن صحيفة النورس", "سلمى الخطيب", undefined];
const TIMES = [
  "2015-08-10T09:00Z",
  "2015-08-10T09:00Z",
  "2015-08-10",
  "2015-08-11T07:00",
  "2051-01-01",
  "yesterday",
  undefined,
];

const document = (id: string) =>
  fc
    .record(
      {
        id: fc.constant(id),
        text: fc.constant(TEXT),
        source: fc.constantFrom(...SOURCES),
        byline: fc.constantFrom(...BYLINES),
        published: fc.constantFrom(...TIMES),
        captured: fc.constantFrom("2015-08-12", undefined),
      },
      { noNullPrototype: true },
    )
    .map(
      (record) =>
        Object.fromEntries(
          Object.entries(record).filter(([, value]) => value !== undefined),
        ) as unknown as Document,
    );

const collection = fc
  .integer({ min: 2, max: 9 })
  .chain((count) =>
    fc.tuple(
      fc.tuple(...Array.from({ length: count }, (_, at) => document(`d${at}`))),
      fc.uniqueArray(
        fc
          .tuple(
            fc.nat(count - 1),
            fc.nat(count - 1),
            fc.integer({ min: 0, max: 300 }),
            fc.integer({ min: 301, max: LENGTH }),
          )
          .filter(([x, y]) => x < y),
        { selector: ([x, y]) => `${x} ${y}`, minLength: 1, maxLength: 20 },
      ),
    ),
  )
  .map(([documents, pairs]) => ({
    documents,
    matches: pairs.map(([x, y, start, end]) => matchOf(`d${x}`, `d${y}`, start, end)),
  }));

const plain = ({ lineage, directions }: FullLineage) => JSON.stringify({ lineage, directions });

describe("any collection", () => {
  test("goes nowhere round, decides nothing without evidence, and gives every document of a pair a story", () => {
    fc.assert(
      fc.property(collection, ({ documents, matches }) => {
        const found = lineageWith(documents, matches);
        const { stories } = found.lineage;
        const listed = stories.flatMap((story) => story.documents);
        expect(listed.toSorted()).toEqual([...new Set(matches.flatMap(({ a, b }) => [a, b]))].sort());
        for (const { from, to, evidence, confidence } of found.directions) {
          if (from === null) continue;
          expect(evidence.some(({ weight }) => weight > 0)).toBe(true);
          expect(confidence).toBeGreaterThan(0.7499);
          expect([from, to]).not.toContain(null);
        }
        for (const story of stories) {
          const up = new Map<string, string[]>();
          for (const { from, to, share } of story.edges) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
            if ("document" in from) up.set(to, [...(up.get(to) ?? []), from.document]);
          }
          for (const id of story.documents) expect(ancestors(id, up)).not.toContain(id);
          expect(story.independentOrigins).toBeGreaterThanOrEqual(1);
          for (const { holders, tree } of story.groups) {
            expect(new Set(holders.map((holder) => holder.document)).size).toBe(tree.length);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test("comes out the same in any order, and among strangers", () => {
    fc.assert(
      fc.property(collection, fc.infiniteStream(fc.nat()), ({ documents, matches }, keys) => {
        const shuffled = <Item>(items: readonly Item[]): Item[] =>
          items
            .map((item) => [keys.next().value as number, item] as const)
            .sort(([x], [y]) => x - y)
            .map(([, item]) => item);
        const found = lineageWith(documents, matches);
        expect(plain(lineageWith(shuffled(documents), shuffled(matches)))).toBe(plain(found));
        const strangers: Document[] = ["s1", "s2"].map((id) => ({ id, text: TEXT, source: "رويترز" }));
        const among = lineageWith([...strangers, ...documents], [matchOf("s1", "s2", 0, LENGTH), ...matches]);
        for (const story of found.lineage.stories)
          expect(among.lineage.stories.map((one) => JSON.stringify(one))).toContain(JSON.stringify(story));
      }),
      { numRuns: 60 },
    );
  });
});

function ancestors(id: string, up: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const open = [...(up.get(id) ?? [])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    open.push(...(up.get(at) ?? []));
  }
  return found;
}

test("5,000 documents with one passage in common cost no more than their pairs", () => {
  const ids = Array.from({ length: 5000 }, (_, at) => `d${String(at).padStart(4, "0")}`);
  const documents = ids.map(
    (id, at): Document => ({
      id,
      text: TEXT,
      source: SOURCES[1 + (at % 3)]!,
      published: new Date(Date.UTC(2015, 7, 1) + at * 60_000).toISOString(),
    }),
  );
  const matches = ids.flatMap((id, at) =>
    [...new Set([0, 1, 2, 3, at - 1, at - 2, at - 3, at - 4])]
      .filter((other) => other >= 0 && other < at)
      .map((other) => matchOf(ids[other]!, id, 100, 160)),
  );
  const before = process.cpuUsage();
  const { lineage, directions } = lineageWith(documents, matches);
  const { user } = process.cpuUsage(before);
  expect(directions).toHaveLength(matches.length);
  expect(lineage.stories.flatMap((story) => story.documents)).toHaveLength(ids.length);
  expect(user / 1e6).toBeLessThan(20);
});
