import { describe, expect, test } from "vitest";
import { alterFacts } from "../../bench/insertions/alter.js";
import { detectionsOf } from "../../bench/insertions/detections.js";
import { scoreFacts } from "../../bench/insertions/facts-score.js";
import { LETTER_VARIANTS } from "../../bench/insertions/letters.js";
import { makeInsertions } from "../../bench/insertions/make.js";
import { applyNoise, editWords, type Level, NOISE_LEVELS } from "../../bench/insertions/noise.js";
import { foldWord, splitWords, wordGrams } from "../../bench/insertions/words.js";
import type { Article } from "../../bench/support/articles.js";
import { Random } from "../../bench/support/random.js";
import type { Passage } from "../../src/model/index.js";

const LETTERS = [..."ابتثجحخدذرزسشصضطظعغفقكلمنهوي"];
const LEVELS: readonly Level[] = [...NOISE_LEVELS, "altered"];

/** Articles of invented words with a number, a weekday or a negation here and there. */
function inventArticles(count: number): Article[] {
  const random = new Random(7);
  const word = (): string =>
    Array.from({ length: random.between(3, 7) }, () => random.pick(LETTERS)).join("");
  return Array.from({ length: count }, (_, i) => {
    const sentences = Array.from({ length: random.between(8, 24) }, () => {
      const words = Array.from({ length: random.between(8, 18) }, word);
      words[4] = random.pick(["الخميس", "17", "لم", "تموز", "خمسة"]);
      return `${words.join(" ")}.`;
    });
    return { id: `w${i}`, text: sentences.join(random.chance(0.5) ? " " : "\n") };
  });
}

const articles = inventArticles(120);
const originals = new Map(articles.map((article) => [article.id, article.text]));
const made = makeInsertions(articles, 112, LEVELS, new Random(3));
const texts = new Map(made.documents.map((document) => [document.id, document.text]));
const cut = ({ id, start, end }: { id: string; start: number; end: number }): string =>
  texts.get(id)!.slice(start, end);

describe("the generated test of insertions", () => {
  test("is the same for the same seed and another for another", () => {
    expect(makeInsertions(articles, 112, LEVELS, new Random(3))).toEqual(made);
    expect(makeInsertions(articles, 112, LEVELS, new Random(4))).not.toEqual(made);
  });

  test("leaves a quarter of the documents out and uses every level", () => {
    const involved = new Set(made.cases.flatMap(({ source, target }) => [source.id, target.id]));
    expect(made.documents).toHaveLength(112);
    expect(made.documents.filter(({ id }) => !involved.has(id)).length).toBeGreaterThanOrEqual(28);
    expect(new Set(made.cases.map(({ level }) => level))).toEqual(new Set(LEVELS));
  });

  test("offsets are those of the final texts, and the givers' texts are untouched", () => {
    for (const { level, source, target } of made.cases) {
      expect(texts.get(source.id)).toBe(originals.get(source.id));
      const words = splitWords(cut(source)).length;
      expect(words).toBeGreaterThanOrEqual(20);
      expect(words).toBeLessThanOrEqual(200);
      if (level === "exact") expect(cut(target)).toBe(cut(source));
      const rest = texts.get(target.id)!.length - originals.get(target.id)!.length;
      expect(rest).toBeGreaterThanOrEqual(target.end - target.start);
    }
  });

  test("shuffled passages keep their words in another order", () => {
    const shuffled = made.cases.filter(({ level }) => level === "shuffled");
    expect(shuffled.length).toBeGreaterThan(0);
    for (const { source, target } of shuffled) {
      const words = (text: string): string[] => text.split(/\s+/u);
      expect(words(cut(target))).not.toEqual(words(cut(source)));
      expect(words(cut(target)).sort()).toEqual(words(cut(source)).sort());
    }
  });

  test("altered facts are named where they stand, and are the only changes", () => {
    const altered = made.cases.filter(({ level }) => level === "altered");
    expect(altered.length).toBeGreaterThan(0);
    for (const { source, target, facts } of altered) {
      expect(facts.length).toBeGreaterThan(0);
      let restored = cut(target);
      for (const fact of [...facts].reverse()) {
        expect(cut({ id: source.id, ...fact.source })).toBe(fact.source.text);
        expect(cut({ id: target.id, ...fact.target })).toBe(fact.target.text);
        expect(fact.source.text).not.toBe(fact.target.text);
        const at = fact.target.start - target.start;
        restored = restored.slice(0, at) + fact.source.text + restored.slice(fact.target.end - target.start);
      }
      expect(restored.replace(/\s/gu, "")).toBe(cut(source).replace(/\s/gu, ""));
    }
  });

  test("articles that share a sentence do not both get in", () => {
    const sentence = Array.from({ length: 14 }, (_, i) => `مشترك${LETTERS[i]!.repeat(3)}`).join(" ");
    const sharing = articles.slice(0, 40).map((x) => ({ ...x, text: `${x.text} ${sentence}.` }));
    expect(makeInsertions(sharing, 40, ["exact"], new Random(1)).documents).toHaveLength(1);
  });
});

