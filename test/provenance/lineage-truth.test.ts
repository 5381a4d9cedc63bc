/**
 * Directions against `corpus/truth.jsonl`, which is right by construction: every decided edge the right way, and nothing
 * decided that the articles do not show. What the engine does not match has no direction; that is bounded here.
 */
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { identicalTo } from "../../src/collection/clusters.js";
import { lineageWithChecks, planLineage } from "../../src/collection/lineage.js";
import { PlannedStories } from "../../src/collection/planned-stories.js";
import type { Direction, Document, Lineage } from "../../src/index.js";
import { alignedForLineage, engineOf } from "../collection/support.js";

interface Truth {
  readonly a: string;
  readonly b: string;
  readonly direction: "a→b" | "b→a" | "undecided";
}

const lines = <Line>(name: string): Line[] =>
  readFileSync(new URL(`../../corpus/${name}`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

const articles = lines<Document>("articles.jsonl").filter(({ text }) => text.trim() !== "");
const truth = lines<Truth>("truth.jsonl");
const MOST_UNMATCHED = 2;

let lineage: Lineage;
let directions: Map<string, Direction>;
beforeAll(async () => {
  const engine = await engineOf(articles);
  const pairs = await alignedForLineage(engine);
  const identical = identicalTo(engine.ranked.columns);
  const whole = { ...engine, pairs, identical };
  lineage = await lineageWithChecks(whole, {});
  const told = new PlannedStories(await planLineage(whole, {}), engine.kernel);
  const all = lineage.stories.flatMap(({ documents }) => documents.flatMap((id) => told.directionsOf(id)));
  directions = new Map(all.map((direction) => [`${direction.a} ${direction.b}`, direction]));
});

test("every decided pair is decided the right way", () => {
  const decided = truth.filter(({ direction }) => direction !== "undecided");
  expect(decided).toHaveLength(71);
  const unmatched = decided.filter(({ a, b }) => !directions.has(`${a} ${b}`));
  expect(unmatched.length).toBeLessThanOrEqual(MOST_UNMATCHED);
  const wrong = decided
    .filter((pair) => !unmatched.includes(pair))
    .filter(({ a, b, direction }) => directions.get(`${a} ${b}`)!.from !== (direction === "a→b" ? a : b));
  expect(wrong).toEqual([]);
});

test("what the articles do not show stays undecided, and says what would decide it", () => {
  const undecided = truth.filter(({ direction }) => direction === "undecided");
  const decided = undecided.filter(({ a, b }) => (directions.get(`${a} ${b}`)?.from ?? null) !== null);
  expect(decided).toEqual([]);
  for (const { from, missing } of directions.values()) expect(missing.length > 0).toBe(from === null);
});

test("the item that is not in the corpus is an unseen source, and its papers hang on it", () => {
  const train = articles
    .map(({ id }) => id)
    .filter((id) => /^(?:minaa|rafiaa|hadaba|sahil|marsa)-401$/u.test(id));
  const unseen = lineage.stories.flatMap((story) => story.unseen);
  const behind = unseen.find(({ documents }) => documents.includes("minaa-401"))!;
  for (const id of train) expect(behind.documents).toContain(id);
  expect(behind.id).toMatch(/^unseen:[0-9a-f]{16}$/u);
  const story = lineage.stories.find(({ documents }) => documents.includes("minaa-401"))!;
  const origins = story.edges.filter(({ to }) => train.includes(to)).map(({ from }) => from);
  expect(origins).toEqual(train.map(() => ({ unseen: behind.id })));
  // A copy that names its source hangs on the paper, not on what the paper had.
  expect(story.edges.filter(({ to }) => to === "qindil-401").map(({ from }) => from)).toEqual([
    { document: "rafiaa-401" },
  ]);
});

test("an update hangs on its own take; a copy of a copy on the copy", () => {
  const edges = lineage.stories.flatMap((story) => story.edges);
  const sourcesOf = (id: string) =>
    edges.filter(({ to }) => to === id).map(({ from }) => ("document" in from ? from.document : "unseen"));
  expect(sourcesOf("sahil-421")).toEqual(["rafiaa-421"]);
  expect(sourcesOf("rafiaa-202")).toEqual(["sarmad-103"]);
  expect(sourcesOf("hadaba-202")).toEqual(["sarmad-102"]);
  // Versions of one address are no match, and the later has its words from the earlier all the same.
  expect(sourcesOf("sarmad-103")).toEqual(["sarmad-102"]);
});

test("places of evidence lie in their fields", () => {
  const byId = new Map(articles.map((article) => [article.id, article]));
  for (const { evidence } of directions.values()) {
    for (const { at, detail, weight } of evidence) {
      expect(Number.isFinite(weight)).toBe(true);
      expect(detail).not.toMatch(/[{}]|undefined/u);
      for (const { document, field, start, end } of at) {
        const value = byId.get(document)![field];
        expect(typeof value === "string" && start < end && end <= value.length).toBe(true);
      }
    }
  }
});
