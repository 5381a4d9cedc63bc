import { expect, test } from "vitest";
import { GUARANTEED_TOKENS } from "../../src/candidates/excerpts.js";
import { createKernel } from "../../src/kernel/index.js";
import { isReuse } from "../../src/model/verdicts.js";
import { tokenise } from "../../src/text/tokenise.js";
import { articles, engineOf, matchesOf } from "./support.js";

/** Whether the texts have that many tokens in a row in common. */
function shareRun(a: Uint32Array, b: Uint32Array, tokens: number): boolean {
  const runs = (ids: Uint32Array) =>
    Array.from({ length: Math.max(0, ids.length - tokens + 1) }, (_, at) =>
      ids.slice(at, at + tokens).join(" "),
    );
  const ofA = new Set(runs(a));
  return runs(b).some((run) => ofA.has(run));
}

test("matches are what comparing every pair gives, but for versions and what shares no 12 words in a row", async () => {
  const engine = await engineOf(articles());
  const kernel = await createKernel();
  const ids = engine.ids();
  const tokens = new Map(ids.map((id) => [id, tokenise(kernel, engine.text(id)!).ids]));
  const reported = new Map(
    (await matchesOf(engine, { expand: true })).map((match) => [`${match.a} ${match.b}`, match]),
  );
  const urlOf = new Map(ids.map((id) => [id, engine.describe(id)!.url]));
  const missed: string[] = [];
  let judged = 0;
  for (const [at, x] of ids.entries()) {
    for (const y of ids.slice(at + 1)) {
      const match = await engine.compare(x, y);
      const key = `${match.a} ${match.b}`;
      const found = reported.get(key);
      if (found !== undefined) expect(found).toEqual(match);
      if (!isReuse(match.verdict)) expect(found).toBeUndefined();
      else if (found === undefined && !(urlOf.get(x) !== undefined && urlOf.get(x) === urlOf.get(y)))
        missed.push(key);
      judged++;
    }
  }
  expect(judged).toBe((ids.length * (ids.length - 1)) / 2);
  for (const pair of missed) {
    const [a, b] = pair.split(" ").map((id) => tokens.get(id)!) as [Uint32Array, Uint32Array];
    expect(shareRun(a, b, GUARANTEED_TOKENS), pair).toBe(false);
  }
}, 60_000);
