/**
 * Defaults and ranges, in one place: the library checks against them, help texts print them.
 */
import type { SketchScheme } from "./kernel/kernel.js";

export interface SketchOptions {
  readonly scheme: SketchScheme;
  /** Signature slots, each 32 bits. */
  readonly slots: number;
  /** Words per shingle. */
  readonly shingleTokens: number;
  readonly bands: number;
  readonly rowsPerBand: number;
}

export const SKETCH_DEFAULTS: SketchOptions = {
  scheme: "fss",
  slots: 128,
  shingleTokens: 2,
  bands: 42,
  rowsPerBand: 3,
};

