import { expect, test } from "vitest";
import { UsageError } from "../../src/errors.js";
import { DEFAULT_FIELDS, FIELD_INDEX, FIELD_NAMES, fieldMap } from "../../src/ingest/fields.js";
import { MAX_KEYS } from "../../src/kernel/scanner.js";

test("without assignments the mapping is the default one", () => {
  expect(fieldMap()).toEqual(DEFAULT_FIELDS);
});

test("a field named several times has several candidates", () => {
  expect(fieldMap(["text=a", "id= key ", "text=b=c"])).toEqual({
    ...DEFAULT_FIELDS,
    text: ["a", "b=c"],
    id: ["key"],
  });
});

test.each(["texts=a", "=a", "text=", "text", "constructor=a"])("%j is refused", (assignment) => {
  expect(() => fieldMap([assignment])).toThrow(UsageError);
});

test("the refusal names the known fields", () => {
  expect(() => fieldMap(["author=a"])).toThrow(/"author" is not known; known are id, text, title/);
});

test("a field's index is its place among the names, and the scanner has room for all keys", () => {
  expect(FIELD_NAMES.map((name) => FIELD_INDEX[name])).toEqual(FIELD_NAMES.map((_, at) => at));
  expect(new Set(Object.values(DEFAULT_FIELDS).flat()).size).toBeLessThan(MAX_KEYS - 8);
});
