/** The shape of the verdict model; its numbers are in `model.generated.ts`. */
import type { Features } from "../features/features.js";
import type { Relatedness } from "../related/related.js";

/** A logistic regression: the log-odds are the intercept and each coefficient times its feature. */
export interface Linear<Name extends string = string> {
  readonly intercept: number;
  readonly coefficients: Readonly<Partial<Record<Name, number>>>;
}

/** About the same event, of pairs that are no reuse: where the log-odds, mixed by `Relatedness.many`, are 0 or more. */
export interface Related {
  /** With tens of thousands of documents behind, among which many tell of the same things. */
  readonly many: Linear<keyof Relatedness | "otherEvent">;
  /** With none, or so few that sharing some names is rare. */
  readonly few: Linear<keyof Relatedness | "otherEvent">;
}

export interface Calibration {
  /** Reuse, whole or partial. Its probability is the one reported. */
  readonly reuse: Linear<keyof Features>;
  /** A whole copy. */
  readonly whole: Linear<keyof Features>;
}

export interface VerdictModel {
  /** Raised with every change of features or coefficients. */
  readonly version: number;
  /** What it was learnt from. */
  readonly data: string;
  /** With tens of thousands of documents behind, and with few: log-odds are mixed by how many there are. */
  readonly many: Calibration;
  readonly few: Calibration;
  readonly bare: Calibration;
  readonly related: Related;
}
