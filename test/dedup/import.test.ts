/** An import that fails leaves nothing, or the index as it was. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { openIndex } from "../../src/index.js";
import { isnad } from "../cli/support.js";
import { madeItems, run, start } from "./process.js";
import { temporaryFolder } from "./support.js";

const at = temporaryFolder();
const items = madeItems(900);
let lines: string[] = [];

beforeAll(async () => {
  await run(["index", "add", at("copy"), "-", "--quiet"], `${items.join("\n")}\n`);
  lines = (await run(["index", "export", at("copy")])).out.split("\n").slice(0, -1);
});

const FAULTS: [string, (lines: string[]) => string[]][] = [
  ["a line that is no record", (all) => [...all.slice(0, 1500), "{}"]],
  ["a torn last line", (all) => [...all.slice(0, 1500), all[1500]!.slice(0, 30)]],
  ["an export that is cut short", (all) => all.slice(0, 1502)],
  ["the same document twice", (all) => [...all.slice(0, 1500), all[1]!]],
];

it.each(FAULTS)("%s leaves no folder, an empty folder, or an empty index as it was", async (name, fault) => {
  const file = at("broken.jsonl");
  writeFileSync(file, `${fault(lines).join("\n")}\n`);
  const missing = at("outer");
  const failed = await isnad(["index", "import", join(missing, "inner"), file]);
  expect(failed).toMatchObject({ code: 2, out: "" });
  expect(failed.err).not.toContain("index made");
  expect(existsSync(missing)).toBe(false);

  const empty = at("empty");
  mkdirSync(empty, { recursive: true });
  expect((await isnad(["index", "import", empty, file])).code).toBe(2);
  expect(readdirSync(empty)).toEqual([]);

  const made = at(name.replaceAll(" ", "-"));
  await (await openIndex(made, { keepText: false })).close();
  expect((await isnad(["index", "import", made, file])).code).toBe(2);
  expect(await run(["index", "verify", made])).toMatchObject({ out: "0 documents checked · sound\n" });
  const stats = JSON.parse((await isnad(["index", "stats", "--json", made])).out);
  expect(stats).toMatchObject({ documents: 0, answers: 0, lastSequence: 0, keepText: false });
  writeFileSync(file, `${lines.join("\n")}\n`);
  expect(await isnad(["index", "import", "--json", made, file])).toMatchObject({
    code: 0,
    out: '{"documents":900}\n',
  });
});

it("an import that was killed is no index; the next writer begins anew", async () => {
  const dir = at("killed");
  const process = start(["index", "import", dir, "-"]);
  process.write(`${lines.slice(0, 1400).join("\n")}\n`);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const reader = await run(["index", "stats", "--json", dir]);
    if (/import that is not finished/.test(reader.err)) break;
    expect(process.child.exitCode).toBe(null);
  }
  process.child.kill("SIGKILL");
  await process.ended;
  expect(await run(["index", "list", dir])).toMatchObject({ code: 3, out: "" });
  const again = await run(["index", "import", "--json", dir, "-"], `${lines.join("\n")}\n`);
  expect(again).toMatchObject({ code: 0, out: '{"documents":900}\n' });
  expect(await run(["index", "verify", dir])).toMatchObject({ code: 0 });
});

it("in memory, a failed import leaves the index empty", async () => {
  const index = await openIndex(null);
  const records = lines.slice(0, 701).map((line) => JSON.parse(line));
  await expect(index.import([...records, records[1]])).rejects.toThrow(/twice in the export/);
  expect(index.documents).toBe(0);
  expect(await index.import(records)).toBe(index.documents);
  expect(index.verify()).toEqual([]);
  await index.close();
});
