import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { features, settled } from "../../src/match/features/features.js";
import { alignTexts } from "../../src/match/passages/align.js";
import { leastProbability } from "../../src/match/verdict/floor.js";
import { MODEL } from "../../src/match/verdict/model.generated.js";
import { decide, judge } from "../../src/match/verdict/verdict.js";
import { isReuse, verdictRank } from "../../src/model/verdicts.js";
import { tokens } from "./align-support.js";

const articles = readFileSync("corpus/articles.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => (JSON.parse(line) as { text: string }).text);
const sentences = [...new Set(articles.flatMap((text) => text.split(/(?<=[.؟])\s+/u)))].filter(
  (sentence) => sentence.split(/\s+/u).length >= 8,
);
const sentence = fc.constantFrom(...sentences);
const CIRCUMSTANCES = { titles: { a: "", b: "" }, daysApart: 1 };

function judged(x: string, y: string) {
  const [a, b] = [tokens(x), tokens(y)];
  return judge(a, b, alignTexts(a, b, null), () => [], CIRCUMSTANCES, null);
}

describe("more shared text", () => {
  it("lowers neither the least probability nor anything it is made of", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const words = fc.double({ min: 0, max: 400, noNaN: true });
    const grown = fc.tuple(share, share, words, share, share, share, words);
    fc.assert(
      fc.property(grown, ([coverShorter, coverLonger, shared, fewness, more, evenMore, moreWords]) => {
        const before = leastProbability({ coverShorter, coverLonger, shared, fewness });
        const after = leastProbability({
          coverShorter: Math.max(coverShorter, more),
          coverLonger: Math.max(coverLonger, evenMore),
          shared: shared + moreWords,
          fewness,
        });
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("never makes less of a bare pair: a sentence added at the end of both texts", () => {
    const pair = fc
      .tuple(
        fc.array(sentence, { maxLength: 3 }),
        fc.array(sentence, { minLength: 1, maxLength: 3 }),
        fc.array(sentence, { minLength: 1, maxLength: 3 }),
        sentence,
      )
      .map(([both, one, other, added]) => ({
        a: [...both, ...one].join(" "),
        b: [...both, ...other].join(" "),
        added,
      }));
    fc.assert(
      fc.property(pair, ({ a, b, added }) => {
        const before = judged(a, b);
        const after = judged(`${a} ${added}`, `${b} ${added}`);
        expect(after.probability).toBeGreaterThanOrEqual(before.probability - 1e-9);
        if (isReuse(before.verdict)) expect(isReuse(after.verdict)).toBe(true);
        // Where most was retold and more is verbatim, it is an excerpt in the end: other words, not less of them.
        if (before.verdict !== "rewrite") {
          expect(verdictRank(after.verdict)).toBeGreaterThanOrEqual(verdictRank(before.verdict));
        }
      }),
      { numRuns: 200 },
    );
  });
});

const A = tokens(
  "رمم النجارون الجسر الخشبي القديم في ثلاثة أشهر واستبدلوا ألواحه المتآكلة بخشب الأرز وأعادوا فتحه أمام المشاة صباح أمس بعد أن فحصه مهندسو البلدية لوحا لوحا",
);
const B = tokens(
  "في ثلاثة أشهر أعاد النجارون للجسر القديم ألواحه من خشب الأرز بدل تلك التي تآكلت ثم فحصه المهندسون في البلدية وعبره المشاة صباح أمس للمرة الأولى منذ أعوام",
);

/** A pair of which everything but its cover says that it is a copy. */
function answer(coverShorter: number, coverLonger: number, densest = 0.9, shared = 20) {
  const values = {
    ...settled(features(A, B, [], () => [], null)),
    ...{ densest, bestPassage: densest * 5, distinctiveLess: 0.9, distinctiveMore: 0.9, equalLess: 0.6 },
    ...{ equalMore: 0.7, coverShorter, coverLonger, shared },
  };
  const evidence = {
    features: values,
    relatedness: () => {
      throw new Error("asked of reuse");
    },
    seeksRelated: true,
    circumstances: CIRCUMSTANCES,
  };
  return decide(A, B, evidence, MODEL.bare, MODEL.related);
}

describe("what the words promise", () => {
  it("is a copy only where four fifths of the shorter, or nearly, and half of the longer stand in passages", () => {
    expect(answer(0.82, 0.6).verdict).toBe("copy");
    expect(answer(0.69, 0.57).verdict).toBe("excerpt");
    expect(answer(0.9, 0.45).verdict).toBe("excerpt");
  });

  it("is reuse where most of both texts is shared, though no passage is outstanding", () => {
    expect(isReuse(answer(0.7, 0.9, 0.3, 26).verdict)).toBe(true);
    expect(answer(0.7, 0.9, 0.3, 26).probability).toBeGreaterThan(0.5);
  });
});