describe("noise", () => {
  const passage = Array.from({ length: 900 }, (_, i) => `w${i}`).join(" ");

  test("edits the share of words it says, in the ratio 3 : 2 : 4", () => {
    const edited = editWords(passage, 0.23, ["NEW"], new Random(5)).split(" ");
    const edits = 900 * 0.23;
    const replaced = edited.filter((word) => word === "NEW").length;
    const dropped = 900 - edited.length;
    expect(replaced / edits).toBeGreaterThan(0.36);
    expect(replaced / edits).toBeLessThan(0.53);
    expect(dropped / edits).toBeGreaterThan(0.25);
    expect(dropped / edits).toBeLessThan(0.42);
  });

  test("every letter variant changes the code points and leaves the words", () => {
    const text = "أعلنت الوزارة في بيان لها أن الملك استقبل ضيوفه على مدى 15 يوما، وإلى جانبه الأمير علي.";
    const words = (varied: string): string[] => {
      const bare = varied.replace(/\u200F/gu, "");
      return splitWords(bare).map(({ start, end }) => foldWord(bare.slice(start, end)));
    };
    for (const [name, vary] of Object.entries(LETTER_VARIANTS)) {
      const varied = vary(text, new Random(2));
      expect(varied, name).not.toBe(text);
      expect(words(varied), name).toEqual(words(text));
    }
  });

  test("an exact copy is exact", () => {
    expect(applyNoise(passage, "exact", ["NEW"], new Random(1))).toBe(passage);
  });

  test("a passage without facts cannot be altered", () => {
    expect(alterFacts("كلمة ".repeat(40).trim(), new Random(1))).toBeNull();
  });

  test("5-grams are those of folded words", () => {
    expect(wordGrams("أحمد، في المدينة إلى الآن")).toEqual(wordGrams("احمد في المدينه الى الان!"));
    expect(wordGrams("واحد اثنان ثلاثة")).toEqual(new Set());
  });
});

describe("what counts as detected", () => {
  const passage = (a: [number, number], b: [number, number], kind: Passage["kind"]): Passage => ({
    a: { start: a[0], end: a[1] },
    b: { start: b[0], end: b[1] },
    kind,
    similarity: 1,
    edits: [],
  });
  const match = (passages: Passage[], verdict: "excerpt" | "same-news" = "excerpt") => ({
    a: "x",
    b: "y",
    verdict,
    passages,
  });

  test("kinds that meet are one passage, distant ones are two", () => {
    const passages = [
      passage([0, 50], [100, 150], "verbatim"),
      passage([53, 90], [153, 190], "quotation"),
      passage([200, 240], [300, 340], "edited"),
    ];
    expect(detectionsOf(match(passages)).map(({ a }) => a)).toEqual([
      { start: 0, end: 90 },
      { start: 200, end: 240 },
    ]);
  });

  test("boilerplate is no detection, and no part of one at its ends", () => {
    const passages = [
      passage([0, 50], [0, 50], "boilerplate"),
      passage([51, 90], [51, 90], "verbatim"),
      passage([500, 550], [500, 550], "boilerplate"),
    ];
    expect(detectionsOf(match(passages)).map(({ a }) => a)).toEqual([{ start: 51, end: 90 }]);
  });

  test("a pair that is only related reports nothing", () => {
    expect(detectionsOf(match([passage([0, 50], [0, 50], "verbatim")], "same-news"))).toEqual([]);
  });
});

describe("changed facts", () => {
  const at = (kind: "number" | "date" | "negation" | "name", a: number, b: number) => ({
    kind,
    a: { start: a, end: a + 2 },
    b: { start: b, end: b + 2 },
  });

  test("precision over what was reported, recall over what was altered", () => {
    const score = scoreFacts([
      {
        truth: [at("number", 10, 110), at("negation", 50, 150)],
        reported: [at("date", 10, 110), at("name", 80, 180)],
      },
    ]);
    expect(score).toEqual({ precision: 0.5, recall: 0.5, reported: 2, altered: 2 });
  });

  test("the place must be right in both documents, and the kind", () => {
    expect(scoreFacts([{ truth: [at("number", 10, 110)], reported: [at("number", 10, 140)] }]).recall).toBe(
      0,
    );
    expect(scoreFacts([{ truth: [at("number", 10, 110)], reported: [at("negation", 10, 110)] }]).recall).toBe(
      0,
    );
  });
});
