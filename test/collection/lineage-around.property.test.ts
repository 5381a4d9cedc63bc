/** The lineage around one document against that of the whole collection: the same story, the same directions. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { identicalTo } from "../../src/collection/clusters.js";
import { lineageWithChecks, planLineage } from "../../src/collection/lineage.js";
import { engineAround } from "../../src/collection/lineage-around.js";
import { PlannedStories } from "../../src/collection/planned-stories.js";
import { leadWordsOf, relatedCandidates, relatedPartners } from "../../src/collection/related.js";
import type { Decisions, Document } from "../../src/model/index.js";
import { alignedForLineage, engineOf } from "./support.js";

async function expectSame(documents: readonly Document[], decisions?: Decisions): Promise<number> {
  const engine = await engineOf(documents);
  const { kernel, ranked, pool } = engine;
  const { columns } = ranked;
  const options = decisions === undefined ? {} : { decisions };
  const pairs = await alignedForLineage(engine);
  const related = await relatedCandidates(columns, pool, undefined);
  const whole = { ...engine, pairs, identical: identicalTo(columns) };
  const full = await lineageWithChecks(whole, options);
  const all = new PlannedStories(await planLineage(whole, options), kernel);
  const leads = await leadWordsOf(columns, pool, undefined);
  for (let index = 0; index < columns.count; index++) {
    const id = ranked.id(index);
    const leader = columns.data.leaderOf[index]!;
    const around = await engineAround(leader, engine, decisions, undefined);
    const told = new PlannedStories(await planLineage(around, options), kernel);
    const story = told.storyOf(id);
    expect(story?.story).toEqual(full.stories.find(({ documents }) => documents.includes(id)));
    expect(told.directionsOf(id)).toEqual(all.directionsOf(id));
    for (const { id: one, credits, document } of story?.subjects ?? []) {
      expect(told.timeOf(document)).toEqual(full.times.find((time) => time.document === one));
      expect(credits).toEqual(all.storyOf(id)!.subjects.find((subject) => subject.id === one)!.credits);
    }
    const paired: number[] = [];
    for (let i = 0; i < columns.count; i++) {
      for (const j of related.others.subarray(related.starts[i]!, related.starts[i + 1]!)) {
        if (i === leader) paired.push(j);
        else if (j === leader) paired.push(i);
      }
    }
    expect(relatedPartners(columns, leads, leader)).toEqual(paired.sort((x, y) => x - y));
  }
  return full.stories.length;
}

test("every article of the corpus", async () => {
  const lines = readFileSync(new URL("../../corpus/articles.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const articles = lines.map((line) => JSON.parse(line) as Document).filter(({ text }) => text.trim() !== "");
  expect(await expectSame(articles)).toBeGreaterThan(10);
});

const chunk = (number: number) =>
  `${Array.from({ length: 24 }, (_, at) => `kelma${((number * 24 + at) * 7919) % 100_003}`).join(" ")}.`;
const articles = fc.array(
  fc.record({
    chunks: fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 6 }),
    source: fc.constantFrom("one", "two", "three", "رويترز"),
    day: fc.integer({ min: 1, max: 28 }),
    url: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined, freq: 8 }),
  }),
  { minLength: 2, maxLength: 16 },
);

test("articles that share, copy, repeat and replace one another, with and without a person's word", async () => {
  await fc.assert(
    fc.asyncProperty(articles, fc.boolean(), async (drawn, decided) => {
      const documents = drawn.map(
        ({ chunks, source, day, url }, at): Document => ({
          id: `d${at}`,
          text: chunks.map(chunk).join(" "),
          source,
          published: `2024-01-${String(day).padStart(2, "0")}`,
          ...(url === undefined ? {} : { url: `https://example.org/${url}` }),
        }),
      );
      const { id } = documents.at(-1)!;
      const decisions = decided
        ? { confirmed: [{ from: "d0", to: id }], rejected: [], times: [] }
        : undefined;
      await expectSame(documents, decisions);
    }),
    { numRuns: 25 },
  );
});
