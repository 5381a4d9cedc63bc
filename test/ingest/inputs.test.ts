import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors.js";
import { readDocuments } from "../../src/ingest/documents.js";
import { expandInputs } from "../../src/ingest/inputs.js";
import { temporaryFolder } from "./support.js";

const at = temporaryFolder();
const here = (path: string) => relative(at("."), path).replace(/^$/, ".");

const LINE = '{"text":"a"}\n';
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  "news/a.jsonl": LINE,
  "news/b.JSONL.gz": gzipSync(LINE),
  "news/c.json": `[${LINE}]`,
  "news/sub/d.txt": "text",
  "news/sub/e.ndjson": LINE,
  "news/sub/deep/f.txt.gz": gzipSync("text"),
  "news/readme.md": "other",
  "news/sub/photo.jpg": Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
  "news/.hidden.txt": "other",
  "news/.git/x.txt": "other",
  "odd/really-gzip.jsonl": gzipSync(LINE),
  "odd/array.jsonl": `\ufeff [\n${LINE}]`,
  "odd/lines.json": LINE + LINE,
  "odd/pretty.json": '{\n "text": "a"\n}',
  "odd/lines.dump": LINE,
  "odd/array.dump": `[${LINE}]`,
  "odd/prose.dump": "[وكالات] text",
  "odd/packed.dump": gzipSync(LINE),
  "odd/a[1]*.jsonl": LINE,
  "odd/empty.jsonl": "",
  "others/only.md": "other",
};

beforeAll(() => {
  for (const folder of ["news/sub/deep", "news/.git", "odd", "others", "none", "loop/in"])
    mkdirSync(at(folder), { recursive: true });
  for (const [name, content] of Object.entries(FILES)) writeFileSync(at(name), content);
  writeFileSync(at("loop/in/a.txt"), "text");
  symlinkSync(at("loop"), at("loop/in/again"));
  symlinkSync("/dev/zero", at("loop/in/endless.jsonl"));
  symlinkSync(at("loop/in/b.txt"), at("loop/in/b.txt"));
  symlinkSync(at("gone.txt"), at("loop/in/c.txt"));
  symlinkSync(at("news/a.jsonl"), at("loop/z.jsonl"));
});

async function expand(...names: string[]) {
  const { files, leftAlone, skipped } = await expandInputs(names.map(at));
  return {
    files: files.map(({ path, format, isCoded }) => `${here(path)} ${format}${isCoded ? " coded" : ""}`),
    leftAlone,
    skipped: skipped.map(({ file, reason }) => `${here(file)}: ${reason}`),
  };
}

describe("folders", () => {
  test("give the files of known kinds, sorted, and name the others with their kind", async () => {
    expect(await expand("news")).toEqual({
      files: [
        "news/a.jsonl jsonl",
        "news/b.JSONL.gz unknown coded",
        "news/c.json json",
        "news/sub/d.txt text",
        "news/sub/deep/f.txt.gz unknown coded",
        "news/sub/e.ndjson jsonl",
      ],
      leftAlone: 2,
      skipped: [
        expect.stringMatching(/^news\/readme\.md: text of no known kind \(\.md\)/),
        "news/sub/photo.jpg: a picture (JPEG)",
      ],
    });
  });

  test("that link to themselves end, and broken links are listed", async () => {
    const { files, skipped, leftAlone } = await expand("loop");
    expect(leftAlone).toBe(0);
    expect(files).toEqual(["loop/in/a.txt text", "loop/z.jsonl jsonl"]);
    expect(skipped).toEqual([
      "loop/in/b.txt: its symbolic links lead in a circle",
      "loop/in/c.txt: no such file",
      "loop/in/endless.jsonl: no file, but a pipe, socket or device",
    ]);
  });

  test("with nothing to read are a usage error", async () => {
    await expect(expand("none")).rejects.toThrow(
      /folder ".*none" has no file in it that can be read \(\.jsonl .*\)$/,
    );
    await expect(expand("others")).rejects.toThrow(
      /1 file was left out, such as .*only\.md: text of no known kind/,
    );
    await expect(expand("others")).rejects.toThrow(UsageError);
  });
});

