import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GUARANTEED_TOKENS } from "../../src/candidates/excerpts.js";
import { type FrequencyData, frequencyOf, groupsOfUse } from "../../src/candidates/frequency.js";
import { GROUP_CAP, MEMBER_CAP } from "../../src/collection/excerpts.js";
import { invented } from "../engine/support.js";
import { collectionOf, excerptPairs, excerptsOf } from "./support.js";

/** Twelve and more words in which every variation of letters has something to vary. */
const SENTENCE =
  "أعلنت إدارة المكتبة الأهلية في مدينة النخيل أن 1450 كتابا قديما ستعرض على الزائرين حتى مساء الأحد".split(
    " ",
  );

const FATHA = "\u064e";
const VARIATIONS: Record<string, (text: string) => string> = {
  hamza: (text) => text.replace(/[أإآ]/g, "ا"),
  "ta marbuta": (text) => text.replace(/ة/g, "ه"),
  "alef maqsura": (text) => text.replace(/ى(?= |$)/g, "ي"),
  harakat: (text) => text.replace(/(?<=\p{L})(?=\p{L})/gu, FATHA),
  tatweel: (text) => text.replace(/(?<=[بتسعم])(?=\p{L})/gu, "ـ"),
  "Persian keyboard": (text) => text.replace(/ي/g, "ی").replace(/ك/g, "ک"),
  "Arabic-Indic digits": (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
  NFD: (text) => text.normalize("NFD"),
  "presentation forms": (text) => text.replace(/لأ/g, "\ufef7"),
  "spaces and marks": (text) => text.replace(/ /g, "\u00a0\u200f"),
  punctuation: (text) => text.replace(/ /g, "، "),
};

const place = fc.record({
  before: fc.nat(120),
  after: fc.nat(120),
  variation: fc.constantFrom("none", ...Object.keys(VARIATIONS)),
});

const keysOf = ({ slots }: FrequencyData) => slots.filter((_, at) => at % 2 === 0 && slots[at + 1]! > 0);
/** Groups of each fingerprint that is in the table; an empty slot holds 0. */
const countsOf = ({ slots }: FrequencyData) => slots.filter((_, at) => at % 2 === 1).map(groupsOfUse);

describe("a verbatim excerpt of 12 words is always a candidate", () => {
  test("wherever it stands, in whatever letters, among other documents", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(place, { minLength: 2, maxLength: 6 }),
        fc.nat(SENTENCE.length - GUARANTEED_TOKENS),
        fc.nat(1000),
        async (places, from, seed) => {
          const excerpt = SENTENCE.slice(from, from + GUARANTEED_TOKENS).join(" ");
          const holders = places.map(({ before, after, variation }, at) => {
            const shown = VARIATIONS[variation]?.(excerpt) ?? excerpt;
            const around = [invented(before, seed + 2 * at), invented(after, seed + 2 * at + 1)];
            return { id: `h${at}`, text: `${around[0]} ${shown} ${around[1]}` };
          });
          const others = Array.from({ length: 30 }, (_, at) => ({
            id: `o${at}`,
            text: invented(60, 9000 + at),
          }));
          const expected: string[] = [];
          for (let i = 0; i < holders.length; i++)
            for (let j = i + 1; j < holders.length; j++) expected.push(`h${i} h${j}`);
          const pairs = await excerptPairs(await collectionOf([...holders, ...others]));
          // Texts that are nothing but the excerpt are one text, which its first stands for.
          const alone = new Set(
            holders.filter((_, at) => places[at]!.before + places[at]!.after === 0).slice(1),
          );
          const kept = expected.filter((pair) => ![...alone].some(({ id }) => pair.split(" ").includes(id)));
          expect(pairs).toEqual(expect.arrayContaining(kept));
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each(Object.entries(VARIATIONS))("%s varies the letters", (_, vary) => {
    expect(vary(SENTENCE.join(" "))).not.toBe(SENTENCE.join(" "));
  });
});

describe("how common a wording is", () => {
  const item = invented(60, 1);
  const reprints = Array.from({ length: 500 }, (_, at) => ({
    id: `r${String(at).padStart(3, "0")}`,
    // Word for word, but for a name at the end in some.
    text: at % 5 === 0 ? `${item} ${invented(1, 100 + at)}` : item,
  }));
  const excerpt = item
    .split(" ")
    .slice(20, 20 + GUARANTEED_TOKENS)
    .join(" ");
  const holder = { id: "holder", text: `${invented(50, 2)} ${excerpt} ${invented(50, 3)}` };
  const others = Array.from({ length: 200 }, (_, at) => ({ id: `o${at}`, text: invented(40, 5000 + at) }));

  test("an item reprinted by 500 outlets is counted once, and its excerpt is a candidate", async () => {
    const ranked = await collectionOf([...reprints, holder, ...others]);
    const { background, postings, capped } = await excerptsOf(ranked);
    expect(capped.fingerprints).toBe(0);
    expect(background.documents).toBe(202);
    expect(Math.max(...countsOf(background.fingerprints))).toBe(2);
    expect(Math.max(...postings.runWeights)).toBeGreaterThan(4);
    const pairs = await excerptPairs(ranked);
    expect(pairs.filter((pair) => pair.startsWith("holder"))).toContain("holder r000");
  });

  test("what stands in more groups than the cap proposes nobody, and is counted and reported", async () => {
    const formula = invented(30, 7);
    const documents = Array.from({ length: GROUP_CAP + 1 }, (_, at) => ({
      id: `f${at}`,
      text: `${invented(80, 300 + at)} ${formula} ${invented(80, 700 + at)}`,
    }));
    const over = await collectionOf(documents);
    const { background, capped } = await excerptsOf(over);
    expect(capped.fingerprints).toBeGreaterThanOrEqual(27);
    expect(capped.postings).toBe(capped.fingerprints * documents.length);
    expect(Math.max(...countsOf(background.fingerprints))).toBe(documents.length);
    expect(await excerptPairs(over)).toEqual([]);
    const under = await collectionOf(documents.slice(1));
    expect((await excerptPairs(under)).length).toBe((GROUP_CAP * (GROUP_CAP - 1)) / 2);
  });

  test("two items of 300 near copies each, with a paragraph in common, meet by their first members", async () => {
    const paragraph = invented(30, 8);
    const copies = [1, 2].flatMap((item) =>
      Array.from({ length: 300 }, (_, at) => ({
        id: `${item}-${String(at).padStart(3, "0")}`,
        text: `${invented(90, item)} ${paragraph} ${invented(2, 1000 * item + at)}`,
      })),
    );
    const pairs = await excerptPairs(await collectionOf(copies));
    const across = pairs.filter((pair) => pair.startsWith("1-") && pair.includes(" 2-"));
    expect(across.length).toBe(MEMBER_CAP * MEMBER_CAP);
    expect(across[0]).toBe("1-000 2-000");
  });

  test("the number of threads and of shards changes neither candidates nor frequencies", async () => {
    const documents = [...reprints.slice(0, 40), holder, ...others];
    const one = await collectionOf(documents);
    const { background } = await excerptsOf(one);
    for (const parts of [2, 3, 7]) {
      const cut = await collectionOf(documents, parts);
      expect(await excerptPairs(cut, parts)).toEqual(await excerptPairs(one));
      const other = (await excerptsOf(cut, parts)).background;
      expect(other.documents).toBe(background.documents);
      for (const [table, keys] of [
        ["fingerprints", keysOf(background.fingerprints)],
        ["words", keysOf(background.words)],
      ] as const) {
        for (let i = 0; i < keys.length; i += 5)
          expect(frequencyOf(other[table], keys[i]!)).toBe(frequencyOf(background[table], keys[i]!));
      }
    }
  });
});
