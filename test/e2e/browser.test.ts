/** The library in a real browser: the built files as they are, with the same answers as in Node. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "../../src/browser.js";
import type { Document, Match } from "../../src/model/index.js";
import { CHROMIUM, launchChromium } from "../support/chromium.js";

const ROOT = resolve(import.meta.dirname, "../..");
/** Served from the disk by the test; never looked up. */
const ORIGIN = "http://isnad.test";
const PAGE = `<!doctype html><script type="importmap">
{ "imports": { "xxhash-wasm": "${ORIGIN}/node_modules/xxhash-wasm/esm/xxhash-wasm.js" } }
</script>`;

const LEAD = "افتتحت بلدية وادي الزهور صباح السبت سوقا جديدة للفخار تضم أربعين حانوتا على ضفة النهر القديم";
const SECOND = "وقال رئيس البلدية سامي النجار إن السوق ستبقى مفتوحة كل يوم حتى أذان المغرب طوال فصل الصيف";
const DOCUMENTS: readonly Document[] = [
  { id: "wire", published: "2024-05-04", text: `${LEAD}.\n${SECOND}.` },
  { id: "copy", published: "2024-05-05", text: `${LEAD.replace("أربعين", "٤٠")}.\n${SECOND}.` },
  {
    id: "other",
    text: "The ferry to Gull Island runs again after a week of storms, its captain said on Monday.",
  },
];

async function matchesInNode(): Promise<Match[]> {
  const engine = await createEngine();
  for (const document of DOCUMENTS) engine.add(document);
  const matches: Match[] = [];
  for await (const match of engine.matches()) matches.push(match);
  await engine.close();
  return matches;
}

describe.skipIf(CHROMIUM === undefined)("isnad in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("gives the matches that Node gives", async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    await page.route(`${ORIGIN}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === "/") return route.fulfill({ contentType: "text/html", body: PAGE });
      asked.push(pathname);
      return route.fulfill({ contentType: "text/javascript", body: readFileSync(join(ROOT, pathname)) });
    });
    await page.goto(`${ORIGIN}/`);
    const matches = await page.evaluate(`(async () => {
      const { createEngine } = await import("${ORIGIN}/dist/browser.js");
      const engine = await createEngine();
      for (const document of ${JSON.stringify(DOCUMENTS)}) engine.add(document);
      const matches = [];
      for await (const match of engine.matches()) matches.push(match);
      return matches;
    })()`);
    expect(matches).toHaveLength(1);
    expect(matches).toEqual(await matchesInNode());
    expect(asked).toContain("/dist/browser.js");
  });
});
