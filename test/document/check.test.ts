/** What is no document: said in the same words by an engine and by an index. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { createEngine, type Document, openIndex } from "../../src/index.js";

const TEXT = "أعلنت الوزارة افتتاح المدرسة الجديدة في القرية بعد ترميمها";

async function refusals(value: unknown): Promise<[engine: string, index: string]> {
  const [engine, index] = [await createEngine(), await openIndex(null)];
  let said = "taken";
  try {
    engine.add(value as Document);
  } catch (error) {
    said = (error as Error).message;
  }
  const answered = await index.add(value as Document).then(
    () => "taken",
    (error: Error) => error.message,
  );
  await Promise.all([engine.close(), index.close()]);
  return [said, answered];
}

test("an index refuses what an engine refuses, in the same words", async () => {
  for (const wrong of [
    undefined,
    null,
    "a text",
    { id: "", text: TEXT },
    { id: 7, text: TEXT },
    { id: "a\ud800", text: TEXT },
    { id: "a" },
    { id: "a", text: 7 },
    { id: "a", text: TEXT, title: 7 },
    { id: "a", text: TEXT, links: 5 },
    { id: "a", text: TEXT, links: ["https://example.org/", 1] },
    { id: "a", text: TEXT, repairs: "mended" },
    { id: "a", text: TEXT, lang: {} },
  ]) {
    const [engine, index] = await refusals(wrong);
    expect(engine, JSON.stringify(wrong)).not.toBe("taken");
    expect(index, JSON.stringify(wrong)).toBe(engine);
  }
  expect(await refusals({ id: "a", text: TEXT, links: 5 })).toContain(
    "document a: links is a number, expected a list of strings",
  );
});

test("whatever is given, both say the same", async () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(undefined),
    fc.array(fc.string()),
    fc.object(),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.record({ id: fc.string(), text: value, title: value, links: value, repairs: value, seen: value }),
      async (one) => {
        const [engine, index] = await refusals(one);
        expect(index).toBe(engine);
      },
    ),
    { numRuns: 60 },
  );
});

test("both keep every field of a document", async () => {
  const whole: Required<Omit<Document, "versionOf">> = {
    id: "a",
    text: TEXT,
    title: "افتتاح مدرسة",
    source: "Hilal",
    published: "2024-03-05T10:00:00Z",
    modified: "2024-03-06T10:00:00Z",
    captured: "2024-03-07T10:00:00Z",
    url: "https://example.org/a",
    byline: "محرر",
    lang: "ar",
    links: ["https://example.org/b"],
    repairs: ["windows-1256 read as UTF-8"],
  };
  const [engine, index] = [await createEngine(), await openIndex(null)];
  engine.add(whole);
  await index.add(whole);
  expect(engine.document("a")).toEqual(whole);
  expect(index.document("a")).toEqual(whole);
  expect(engine.document("b")).toBeUndefined();
  await Promise.all([engine.close(), index.close()]);
});
