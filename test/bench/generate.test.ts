import { describe, expect, test } from "vitest";
import type { CopyKind } from "../../bench/generate/copies.js";
import { CurveCounter } from "../../bench/generate/curve.js";
import { generateNews, type NewsOptions } from "../../bench/generate/news.js";
import { SAUDI_NEWS_NET } from "../../bench/generate/saudinewsnet.js";
import { DEFAULT_COPIES } from "../../bench/generate/shape.js";

interface News {
  readonly id: string;
  readonly source: string;
  readonly published: string;
  readonly title: string;
  readonly url: string;
  readonly text: string;
}

function generate(options: NewsOptions): News[] {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const news: News[] = [];
  for (const chunk of generateNews(options)) {
    for (const line of decoder.decode(chunk).split("\n"))
      if (line !== "") news.push(JSON.parse(line) as News);
  }
  return news;
}

describe("generated news", () => {
  test("the 4-gram curve is within 20 % of SaudiNewsNet's in every class", () => {
    const counter = new CurveCounter();
    for (const { text } of generate({
      documents: SAUDI_NEWS_NET.documents,
      seed: 1,
      copies: DEFAULT_COPIES,
    })) {
      counter.add(text);
    }
    const curve = counter.curve();
    for (const share of ["types", "incidences"] as const) {
      SAUDI_NEWS_NET[share].forEach((real, i) => {
        expect(Math.abs(curve[share][i]! / real - 1), `${share}, class ${i}`).toBeLessThan(0.2);
      });
    }
    expect(Math.abs(curve.wordsPerDocument / SAUDI_NEWS_NET.wordsPerDocument - 1)).toBeLessThan(0.05);
    expect(Math.abs(curve.typesPerDocument / SAUDI_NEWS_NET.typesPerDocument - 1)).toBeLessThan(0.05);
    expect(Math.abs(curve.bigramJaccard.mean / SAUDI_NEWS_NET.bigramJaccard.mean - 1)).toBeLessThan(0.2);
  }, 120_000);

  test("the same seed gives the same bytes, another seed other ones", () => {
    const bytes = (seed: number): Buffer =>
      Buffer.concat([...generateNews({ documents: 300, seed, copies: 0.3 })]);
    expect(bytes(1).equals(bytes(1))).toBe(true);
    expect(bytes(1).equals(bytes(2))).toBe(false);
  });

  test("the first documents do not depend on how many follow", () => {
    const few = generate({ documents: 50, seed: 5, copies: 0.3 });
    expect(generate({ documents: 400, seed: 5, copies: 0.3 }).slice(0, 50)).toEqual(few);
  });

  test("the share of near-copies is as set, of every kind, and exact ones are exact", () => {
    const copies: { document: number; original: number; kind: CopyKind }[] = [];
    const news = generate({
      documents: 6_000,
      seed: 2,
      copies: 0.3,
      onCopy: (document, original, kind) => copies.push({ document, original, kind }),
    });
    expect(copies.length / news.length).toBeGreaterThan(0.26);
    expect(copies.length / news.length).toBeLessThan(0.32);
    expect(new Set(copies.map(({ kind }) => kind)).size).toBe(5);
    const body = (text: string): string => text.split("\n\n")[0]!;
    for (const { document, original, kind } of copies) {
      expect(original).toBeLessThan(document);
      if (kind === "exact") expect(body(news[document]!.text)).toBe(body(news[original]!.text));
    }
  });

  test("records have the fields of an article, in time", () => {
    const news = generate({ documents: 200, seed: 1, copies: 0 });
    expect(new Set(news.map(({ id }) => id)).size).toBe(200);
    expect(news.map(({ published }) => published)).toEqual(news.map(({ published }) => published).sort());
    for (const { source, title, text, url } of news) {
      expect(source).toMatch(/^outlet\d+$/);
      expect(title.split(" ").length).toBeGreaterThanOrEqual(6);
      expect(url).toContain(source);
      expect(text.endsWith(".") || text.endsWith('."') || text.endsWith('".')).toBe(true);
    }
  });
});
