/** A person's decisions, as they are asked for. */
import type { Decisions } from "../../model/index.js";
import type { Said } from "./story.js";

export interface SaidAll extends Said {
  timeOf(document: string): string | undefined;
  /** Those that a person confirmed. */
  readonly pairs: readonly (readonly [string, string])[];
}

export function saidBy(decisions: Decisions | undefined): SaidAll {
  const sources = new Map<string, string>();
  const rejected = new Map<string, string[]>();
  const times = new Map<string, string>();
  const key = (x: string, y: string) => JSON.stringify(x < y ? [x, y] : [y, x]);
  for (const { from, to } of decisions?.rejected ?? [])
    rejected.set(key(from, to), [...(rejected.get(key(from, to)) ?? []), from]);
  for (const { from, to } of decisions?.confirmed ?? []) sources.set(key(from, to), from);
  for (const { document, published } of decisions?.times ?? []) times.set(document, published);
  return {
    confirmed: (x, y) => (sources.size === 0 ? null : (sources.get(key(x, y)) ?? null)),
    rejected: (x, y) => (rejected.size === 0 ? [] : (rejected.get(key(x, y)) ?? [])),
    timeOf: (document) => times.get(document),
    pairs: (decisions?.confirmed ?? []).map(({ from, to }) => [from, to] as const),
  };
}
