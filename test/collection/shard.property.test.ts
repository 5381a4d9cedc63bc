import fc from "fast-check";
import { expect, test } from "vitest";
import type { Document } from "../../src/model/index.js";
import { collectionOf } from "./support.js";

const word = fc.string({ unit: "grapheme", maxLength: 20 });
const document = fc.record({
  text: word,
  title: fc.option(word),
  source: fc.option(word),
  url: fc.option(word),
});

test("what goes into a collection comes out of it, however it is cut into shards", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (list, shards) => {
        const documents = list.map(({ title, source, url, text }, at) => ({
          id: `d${String(at).padStart(2, "0")}`,
          text,
          ...(title === null ? {} : { title }),
          ...(source === null ? {} : { source }),
          ...(url === null ? {} : { url }),
        })) as Document[];
        const { columns, id, indexOf } = await collectionOf(documents, shards);
        expect(columns.count).toBe(documents.length);
        documents.forEach((given, index) => {
          expect(id(index)).toBe(given.id);
          expect(indexOf(given.id)).toBe(index);
          expect(columns.text(index)).toBe(given.text);
          for (const field of ["title", "source", "url"] as const)
            expect(columns.meta(index, field)).toBe(given[field] === "" ? undefined : given[field]);
        });
      },
    ),
  );
});
