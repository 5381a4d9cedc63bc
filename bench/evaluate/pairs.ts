/** Judged pairs: which two articles, what careful readers called them, whether they were torn. */
import { readFileSync } from "node:fs";
import type { Verdict } from "../../src/model/index.js";

export interface JudgedPair {
  readonly a: string;
  readonly b: string;
  readonly label: Verdict;
  readonly borderline: boolean;
  /** Of the program's output, where it was drawn from that; else empty. */
  readonly stratum: string;
}

const VERDICT_OF_LABEL: Readonly<Record<string, Verdict>> = {
  whole: "copy",
  copy: "copy",
  rewrite: "rewrite",
  partial: "excerpt",
  excerpt: "excerpt",
  same_event: "same-news",
  same_statement: "same-news",
  "same-news": "same-news",
  follow_up: "none",
  template: "none",
  different: "none",
  none: "none",
};

/** Throws for a label that is not known. Judges called a copy whole and an excerpt partial. */
export function readPairs(file: string): JudgedPair[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    const record = JSON.parse(line) as Record<string, unknown>;
    const label = VERDICT_OF_LABEL[String(record.label ?? record.verdict)];
    if (label === undefined) throw new Error(`${file}:${at + 1}: unknown label ${String(record.label)}`);
    return [
      {
        a: String(record.query ?? record.a),
        b: String(record.cand ?? record.b),
        label,
        borderline: record.borderline === true,
        stratum: String(record.stratum ?? ""),
      },
    ];
  });
}
