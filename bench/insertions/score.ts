/**
 * Scores the output of `isnad pairs --json DIR/documents.jsonl` against DIR/truth.jsonl: plagdet by noise
 * level and over all of them, and the changed facts of the altered passages.
 */
import { parseArgs } from "node:util";
import type { Match } from "../../src/model/index.js";
import { readAll } from "../support/articles.js";
import { detectionsOf } from "./detections.js";
import { type FactPair, factPair, scoreFacts } from "./facts-score.js";
import type { Case } from "./make.js";
import { type Level, NOISE_LEVELS } from "./noise.js";
import { orient, type Plagdet, plagdet, type Reuse } from "./plagdet.js";

interface LevelledReuse extends Reuse {
  readonly level: Level | undefined;
}

const { values } = parseArgs({
  options: {
    truth: { type: "string" },
    matches: { type: "string" },
    wrong: { type: "boolean", default: false },
  },
});
if (values.truth === undefined || values.matches === undefined) {
  console.error("usage: score.js --truth DIR/truth.jsonl --matches MATCHES.jsonl [--wrong]");
  process.exit(2);
}

const truth = (await readAll(values.truth)) as unknown as Case[];
const matches = (await readAll(values.matches)) as unknown as Match[];

const cases: LevelledReuse[] = truth.map(({ level, source, target }) => ({
  ...orient(source.id, source, target.id, target),
  level,
}));
// A false alarm counts once: for the level of the document that took a passage, else of the one that gave.
const takers = new Map(truth.map(({ target, level }) => [target.id, level]));
const givers = new Map(truth.map(({ source, level }) => [source.id, level]));
const levelOf = (x: string, y: string): Level | undefined =>
  takers.get(x) ?? takers.get(y) ?? givers.get(x) ?? givers.get(y);
const detections: LevelledReuse[] = matches.flatMap((match) =>
  detectionsOf(match).map((reuse) => ({ ...reuse, level: levelOf(match.a, match.b) })),
);

const row = (name: string, score: Plagdet): string =>
  [
    name.padEnd(16),
    ...[score.plagdet, score.precision, score.recall, score.granularity].map((x) =>
      x.toFixed(3).padStart(11),
    ),
    String(score.cases).padStart(7),
    String(score.detections).padStart(11),
  ].join("");
console.log(
  `${"level".padEnd(16)}${["plagdet", "precision", "recall", "granularity"].map((x) => x.padStart(11)).join("")}  cases  detections`,
);
for (const level of NOISE_LEVELS) {
  const ofLevel = <T extends LevelledReuse>(items: readonly T[]): T[] =>
    items.filter((x) => x.level === level);
  if (ofLevel(cases).length > 0) console.log(row(level, plagdet(ofLevel(cases), ofLevel(detections))));
}
const noisy = <T extends LevelledReuse>(items: readonly T[]): T[] =>
  items.filter((x) => x.level !== "altered");
console.log(row("all", plagdet(noisy(cases), noisy(detections))));

const altered = truth.filter(({ level }) => level === "altered");
if (altered.length > 0) {
  const byPair = new Map(matches.map((match) => [`${match.a}\n${match.b}`, match]));
  const pairs = altered.map(({ source, target, facts }) => {
    const forward = byPair.get(`${source.id}\n${target.id}`);
    const match = forward ?? byPair.get(`${target.id}\n${source.id}`);
    const made: FactPair[] = facts.map((fact) =>
      forward === undefined
        ? { kind: fact.kind, a: fact.target, b: fact.source }
        : { kind: fact.kind, a: fact.source, b: fact.target },
    );
    return { source, target, truth: made, reported: (match?.facts ?? []).map(factPair), facts: match?.facts };
  });
  const score = scoreFacts(pairs);
  console.log(
    `changed facts: precision ${score.precision.toFixed(3)}, recall ${score.recall.toFixed(3)} (${score.reported} reported, ${score.altered} altered)`,
  );
  if (values.wrong) {
    for (const pair of pairs) {
      const missed = pair.truth.filter(
        (one) => scoreFacts([{ truth: [one], reported: pair.reported }]).recall < 1,
      );
      const invented = (pair.facts ?? []).filter(
        (fact) => scoreFacts([{ truth: pair.truth, reported: [factPair(fact)] }]).precision < 1,
      );
      if (missed.length + invented.length > 0) {
        console.log(JSON.stringify({ source: pair.source.id, target: pair.target.id, missed, invented }));
      }
    }
  }
}
if (values.wrong) {
  for (const one of cases) {
    const ofPair = detections.filter((d) => d.docA === one.docA && d.docB === one.docB);
    const score = plagdet([one], ofPair);
    if (score.plagdet < 0.8) console.log(JSON.stringify({ ...one, score, detections: ofPair }));
  }
  const pairsOfTruth = new Set(cases.map(({ docA, docB }) => `${docA}\n${docB}`));
  for (const one of detections) {
    if (!pairsOfTruth.has(`${one.docA}\n${one.docB}`)) console.log(JSON.stringify({ falseAlarm: one }));
  }
}
