import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors.js";
import { type DocumentOptions, readDocuments } from "../../src/ingest/documents.js";
import type { Document } from "../../src/model/index.js";
import { temporaryFolder } from "./support.js";

const at = temporaryFolder();

async function read(inputs: readonly string[], options?: DocumentOptions) {
  const documents: Document[] = [];
  const reading = readDocuments(inputs, options);
  for (;;) {
    const step = await reading.next();
    if (step.done) return { documents, summary: step.value };
    documents.push(step.value);
  }
}

describe("documents", () => {
  test("of several files come in the order of their paths, with a summary", async () => {
    mkdirSync(at("news"));
    writeFileSync(at("news/b.jsonl"), '{"id":1,"content":"ب"}\nbroken\n{"id":2}\n');
    writeFileSync(at("news/a.txt"), "عنوان\n\nنص الخبر\n");
    writeFileSync(at("news/c.md"), "left out");
    const listed: unknown[] = [];
    const { documents, summary } = await read([at("news")], { onSkipped: (item) => listed.push(item) });
    expect(documents).toEqual([
      { id: "a.txt", title: "عنوان", text: "عنوان\n\nنص الخبر\n" },
      { id: "1", text: "ب" },
    ]);
    expect(summary).toMatchObject({ documents: 2, leftAlone: 0 });
    expect(summary.skipped).toEqual(listed);
    expect(summary.skipped).toMatchObject([
      { file: at("news/c.md"), reason: expect.stringMatching(/^text of no known kind/) },
      { file: at("news/b.jsonl"), line: 2, reason: expect.stringMatching(/^no JSON: /) },
      {
        file: at("news/b.jsonl"),
        line: 3,
        reason: "no text (fields tried: text, content, body, articleBody); there are id",
      },
    ]);
  });

  test("what concerns a whole file has no line", async () => {
    writeFileSync(at("empty.txt"), "");
    const { summary } = await read([at("empty.txt")]);
    expect(summary.skipped).toEqual([{ file: at("empty.txt"), reason: "no text (the file is empty)" }]);
  });

  test("options that cannot work are refused before anything is read", async () => {
    await expect(read(["-"], { encoding: "no such" })).rejects.toThrow(UsageError);
    await expect(read(["-"], { fields: ["nonsense"] })).rejects.toThrow(UsageError);
    await expect(read([])).rejects.toThrow(UsageError);
  });

  test("an encoding that is told is used", async () => {
    writeFileSync(at("latin.txt"), Buffer.from("Le pont réparé", "latin1"));
    const { documents } = await read([at("latin.txt")], { encoding: "windows-1252" });
    expect(documents[0]!.text).toBe("Le pont réparé");
  });

  test("a reader that stops early leaves nothing behind", async () => {
    writeFileSync(at("many.jsonl"), '{"text":"a"}\n'.repeat(50_000));
    for await (const { text } of readDocuments([at("many.jsonl")])) {
      expect(text).toBe("a");
      break;
    }
  });
});
