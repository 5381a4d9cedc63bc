/**
 * What shared text is worth at least, where no collection tells formulae from news: a pair whose passages run over
 * most of both texts, with much said in them, is reuse even where no single passage is outstanding.
 */
import type { Features } from "../features/features.js";

/**
 * Cover of the text that is less covered times √ of the weighed words shared, at which reuse is as likely as not: of
 * the judged pairs of SaudiNewsNet that the regression for bare pairs calls no reuse, leaving aside those with other
 * figures, none that is none reaches 2.3.
 */
const EVEN_CHANCE = 2.5;
/** Log-odds that one more of the same is worth. */
const STEEPNESS = 3;
/** Most that this can say: long templates share much, too. */
const MOST = 0.75;

type Shared = Pick<Features, "coverShorter" | "coverLonger" | "shared" | "fewness">;

/**
 * Least probability of reuse of a bare pair, 0..1; 0 where there is a collection, as a hundred documents tell templates
 * already. It never falls where either cover, or what is shared, grows.
 */
export function leastProbability({ coverShorter, coverLonger, shared, fewness }: Shared): number {
  if (fewness < 1) return 0;
  const extent = Math.min(coverShorter, coverLonger) * Math.sqrt(shared);
  const odds = STEEPNESS * (extent - EVEN_CHANCE);
  return Math.min(MOST, 1 / (1 + Math.exp(-odds)));
}
