import fc from "fast-check";
import { expect, test } from "vitest";
import {
  packAnswer,
  packDocument,
  type StoredAnswer,
  type StoredDocument,
  unpackAnswer,
  unpackDocument,
} from "../../src/index/storage/codec.js";

/** Records are put together in one place: a long one before a short one must leave nothing in it. */
const string = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ minLength: 60, maxLength: 80 }).map((some) => `${some}\u001b — نصّ`.repeat(400)),
);
const digest = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes).toString("hex"));

test("answers packed one after the other are read as they were", () => {
  const answer = fc.record({
    number: fc.nat(),
    answer: fc.record({
      id: string,
      digest,
      sequence: fc.constant(7),
      arrived: fc.nat().map((at) => new Date(at).toISOString()),
      verdict: fc.constantFrom("new" as const, "duplicate" as const, "contains" as const),
      of: fc.option(string),
      matches: fc.constant([]),
      changes: fc.constant(null),
      replayed: fc.constant(false),
    }),
  });
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 4 }), (answers: StoredAnswer[]) => {
      const records = answers.map((one) => packAnswer(one));
      expect(records.map((record) => unpackAnswer(record, 7))).toEqual(answers);
    }),
  );
});

test("documents too", () => {
  const stored = fc.record({
    sequence: fc.nat(),
    arrived: fc.nat(),
    key: fc.option(fc.record({ field: string, value: string })),
    document: fc.record({ id: string, title: string, text: string }),
  });
  fc.assert(
    fc.property(fc.array(stored, { maxLength: 4 }), (all: StoredDocument[]) => {
      const records = all.map((one) => packDocument(one, true));
      expect(records.map((record) => unpackDocument(record))).toEqual(all);
    }),
  );
});
