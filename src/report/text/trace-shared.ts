import type { TraceSource } from "../../model.js";
import { count } from "./numbers.js";

export function more(left: number): string {
  return `and ${count(left)} more (--json has all)`;
}

export function isReuse({ verdict }: Pick<TraceSource, "verdict">): boolean {
  return verdict === "whole" || verdict === "partial";
}
