/** When two numbers, written or rounded in different ways, are one figure. */
import type { NumberReading } from "./number-words.js";

/** A figure that is rounded has at least so many digits: "three million" is no 3,400,000. */
const LEAST_DIGITS = 10;
/** Below this a figure is told as it is. */
const LEAST_ROUNDED = 1000;

/**
 * Whether two numbers are one figure: equal in one of their values, or the one is the other rounded or cut at its last
 * written digit ("1.190 million" for 1,190,121, "15 thousand" for 15,423).
 */
export function sameFigure(x: NumberReading, y: NumberReading): boolean {
  return valuesOf(x).some((p) =>
    valuesOf(y).some((q) => p.value === q.value || rounds(p, q.value) || rounds(q, p.value)),
  );
}

interface Figure {
  readonly value: number;
  readonly unit: number;
}

function valuesOf({ value, unit, other }: NumberReading): Figure[] {
  const figure = { value, unit };
  return other === undefined ? [figure] : [figure, { value: other, unit: (unit * other) / value }];
}

function rounds({ value, unit }: Figure, exact: number): boolean {
  if (unit < LEAST_ROUNDED || value < LEAST_DIGITS * unit) return false;
  return exact >= value - unit / 2 && exact < value + unit;
}
