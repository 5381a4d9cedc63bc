import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";

interface Range {
  start: number;
  end: number;
}
interface Article {
  id: string;
  source: string;
  published?: string;
  title: string;
  text: string;
}
interface TruthPassage {
  a: Range;
  b: Range;
  kind: string;
}
interface Truth {
  a: string;
  b: string;
  verdict: string;
  passages: TruthPassage[];
  facts: { kind: string; a: Range & { text: string }; b: Range & { text: string } }[];
  direction: string;
  reason: string;
}

const corpus = new URL("../../corpus/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, corpus), "utf8");
const lines = <T>(text: string): T[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

const articles = lines<Article>(read("articles.jsonl"));
const truth = lines<Truth>(read("truth.jsonl"));
const byId = new Map(articles.map((article) => [article.id, article]));
const textOf = (id: string): string => byId.get(id)!.text;
const reuse = truth.filter((pair) => pair.verdict !== "same-news");
const countTokens = (text: string): number =>
  text.match(/\p{Script=Han}|[\p{L}\p{M}]+|\p{N}+/gu)?.length ?? 0;

describe("composing", () => {
  let composed: { articles: string; truth: string; warnings: string[] };
  beforeAll(async () => {
    const { compose } = await import(new URL("compose.mjs", corpus).href);
    composed = compose();
  });

  it("gives the committed files byte for byte", () => {
    expect(composed.articles === read("articles.jsonl")).toBe(true);
    expect(composed.truth === read("truth.jsonl")).toBe(true);
  });

  it("finds nothing that a reader could dispute", () => {
    expect(composed.warnings).toEqual([]);
  });
});

describe("articles", () => {
  it("have ids of their own", () => {
    expect(byId.size).toBe(articles.length);
    expect(articles.length).toBeGreaterThanOrEqual(120);
  });

  it("are mostly Arabic, and five other languages are there", () => {
    const count = (pattern: RegExp): number =>
      articles.filter((article) => pattern.test(article.text)).length;
    expect(count(/[ةأإىك]|ال/u)).toBeGreaterThan(articles.length * 0.6);
    expect(count(/\b(the|and)\b/u)).toBeGreaterThanOrEqual(4);
    expect(count(/\b(les|des)\b/u)).toBeGreaterThanOrEqual(3);
    expect(count(/[پچگ]/u)).toBeGreaterThanOrEqual(3);
    expect(count(/[ğış]/u)).toBeGreaterThanOrEqual(3);
    expect(count(/\p{Script=Han}/u)).toBeGreaterThanOrEqual(3);
  });

  it("hold empty and one-line bodies", () => {
    expect(articles.filter((article) => article.text === "").length).toBeGreaterThanOrEqual(2);
    expect(
      articles.filter((article) => countTokens(article.text) in { 5: 1, 6: 1, 7: 1, 8: 1, 9: 1 }).length,
    ).toBeGreaterThan(1);
  });
});

describe("truth", () => {
  it("names articles that exist, each pair once, in code point order", () => {
    for (const { a, b } of truth) {
      expect(byId.has(a) && byId.has(b) && a < b, `${a} ${b}`).toBe(true);
    }
    expect(new Set(truth.map(({ a, b }) => `${a} ${b}`)).size).toBe(truth.length);
  });

  it("cuts passages in bounds, from a letter or digit to a letter, mark or digit", () => {
    const clean = /^[\p{L}\p{N}].*[\p{L}\p{N}\p{M}]$/su;
    for (const { a, b, passages } of truth) {
      for (const passage of passages) {
        for (const [id, range] of [
          [a, passage.a],
          [b, passage.b],
        ] as const) {
          const text = textOf(id);
          expect(range.start >= 0 && range.end <= text.length && range.start < range.end).toBe(true);
          expect(text.slice(range.start, range.end)).toMatch(clean);
          expect(text.slice(Math.max(0, range.start - 1), range.start)).not.toMatch(/[\p{L}\p{N}]/u);
          if (!/\p{Script=Han}/u.test(text))
            expect(text.slice(range.end, range.end + 1)).not.toMatch(/[\p{L}\p{N}\p{M}]/u);
        }
      }
    }
  });

  it("lets no two passages of a side overlap", () => {
    for (const { a, b, passages } of truth) {
      for (const side of ["a", "b"] as const) {
        const ranges = passages.map((passage) => passage[side]).sort((x, y) => x.start - y.start);
        ranges.forEach((range, i) => {
          expect(i === 0 || ranges[i - 1]!.end <= range.start, `${a} ${b} ${side}`).toBe(true);
        });
      }
    }
  });

  it("gives verdicts that agree with the shares", () => {
    for (const { a, b, verdict, passages } of truth) {
      const cover = (side: "a" | "b", standing: boolean): number =>
        passages
          .filter(({ kind }) => (kind === "boilerplate") === standing && kind !== "rewritten")
          .reduce(
            (sum, { [side]: range }) =>
              sum + countTokens(textOf(side === "a" ? a : b).slice(range.start, range.end)),
            0,
          );
      const own = {
        a: countTokens(textOf(a)) - cover("a", true),
        b: countTokens(textOf(b)) - cover("b", true),
      };
      const [short, long] = own.a <= own.b ? (["a", "b"] as const) : (["b", "a"] as const);
      const whole = cover(short, false) / own[short] >= 0.8 && 1 - cover(long, false) / own[long] < 0.5;
      expect(verdict === "copy", `${a} ${b}`).toBe(whole);
      if (verdict === "same-news") expect(passages.every(({ kind }) => kind === "boilerplate")).toBe(true);
      else expect(passages.some(({ kind }) => kind !== "boilerplate")).toBe(true);
    }
  });

  it("quotes facts as they stand, and only facts that differ", () => {
    const facts = truth.flatMap((pair) => pair.facts.map((fact) => ({ pair, fact })));
    for (const { pair, fact } of facts) {
      expect(textOf(pair.a).slice(fact.a.start, fact.a.end)).toBe(fact.a.text);
      expect(textOf(pair.b).slice(fact.b.start, fact.b.end)).toBe(fact.b.text);
      expect(fact.a.text).not.toBe(fact.b.text);
    }
    expect(new Set(facts.map(({ fact }) => fact.kind))).toEqual(
      new Set(["number", "date", "negation", "hedge", "name"]),
    );
  });

  it("has every verdict and every kind", () => {
    expect(new Set(truth.map((pair) => pair.verdict))).toEqual(
      new Set(["copy", "rewrite", "excerpt", "same-news"]),
    );
    const kinds = new Set(truth.flatMap((pair) => pair.passages.map((passage) => passage.kind)));
    expect(kinds).toEqual(new Set(["verbatim", "edited", "rewritten", "quotation", "boilerplate"]));
  });

  it("leaves the direction of at least 30 copies undecided because nothing shows it", () => {
    expect(
      reuse.filter((pair) => pair.direction === "undecided" && /neither time nor credit/.test(pair.reason))
        .length,
    ).toBeGreaterThanOrEqual(30);
    for (const { direction, reason } of truth) {
      expect(["a→b", "b→a", "undecided"]).toContain(direction);
      expect(reason).not.toBe("");
    }
  });
});

it("is counted in its README", () => {
  const readme = read("README.md").replace(/\s+/g, " ");
  const counts = new Map<string, number>();
  const add = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const pair of truth) {
    add(pair.verdict);
    for (const passage of pair.passages) add(passage.kind);
    for (const fact of pair.facts) add(fact.kind);
  }
  for (const [name, count] of counts) expect(readme).toContain(`| ${name} | ${count} |`);
  const directed = reuse.filter((pair) => pair.direction !== "undecided").length;
  expect(readme).toContain(`Of the ${reuse.length} copies ${directed} have a direction.`);
  expect(readme).toContain(`${articles.length} short news articles`);
});
