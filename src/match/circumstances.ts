import type { Passage } from "../model/index.js";

/** What is known of two documents beside their texts. */
export interface Circumstances {
  /** Empty where there is none. */
  readonly titles: { readonly a: string; readonly b: string };
  /** Days between their times, published or captured; null where one is not known. Only `related` asks. */
  readonly daysApart: number | null;
  /** Passages that are furniture of one source: their words connect nothing. Absent where there are none. */
  readonly furniture?: readonly Passage[];
  /** Passages that are boilerplate: where they are a template, their words connect nothing. */
  readonly boilerplate?: readonly Passage[];
}
