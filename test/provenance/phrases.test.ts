import { beforeAll, describe, expect, it } from "vitest";
import type { Kernel } from "../../src/kernel/kernel.js";
import type { Range } from "../../src/model/index.js";
import { joinedStretches } from "../../src/provenance/lineage/groups.js";
import { withParts } from "../../src/provenance/phrases/absorb.js";
import { cutAtSentences } from "../../src/provenance/phrases/cut.js";
import { wordingsOf } from "../../src/provenance/phrases/wordings.js";
import { tokenise } from "../../src/text/tokenise.js";
import { threadKernel } from "../../src/workers/kernel.js";

const BRIDGE = "The old bridge over the mill stream was opened again on Monday morning";
const BAKER = "Its baker gave every child who crossed it a warm bun with raisins";
const GOATS = "Nine goats from the upper farm were the first to walk over the planks";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await threadKernel();
});

const words = (text: string, { start, end }: Range): string => text.slice(start, end);
const rangeOf = (text: string, part: string): Range => {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
};
const range = (start: number, end: number): Range => ({ start, end });

describe("cutting a passage", () => {
  it("gives a piece for each sentence of both sides, without what one side has not", () => {
    const a = `${BRIDGE}. ${BAKER}. ${GOATS}.`;
    const b = `${BRIDGE}. ${GOATS}.`;
    const gone = rangeOf(a, BAKER);
    const at = b.indexOf(GOATS);
    const pieces = cutAtSentences(tokenise(kernel, a), tokenise(kernel, b), {
      a: range(0, a.length),
      b: range(0, b.length),
      edits: [{ kind: "delete", a: gone, b: range(at, at) }],
    });
    expect(pieces.map((piece) => [words(a, piece.a), words(b, piece.b)])).toEqual([
      [BRIDGE, BRIDGE],
      [GOATS, GOATS],
    ]);
  });

  it("cuts where only one side ends a sentence, and takes the whole sentence where most of it is shared", () => {
    const a = `${BRIDGE}. ${GOATS}.`;
    const b = `Happily ${BRIDGE}, and ${GOATS}.`;
    const pieces = cutAtSentences(tokenise(kernel, a), tokenise(kernel, b), {
      a: range(0, a.length),
      b: { start: "Happily ".length, end: b.length },
      edits: [{ kind: "insert", a: range(a.indexOf(GOATS), a.indexOf(GOATS)), b: rangeOf(b, "and") }],
    });
    expect(pieces.map(({ a: one }) => words(a, one))).toEqual([BRIDGE, GOATS]);
    expect(pieces.map(({ b: one }) => words(b, one).includes("goats"))).toEqual([false, true]);
  });
});

describe("joining", () => {
  const kind = "verbatim";

  it("puts ranges that are nearly the same together, through all documents", () => {
    const groups = joinedStretches(3, [
      { of: [0, 1], a: range(0, 100), b: range(50, 150), kind },
      { of: [1, 2], a: range(55, 150), b: range(0, 95), kind },
      { of: [0, 2], a: range(200, 300), b: range(200, 300), kind },
    ]);
    expect(groups.map(({ holders }) => holders.map(({ subject }) => subject).sort())).toEqual([
      [0, 1, 2],
      [0, 2],
    ]);
  });

  it("lets who has a part of a sentence hold it, but not who shares a name in it", () => {
    const groups = withParts(
      joinedStretches(4, [
        { of: [0, 1], a: range(0, 100), b: range(0, 100), kind },
        { of: [1, 2], a: range(50, 100), b: range(0, 50), kind },
        { of: [0, 3], a: range(0, 20), b: range(0, 20), kind },
      ]),
    );
    expect(groups.map(({ holders }) => holders.map(({ subject }) => subject))).toEqual([
      [0, 1, 2],
      [0, 3],
    ]);
  });
});

describe("wordings", () => {
  it("puts first the one that has most of the words of all, not the odd one that is longest", () => {
    const odd = `${BAKER} ${GOATS} ${BAKER}`;
    const { wordings, places } = wordingsOf(kernel, [
      odd,
      BRIDGE.replace("Monday", "Sunday"),
      `On the hill, ${BRIDGE}`,
      `${BRIDGE}!`,
    ]);
    expect(wordings[0]!.text).toBe(`On the hill, ${BRIDGE}`);
    expect(places[2]).toBe(0);
    expect(new Set(places).size).toBe(4);
    const sunday = wordings[places[1]!]!;
    expect(sunday.changes).toEqual([
      { from: "On the hill", to: "" },
      { from: "Monday", to: "Sunday" },
    ]);
    expect(wordings[places[0]!]!.share).toBeLessThan(0.5);
  });

  it("is one wording whatever the marks between the words", () => {
    const { wordings, places } = wordingsOf(kernel, [BRIDGE, `«${BRIDGE}»`.replace("bridge ", "bridge, ")]);
    expect(wordings).toHaveLength(1);
    expect(places).toEqual([0, 0]);
  });
});
