/** An engine and an index answer alike of the same documents, whatever is asked of them. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Archive,
  createEngine,
  type Document,
  type Index,
  openIndex,
  type Trace,
} from "../../src/index.js";
import { VERDICTS } from "../../src/model/verdicts.js";
import { MIN_VERDICT_CHOICES } from "../../src/options.js";
import { stream } from "../index/support.js";
import { ARTICLES } from "./support.js";

const OPTIONS = { now: "2030-01-01T00:00:00Z" };

async function both(documents: readonly Document[]): Promise<{ engine: Archive; index: Index }> {
  const [engine, index] = [await createEngine(), await openIndex(null)];
  for (const document of documents) await index.take(document);
  await index.commit();
  // An item whose id is kept takes its place: the engine is given what the index keeps.
  for (const id of index.ids()) engine.add(index.document(id)!);
  return { engine, index };
}

test("over the corpus, a trace through an index is the trace among the same documents", async () => {
  const lines = readFileSync(ARTICLES, "utf8").trim().split("\n");
  const { engine, index } = await both(lines.map((line) => JSON.parse(line) as Document));
  for (const id of index.ids())
    expect(await index.trace(id, OPTIONS), id).toEqual(await engine.trace(id, OPTIONS));
  expect(await index.stories(OPTIONS)).toEqual(await engine.stories(OPTIONS));
  await index.close();
});

test("over collections drawn at random too, of what is kept and of what is not", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 1 << 30 }),
      fc.integer({ min: 3, max: 40 }),
      async (seed, count) => {
        const documents = stream(count, seed);
        const { engine, index } = await both(documents.slice(1));
        for (const of of [documents.at(-1)!.id, documents[0]!]) {
          const { id } = typeof of === "string" ? { id: of } : of;
          expect(await index.trace(of, OPTIONS), id).toEqual(await engine.trace(of, OPTIONS));
        }
        for (const id of index.ids()) {
          expect(index.describe(id)).toEqual(engine.describe(id));
          expect(index.text(id)).toBe(engine.text(id));
        }
        await index.close();
      },
    ),
    { numRuns: 12 },
  );
});

test("through an index too large to be read, a trace says what it was read from", async () => {
  const { engine, index } = await both(stream(1100, 11));
  const reuse = ({ sources }: Trace) =>
    sources
      .filter(({ verdict }) => verdict !== null && VERDICTS.indexOf(verdict) > 1)
      .map(({ origin, verdict }) => [origin, verdict]);
  for (const id of [...index.ids()].slice(-8)) {
    const [near, whole] = [await index.trace(id, OPTIONS), await engine.trace(id, OPTIONS)];
    expect(near.collection).toMatchObject({ documents: whole.collection.documents, sources: null });
    expect(near.collection.neighbourhood).toBeLessThanOrEqual(200);
    expect(whole.collection.neighbourhood).toBeUndefined();
    expect(reuse(near).length > 0, id).toBe(reuse(whole).length > 0);
  }
  await index.close();
});

test("no pair is below the verdict asked for, though all pairs of equal texts are listed", async () => {
  const engine = await createEngine();
  for (const document of stream(150, 5)) engine.add(document);
  for (const minVerdict of MIN_VERDICT_CHOICES) {
    const allowed = VERDICTS.slice(VERDICTS.indexOf(minVerdict));
    for await (const { a, b, verdict } of engine.matches({ minVerdict, expand: true }))
      expect(allowed, `${a} ${b}`).toContain(verdict);
  }
  await engine.close();
});
