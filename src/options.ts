/**
 * Defaults and ranges, in one place: the library checks against them, help texts print them.
 */
import { UsageError } from "./errors.js";

/** Least Jaccard of word pairs for a whole copy where nothing is aligned. */
export const WHOLE_THRESHOLD_DEFAULT = 0.33;

/** A collection of fewer documents says nothing of how common a wording is: its pairs are judged as bare pairs. */
export const BACKGROUND_MIN_DOCUMENTS = 100;

/** What a trace can be exported as. */
export const TRACE_FORMATS = ["prov", "annotation", "csv"] as const;
export type TraceFormat = (typeof TRACE_FORMATS)[number];

/** Which member stands for a cluster; `first` is the first that was read. */
export const CANONICAL_CHOICES = ["longest", "earliest", "first"] as const;
export type Canonical = (typeof CANONICAL_CHOICES)[number];
export const CANONICAL_DEFAULT: Canonical = "longest";

/** The least verdict that `pairs` reports. */
export const MIN_VERDICT_CHOICES = ["same-news", "excerpt", "rewrite", "copy"] as const;
export type MinVerdict = (typeof MIN_VERDICT_CHOICES)[number];
export const MIN_VERDICT_DEFAULT: MinVerdict = "excerpt";

/** Most threads that a user can ask for. */
export const WORKERS_MAX = 256;

/** Throws UsageError for a choice that is none of those on offer. */
export function checkChoice(name: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return;
  throw new UsageError(`${name} is ${JSON.stringify(value)}, expected ${choices.join(", ")}`);
}

/** Throws UsageError for a number outside 0..1. */
export function checkFraction(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new UsageError(`${name} is ${value}, expected 0 to 1`);
}

/** Throws UsageError for a number of threads that cannot be. */
export function checkWorkers(workers: number | "auto"): void {
  if (workers === "auto" || (Number.isInteger(workers) && workers >= 1 && workers <= WORKERS_MAX)) return;
  throw new UsageError(`workers is ${workers}, expected a whole number from 1 to ${WORKERS_MAX}, or "auto"`);
}

const PERIOD_UNITS_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** What is said where `periodMs` gives null. */
export const PERIOD_EXPECTED = "a period was expected, such as 30s, 90m, 12h, 7d or 4w";

/** `7d`, `12h`, `1.5h` in milliseconds; null for what is no period. */
export function periodMs(value: string): number | null {
  const found = /^(\d+(?:\.\d+)?) ?([smhdw])$/.exec(value.trim());
  const ms = found === null ? Number.NaN : Number(found[1]) * PERIOD_UNITS_MS[found[2]!]!;
  return ms > 0 && Number.isSafeInteger(Math.round(ms)) ? Math.round(ms) : null;
}
