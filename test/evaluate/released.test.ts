/**
 * The released model on the judged pairs it was learnt from, and on the invented newspapers: that what is released
 * belongs to the features as they are now. Cross-validated figures come from `npm run evaluate`.
 */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readArticles } from "../../bench/evaluate/collection.js";
import { calibrationError, isCopy, macroF1, type Scored, score } from "../../bench/evaluate/metrics.js";
import { readPairs } from "../../bench/evaluate/pairs.js";
import { example } from "../../bench/train/fit.js";
import { MODEL } from "../../src/match/verdict/model.generated.js";
import { calibrationFor, decide } from "../../src/match/verdict/verdict.js";
import { isReuse } from "../../src/model/verdicts.js";

const SHARED = "../shared/corpora/saudinewsnet";
const HAVE_SHARED = existsSync(`${SHARED}/articles.jsonl.gz`);
if (!HAVE_SHARED)
  console.log("no ../shared/corpora: the released model is not held against the judged pairs");

async function answers(file: string, labels: string): Promise<Scored[]> {
  const articles = await readArticles(file);
  const calibration = calibrationFor(articles.background);
  return readPairs(labels).map((pair, story) => {
    const { values: features, relatedness } = example(pair, articles, articles.background);
    const circumstances = {
      titles: { a: articles.title(pair.a), b: articles.title(pair.b) },
      daysApart: articles.daysApart(pair.a, pair.b),
    };
    const evidence = { features, relatedness: () => relatedness, seeksRelated: true, circumstances };
    const { verdict, probability } = decide(
      articles.text(pair.a),
      articles.text(pair.b),
      evidence,
      calibration,
      MODEL.related,
    );
    return { label: pair.label, answer: verdict, probability, borderline: pair.borderline, story };
  });
}

describe("the released model", () => {
  it("tells whole copies in the invented newspapers and never invents reuse", async () => {
    const rows = await answers("corpus/articles.jsonl", "corpus/truth.jsonl");
    expect(score(rows, isCopy).f1).toBeGreaterThanOrEqual(0.98);
    expect(score(rows, isReuse).precision).toBeGreaterThanOrEqual(0.99);
    expect(score(rows, isReuse).recall).toBeGreaterThanOrEqual(0.93);
  });

  it.skipIf(!HAVE_SHARED)("is as right on the judged newspaper pairs as when it was made", async () => {
    const rows = await answers(`${SHARED}/articles.jsonl.gz`, `${SHARED}/reuse-dev.jsonl`);
    // Model 15 says less than the one before (F1 .968) in favour of what it says on its own output: of 100 pairs that it
    // calls reuse 91 are, where it was 75.
    expect(score(rows, isReuse).precision).toBeGreaterThanOrEqual(0.975);
    expect(score(rows, isReuse).f1).toBeGreaterThanOrEqual(0.935);
    expect(score(rows, isCopy).f1).toBeGreaterThanOrEqual(0.95);
    expect(macroF1(rows)).toBeGreaterThanOrEqual(0.94);
    expect(calibrationError(rows)).toBeLessThanOrEqual(0.04);
  });
});
