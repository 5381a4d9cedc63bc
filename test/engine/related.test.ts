/** `related` in a collection too small for frequencies: real reports of one event, and of events like it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "../../src/index.js";
import type { Verdict } from "../../src/model/index.js";

const FOLDERS = ["../shared/articles", "../shared/corpora/sana-events"];
const HAVE_SHARED = FOLDERS.every(existsSync);
if (!HAVE_SHARED) console.log("no ../shared/articles: `related` is not held against them");

describe.skipIf(!HAVE_SHARED)("related, among undated texts without titles", () => {
  const verdicts = new Map<string, Verdict>();
  const between = (x: string, y: string): Verdict => verdicts.get([x, y].sort().join(" ")) ?? "none";

  beforeAll(async () => {
    const engine = await createEngine();
    for (const folder of FOLDERS) {
      for (const name of readdirSync(folder).filter((name) => name.endsWith(".txt"))) {
        const text = readFileSync(`${folder}/${name}`, "utf8");
        engine.add({ id: name.split(/[_.]/u)[0]!, text });
      }
    }
    for await (const { a, b, verdict } of engine.matches({ minVerdict: "same-news", expand: true })) {
      verdicts.set([a, b].sort().join(" "), verdict);
    }
  });

  it("joins reports of one meeting with a rewriting of them, and parts the attack from its aftermath", () => {
    // The shortest of the six says least of what the rewriting keeps.
    for (const report of ["p1", "p2", "p3", "p5", "p6"]) {
      expect([report, between("seed-1", report)]).toEqual([report, "same-news"]);
    }
    expect(between("seed-0", "seed-1")).toBe("none");
  });

  it("puts the reports of each statement into one story, and what stands alone into none", async () => {
    const engine = await createEngine();
    for (const folder of FOLDERS) {
      for (const name of readdirSync(folder).filter((name) => name.endsWith(".txt"))) {
        engine.add({ id: name.split(/[_.]/u)[0]!, text: readFileSync(`${folder}/${name}`, "utf8") });
      }
    }
    const stories = (await engine.newsStories()).map(({ members }) => members.map(({ id }) => id).sort());
    expect(stories).toContainEqual(["p1", "p2", "p3", "p4", "p5", "p6", "seed-1"]);
    for (const alone of ["seed-0", "seed-2", "seed-4", "v1", "v2"])
      expect(stories.flat()).not.toContain(alone);
  });

  it("parts attacks of other years and places, told with the same actors and formulae", () => {
    expect(between("v1", "v2")).toBe("none");
    expect([between("seed-4", "v1"), between("seed-4", "v2")]).toEqual(["none", "none"]);
  });

  it("finds no copy among the five articles", () => {
    const above = [...verdicts].filter(
      ([pair, verdict]) => /^seed-\d seed-\d$/u.test(pair) && verdict !== "same-news",
    );
    expect(above).toEqual([]);
  });
});
