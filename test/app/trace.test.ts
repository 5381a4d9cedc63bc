import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { subjectOf } from "../../src/app/trace.js";
import { createEngine } from "../../src/index.js";

const folder = mkdtempSync(join(tmpdir(), "isnad-app-"));
const came = process.cwd();
afterAll(() => {
  process.chdir(came);
  rmSync(folder, { recursive: true });
});

it("knows a file of the collection again, from wherever its path is written", async () => {
  const text = "افتتحت البلدية سوقا جديدة للفخار على ضفة النهر القديم صباح السبت بحضور الأهالي.\n";
  mkdirSync(join(folder, "papers/north"), { recursive: true });
  for (const file of ["papers/a.txt", "papers/north/a.txt"]) writeFileSync(join(folder, file), text);
  process.chdir(folder);
  const engine = await createEngine();
  await engine.read(["papers"]);
  expect(engine.ids()).toEqual(["a.txt", "north/a.txt"]);
  const held = engine.text("a.txt")!;
  const subject = (path: string) => subjectOf(engine, path, { id: path, text: held });
  expect(subject("papers/a.txt")).toBe("a.txt");
  expect(subject("./papers/north/../a.txt")).toBe("a.txt");
  expect(subject("papers/north/a.txt")).toBe("north/a.txt");
  expect(subject(join(folder, "papers/north/a.txt"))).toBe("north/a.txt");
  const other = { id: "papers/a.txt", text: "نص آخر" };
  expect(subjectOf(engine, "papers/a.txt", other)).toEqual(other);
  expect(subject("papers/b.txt")).toMatchObject({ id: "papers/b.txt" });
  await engine.close();
});
