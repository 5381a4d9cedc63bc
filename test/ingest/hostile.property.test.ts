import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FORMAT_NAMES, type Format } from "../../src/ingest/registry.js";
import { readBytes, utf8 } from "./support.js";

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

async function read(format: Format | "unknown", input: Uint8Array, sizes: readonly number[]) {
  return (await readBytes(input, { name: "file.jsonl", format, sizes })).seen;
}

describe.each<Format | "unknown">(["unknown", ...FORMAT_NAMES])("any bytes read as %s", (format) => {
  test("give documents and skips, the same however they arrive, and no error", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, sizes, async (input, pieces) => {
        const seen = await read(format, input, pieces);
        expect(seen).toEqual(await read(format, input, []));
        for (const { document, reason } of seen) {
          if (document === undefined) expect(reason).not.toBe("");
          else expect(document.text.trim()).not.toBe("");
        }
      }),
      { numRuns: 200 },
    );
  });
});
