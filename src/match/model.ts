/** The shape of the verdict model; its numbers are in `model.generated.ts`. */
import type { Features } from "./features.js";
import type { Relatedness } from "./related.js";

/** A logistic regression: the log-odds are the intercept and each coefficient times its feature. */
export interface Linear<Name extends string = string> {
  readonly intercept: number;
  readonly coefficients: Readonly<Partial<Record<Name, number>>>;
}

export interface Related extends Linear<keyof Relatedness | "template"> {
  /** Least chance at which `related` is answered. */
  readonly threshold: number;
}

export interface Calibration {
  /** Reuse, whole or partial. Its probability is the one reported. */
  readonly reuse: Linear<keyof Features>;
  /** A whole copy. */
  readonly whole: Linear<keyof Features>;
  /** About the same event, of pairs that are no reuse: where times are known, and where not. */
  readonly related: Related;
  readonly relatedUndated: Related;
}

export interface VerdictModel {
  /** Raised with every change of features or coefficients. */
  readonly version: number;
  /** What it was learnt from. */
  readonly data: string;
  readonly collection: Calibration;
  readonly bare: Calibration;
}
