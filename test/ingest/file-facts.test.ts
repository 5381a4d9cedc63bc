/** What names, folders and tables say of files that do not say it themselves. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../src/errors.js";
import { readArticles } from "../../src/ingest/index.js";
import { temporaryFolder } from "./support.js";

const at = temporaryFolder();
const TEXT = "فتح أمين المتحف القاعة الجديدة أمام الزوار صباح الأحد وقال إن الدخول إليها مجاني طوال الشهر.";

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  }
}

async function read(input: string, fromName?: string) {
  const found: Record<string, unknown> = {};
  for await (const { document, notes } of readArticles([at(input)], { fromName })) {
    const { text: _, id, ...fields } = document;
    const { text: __, id: ___, ...from } = notes!.from;
    found[id] = { ...fields, from };
  }
  return found;
}

test("a name with an outlet and a day between double hyphens", async () => {
  write({ "named/sada_al-tall--2025-12-15--qaa.txt": TEXT, "named/plain--name.txt": TEXT });
  expect(await read("named")).toEqual({
    "plain--name.txt": { from: {} },
    "sada_al-tall--2025-12-15--qaa.txt": {
      source: "sada al-tall",
      published: "2025-12-15",
      from: { source: "file name", published: "file name" },
    },
  });
});

test("a folder called after an outlet, but not one called after what it holds", async () => {
  write({
    "all/صدى التل/a.txt": TEXT,
    "all/articles/b.txt": TEXT,
    "all/2025-12-15/c.txt": TEXT,
    "all/d.txt": TEXT,
  });
  expect(await read("all")).toEqual({
    "2025-12-15/c.txt": { from: {} },
    "articles/b.txt": { from: {} },
    "d.txt": { from: {} },
    "صدى التل/a.txt": { source: "صدى التل", from: { source: "folder" } },
  });
});

test("a table beside the files goes before their names, and is no document", async () => {
  write({
    "table/x--2025-01-01--a.txt": `عنوان من الملف\n\n${TEXT}`,
    "table/sub/b.txt": TEXT,
    "table/metadata.csv":
      "\ufefffile;source;published;url;title\nx--2025-01-01--a.txt;صدى التل;15/12/2025;https://sada.example/1;عنوان من الجدول\nsub/b.txt;الرقيب;;;\n",
  });
  expect(await read("table")).toEqual({
    "sub/b.txt": { source: "الرقيب", from: { source: "metadata.csv" } },
    "x--2025-01-01--a.txt": {
      title: "عنوان من الجدول",
      source: "صدى التل",
      published: "2025-12-15",
      url: "https://sada.example/1",
      from: { source: "metadata.csv", published: "metadata.csv", url: "metadata.csv", title: "metadata.csv" },
    },
  });
});

test("--from-name says how names are made, and what it cannot mean is refused", async () => {
  write({ "pattern/2025-12-15_raqib_one.txt": TEXT, "pattern/other.txt": TEXT });
  expect(await read("pattern", "{date}_{source}_*")).toEqual({
    "2025-12-15_raqib_one.txt": {
      source: "raqib",
      published: "2025-12-15",
      from: { source: "file name", published: "file name" },
    },
    "other.txt": { from: {} },
  });
  await expect(read("pattern", "{day}_*")).rejects.toThrow(/\{day\} is not known; known are \{source\}/);
  await expect(read("pattern", "plain")).rejects.toThrow(UsageError);
});

test("names of files are relative to what was given, and told apart where they are the same", async () => {
  write({ "one/news/a.txt": TEXT, "two/news/a.txt": `${TEXT} ثم أغلقها.` });
  expect(Object.keys(await read("one"))).toEqual(["news/a.txt"]);
  const ids: string[] = [];
  for await (const { document } of readArticles([at("one"), at("two")])) ids.push(document.id);
  expect(ids).toEqual(["one/news/a.txt", "two/news/a.txt"]);
});
