/** The evidence bundle in a browser, used as a reader would: with the mouse, with the keyboard, on paper, on a phone. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Document, Match } from "../../src/model/index.js";
import { page as pageOf, reportOf, simpleLineage } from "../report/bundle-fixture.js";
import { CHROMIUM, launchChromium } from "../support/chromium.js";

const CORPUS = resolve(import.meta.dirname, "../../corpus/articles.jsonl");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** A noisy machine may take this many times what a quiet one takes. */
const NOISE = 4;
const HOSTILE = `</script><img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;

/** The corpus, and one story with hostile words in every field. */
function articles(): Document[] {
  const corpus = readFileSync(CORPUS, "utf8").trim().split("\n");
  const words = Array.from({ length: 60 }, (_, i) => `harbour${i} lantern${i * 7} ${i}`).join(" ");
  const evil = (id: string, published: string): Document => ({
    ...{ id: `${id}${HOSTILE}`, title: HOSTILE, source: `${id} ${HOSTILE}`, published },
    ...{ byline: HOSTILE, url: `javascript:document.title='${id}'`, text: `${HOSTILE}\n${words}` },
  });
  const bare = Array.from({ length: 60 }, (_, i) => `barge${i} signal${i * 5}`).join(" ");
  return [
    ...corpus.map((line) => JSON.parse(line) as Document),
    evil("x", "2030-01-01"),
    evil("y", "2030-01-02"),
    { id: "bare-1", text: bare },
    { id: "bare-2", text: `${bare} more` },
  ];
}

/** 2,000 articles of 400 words: one story of 500, whose first gave to all others, and 300 of five. */
function large(): string {
  const text = Array.from({ length: 400 }, (_, i) => `word${i}`).join(" ");
  const documents = Array.from({ length: 2000 }, (_, i) => ({
    ...{
      id: `n${String(i).padStart(4, "0")}`,
      title: `Article ${i}`,
      source: `Outlet ${i % 40}`,
      words: 400,
    },
    published: new Date(Date.UTC(2024, 0, 1) + i * 90_000_000).toISOString(),
  }));
  const matches = documents.flatMap(({ id: b }, i): Match[] => {
    const first = i < 500 ? 0 : i - (i % 5);
    if (i === first) return [];
    const range = { start: 0, end: text.length };
    const passages = [{ a: range, b: range, kind: "verbatim" as const, similarity: 1, edits: [] }];
    const figures = {
      probability: 0.99,
      sameNews: 0.5,
      derived: { a: 0.5, b: 0.5 },
      jaccard: 1,
      containment: { a: 1, b: 1 },
      model: 10,
      background: 2000,
    };
    return [{ a: documents[first]!.id, b, verdict: "copy", ...figures, passages, facts: [], explain: [] }];
  });
  return pageOf(documents, () => text, matches, simpleLineage(documents, matches));
}

describe.skipIf(CHROMIUM === undefined)("a report in a browser", () => {
  let browser: Browser;
  let folder: string;
  let url: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isnad-report-"));
    writeFileSync(join(folder, "report.html"), await reportOf(articles()));
    writeFileSync(join(folder, "empty.html"), await reportOf(articles().slice(0, 1), { ui: "ar" }));
    url = pathToFileURL(join(folder, "report.html")).href;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
    expect(complaints).toEqual([]);
  });

  async function open(
    address: string,
    { width = 1200, dark = false, of = url }: { width?: number; dark?: boolean; of?: string } = {},
  ): Promise<Page> {
    const page = await browser.newPage({
      ...{ viewport: { width, height: 800 }, reducedMotion: "reduce" },
      colorScheme: dark ? "dark" : "light",
    });
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(`${of}#/${address}`);
    return page;
  }

  const heading = (page: Page) => expect.poll(() => page.textContent("h1"));

  /** An article with a decided source, and the address of the two side by side. */
  async function firstPair(page: Page): Promise<string> {
    return (await page.getAttribute('a[href^="#/read/"]', "href"))!.slice(2);
  }

  it("opens, switches the language and keeps the place", async () => {
    const page = await open("story/1");
    await expect.poll(() => page.getAttribute("html", "dir")).toBe("ltr");
    await heading(page).toContain("Story 1");
    await page.click(".language");
    await expect.poll(() => page.getAttribute("html", "dir")).toBe("rtl");
    await expect.poll(() => page.getAttribute("html", "lang")).toBe("ar");
    await heading(page).toContain("قصة 1");
    await page.click("nav a >> nth=1");
    await expect.poll(() => page.getAttribute("html", "lang")).toBe("ar");
    expect(page.url()).toContain("ui=ar");
    await page.goBack();
    await heading(page).toContain("قصة 1");
    await page.close();
  });

  it("filters by title, source, date, verdict and credit, and keeps the typing reader in the field", async () => {
    const page = await open("articles");
    const rows = () => page.locator("tbody tr").count();
    const status = () => page.textContent("[role=status]");
    await expect.poll(() => status()).toBe("175 articles");
    await page.fill("[name=q]", "seagull nothing");
    await expect.poll(status).toContain("No article");
    await page.fill("[name=q]", "");
    await expect.poll(status).toBe("175 articles");
    await expect.poll(() => page.evaluate("document.activeElement.name")).toBe("q");
    await page.selectOption("[name=source]", "Harbour Gazette");
    await expect.poll(() => rows()).toBeGreaterThan(0);
    await expect.poll(() => page.locator("tbody tr", { hasNotText: "Harbour Gazette" }).count()).toBe(0);
    await page.selectOption("[name=verdict]", "none");
    const without = await rows();
    await page.selectOption("[name=verdict]", "");
    await expect.poll(() => rows()).toBeGreaterThan(without);
    await page.click(".reset");
    await page.selectOption("[name=credit]", "none");
    await expect.poll(() => page.locator("tbody .status.matched").count()).toBe(0);
    await expect.poll(() => rows()).toBeGreaterThan(0);
    await page.fill("[name=from]", "2031-01-01");
    await expect.poll(status).toContain("No article");
    await page.close();
  });

  it("shows the evidence of a chosen arrow, by mouse and by keyboard", async () => {
    const page = await open("story/1");
    const panel = () => page.textContent(".panel");
    await expect.poll(() => panel()).toContain("Choose an arrow");
    await page.locator(".clue:not(.undecided)").nth(1).click();
    await expect.poll(() => page.evaluate("document.activeElement.closest('.panel') !== null")).toBe(true);
    const first = await panel();
    expect(first).toContain("is dated");
    await page.locator(".clue:not(.undecided)").nth(2).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => panel()).not.toBe(first);
    await page.locator(".panel a", { hasText: "Read side by side" }).focus();
    await page.keyboard.press("Enter");
    await heading(page).toContain("Side by side");
    await expect.poll(() => page.evaluate("document.activeElement.tagName")).toBe("H1");
    await page.close();
  });

  it("tells evidence in Arabic by its rule, and in marked English where there is none", async () => {
    const page = await open("story/1?ui=ar");
    await page.locator(".as-table summary").nth(1).click();
    const table = page.locator("#graph table");
    await expect.poll(() => table.textContent()).toContain("تاريخ ");
    await expect
      .poll(() => table.locator('.foreign[lang="en"]').first().textContent())
      .toContain("<b>without</b>");
    await page.close();
  });

  it("follows a passage to its other side, and scrolls both texts in step", async () => {
    const page = await open("story/1");
    await page.goto(`${url}#/${await firstPair(page)}`);
    await page.setViewportSize({ width: 1000, height: 480 });
    const seen = (side: string): Promise<boolean> =>
      page.evaluate(`(() => {
        const pane = document.querySelectorAll(".both .text")[${side === "a" ? 0 : 1}].getBoundingClientRect();
        const link = document.querySelector('a[data-side="${side}"][data-passage="1"]').getBoundingClientRect();
        return link.bottom > pane.top && link.top < pane.bottom;
      })()`);
    await page.locator('a[data-side="a"][data-passage="1"]').click({ position: { x: 3, y: 8 } });
    await expect.poll(() => page.textContent(".reading [role=status]")).toMatch(/^Passage 1 of \d+/);
    await expect.poll(() => seen("a")).toBe(true);
    await expect.poll(() => seen("b")).toBe(true);
    await expect.poll(() => page.locator(".active").count()).toBeGreaterThanOrEqual(3);
    await page.keyboard.press("j");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".active").count()).toBe(0);
    expect(page.url()).toContain("p=");
    const end = "(el) => el.scrollHeight - el.clientHeight";
    const other = (): Promise<number> =>
      page.evaluate('document.querySelectorAll(".both .text")[1].scrollTop');
    await page.evaluate('document.querySelector(".both .text").scrollTop = 0');
    await expect.poll(other).toBeLessThanOrEqual(2);
    await page.evaluate(
      `(() => { const a = document.querySelector(".both .text"); a.scrollTop = (${end})(a); })()`,
    );
    const last = await page.evaluate<number>(`(${end})(document.querySelectorAll(".both .text")[1])`);
    expect(last).toBeGreaterThan(20);
    await expect.poll(other).toBeGreaterThanOrEqual(last - 2);
    await page.close();
  });

  it("reads a pair in Arabic: reasons, and each kind by a line that no other line covers", async () => {
    const page = await open("");
    const [a, b, list] = await page.evaluate<string[]>(`(() => {
      const { matches } = JSON.parse(document.getElementById("isnad-data").textContent);
      const { a, b, explain } = matches.find(({ explain }) => / → /.test(explain[2]));
      return [a, b, explain[2].match(/\\((.*)\\)/)[1]];
    })()`);
    await page.goto(`${url}#/read/${b}/${a}?ui=ar`);
    await heading(page).toContain("قراءة متقابلة");
    const [, before, after] = /^\u2068(.*?)\u2069 → \u2068(.*?)\u2069/u.exec(list!)!;
    await expect.poll(() => page.textContent("#why")).toContain(`${after} ← ${before}`);
    await expect.poll(() => page.locator("#why .foreign").count()).toBe(0);
    const drawn = await page.evaluate<number[]>(`[...document.querySelectorAll("a.passage")].map((one) => {
      const style = getComputedStyle(one);
      return parseFloat(style.backgroundSize.split(" ")[1]) / parseFloat(getComputedStyle(one.parentElement).lineHeight);
    })`);
    expect(drawn.length).toBeGreaterThan(1);
    expect(Math.max(...drawn)).toBeLessThan(1);
    await page.close();
  });

  it("goes from the overview to a text by keyboard alone", async () => {
    const page = await open("");
    await page.keyboard.press("Tab");
    await expect.poll(() => page.textContent(":focus")).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate("document.activeElement.tagName")).toBe("H1");
    const press = async (until: string): Promise<void> => {
      for (let i = 0; i < 80; i++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(until)})`)) return;
      }
      throw new Error(`not reached by keyboard: ${until}`);
    };
    await press("a.story");
    await page.keyboard.press("Enter");
    await press(".dot");
    await press(".node");
    await press(".clue");
    await page.keyboard.press("Enter");
    await press(".panel a[href^='#/read/']");
    await page.keyboard.press("Enter");
    await press("a.passage");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.textContent(".reading [role=status]")).toMatch(/^Passage/);
    await page.close();
  });

  it("is opened up and complete on paper", async () => {
    const page = await open("story/1");
    await page.emulateMedia({ media: "print" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await expect.poll(() => page.locator("details:not([open])").count()).toBe(0);
    await expect.poll(() => page.locator(".top").isVisible()).toBe(false);
    expect(
      await page.evaluate("document.querySelector('.stage').getBoundingClientRect().width"),
    ).toBeLessThanOrEqual(690);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await expect.poll(() => page.locator("details[open]").count()).toBe(0);
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
    await page.close();
  });

  it("fits 360 px in every view and both languages", async () => {
    const page = await open("story/1", { width: 360 });
    const pair = await firstPair(page);
    for (const address of ["", "articles", "story/1", pair, "taking", "method"])
      for (const ui of ["en", "ar"]) {
        await page.goto(`${url}#/${address}?ui=${ui}`);
        await expect.poll(() => page.getAttribute("html", "lang")).toBe(ui);
        expect(
          await page.evaluate("document.documentElement.scrollWidth"),
          `${address} ${ui}`,
        ).toBeLessThanOrEqual(360);
        const broken = `[...document.querySelectorAll(".time, .figure")].filter((one) => one.getClientRects().length > 1).length`;
        expect(await page.evaluate(broken), `times in two lines: ${address} ${ui}`).toBe(0);
      }
    await page.close();
  });

  it("gives axe nothing to find: every view, both languages, light and dark", async () => {
    for (const dark of [false, true]) {
      const page = await open("story/1", { dark });
      const pair = await firstPair(page);
      const article = (await page.getAttribute('#articles a[href^="#/article/"]', "href"))!.slice(2);
      await page.evaluate(AXE);
      // All that differs in the dark is colour.
      const only = dark ? 'runOnly: ["color-contrast"], ' : "";
      for (const address of ["", "articles", "story/1", pair, article, "taking", "method", "nowhere"])
        for (const ui of ["en", "ar"]) {
          await page.goto(`${url}#/${address}?ui=${ui}`);
          await expect.poll(() => page.getAttribute("html", "lang")).toBe(ui);
          await page.evaluate(`document.querySelector(".clue")?.click();
            for (const one of document.querySelectorAll("details")) one.open = true;`);
          const found =
            await page.evaluate(`axe.run(document, { ${only}resultTypes: ["violations"] }).then(({ violations }) =>
            violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")))`);
          expect(found, `${address} ${ui} ${dark ? "dark" : "light"}`).toEqual([]);
        }
      await page.close();
    }
  }, 180_000);

  it("runs no script of an article, and links to no script", async () => {
    const page = await open("articles?q=script");
    await expect.poll(() => page.locator("tbody tr").count()).toBe(2);
    for (const view of ["article", "story"]) {
      await page.goto(`${url}#/articles?q=script`);
      await page.locator(`tbody tr >> nth=0 >> a[href*="/${view}/"]`).first().click();
      await heading(page).toContain(HOSTILE);
      await expect.poll(() => page.title()).toContain("isnad report");
      await expect
        .poll(() => page.locator('a[href^="javascript"], #content img, #content script').count())
        .toBe(0);
    }
    await page.close();
  });

  it("shows articles of which only the text is known", async () => {
    const page = await open("article/bare-1");
    await heading(page).toBe("bare-1");
    await expect.poll(() => page.textContent("main")).toContain("no source given");
    await page.locator('a[href^="#/read/"]').first().click();
    await heading(page).toContain("bare-2");
    await page.goto(`${url}#/article/bare-2`);
    await page.locator('a[href^="#/story/"]').click();
    await heading(page).toContain("bare-1");
    await expect.poll(() => page.locator(".timeline .undated .dot").count()).toBe(2);
    await expect.poll(() => page.textContent("#graph")).toContain("No direction is decided");
    await page.close();
  });

  it("opens 2,000 articles in 2 s, and one story of 500 of them, in less than 30 MB", async () => {
    const html = large();
    expect(html.length).toBeLessThan(30e6);
    writeFileSync(join(folder, "large.html"), html);
    const of = pathToFileURL(join(folder, "large.html")).href;
    for (const [address, title] of [
      ["", "Overview"],
      ["articles", "Articles"],
      ["story/1", "Story 1"],
      ["taking", "Who took from whom"],
    ] as const) {
      const page = await open(address, { of });
      await heading(page).toContain(title);
      const loaded = await page.evaluate<number>(
        "performance.getEntriesByType('navigation')[0].loadEventEnd",
      );
      expect(loaded, address).toBeLessThan(2000 * NOISE);
      await page.close();
    }
    const story = await open("story/1", { of });
    await expect.poll(() => story.locator(".node").count()).toBeLessThanOrEqual(120);
    await story.locator(".node.fold").first().click();
    await expect.poll(() => story.locator(".panel .articles li").count()).toBeGreaterThan(300);
    await story.close();
  });

  it("says plainly that there are no stories, and that an address is unknown", async () => {
    const page = await open("", { of: pathToFileURL(join(folder, "empty.html")).href });
    await heading(page).toBe("لم يوجد نص معاد");
    await page.goto(`${url}#/article/no-such-id`);
    await heading(page).toBe("Not in this report");
    await page.close();
  });
});
