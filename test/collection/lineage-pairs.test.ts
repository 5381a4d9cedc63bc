import { describe, expect, it } from "vitest";
import { alignCollection } from "../../src/collection/align.js";
import { identicalTo } from "../../src/collection/clusters.js";
import { candidateCopies, verifiedCopies } from "../../src/collection/copies.js";
import { reuseMatches } from "../../src/collection/lineage-pairs.js";
import { alignSession } from "../../src/collection/reuse.js";
import { comparePair } from "../../src/match/compare.js";
import type { Document } from "../../src/model/index.js";
import { WHOLE_THRESHOLD_DEFAULT } from "../../src/options.js";
import { tokenise } from "../../src/text/tokenise.js";
import { threadKernel } from "../../src/workers/kernel.js";
import { collectionOf, excerptsOf, poolOf } from "./support.js";

const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `kelma${(from + at) * 7919}`).join(" ");
const long = `${words(0, 60)}. ${words(60, 90)}.`;
const other = `${words(200, 230)}. ${words(0, 60)}. ${words(230, 250)}.`;

const DOCUMENTS: Document[] = [
  { id: "m", text: long, source: "one", published: "2024-01-01" },
  { id: "z", text: other, source: "two", published: "2024-01-02" },
  { id: "c", text: long, source: "two", published: "2024-01-03" },
  { id: "k", text: other, source: "three", published: "2024-01-04" },
  { id: "a", text: long, source: "one", published: "2024-01-05" },
  { id: "p", text: long.replace(". ", " — "), source: "four", published: "2024-01-06" },
];

describe("reuseMatches", () => {
  it("gives every pair as if it were compared by itself, and compares texts of the same bytes once", async () => {
    const ranked = await collectionOf(DOCUMENTS);
    let compared = 0;
    const inline = poolOf(1);
    const pool: typeof inline = {
      ...inline,
      compare: (task) => {
        compared += task.pairs.length / 2;
        return inline.compare(task);
      },
    };
    const { columns } = ranked;
    const found = await candidateCopies(columns, WHOLE_THRESHOLD_DEFAULT, pool, undefined);
    const copies = await verifiedCopies(columns, found, WHOLE_THRESHOLD_DEFAULT, pool, undefined);
    const session = alignSession(columns, copies, await excerptsOf(ranked));
    const aligned = await alignCollection(session, columns.count, "excerpt", null, pool, undefined, () => {});
    const { matches } = await reuseMatches(
      { ranked, session, pool, pairs: aligned.pairs, identical: identicalTo(columns) },
      () => false,
      undefined,
    );
    expect(matches.map(({ a, b }) => `${a}${b}`).sort()).toEqual(
      "ac ak am ap az ck cm cp cz km kp kz mp mz pz".split(" "),
    );
    expect(compared).toBeLessThan(matches.length - aligned.pairs.length);
    const kernel = await threadKernel();
    const article = (id: string) => {
      const { text, source } = DOCUMENTS.find((document) => document.id === id)!;
      return { ...tokenise(kernel, text), title: "", source: source!, instant: Number.NaN };
    };
    expect(session.background).toBeNull();
    for (const { a, b, verdict, containment, passages } of matches) {
      const alone = comparePair(article(a), article(b), null);
      expect({ verdict, containment, passages }).toEqual({
        verdict: alone.verdict,
        containment: { a: alone.containmentA, b: alone.containmentB },
        passages: alone.passages,
      });
    }
  });
});
