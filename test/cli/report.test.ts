import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { REPORT_FORMAT } from "../../src/report/html/bundle-format.js";
import { isnad } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "isnad-report-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

const LEAD = "افتتحت بلدية وادي الزهور صباح السبت سوقا جديدة للفخار تضم أربعين حانوتا على ضفة النهر القديم";
const SECOND = "وقال رئيس البلدية سامي النجار إن السوق ستبقى مفتوحة كل يوم حتى أذان المغرب طوال فصل الصيف";
const OWN = "ولم يذكر أحد كم كلفت السوق ولا من دفع ثمن القرميد الأزرق الذي يغطي سقفها";
const RECORDS = [
  {
    id: "wire",
    source: "وكالة النهر",
    title: "سوق الفخار",
    published: "2024-05-04T08:00Z",
    text: `${LEAD}.\n${SECOND}.`,
  },
  {
    id: "copy",
    source: "المرفأ",
    title: "سوق جديدة",
    published: "2024-05-05T09:00Z",
    text: `${LEAD}.\n${SECOND}.\n${OWN}.`,
  },
  {
    id: "alone",
    text: "The ferry to Gull Island runs again after a week of storms, its captain said on Monday.",
  },
];
const lines = (records: readonly object[]): string =>
  records.map((one) => `${JSON.stringify(one)}\n`).join("");
writeFileSync(at("day.jsonl"), `${lines(RECORDS)}no record\n`);
writeFileSync(at("changed.jsonl"), lines(RECORDS).replace("أربعين", "خمسين"));

async function written(name: string, ...args: string[]): Promise<string> {
  const { code, err } = await isnad(["report", at("day.jsonl"), "-o", at(name), ...args]);
  expect(err).toMatch(/1 story, \d sure directions?, \d likely, \d open/);
  expect(code).toBe(0);
  return readFileSync(at(name), "utf8");
}

describe("isnad report", () => {
  it("writes the same bytes again, whatever the file is called and however many threads there are", async () => {
    const first = await written("a.html");
    expect(await written("b.html", "--workers", "2")).toBe(first);
    expect(first).toContain('<html lang="en" dir="ltr">');
    expect(await written("ar.html", "--ui", "ar")).toContain('<html lang="ar" dir="rtl">');
    const { code, out } = await isnad(["report", at("day.jsonl"), "-o", "-", "--quiet"]);
    expect([code, out]).toEqual([0, first]);
  });

  it("keeps no more than passages where that is asked for", async () => {
    expect(await written("whole.html")).toContain(OWN);
    const page = await written("excerpts.html", "--excerpts-only");
    expect(page).toContain(LEAD);
    expect(page).not.toContain(OWN);
  });

  it("replaces a report and no other file, and leaves nothing behind when it fails", async () => {
    await written("again.html");
    await written("again.html");
    writeFileSync(at("letter.html"), "<p>dear editor</p>");
    const refused = await isnad(["report", at("day.jsonl"), "-o", at("letter.html")]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("no isnad report");
    expect(readFileSync(at("letter.html"), "utf8")).toBe("<p>dear editor</p>");
    expect((await isnad(["report", at("nowhere.jsonl"), "-o", at("new.html")])).code).toBe(2);
    expect(existsSync(at("new.html"))).toBe(false);
  });

  it("refuses inputs that nobody can check again", async () => {
    const { code, err } = await isnad(["report", "-", "-o", at("stdin.html")]);
    expect(code).toBe(2);
    expect(err).toContain("standard input");
  });

  it("takes a person's decisions, names them, and asks for them in a check", async () => {
    const decisions = '{"version": 1}\n{"reject": {"from": "wire", "to": "copy"}}\n';
    writeFileSync(at("decisions.jsonl"), decisions);
    const page = await written("decided.html", "--decisions", at("decisions.jsonl"));
    expect(page).not.toBe(await written("undecided.html"));
    const without = await isnad(["report", "--check", at("decided.html"), at("day.jsonl")]);
    expect(without.code).toBe(1);
    expect(without.out).toContain("decisions.jsonl: not among the inputs (decisions");
    const given = ["--decisions", at("decisions.jsonl"), at("day.jsonl")];
    expect((await isnad(["report", "--check", at("decided.html"), ...given])).code).toBe(0);
  });
});

describe("isnad report to a device", () => {
  it.skipIf(!existsSync("/dev/full"))("looks for no contents in it, and says that it is full", async () => {
    const { code, err } = await isnad(["report", at("day.jsonl"), "-o", "/dev/full"]);
    expect(err).toMatch(/^isnad: -o \/dev\/full: cannot be written \(no space left on the disk\)$/m);
    expect(code).toBe(1);
  });
});

describe("isnad report --check", () => {
  it("holds for the same bytes under another name", async () => {
    await written("held.html", "--ui", "ar", "--excerpts-only");
    writeFileSync(at("moved.jsonl"), readFileSync(at("day.jsonl")));
    const { code, out } = await isnad(["report", "--check", at("held.html"), at("moved.jsonl")]);
    expect(out).toContain("1 file and 3 texts agree");
    expect(code).toBe(0);
  });

  it("says what differs: a file, a text, a byte of the page", async () => {
    const page = await written("checked.html");
    const changed = await isnad(["report", "--check", at("checked.html"), at("changed.jsonl")]);
    expect(changed.code).toBe(1);
    expect(changed.out).toContain("day.jsonl: not among the inputs");
    expect(changed.out).toContain("article wire: its text differs");
    expect(changed.out).not.toContain("article alone");
    writeFileSync(at("touched.html"), page.replace('"confidence":0.', '"confidence":1.'));
    const touched = await isnad(["report", "--check", at("touched.html"), at("day.jsonl")]);
    expect(touched.code).toBe(1);
    expect(touched.out).toMatch(/byte [\d,]+ differs .* in the findings/);
    writeFileSync(at("longer.html"), `${page}<!-- -->`);
    expect((await isnad(["report", "--check", at("longer.html"), at("day.jsonl")])).out).toContain(
      "8 bytes more",
    );
    writeFileSync(at("older.html"), page.replace('"version":"', '"version":"9.'));
    expect((await isnad(["report", "--check", at("older.html"), at("day.jsonl")])).out).toContain(
      "made with isnad 9.",
    );
  });

  it("refuses what is no report, another format, and options that the report itself has", async () => {
    writeFileSync(at("none.html"), "<p>nothing</p>");
    expect((await isnad(["report", "--check", at("none.html"), at("day.jsonl")])).code).toBe(2);
    const page = await written("format.html");
    writeFileSync(at("format.html"), page.replace(`{"format":${REPORT_FORMAT}`, '{"format":7'));
    expect((await isnad(["report", "--check", at("format.html"), at("day.jsonl")])).err).toContain(
      "report format 7",
    );
    const both = await isnad(["report", "--check", at("a.html"), at("day.jsonl"), "--ui", "ar"]);
    expect(both.code).toBe(2);
    expect(both.err).toContain("--ui with --check");
  });
});
