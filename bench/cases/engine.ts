/** JSON lines on disk → verified pairs, → clusters, → pairs with aligned passages, by the engine. */
import { createHash } from "node:crypto";
import { createEngine, type Engine } from "../../src/index.js";
import { createKernel } from "../../src/kernel/index.js";
import type { Cluster, Match } from "../../src/model/index.js";
import { tokenise } from "../../src/text/tokenise.js";
import { check } from "../support/check.js";
import { jaccard } from "./estimates.js";

/** Pairs whose figures are computed anew from their texts. */
const CHECKED_PAIRS = 100;

async function withEngine<T>(
  file: string,
  workers: number,
  copiesOnly: boolean,
  use: (engine: Engine) => Promise<T>,
): Promise<T> {
  const engine = await createEngine({ copiesOnly });
  try {
    await engine.read([file], { workers });
    return await use(engine);
  } finally {
    await engine.close();
  }
}

const allMatches = async (engine: Engine): Promise<Match[]> => {
  const matches: Match[] = [];
  for await (const match of engine.matches()) matches.push(match);
  return matches;
};

export const copies = (file: string, workers: number): Promise<Match[]> =>
  withEngine(file, workers, true, allMatches);

export const passages = (file: string, workers: number): Promise<Match[]> =>
  withEngine(file, workers, false, allMatches);

export const clusters = (file: string, workers: number): Promise<readonly Cluster[]> =>
  withEngine(file, workers, true, async (engine) => (await engine.clusters()).clusters);

/** The same for any number of workers, and every figure of a sample as computed from the texts. */
export async function checkCopies(file: string, workers: readonly number[]): Promise<Match[]> {
  const answers = await Promise.all(workers.map((count) => copies(file, count)));
  const hashes = answers.map((answer) => digest(answer));
  check(new Set(hashes).size === 1, `pairs depend on the number of workers (${workers.join(", ")})`);
  const [matches] = answers as [Match[]];
  const kernel = await createKernel();
  await withEngine(file, 1, false, async (engine) => {
    const step = Math.max(1, Math.floor(matches.length / CHECKED_PAIRS));
    for (let i = 0; i < matches.length; i += step) {
      const { a, b, jaccard: told } = matches[i]!;
      const [x, y] = [a, b].map((id) => {
        const { ids } = tokenise(kernel, engine.text(id) ?? "");
        return new Set(Array.from(ids.subarray(1), (id, at) => `${ids[at]} ${id}`));
      }) as [Set<string>, Set<string>];
      check(
        Math.abs(jaccard(x, y) - told) < 1e-9,
        `Jaccard of ${a} and ${b} is ${jaccard(x, y)}, told ${told}`,
      );
    }
  });
  return matches;
}

/** Near-copies that were made as such: `found` of them must share a cluster with their original. */
export function checkClusters(
  found: readonly Cluster[],
  made: readonly { readonly document: string; readonly original: string }[],
  leastShare: number,
): void {
  const clusterOf = new Map(
    found.flatMap(({ id, members }) => members.map((member) => [member.id, id] as const)),
  );
  const together = made.filter(
    ({ document, original }) =>
      clusterOf.has(document) && clusterOf.get(document) === clusterOf.get(original),
  );
  check(
    together.length >= leastShare * made.length,
    `${together.length} of ${made.length} near-copies are in a cluster with their original`,
  );
}

const digest = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");
