import { describe, expect, test } from "vitest";
import { orient, plagdet, type Reuse } from "../../bench/insertions/plagdet.js";

const reuse = (a: [number, number], b: [number, number], docA = "x", docB = "y"): Reuse => ({
  docA,
  a: { start: a[0], end: a[1] },
  docB,
  b: { start: b[0], end: b[1] },
});

const one = reuse([100, 200], [0, 100]);

describe("plagdet as Potthast et al. 2010 define it", () => {
  test("a case reported as it is scores 1", () => {
    expect(plagdet([one], [one])).toEqual({
      plagdet: 1,
      precision: 1,
      recall: 1,
      granularity: 1,
      cases: 1,
      detections: 1,
    });
  });

  test("half of a case, reported exactly: precision 1, recall 1/2, F1 2/3", () => {
    const score = plagdet([one], [reuse([100, 150], [0, 50])]);
    expect(score).toMatchObject({ precision: 1, recall: 0.5, granularity: 1 });
    expect(score.plagdet).toBeCloseTo(2 / 3, 12);
  });

  test("twice the case: precision 1/2, recall 1", () => {
    expect(plagdet([one], [reuse([100, 300], [0, 200])])).toMatchObject({ precision: 0.5, recall: 1 });
  });

  test("both documents' characters count: half of one side is three quarters of both", () => {
    const score = plagdet([one], [reuse([100, 150], [0, 100])]);
    expect(score.recall).toBe(0.75);
    expect(score.precision).toBe(1);
  });

  test("two halves lose nothing but granularity: 1 / log2(1 + 2)", () => {
    const score = plagdet([one], [reuse([100, 150], [0, 50]), reuse([150, 200], [50, 100])]);
    expect(score).toMatchObject({ precision: 1, recall: 1, granularity: 2 });
    expect(score.plagdet).toBeCloseTo(1 / Math.log2(3), 12);
  });

  test("granularity is the mean over detected cases only", () => {
    const cases = [one, reuse([400, 500], [400, 500]), reuse([900, 999], [900, 999])];
    const detections = [one, one, one, reuse([400, 500], [400, 500])];
    expect(plagdet(cases, detections).granularity).toBe(2);
  });

  test("overlapping detections count a character once", () => {
    const score = plagdet([one], [reuse([100, 180], [0, 80]), reuse([120, 200], [20, 100])]);
    expect(score.recall).toBe(1);
    expect(score.precision).toBe(1);
  });

  test("a detection that meets the case in one document only detects nothing", () => {
    expect(plagdet([one], [reuse([100, 200], [500, 600])])).toMatchObject({
      plagdet: 0,
      precision: 0,
      recall: 0,
      granularity: 1,
    });
  });

  test("touching ends do not overlap: ranges are half open", () => {
    expect(plagdet([one], [reuse([200, 300], [100, 200])]).recall).toBe(0);
  });

  test("another pair of documents is another case", () => {
    expect(plagdet([one], [reuse([100, 200], [0, 100], "x", "z")]).plagdet).toBe(0);
  });

  test("precision is macro-averaged: a short false alarm weighs as much as a long hit", () => {
    const score = plagdet([one], [one, reuse([0, 1], [0, 1], "p", "q")]);
    expect(score).toMatchObject({ precision: 0.5, recall: 1 });
  });

  test("recall is macro-averaged over cases of any length", () => {
    expect(plagdet([one, reuse([500, 10_500], [500, 10_500])], [one]).recall).toBe(0.5);
  });

  test("one detection over two cases", () => {
    const cases = [reuse([0, 100], [0, 100]), reuse([100, 200], [100, 200])];
    const score = plagdet(cases, [reuse([0, 200], [0, 200])]);
    expect(score).toMatchObject({ precision: 1, recall: 1, granularity: 1, plagdet: 1 });
  });

  test("no cases, no detections", () => {
    expect(plagdet([], []).plagdet).toBe(1);
    expect(plagdet([one], []).plagdet).toBe(0);
    expect(plagdet([], [one]).plagdet).toBe(0);
  });

  test("the order in which a pair is given does not matter", () => {
    const a = { start: 100, end: 200 };
    const b = { start: 0, end: 100 };
    expect(orient("y", b, "x", a)).toEqual(one);
    expect(plagdet([orient("x", a, "y", b)], [orient("y", b, "x", a)]).plagdet).toBe(1);
  });

  test("ids sort by code point, not by UTF-16 unit", () => {
    const range = { start: 0, end: 1 };
    expect(orient("\u{1F4F0}", range, "\uFB50", range).docA).toBe("\uFB50");
  });
});
