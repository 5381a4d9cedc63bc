/** Pages made to break a reader: each is read or refused in a sentence, in bounded time and memory. */
import { beforeAll, expect, test } from "vitest";
import { loadPageReader, type PageReader } from "../../src/ingest/page/index.js";

let reader: PageReader;
beforeAll(async () => {
  reader = await loadPageReader();
});

const PROSE =
  "<p>قالت الوزارة إن الأشغال تبدأ صباح الأحد، وإن الطريق يغلق أمام المركبات الثقيلة أسبوعين كاملين.</p>".repeat(
    3,
  );
const read = (html: string) => reader.read(Buffer.from(html));

test.each([
  ["200,000 nested elements", "<div>".repeat(200_000) + PROSE],
  ["200,000 nested elements that end", "<b>".repeat(200_000) + PROSE + "</b>".repeat(200_000)],
  ["200,000 end tags of what is not open", "<i>".repeat(190) + "</u>".repeat(200_000) + PROSE],
  ["tables in tables", "<table><tr><td>".repeat(60_000) + PROSE],
  ["lists without end", `<ul>${"<li>قرية".repeat(50_000)}</ul>${PROSE}`],
  ["10 MB in an attribute", `<p title="${"x".repeat(10 << 20)}">${PROSE}`],
  ["10 MB in a comment", `<!--${"x".repeat(10 << 20)}-->${PROSE}`],
  ["a comment without end", `${PROSE}<!--${"-".repeat(1 << 20)}`],
  ["100,000 attributes", `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(" ")}>${PROSE}`],
  ["a script of 10 MB", `<script>${"x='</div>';".repeat(1 << 20)}</script>${PROSE}`],
  ["a million entities", `<p>${"&amp;&#1583;".repeat(500_000)}</p>${PROSE}`],
  ["10 MB of blanks in a paragraph", `<p>${" \n".repeat(5 << 20)}</p>${PROSE}`],
  ["10 MB of line breaks", "<br>".repeat(300_000) + PROSE],
  ["nested JSON-LD", `<script type="application/ld+json">${"[".repeat(500_000)}</script>${PROSE}`],
  ["NULs", `<p>\0\0\0${PROSE}`],
  ["a charset that is none", `<meta charset="klingon-8"><p>${PROSE}`],
])("%s", (_, html) => {
  const started = performance.now();
  const page = read(html);
  expect(performance.now() - started).toBeLessThan(20_000);
  if ("reason" in page) expect(page.reason).toMatch(/^[a-z][^\n]{5,120}$/);
  else expect(page.text.length).toBeGreaterThan(0);
});

test("a page of more elements than any has is refused by name", () => {
  expect(read("<a>".repeat(500_000))).toEqual({ reason: "more elements than a page has: over 400,000" });
});

test("nothing and no text are refused", () => {
  for (const html of ["", "   ", "<html></html>", "<script>1</script>", "<!-- a -->"])
    expect(read(html)).toEqual({ reason: "no text on the page" });
});
