/** The shape of the model; its numbers are in `model.generated.ts`. */
import type { NewsFeatures } from "./features.js";

export interface NewsModel {
  /** Raised with every change of features or coefficients. */
  readonly version: number;
  /** What it was learnt from. */
  readonly data: string;
  readonly intercept: number;
  readonly coefficients: Readonly<Partial<Record<keyof NewsFeatures, number>>>;
}
