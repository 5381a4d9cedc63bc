/** Scores as text for people. */
import type { Verdict } from "../../src/model/index.js";
import { isReuse } from "../../src/model/verdicts.js";
import {
  bootstrap,
  calibrationError,
  type Interval,
  isCopy,
  macroF1,
  reliability,
  type Score,
  type Scored,
  score,
} from "./metrics.js";

const DRAWS = 1000;
const VERDICTS: readonly Verdict[] = ["copy", "rewrite", "excerpt", "same-news", "none"];

export function reportScores(rows: readonly Scored[]): string {
  const clear = rows.filter(({ borderline }) => !borderline);
  return [
    section(`all ${rows.length} pairs`, rows),
    section(`without the ${rows.length - clear.length} borderline pairs`, clear),
    confusion(rows),
    calibration(rows),
  ].join("\n\n");
}

function section(name: string, rows: readonly Scored[]): string {
  const interval = (measure: (drawn: readonly Scored[]) => number) =>
    rows.length === 0 ? "" : shown(bootstrap(rows, measure, DRAWS, 1));
  const parts = rows.filter(({ label }) => isReuse(label) && label !== "copy");
  const found = parts.filter(({ answer }) => isReuse(answer)).length / parts.length;
  const events = rows.filter(({ label }) => label === "same-news");
  const others = rows.filter(({ label }) => label === "none");
  const called = (list: readonly Scored[]) =>
    list.filter(({ answer }) => answer === "same-news").length / list.length;
  return [
    name,
    `  reuse               ${line(score(rows, isReuse))}  ${interval((drawn) => score(drawn, isReuse).f1)}`,
    `  other reuse found   ${fixed(found)} of ${parts.length} found as reuse`,
    `  copy                ${line(score(rows, isCopy))}  ${interval((drawn) => score(drawn, isCopy).f1)}`,
    `  copy/other/none     macro-F1 ${fixed(macroF1(rows))}  ${interval(macroF1)}`,
    `  same news           recall ${fixed(called(events))} of ${events.length}, ` +
      `${fixed(called(others))} of ${others.length} different pairs so called`,
  ].join("\n");
}

const line = ({ precision, recall, f1 }: Score): string =>
  `P ${fixed(precision)}  R ${fixed(recall)}  F1 ${fixed(f1)}`;

const shown = ({ low, high }: Interval): string => `[${fixed(low)}, ${fixed(high)}]`;

const fixed = (value: number): string => (Number.isFinite(value) ? value.toFixed(3) : "–");

function confusion(rows: readonly Scored[]): string {
  const cell = (label: Verdict, answer: Verdict): string =>
    String(rows.filter((row) => row.label === label && row.answer === answer).length).padStart(9);
  const header = `judged \\ answered ${VERDICTS.map((verdict) => verdict.padStart(9)).join("")}`;
  const lines = VERDICTS.map(
    (label) => `${label.padEnd(18)}${VERDICTS.map((answer) => cell(label, answer)).join("")}`,
  );
  return [header, ...lines].join("\n");
}

function calibration(rows: readonly Scored[]): string {
  const lines = reliability(rows).map(
    ({ from, to, count, said, found }) =>
      `  ${from.toFixed(1)}–${to.toFixed(1)}  ${String(count).padStart(5)} pairs  said ${fixed(said)}  found ${fixed(found)}`,
  );
  return [`probability of reuse: expected calibration error ${fixed(calibrationError(rows))}`, ...lines].join(
    "\n",
  );
}
