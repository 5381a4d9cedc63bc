import { expect, test } from "vitest";
import { generateNews } from "../../bench/generate/news.js";
import { detectionsOf } from "../../bench/insertions/detections.js";
import { makeInsertions } from "../../bench/insertions/make.js";
import { NOISE_LEVELS, type NoiseLevel } from "../../bench/insertions/noise.js";
import { orient, plagdet, type Reuse } from "../../bench/insertions/plagdet.js";
import type { Article } from "../../bench/support/articles.js";
import { Random } from "../../bench/support/random.js";
import { createEngine } from "../../src/index.js";

/**
 * What is reached on real articles, and for the heaviest noise less: of some thirty cases a few are beyond
 * recognition, and chance decides how many.
 */
const LEAST: Readonly<Record<NoiseLevel, number>> = {
  exact: 0.97,
  letters: 0.95,
  edited10: 0.93,
  edited23: 0.88,
  edited38letters: 0.55,
  shuffled: 0.85,
};

test("passages copied into generated news are found at every noise level", async () => {
  const chunks = [...generateNews({ documents: 700, seed: 11, copies: 0 })];
  const lines = Buffer.concat(chunks).toString().trimEnd().split("\n");
  const articles = lines.map((line) => JSON.parse(line) as Article);
  const { documents, cases } = makeInsertions(articles, 480, NOISE_LEVELS, new Random(2));
  const engine = await createEngine();
  for (const { id, text } of documents) engine.add({ id, text });
  const detections: Reuse[] = [];
  for await (const match of engine.matches()) detections.push(...detectionsOf(match));
  await engine.close();

  const scores = NOISE_LEVELS.map((level) => {
    const ofLevel = cases.filter((one) => one.level === level);
    const ids = new Set(ofLevel.flatMap(({ source, target }) => [source.id, target.id]));
    const truth = ofLevel.map(({ source, target }) => orient(source.id, source, target.id, target));
    const found = detections.filter(({ docA, docB }) => ids.has(docA) && ids.has(docB));
    return { level, score: plagdet(truth, found) };
  });
  for (const { level, score } of scores) {
    expect(score.cases, level).toBeGreaterThan(15);
    expect(score.plagdet, `${level} ${JSON.stringify(score)}`).toBeGreaterThanOrEqual(LEAST[level]);
  }
});