describe("names", () => {
  test("that do not exist or match nothing are a usage error that names them", async () => {
    await expect(expand("news", "missing.jsonl")).rejects.toThrow(/missing\.jsonl" does not exist/);
    await expect(expand("news/*.csv")).rejects.toThrow(/\*\.csv" matches nothing/);
    await expect(expandInputs([])).rejects.toThrow(UsageError);
  });

  test("with glob characters are globs, unless there is such a file", async () => {
    expect((await expand("news/**/*.{txt,jsonl}")).files).toEqual([
      "news/a.jsonl jsonl",
      "news/sub/d.txt text",
    ]);
    expect((await expand("odd/a[1]*.jsonl")).files).toEqual(["odd/a[1]*.jsonl jsonl"]);
  });

  test("tell the format; first bytes correct them, or tell it where a name does not", async () => {
    expect((await expand("odd/*")).files).toEqual([
      "odd/a[1]*.jsonl jsonl",
      "odd/array.dump json",
      "odd/array.jsonl json",
      "odd/empty.jsonl jsonl",
      "odd/lines.dump jsonl",
      "odd/lines.json jsonl",
      "odd/packed.dump unknown coded",
      "odd/pretty.json json",
      "odd/prose.dump text",
      "odd/really-gzip.jsonl unknown coded",
    ]);
  });

  test("a format that is told holds", async () => {
    const { files } = await expandInputs([at("news/c.json"), "-"], { format: "text" });
    expect(files.map(({ path, format, bytes }) => [here(path).slice(-6), format, bytes])).toEqual([
      [here("-").slice(-6), "text", null],
      ["c.json", "text", 15],
    ]);
  });

  test("standard input's format is left to its first bytes", async () => {
    expect((await expandInputs(["-", "-"])).files).toEqual([
      { path: "-", id: "stdin", format: "unknown", isCoded: false, bytes: null, facts: { from: {} } },
    ]);
  });
});

test("neither the order of the inputs nor naming them twice matters", async () => {
  const names = [
    "news",
    "news/a.jsonl",
    "loop",
    "odd/lines.dump",
    "news/sub/*.txt",
    "news/sub",
    "./odd/../news/c.json",
  ];
  const all = await expand(...names);
  expect(all.files).toHaveLength(8);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(names, { minLength: names.length }), async (order) => {
      expect(await expand(...order, order[0]!)).toEqual(all);
    }),
    { numRuns: 30 },
  );
});

test("a file that vanishes after it was named is still listed", async () => {
  writeFileSync(at("vanishing.jsonl"), LINE);
  const { files } = await expandInputs([at("vanishing.jsonl")]);
  rmSync(at("vanishing.jsonl"));
  expect(files).toMatchObject([{ format: "jsonl", bytes: LINE.length }]);
});

describe("what cannot be read", () => {
  const FOREIGN: [name: string, content: string | Uint8Array, kind: RegExp][] = [
    [
      "map.xml",
      '\ufeff<?xml version="1.0"?>\n<urlset><url/></urlset>',
      /^XML that begins with <urlset>: no feed$/,
    ],
    ["scan.pdf", "%PDF-1.7\n", /^PDF: save its text/],
    ["book.epub", `PK\u0003\u0004${"x".repeat(26)}mimetypeapplication/epub+zip`, /^a book \(EPUB\)/],
    ["letter.rtf", "{\\rtf1 x}", /^RTF: save it as/],
    ["sheet.xlsx", `PK\u0003\u0004${"x".repeat(26)}xl/workbook.xml`, /^a spreadsheet/],
    ["no.parquet", "not that", /^no data of the kind that \.parquet names/],
  ];
  test.each(FOREIGN)(
    "%s is left out with a reason, unless it is said to be text",
    async (name, content, kind) => {
      writeFileSync(at(name), content);
      const skips: string[] = [];
      const read = async (format?: "text") => {
        const found = [];
        for await (const document of readDocuments([at(name)], {
          format,
          onSkipped: ({ reason }) => skips.push(reason),
        }))
          found.push(document);
        return found;
      };
      expect(await read()).toEqual([]);
      expect(skips).toEqual([expect.stringMatching(kind)]);
      expect(await read("text")).toHaveLength(1);
    },
  );

  test("a text that begins with a less-than sign is a text", async () => {
    writeFileSync(at("less"), "<3 is what the harbour wrote under it");
    expect((await expand("less")).files).toEqual(["less text"]);
  });
});
