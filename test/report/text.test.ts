import { describe, expect, it } from "vitest";
import type { Cluster } from "../../src/model/index.js";
import { VERDICT_MEANINGS } from "../../src/model/verdicts.js";
import { comparePage } from "../../src/report/html/compare.js";
import type { Label } from "../../src/report/label.js";
import { orient } from "../../src/report/orient.js";
import { segments } from "../../src/report/segments.js";
import { clusterText } from "../../src/report/text/clusters.js";
import { compareText } from "../../src/report/text/compare.js";
import { folded, truncate, width } from "../../src/report/text/layout.js";
import { count, duration, percent, size, words } from "../../src/report/text/numbers.js";
import { pairsHeader, pairText } from "../../src/report/text/pairs.js";
import type { TextStyle } from "../../src/report/text/style.js";
import { MATCH, SIDE_A, SIDE_B } from "./fixture.js";

const PLAIN: TextStyle = { columns: 100, colour: false, isolates: true };
const ISOLATES = /[\u2066-\u2069]/g;
const ARABIC = /[\u0600-\u06ff]/;

function visibleWidth(line: string): number {
  return width(line.replace(ISOLATES, ""));
}

/** Every Arabic letter stands inside an isolate, and every isolate that is opened is closed on its line. */
function expectIsolated(text: string): void {
  for (const line of text.split("\n")) {
    let depth = 0;
    for (const character of line) {
      if (/[\u2066-\u2068]/.test(character)) depth++;
      else if (character === "\u2069") depth--;
      else if (ARABIC.test(character)) expect(depth, line).toBeGreaterThan(0);
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth, line).toBe(0);
  }
}

