/** Which of the judged pairs of SaudiNewsNet become candidates at all. Needs the shared corpora. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { candidatePairs, prepare } from "../support/work.js";

const CORPUS = fileURLToPath(new URL("../../../../shared/corpora/saudinewsnet/", import.meta.url));

/** What the judges called a copy and an excerpt. */
const LABELS = { copy: "whole", excerpt: "partial" } as const;

interface Judged {
  readonly query: string;
  readonly cand: string;
  readonly label: string;
}

export interface Recall {
  /** Of the pairs judged copy: found by the bands, or identical. */
  readonly copyByBands: number;
  /** Of the pairs judged copy or excerpt: found by bands or fingerprints, or identical. */
  readonly copy: number;
  readonly excerpt: number;
}

/** Null where the corpus is not there. */
export async function labelledRecall(): Promise<Recall | null> {
  const labels = join(CORPUS, "reuse-dev.jsonl");
  if (!existsSync(labels)) return null;
  const folder = mkdtempSync(join(tmpdir(), "isnad-guard-"));
  try {
    const file = join(folder, "articles.jsonl");
    writeFileSync(file, gunzipSync(readFileSync(join(CORPUS, "articles.jsonl.gz"))));
    const work = await prepare(file);
    const { leaderOf } = work.ranked.columns.data;
    const { copies, excerpts } = await candidatePairs(work);
    const leader = (id: string): number => leaderOf[work.ranked.indexOf(id) ?? 0]!;
    const judged = readFileSync(labels, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Judged);
    const found = (label: keyof typeof LABELS, sets: readonly ReadonlySet<string>[]): number => {
      const pairs = judged.filter((pair) => pair.label === LABELS[label]);
      if (pairs.length === 0) throw new Error(`${labels}: no pair of the label ${LABELS[label]}`);
      const hits = pairs.filter(({ query, cand }) => {
        const [i, j] = [leader(query), leader(cand)].sort((x, y) => x - y) as [number, number];
        return i === j || sets.some((set) => set.has(`${i} ${j}`));
      });
      return Math.round((hits.length / pairs.length) * 1000) / 1000;
    };
    return {
      copyByBands: found("copy", [copies]),
      copy: found("copy", [copies, excerpts]),
      excerpt: found("excerpt", [copies, excerpts]),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
