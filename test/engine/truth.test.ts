/**
 * The engine against `corpus/truth.jsonl`, which is right by construction: verdicts, passages with both ends within
 * two tokens, kinds, changed facts. What is not reached yet is bounded here, so that it can only get better.
 */

import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.js";
import type { Document, Match, Passage, Range, Verdict } from "../../src/model/index.js";
import { isReuse } from "../../src/model/verdicts.js";

interface Truth {
  readonly a: string;
  readonly b: string;
  readonly verdict: Verdict;
  readonly passages: readonly { readonly a: Range; readonly b: Range; readonly kind: string }[];
  readonly facts: readonly { readonly kind: string; readonly a: Range; readonly b: Range }[];
}

const lines = <Line>(name: string): Line[] =>
  readFileSync(new URL(`../../corpus/${name}`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

const articles = new Map(lines<Document>("articles.jsonl").map((article) => [article.id, article]));
// Two versions of one URL are no pair.
const truth = lines<Truth>("truth.jsonl").filter(
  ({ a, b }) => articles.get(a)!.url === undefined || articles.get(a)!.url !== articles.get(b)!.url,
);
const found = new Map<string, Match>();

beforeAll(async () => {
  const engine = await createEngine();
  for (const article of articles.values()) if (article.text.trim() !== "") engine.add(article);
  for await (const match of engine.matches({ minVerdict: "same-news", expand: true })) {
    found.set(`${match.a} ${match.b}`, match);
  }
});

const matchOf = ({ a, b }: Truth): Match | undefined => found.get(`${a} ${b}`);
const tokens = (text: string) => text.match(/\p{Script=Han}|[\p{L}\p{M}]+|\p{N}+/gu)?.length ?? 0;

function tokensBetween(text: string, x: number, y: number): number {
  return tokens(text.slice(Math.min(x, y), Math.max(x, y)));
}

/** Most tokens by which an end of the passage is off. */
function offBy({ a, b }: Truth, wanted: { a: Range; b: Range }, passage: Passage): number {
  const [textA, textB] = [articles.get(a)!.text, articles.get(b)!.text];
  return Math.max(
    tokensBetween(textA, wanted.a.start, passage.a.start),
    tokensBetween(textA, wanted.a.end, passage.a.end),
    tokensBetween(textB, wanted.b.start, passage.b.start),
    tokensBetween(textB, wanted.b.end, passage.b.end),
  );
}

function share(hits: number, all: number): number {
  return Math.round((1000 * hits) / all) / 1000;
}

describe("against the truth of the corpus", () => {
  test("reuse is found", () => {
    const reuse = truth.filter(({ verdict }) => isReuse(verdict));
    const missed = reuse.filter((one) => !isReuse(matchOf(one)?.verdict ?? "none"));
    expect(
      share(reuse.length - missed.length, reuse.length),
      JSON.stringify(missed.map(({ a, b }) => [a, b])),
    ).toBeGreaterThanOrEqual(0.94);
  });

  test("copies are told from rewrites and excerpts", () => {
    const wrong = truth.filter((one) => {
      const verdict = matchOf(one)?.verdict ?? "none";
      return isReuse(one.verdict) && isReuse(verdict) && (one.verdict === "copy") !== (verdict === "copy");
    });
    expect(wrong.map(({ a, b }) => `${a} ${b}`)).toEqual([]);
  });

  test("rewrites are told from excerpts", () => {
    const taken = truth.filter(
      (one) => ["rewrite", "excerpt"].includes(one.verdict) && isReuse(matchOf(one)?.verdict ?? "none"),
    );
    const wrong = taken.filter((one) => matchOf(one)!.verdict !== one.verdict);
    expect(
      share(taken.length - wrong.length, taken.length),
      JSON.stringify(wrong.map((one) => [one.a, one.b, one.verdict])),
    ).toBeGreaterThanOrEqual(0.9);
  });

  test("nothing else is called reuse", () => {
    const known = new Set(truth.map(({ a, b }) => `${a} ${b}`));
    const invented = [...found.values()].filter(
      ({ a, b, verdict }) => !known.has(`${a} ${b}`) && isReuse(verdict),
    );
    expect(invented.map(({ a, b, verdict }) => [a, b, verdict])).toEqual([]);
  });

  test("some reports of one event are the same news, and hardly any other pairs", () => {
    // The truth also counts other statements on an event, its sequels and columns about it: these are none.
    const events = truth.filter(({ verdict }) => verdict === "same-news");
    const called = events.filter((one) => matchOf(one)?.verdict === "same-news");
    expect(called.length).toBeGreaterThanOrEqual(8);
    const known = new Set(truth.map(({ a, b }) => `${a} ${b}`));
    const invented = [...found.values()].filter(
      ({ a, b, verdict }) => !known.has(`${a} ${b}`) && verdict === "same-news",
    );
    expect(invented.length, JSON.stringify(invented.map(({ a, b }) => [a, b]))).toBeLessThanOrEqual(4);
  });

  test("passages stand where they were put, and are of the kind they were made", () => {
    let all = 0;
    let placed = 0;
    let ofKind = 0;
    for (const one of truth) {
      const match = matchOf(one);
      if (match === undefined) continue;
      for (const wanted of one.passages) {
        all++;
        const near = match.passages.filter((passage) => offBy(one, wanted, passage) <= 2);
        if (near.length > 0) placed++;
        if (near.some(({ kind }) => kind === wanted.kind)) ofKind++;
      }
    }
    expect(share(placed, all)).toBeGreaterThanOrEqual(0.99);
    expect(share(ofKind, all)).toBeGreaterThanOrEqual(0.99);
  });

  test("changed facts are found where they were changed", () => {
    let all = 0;
    let hit = 0;
    for (const one of truth) {
      const match = matchOf(one);
      if (match === undefined || match.verdict === "same-news") continue;
      for (const wanted of one.facts) {
        all++;
        const overlaps = (x: Range, y: Range) => x.start < y.end && y.start < x.end;
        if (match.facts.some(({ a, b }) => overlaps(a, wanted.a) || overlaps(b, wanted.b))) hit++;
      }
    }
    expect(share(hit, all)).toBeGreaterThanOrEqual(0.95);
  });
});
