/** Scores of chances against what readers said, and the pairs that are most wrong. */
import { areaUnderCurve } from "../evaluate/metrics.js";

export interface Rated {
  readonly same: boolean;
  readonly chance: number;
}

export function auc(rows: readonly Rated[]): number {
  const of = (same: boolean) => rows.filter((row) => row.same === same).map(({ chance }) => chance);
  return areaUnderCurve(of(true), of(false));
}

/** Mean of the precisions at each pair that is the same news, from the surest down. */
export function averagePrecision(rows: readonly Rated[]): number {
  const sorted = [...rows].sort((x, y) => y.chance - x.chance);
  let [found, sum] = [0, 0];
  sorted.forEach(({ same }, at) => {
    if (same) sum += ++found / (at + 1);
  });
  return found === 0 ? 0 : sum / found;
}

/** The largest share of the same news found at a threshold where this precision holds. */
export function foundAt(rows: readonly Rated[], precision: number): number {
  const sorted = [...rows].sort((x, y) => y.chance - x.chance);
  const all = rows.filter(({ same }) => same).length;
  let [found, best] = [0, 0];
  sorted.forEach(({ same }, at) => {
    if (same) found++;
    if (found >= precision * (at + 1)) best = found / all;
  });
  return best;
}

/** Mean distance between what was said and what was found, in ten bins. */
export function calibrationError(rows: readonly Rated[]): number {
  let sum = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = rows.filter(({ chance }) => Math.min(9, Math.floor(10 * chance)) === bin);
    const said = inside.reduce((total, { chance }) => total + chance, 0);
    sum += Math.abs(said - inside.filter(({ same }) => same).length);
  }
  return sum / rows.length;
}

export function printScores(name: string, rows: readonly Rated[]): void {
  console.log(
    `${name}: ${rows.length} pairs, ${rows.filter(({ same }) => same).length} the same news · AUC ${auc(rows).toFixed(3)}` +
      ` · average precision ${averagePrecision(rows).toFixed(3)} · found at precision .9 ${foundAt(rows, 0.9).toFixed(3)}` +
      ` · calibration error ${calibrationError(rows).toFixed(3)}`,
  );
}
