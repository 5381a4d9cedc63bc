/**
 * Checks that every engine measured estimates the same thing: the Jaccard similarity of a text and a cut of
 * itself. The npm package is an oracle here, written by others.
 */

import { SKETCH } from "../../src/document/sketch.js";
import type { Kernel, SketchScheme } from "../../src/kernel/index.js";
import { check } from "../support/check.js";
import { estimateJaccard } from "../support/estimate.js";
import { type Baseline, shingles } from "./baselines.js";

const { slots, shingleTokens } = SKETCH;
const PAIRS = 40;
const LEAST_WORDS = 60;
/** Of PAIRS estimates with a standard error of at most .5/√128, this mean error is beyond chance. */
const MEAN_ERROR_AT_MOST = 0.07;

export function checkEstimates(
  texts: readonly string[],
  kernel: Kernel,
  baselines: readonly Baseline<unknown>[],
): void {
  const pairs = texts
    .filter((text) => shingles(text).size > LEAST_WORDS)
    .slice(0, PAIRS)
    .map((text, i) => [text, text.slice(0, text.length * (0.3 + (0.6 * i) / PAIRS))] as const);
  for (const { name, sign, estimate } of baselines) {
    checkErrors(name, pairs, (a, b) => estimate(sign(a), sign(b)));
  }
  for (const scheme of ["fss", "affine32"] as const) {
    checkErrors(scheme, pairs, (a, b) =>
      estimateJaccard(signature(kernel, scheme, a), signature(kernel, scheme, b)),
    );
  }
}

function checkErrors(
  name: string,
  pairs: readonly (readonly [string, string])[],
  estimate: (a: string, b: string) => number,
): void {
  const errors = pairs.map(([a, b]) => Math.abs(estimate(a, b) - jaccard(shingles(a), shingles(b))));
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  check(mean < MEAN_ERROR_AT_MOST, `${name} is off by ${mean.toFixed(3)} from the exact Jaccard`);
}

function signature(kernel: Kernel, scheme: SketchScheme, text: string): Uint32Array {
  const bytes = Buffer.from(text);
  kernel.input(bytes.length).set(bytes);
  kernel.tokenise(0, bytes.length, false);
  const result = new Uint32Array(slots);
  kernel.sketch(scheme, shingleTokens, result);
  return result;
}

export function jaccard<T>(x: ReadonlySet<T>, y: ReadonlySet<T>): number {
  let shared = 0;
  for (const item of x) if (y.has(item)) shared++;
  const union = x.size + y.size - shared;
  return union === 0 ? 1 : shared / union;
}
