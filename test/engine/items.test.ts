/** Versions, repetitions, identical texts, short texts: who is whose copy before any word is aligned. */
import { describe, expect, test } from "vitest";
import { engineOf, invented, matchesOf, pairsOf } from "./support.js";

const TEXT = invented(60, 1);
const OTHER = invented(60, 2);
const bothModes = [{ copiesOnly: false }, { copiesOnly: true }];

describe.each(bothModes)("versions ($copiesOnly)", (mode) => {
  test("the same id with another text is kept as id~2, and is no copy of the first", async () => {
    const engine = await engineOf(
      [
        { id: "x", text: TEXT, published: "2026-01-01" },
        { id: "x", text: `${TEXT} كلمة`, published: "2026-01-02" },
        { id: "x", text: `${TEXT} كلمة أخرى`, published: "2026-01-03" },
      ],
      mode,
    );
    expect(engine.ids()).toEqual(["x", "x~2", "x~3"]);
    expect(await pairsOf(engine)).toEqual([]);
    expect((await engine.clusters()).clusters).toEqual([]);
  });

  test("an id that already looks like a version keeps its name, and no two documents have one id", async () => {
    const engine = await engineOf(
      [
        { id: "x", text: TEXT, published: "2026-01-01" },
        { id: "x", text: OTHER, published: "2026-01-02" },
        { id: "x~2", text: invented(60, 3), published: "2026-01-03" },
        { id: "x", text: invented(60, 4), published: "2026-01-04" },
      ],
      mode,
    );
    expect(engine.ids()).toEqual(["x", "x~3", "x~2", "x~4"]);
  });

  test("the same id with the same text is one document", async () => {
    const engine = await engineOf(
      [
        { id: "x", text: TEXT },
        { id: "x", text: TEXT },
        { id: "y", text: OTHER },
      ],
      mode,
    );
    expect(engine.ids()).toEqual(["x", "y"]);
    expect(await pairsOf(engine, { expand: true })).toEqual([]);
  });

  test("the same URL under two ids is one item", async () => {
    const url = "https://paper.example/1";
    const engine = await engineOf(
      [
        { id: "a", text: TEXT, url },
        { id: "b", text: `${TEXT} كلمة`, url },
        { id: "c", text: TEXT, url },
        { id: "d", text: TEXT },
      ],
      mode,
    );
    const pairs = await pairsOf(engine, { expand: true });
    expect(pairs).toContain("a d");
    for (const versions of ["a b", "a c", "b c"]) expect(pairs).not.toContain(versions);
  });
});

describe.each(bothModes)("identical texts ($copiesOnly)", (mode) => {
  const group = [1, 2, 3, 4].map((day) => ({ id: `d${day}`, text: TEXT, published: `2026-01-0${day}` }));

  test("come as a star to the first, and as all pairs when asked for", async () => {
    const engine = await engineOf(group, mode);
    expect(await pairsOf(engine)).toEqual(["d1 d2", "d1 d3", "d1 d4"]);
    expect(await pairsOf(engine, { expand: true })).toEqual([
      "d1 d2",
      "d1 d3",
      "d1 d4",
      "d2 d3",
      "d2 d4",
      "d3 d4",
    ]);
    for (const match of await matchesOf(engine)) {
      expect(match).toMatchObject({ verdict: "copy", jaccard: 1, containment: { a: 1, b: 1 } });
    }
    const { clusters } = await engine.clusters();
    expect(clusters).toMatchObject([{ id: "d1", canonical: "d1", earliest: "d1", weakestLink: null }]);
    expect(clusters[0]!.members.map(({ id, similarity }) => [id, similarity])).toEqual([
      ["d1", 1],
      ["d2", 1],
      ["d3", 1],
      ["d4", 1],
    ]);
  });

  test("a near copy pairs with the first of them, with all of them when asked for", async () => {
    const near = { id: "near", text: `${TEXT} كلمة`, published: "2026-01-09" };
    const engine = await engineOf([...group, near], mode);
    const star = await pairsOf(engine);
    expect(star.filter((pair) => pair.includes("near"))).toEqual(["d1 near"]);
    const expanded = await pairsOf(engine, { expand: true });
    expect(expanded.filter((pair) => pair.includes("near"))).toEqual([
      "d1 near",
      "d2 near",
      "d3 near",
      "d4 near",
    ]);
    const [cluster] = (await engine.clusters()).clusters;
    expect(cluster!.members.length).toBe(5);
    expect(cluster!.weakestLink!.id).toBe("near");
    expect(cluster!.canonical).toBe("near");
  });

  test("letters, marks and digits that are written otherwise make no other text", async () => {
    const engine = await engineOf(
      [
        { id: "a", text: `أُعلن ${TEXT} في 12 آذار، 2026` },
        { id: "b", text: `اعلن ${TEXT} فى ١٢ اذار 2026` },
      ],
      mode,
    );
    expect(await matchesOf(engine)).toMatchObject([{ a: "a", b: "b", verdict: "copy", jaccard: 1 }]);
  });
});

describe.each(bothModes)("texts under 20 words ($copiesOnly)", (mode) => {
  const caption = invented(8, 5);

  test("are copies only under the same title", async () => {
    const engine = await engineOf(
      [
        { id: "a", text: caption, title: "صورة اليوم" },
        { id: "b", text: caption, title: "صورة اليوم" },
        { id: "c", text: caption, title: "صورة أخرى" },
        { id: "d", text: caption },
      ],
      mode,
    );
    const whole = (await matchesOf(engine)).filter(({ verdict }) => verdict === "copy");
    expect(whole.map(({ a, b }) => `${a} ${b}`)).toEqual(["a b"]);
    expect((await engine.clusters()).clusters.map(({ members }) => members.map(({ id }) => id))).toEqual([
      ["a", "b"],
    ]);
  });

  test("texts without a letter match nothing", async () => {
    const engine = await engineOf(
      ["", " ", "!!! ... ؟", "«»\"'", "\u0000\u0000", "\u200f\u200e", ""].map((text, at) => ({
        id: `e${at}`,
        text,
      })),
      mode,
    );
    expect(engine.ids().length).toBe(7);
    expect(await pairsOf(engine, { expand: true, minVerdict: "same-news" })).toEqual([]);
    expect((await engine.clusters()).clusters).toEqual([]);
  });
});

test("one document, or none, has no pairs", async () => {
  for (const documents of [[], [{ id: "only", text: TEXT }]]) {
    const engine = await engineOf(documents);
    expect(await pairsOf(engine)).toEqual([]);
    expect(await engine.clusters()).toMatchObject({ clusters: [], documents: documents.length });
  }
});
