import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dealFolds, stories } from "../../bench/evaluate/folds.js";
import {
  areaUnderCurve,
  bootstrap,
  calibrationError,
  isCopy,
  macroF1,
  type Scored,
  score,
} from "../../bench/evaluate/metrics.js";
import { reportScores } from "../../bench/evaluate/report.js";
import { fitLogistic, logit, sigmoid } from "../../bench/train/logistic.js";
import type { Verdict } from "../../src/model/index.js";
import { isReuse } from "../../src/model/verdicts.js";

const row = (label: Verdict, answer: Verdict, probability = 0.5, story = 0): Scored => ({
  label,
  answer,
  probability,
  borderline: false,
  story,
});

describe("scores", () => {
  const rows = [
    row("copy", "copy"),
    row("copy", "excerpt"),
    row("excerpt", "none"),
    row("none", "excerpt"),
    row("same-news", "same-news"),
    row("none", "none"),
  ];

  it("counts reuse and whole by hand", () => {
    expect(score(rows, isReuse)).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 });
    expect(score(rows, isCopy)).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 });
  });

  it("takes related and none for one class in the macro F1", () => {
    // whole 2/3, partial 0, neither 2·2/(3+3)
    expect(macroF1(rows)).toBeCloseTo((2 / 3 + 0 + 2 / 3) / 3, 12);
  });

  it("finds no calibration error where what was said came true", () => {
    const said = [0.25, 0.25, 0.25, 0.25].map((p, k) => row(k === 0 ? "copy" : "none", "none", p));
    expect(calibrationError(said)).toBeCloseTo(0, 12);
    expect(calibrationError(said.map((r) => ({ ...r, probability: 0.95 })))).toBeCloseTo(0.7, 12);
  });

  it("draws stories, so that pairs of one story stand or fall together", () => {
    const oneStory = [row("copy", "copy"), row("copy", "none")];
    const share = (drawn: readonly Scored[]) => score(drawn, isReuse).recall;
    expect(bootstrap(oneStory, share, 50, 1)).toEqual({ low: 0.5, high: 0.5 });
    const two = [row("copy", "copy", 1, 1), row("copy", "none", 0, 2)];
    expect(bootstrap(two, share, 200, 1)).toEqual({ low: 0, high: 1 });
  });

  it("prints every figure that the evaluation promises", () => {
    const text = reportScores(rows);
    for (const part of [
      "reuse",
      "copy",
      "macro-F1",
      "borderline",
      "judged \\ answered",
      "calibration error",
      "same-news",
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe("folds", () => {
  it("keep connected stories together, and near-copies of them", () => {
    const text = (from: number, length = 30) => Uint32Array.from({ length }, (_, k) => from + k);
    const texts = new Map([
      ["a", text(0)],
      ["b", text(100)],
      ["c", text(200)],
      ["d", text(300)],
      ["e", text(210)],
    ]);
    const story = stories(
      [
        { a: "a", b: "b" },
        { a: "b", b: "c" },
        { a: "d", b: "e" },
      ],
      texts,
    );
    expect(story.get("a")).toBe(story.get("c"));
    expect(story.get("c")).toBe(story.get("e"));
    expect(new Set(story.values()).size).toBe(1);
  });

  it("never part a group, and fill every fold", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }),
        fc.integer(),
        (groups, seed) => {
          const folds = dealFolds(groups, 5, seed);
          const foldOf = new Map<number, number>();
          groups.forEach((group, at) => {
            expect(foldOf.get(group) ?? folds[at]).toBe(folds[at]);
            foldOf.set(group, folds[at]!);
          });
          expect(dealFolds(groups, 5, seed)).toEqual(folds);
        },
      ),
    );
  });
});

describe("fitLogistic", () => {
  it("finds the coefficients that made the labels", () => {
    const rows = Array.from({ length: 4000 }, (_, k) =>
      Float64Array.of((k % 63) / 9 - 3.5, ((k * 7) % 41) / 4),
    );
    const truth = { intercept: -1, coefficients: [1.5, 0.25] };
    // Labels in the exact share that the truth predicts: each row stands for both answers, weighed.
    const both = rows.flatMap((r) => [r, r]);
    const labels = both.map((_, k) => k % 2 === 0);
    const weights = both.map((r, k) =>
      k % 2 === 0 ? sigmoid(logit(truth, r)) : 1 - sigmoid(logit(truth, r)),
    );
    const { intercept, coefficients } = fitLogistic(both, labels, 0, weights);
    expect(intercept).toBeCloseTo(-1, 6);
    expect(coefficients[0]).toBeCloseTo(1.5, 6);
    expect(coefficients[1]).toBeCloseTo(0.25, 6);
  });

  it("is held back by the penalty, and survives features that separate or say nothing", () => {
    const rows = [-2, -1, 1, 2].map((x) => Float64Array.of(x, 5));
    const labels = [false, false, true, true];
    const loose = fitLogistic(rows, labels, 0.1).coefficients[0]!;
    const tight = fitLogistic(rows, labels, 10).coefficients[0]!;
    expect(loose).toBeGreaterThan(tight);
    expect(tight).toBeGreaterThan(0);
    expect(fitLogistic(rows, labels, 1).coefficients[1]).toBeCloseTo(0, 12);
  });
});

describe("areaUnderCurve", () => {
  it("counts pairs in the right order, ties by half", () => {
    expect(areaUnderCurve([3, 4], [1, 2])).toBe(1);
    expect(areaUnderCurve([1, 4], [2, 2])).toBe(0.5);
    expect(areaUnderCurve([2], [2, 1])).toBe(0.75);
  });
});