describe("compareText", () => {
  const text = compareText(MATCH, SIDE_A, SIDE_B, PLAIN);

  it("says the verdict, what it means and the reason first", () => {
    const [verdict, ...rest] = text.split("\n");
    expect(verdict).toBe("copy · probability of reuse 0.99");
    const said = rest.slice(0, 5).join(" ").replace(/\s+/gu, " ");
    expect(said).toMatch(new RegExp(`^ ${VERDICT_MEANINGS.copy} 72 % of the shorter text in 1 passage`));
  });

  it("marks edits and changed facts on whole words, each side on lines of its own", () => {
    expect(text).toContain("(~أمس~)");
    expect(text).toContain("(~اليوم~)");
    expect(text).toContain("[!14!]");
    expect(text).toContain("{!15!}");
    expect(text).toMatch(/^1 · edited · 94 % alike · 20 words$/m);
    expect(text).toMatch(/^A {2}\u2067افتتح/m);
    expect(text).toMatch(/^B {2}\u2067افتتح/m);
    expect(text).toMatch(/number +14 → 15/);
  });

  it("marks what only one side has", () => {
    const [passage] = MATCH.passages;
    const edits = passage!.edits.map(({ kind, a, b }) => ({ kind, a, b }));
    const match = { ...MATCH, passages: [{ ...passage!, edits }], facts: [] };
    const shown = compareText(match, SIDE_A, SIDE_B, PLAIN);
    expect(shown).toContain("[-أمس-]");
    expect(shown).toContain("{+اليوم+}");
    expect(shown).toContain("[-only in A-]");
  });

  it("says nothing where one side has no reading of a fact", () => {
    const fact = {
      kind: "negation",
      a: { start: 0, end: 0, text: "" },
      b: { start: 0, end: 2, text: "لم" },
    } as const;
    expect(compareText({ ...MATCH, facts: [fact] }, SIDE_A, SIDE_B, PLAIN)).toContain(
      "negation nothing → \u2068لم\u2069",
    );
    expect(comparePage({ ...MATCH, facts: [fact] }, SIDE_A, SIDE_B)).toContain(
      "<td>nothing</td><td><bdi>لم</bdi></td>",
    );
  });

  it("extends a mark over the word that it would cut in two", () => {
    const [passage] = MATCH.passages;
    const at = SIDE_A.text.indexOf("الوادي");
    const edit = { kind: "delete", a: { start: at, end: at + 2 }, b: { start: 0, end: 0 } } as const;
    const match = { ...MATCH, passages: [{ ...passage!, edits: [edit] }], facts: [] };
    expect(compareText(match, SIDE_A, SIDE_B, PLAIN)).toContain("[-الوادي-]");
  });

  it("says so where no passage stands in both", () => {
    expect(compareText({ ...MATCH, passages: [], facts: [] }, SIDE_A, SIDE_B, PLAIN)).toContain(
      "No passage stands in both.",
    );
  });

  it("keeps to the width, narrow or wide", () => {
    for (const columns of [40, 60, 80, 140]) {
      for (const line of compareText(MATCH, SIDE_A, SIDE_B, { ...PLAIN, columns }).split("\n")) {
        expect(visibleWidth(line), line).toBeLessThanOrEqual(columns);
      }
    }
  });

  it("breaks a text without spaces, whatever is marked in it, and loses no letter", () => {
    const words = "竹骨可以反复使用，灯纸浸过蜡，不会污染河水。".repeat(9);
    const range = { start: 0, end: words.length };
    const edit = {
      kind: "delete",
      a: { start: 30, end: 75 },
      b: { start: 30, end: 30 },
      equivalent: false,
    } as const;
    const passage = { a: range, b: range, kind: "edited", similarity: 0.9, edits: [edit] } as const;
    const side = (id: string) => ({ label: { id }, text: words });
    for (const [columns, colour] of [
      [80, false],
      [40, false],
      [41, true],
    ] as const) {
      const shown = compareText({ ...MATCH, passages: [passage], facts: [] }, side("a"), side("b"), {
        ...{ columns, colour, isolates: true },
      });
      const plain = shown.replace(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g"), "");
      for (const line of plain.split("\n").filter((one) => /[\u4e00-\u9fff]/.test(one)))
        expect(visibleWidth(line), line).toBeLessThanOrEqual(columns);
      expect(plain.replace(/[^\u4e00-\u9fff]/g, "")).toBe(words.replace(/[^\u4e00-\u9fff]/g, "").repeat(2));
    }
  });

  it("puts Arabic into isolates, and none where they are unwanted", () => {
    expectIsolated(text);
    expect(compareText(MATCH, SIDE_A, SIDE_B, { ...PLAIN, isolates: false })).not.toMatch(ISOLATES);
  });

  it("uses colours instead of signs where there are colours", () => {
    const coloured = compareText(MATCH, SIDE_A, SIDE_B, { ...PLAIN, colour: true });
    expect(coloured).toContain("\u001b[36mاليوم\u001b[39m");
    expect(coloured).not.toContain("(~");
    expect(text).not.toContain("\u001b");
  });
});

describe("pairText", () => {
  it("gives verdict, probability, both shares, the longest passage and both documents", () => {
    const text = pairsHeader(PLAIN) + pairText(MATCH, SIDE_A, SIDE_B, PLAIN);
    const lines = text.split("\n");
    expect(lines[0]).toBe("verdict   prob  of a  of b longest");
    expect(lines[1]).toMatch(/^copy {6}0\.99 {2}72 % {2}85 % {4}20 w {2}a .*wire-1$/);
    expect(lines[2]).toMatch(/^ +b .*paper-7$/);
    expect(lines[2]!.indexOf("b ")).toBe(lines[1]!.indexOf("a "));
    for (const columns of [80, 100])
      for (const line of pairText(MATCH, SIDE_A, SIDE_B, { ...PLAIN, columns }).split("\n"))
        expect(visibleWidth(line), line).toBeLessThanOrEqual(columns);
    expectIsolated(text);
  });

  it("stands below the figures where there is no room beside them", () => {
    const lines = pairText(MATCH, SIDE_A, SIDE_B, { ...PLAIN, columns: 50 }).split("\n");
    expect(lines[0]).toMatch(/20 w$/);
    for (const line of lines) expect(visibleWidth(line)).toBeLessThanOrEqual(50);
  });
});

describe("clusterText", () => {
  const cluster: Cluster = {
    id: "wire-1",
    canonical: "paper-7",
    earliest: "wire-1",
    members: [
      { id: "wire-1", similarity: 0.61, verdict: "copy" },
      { id: "paper-7", similarity: 1, verdict: "copy" },
      { id: "x", similarity: 0.996, verdict: "copy" },
    ],
    weakestLink: { id: "wire-1", similarity: 0.61 },
    partials: [{ id: "roundup", of: "paper-7", probability: 0.9, containment: { id: 0.2, of: 0.75 } }],
  };
  const hostile = "\u001b[31mred\u001b]0;title\u0007\u202eevil\u2067\r\nsecond line\u2028third";
  const label = (id: string): Label =>
    ({ "wire-1": SIDE_A.label, "paper-7": SIDE_B.label })[id] ?? { id, title: hostile };

  it("is a tree with the canonical on top and the earliest named", () => {
    const lines = clusterText(cluster, 1, label, PLAIN).split("\n");
    expect(lines[0]).toMatch(/^1\. .*paper-7 {2}canonical$/);
    expect(lines[1]).toMatch(/^ {3}├ {2}61 % .*wire-1 {2}earliest$/);
    expect(lines[2]).toMatch(/^ {3}└ {2}99 % /);
    expect(lines[3]).toBe("   in part the same:");
    expect(lines[4]).toMatch(/^ {3}┄ {2}20 % .*roundup$/);
    expect(lines[5]).toMatch(/^ +75 % of the canonical stands in it$/);
    expectIsolated(lines.join("\n"));
    for (const line of clusterText(cluster, 1, label, { ...PLAIN, columns: 40 }).split("\n"))
      expect(visibleWidth(line), line).toBeLessThanOrEqual(40);
  });

  it("lets no control, escape sequence or direction of a title reach the terminal", () => {
    const text = clusterText(cluster, 1, label, PLAIN);
    expect(text).toContain("␛[31mred");
    for (const control of ["\u001b", "\u0007", "\r", "\u2028", "\u202e"]) expect(text).not.toContain(control);
    expect(text.match(/\u2067/)).toBeNull();
    expect(text.split("\n")).toHaveLength(8);
  });
});

describe("layout", () => {
  it("folds lines between words, further in, and never inside an isolate", () => {
    const name = "\u2068وكالة النهر القديم\u2069";
    const line = `    it was taken from ${name} (confidence 0.99)`;
    expect(folded(line, 80)).toBe(line);
    expect(folded(line, 30).split("\n")).toEqual([
      "    it was taken from",
      `      ${name}`,
      "      (confidence 0.99)",
    ]);
    const red = `${String.fromCharCode(27)}[31mone two${String.fromCharCode(27)}[39m three`;
    expect(
      folded(red, 9)
        .split("\n")
        .map((one) => width(one)),
    ).toEqual([7, 7]);
    expect(folded("one\n\ntwo\n", 3)).toBe("one\n\ntwo\n");
  });

  it("truncates between graphemes", () => {
    expect(truncate("short", 10)).toBe("short");
    expect(truncate("a longer title", 8)).toBe("a longe…");
    expect(truncate("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 5)).toBe("👩‍👩‍👧‍👦👩‍👩‍👧‍👦…");
    expect(truncate("日本語の見出し", 6)).toBe("日本…");
    expect(truncate("مُحَمَّدٌ", 3)).toBe("مُحَ…");
  });

  it("takes a title of a megabyte in its stride", () => {
    const before = process.cpuUsage();
    expect(width(truncate("و".repeat(1_000_000), 60))).toBeLessThanOrEqual(60);
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });
});

describe("numbers", () => {
  it("are written as people read them", () => {
    expect(count(1234567)).toBe("1,234,567");
    expect([0, 0.004, 0.5, 0.999, 1].map(percent)).toEqual(["0 %", "<1 %", "50 %", "99 %", "100 %"]);
    expect([12, 107_308_067].map(size)).toEqual(["1 kB", "107.3 MB"]);
    expect([840, 12_340, 245_000].map(duration)).toEqual(["0.84 s", "12.3 s", "4 min 05 s"]);
  });
});

describe("words", () => {
  it("are runs of letters, and letters where a script has no spaces", () => {
    const counts = [
      "",
      "… ،",
      "بـ”رشيد” وعلاوة",
      "مُحَمَّدٌ",
      "abc123 d",
      "青石镇2100盏",
      "ひらがな。",
      "ภาษาไทย",
      "한국어 텍스트",
    ];
    expect(counts.map(words)).toEqual([0, 0, 3, 1, 2, 5, 4, 7, 2]);
  });

  it("are marked alone where a script has no spaces", () => {
    const text = "挂起了2100盏手工纸灯";
    const mark = { start: 3, end: 7, mark: "fact" } as const;
    expect(segments(text, { start: 0, end: text.length }, [mark])).toEqual([
      { text: "挂起了", mark: "same" },
      { text: "2100", mark: "fact" },
      { text: "盏手工纸灯", mark: "same" },
    ]);
  });
});

describe("orient", () => {
  it("mirrors a match and is its own inverse", () => {
    const mirrored = orient(MATCH, "paper-7");
    expect(mirrored.containment).toEqual({ a: 0.85, b: 0.72 });
    expect(mirrored.passages[0]!.a).toEqual(MATCH.passages[0]!.b);
    expect(mirrored.facts[0]!.a.text).toBe("15");
    expect(orient(mirrored, "wire-1")).toEqual(MATCH);
    expect(orient(MATCH, "wire-1")).toBe(MATCH);
  });
});
