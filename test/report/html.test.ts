import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Match } from "../../src/model/index.js";
import { direction } from "../../src/report/direction.js";
import { comparePage } from "../../src/report/html/compare.js";
import type { Side } from "../../src/report/label.js";
import { CHROMIUM, launchChromium } from "../support/chromium.js";
import { MATCH, rangeOf, SIDE_A, SIDE_B } from "./fixture.js";

const HOSTILE = `</script><script>document.title="owned"</script><img src=x onerror="document.title='owned'">&amp;`;

/** Long texts with two passages far apart, and hostile words in the text, the title and the reasons. */
function long(): { match: Match; a: Side; b: Side } {
  const filler = (word: string) => Array.from({ length: 60 }, (_, i) => `${word} ${i} ${HOSTILE}`).join("\n");
  const second = "وقال العمدة نبيل إن الجسر آمن للمشاة";
  const a = {
    label: { ...SIDE_A.label, title: HOSTILE },
    text: `${SIDE_A.text}\n${filler("سطر")}\n${second}`,
  };
  const b = { label: SIDE_B.label, text: `${second}\n${filler("line")}\n${SIDE_B.text}` };
  const shift = b.text.length - SIDE_B.text.length;
  const moved = (range: { start: number; end: number }) => ({
    start: range.start + shift,
    end: range.end + shift,
  });
  const [first] = MATCH.passages;
  const passages = [
    { ...first!, b: moved(first!.b), edits: first!.edits.map((edit) => ({ ...edit, b: moved(edit.b) })) },
    {
      a: rangeOf(a.text, second),
      b: rangeOf(b.text, second),
      kind: "verbatim" as const,
      similarity: 1,
      edits: [],
    },
  ];
  const facts = MATCH.facts.map((fact) => ({ ...fact, b: { ...fact.b, ...moved(fact.b) } }));
  return { match: { ...MATCH, passages, facts, explain: [HOSTILE] }, a, b };
}

describe("comparePage", () => {
  const html = comparePage(MATCH, SIDE_A, SIDE_B);

  it("allows exactly the script and the style it brings, and loads nothing", () => {
    const hash = (text: string | undefined) =>
      `'sha256-${createHash("sha256").update(text!).digest("base64")}'`;
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${hash(/<script>(.*?)<\/script>/s.exec(html)![1])}`);
    expect(policy).toContain(`style-src ${hash(/<style>(.*?)<\/style>/s.exec(html)![1])}`);
    expect(html).not.toMatch(/\s(src|style|on\w+)=/);
    expect(html).not.toMatch(/https?:/);
  });

  it("links each passage to its other side and says its kind", () => {
    expect(html).toContain('<a class="passage edited" id="a1" href="#b1" data-side="a" data-passage="1"');
    expect(html).toContain('<a class="passage edited" id="b1" href="#a1" data-side="b" data-passage="1"');
    expect(html).toContain('<span class="said">passage 1, edited: </span>');
  });

  it("marks edits and facts on whole words, each in its own element", () => {
    expect(html).toContain('<span class="equivalent">أمس</span>');
    expect(html).toContain('<mark class="fact"><span class="said">changed fact </span>14</mark>');
  });

  it("sets the direction of each paragraph by the majority of its letters", () => {
    expect(direction("Reuters: قال الوزير إن الجسر سيفتح")).toBe("rtl");
    expect(direction("The word جسر means bridge in Arabic")).toBe("ltr");
    expect(direction("2015")).toBe("ltr");
    expect(html.match(/<p dir="rtl">/g)).toHaveLength(4);
  });

  it("never takes article text for markup", () => {
    const { match, a, b } = long();
    const page = comparePage(match, a, b);
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page).not.toContain("<img");
    expect(page).toContain("&lt;/script&gt;");
  });
});

describe.skipIf(CHROMIUM === undefined)("comparePage in a browser", () => {
  let browser: Browser;
  let folder: string;
  let url: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isnad-page-"));
    const { match, a, b } = long();
    writeFileSync(join(folder, "page.html"), comparePage(match, a, b));
    url = pathToFileURL(join(folder, "page.html")).href;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(width: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 700 }, reducedMotion: "reduce" });
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(url);
    return page;
  }

  // Scripts for the page are strings: names of the browser are none of the types here.
  const visible = (page: Page, id: string): Promise<boolean> =>
    page.evaluate(
      `(({ bottom, top }) => bottom > 0 && top < innerHeight)(document.getElementById("${id}").getBoundingClientRect())`,
    );
  const active = (page: Page): Promise<string[]> =>
    page.evaluate(`[...document.querySelectorAll(".passage.active")].map((one) => one.id).sort()`);

  it("scrolls to the other side of a clicked passage and highlights both", async () => {
    const page = await open(1200);
    await expect.poll(() => visible(page, "b1")).toBe(false);
    await page.click("#a1 .equivalent");
    await expect.poll(() => active(page)).toEqual(["a1", "b1"]);
    await expect.poll(() => visible(page, "b1")).toBe(true);
    await expect.poll(() => visible(page, "a1")).toBe(true);
    await expect.poll(() => page.textContent("#status")).toBe("Passage 1 of 2, edited");
    await page.close();
  });

  it("does the same for Enter, and walks with j and k", async () => {
    const page = await open(1200);
    await page.focus("#b2");
    await page.keyboard.press("Enter");
    await expect.poll(() => visible(page, "a2")).toBe(true);
    await page.keyboard.press("j");
    await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("a1");
    await page.keyboard.press("k");
    await expect.poll(() => active(page)).toEqual(["a2", "b2"]);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".active").count()).toBe(0);
    await page.close();
  });

  it("stacks the texts at 360 px without scrolling sideways", async () => {
    const page = await open(360);
    await expect.poll(() => page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    const tops = await page.$$eval("article", (all) => all.map((one) => one.getBoundingClientRect().top));
    expect(tops[1]!).toBeGreaterThan(tops[0]!);
    await page.close();
  });

  it("runs no script of an article and breaks no rule of its policy", async () => {
    const page = await open(1200);
    expect(await page.title()).not.toBe("owned");
    expect(complaints).toEqual([]);
    await page.close();
  });
});
