import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_FIELDS } from "../../src/ingest/fields.js";
import { Intake } from "../../src/ingest/intake.js";
import { PlainArea } from "../../src/ingest/record.js";
import { Collector, utf8 } from "./support.js";

const PIECES = [
  "[",
  "]",
  "{",
  "}",
  '"',
  "\\",
  ",",
  ":",
  "\n",
  "\r\n",
  "\ufeff",
  '{"text":"a"}',
  '"text"',
  "قال",
  "ط§ظ„",
  "\0",
  "1e9",
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => utf8(parts.join("")));
const utf16 = fc
  .string({ maxLength: 30 })
  .map((text) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le")));
const bytes = fc.oneof(texts, utf16, fc.uint8Array({ maxLength: 200 }));
const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 20 });

function read(format: "unknown" | "jsonl" | "json" | "text", input: Uint8Array, pieces: readonly number[]) {
  const area = new PlainArea();
  const sink = new Collector(area);
  const intake = new Intake({ path: "file.jsonl", format }, area, DEFAULT_FIELDS, sink, undefined);
  let at = 0;
  for (const size of [...pieces, input.length]) {
    intake.push(input.subarray(at, at + size));
    at += size;
  }
  intake.end();
  return sink.seen;
}

describe.each(["unknown", "jsonl", "json", "text"] as const)("any bytes read as %s", (format) => {
  test("give documents and skips, the same however they arrive, and no error", () => {
    fc.assert(
      fc.property(bytes, sizes, (input, pieces) => {
        const seen = read(format, input, pieces);
        expect(seen).toEqual(read(format, input, []));
        for (const { document, reason } of seen) {
          if (document === undefined) expect(reason).not.toBe("");
          else expect(document.text.trim()).not.toBe("");
        }
      }),
      { numRuns: 500 },
    );
  });
});
