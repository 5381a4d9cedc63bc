import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Circumstances } from "../../src/match/circumstances.js";
import { findRelatedCandidates } from "../../src/match/related/candidates.js";
import { connectingWords, LEAST_SHARED, relatedness } from "../../src/match/related/related.js";
import { relatedWordHash } from "../../src/match/related/words.js";
import type { Passage } from "../../src/model/index.js";
import { stripProclitics } from "../../src/text/proclitics.js";
import { tokens } from "./align-support.js";

const FIRE = "أخمد رجال الإطفاء حريقا في مستودع للأخشاب قرب ميناء القرنفل فجر الثلاثاء ولم يصب أحد.";
const FIRE_RETOLD =
  "لا إصابات بعد احتراق مستودع أخشاب بالقرنفل، وتقول البلدية إن فرق الإطفاء سيطرت عليه قبل الفجر.";
const UNKNOWN: Circumstances = { titles: { a: "", b: "" }, daysApart: null };
const CHESS = "توج فريق المكتبة العامة بكأس الشطرنج بعد فوزه على نادي الجبل في أربع جولات متتالية.";

describe("stripProclitics", () => {
  it.each([
    ["والقمر", "قمر"],
    ["بالقمر", "قمر"],
    ["للقمر", "قمر"],
    ["القمر", "قمر"],
    ["فالقمر", "قمر"],
    ["بمدينه", "مدينه"],
    ["وزاره", "وزاره"],
    ["لبنان", "لبنان"],
    ["فلسطين", "فلسطين"],
    ["الي", "الي"],
    ["من", "من"],
    ["bridge", "bridge"],
  ])("%s → %s", (word, stripped) => {
    expect(stripProclitics(word)).toBe(stripped);
  });

  it("never makes a word longer or empty", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (word) => {
        const stripped = stripProclitics(word);
        expect(stripped.length).toBeGreaterThan(0);
        expect(word.endsWith(stripped)).toBe(true);
      }),
    );
  });

  it("lets forms of one word meet", () => {
    expect(relatedWordHash("وبالقرنفل")).toBe(relatedWordHash("بالقرنفل"));
    expect(relatedWordHash("القِرنفل")).toBe(relatedWordHash("قرنفل"));
  });
});

describe("relatedness", () => {
  it("is greater between two reports of one event than between two events", () => {
    const same = relatedness(tokens(FIRE), tokens(FIRE_RETOLD), UNKNOWN, null);
    const other = relatedness(tokens(FIRE), tokens(CHESS), UNKNOWN, null);
    expect(same.leads).toBeGreaterThan(other.leads + 0.1);
    expect(same.together).toBeGreaterThan(other.together);
    expect(same.shared).toBeGreaterThan(LEAST_SHARED);
    expect(other.shared).toBeLessThan(LEAST_SHARED);
  });

  it("leaves out what a template says, and keeps what a paragraph of background says among news", () => {
    const cable = (name: string) =>
      tokens(`بعث حاكم الجزيرة سليم القرطاسي برقية تهنئة إلى ملك ${name} بعيد بلاده.`);
    const [a, b] = [cable("أرنديا"), cable("كاردونيا")];
    const formula = (x: typeof a, y: typeof b): Passage => ({
      a: { start: 0, end: x.text.indexOf(" ملك") },
      b: { start: 0, end: y.text.indexOf(" ملك") },
      kind: "boilerplate",
      similarity: 1,
      edits: [],
    });
    const shared = (x: typeof a, y: typeof b) =>
      relatedness(x, y, { ...UNKNOWN, boilerplate: [formula(x, y)] }, null).shared;
    expect(shared(a, b)).toBeLessThan(0.5 * relatedness(a, b, UNKNOWN, null).shared);
    const among = (text: typeof a) => tokens(`${text.text} ${FIRE} ${FIRE}`);
    const [longA, longB] = [among(a), among(b)];
    expect(shared(longA, longB)).toBe(relatedness(longA, longB, UNKNOWN, null).shared);
  });

  it("sees places that are named in both, and places that are others", () => {
    const here = relatedness(tokens(FIRE), tokens(FIRE_RETOLD), UNKNOWN, null);
    expect([here.samePlaces, here.otherPlaces]).toEqual([here.leads, 0]);
    const elsewhere = FIRE.replace("القرنفل", "الزعتر");
    const there = relatedness(tokens(elsewhere), tokens("احترق مستودع في مدينة القرنفل"), UNKNOWN, null);
    expect([there.samePlaces, there.otherPlaces]).toEqual([0, 1]);
  });

  it("takes the title for the beginning of the text", () => {
    const untitled = relatedness(tokens(FIRE), tokens(CHESS), UNKNOWN, null);
    const titles = { a: "", b: "حريق مستودع الأخشاب في القرنفل" };
    const titled = relatedness(tokens(FIRE), tokens(CHESS), { titles, daysApart: null }, null);
    expect(titled.leads).toBeGreaterThan(untitled.leads);
  });

  it("mirrors, and takes unknown times for neither near nor far", () => {
    const apart = (daysApart: number) => ({ ...UNKNOWN, daysApart });
    const there = relatedness(tokens(FIRE), tokens(FIRE_RETOLD), apart(0.5), null);
    expect(relatedness(tokens(FIRE_RETOLD), tokens(FIRE), apart(0.5), null)).toEqual(there);
    const closeness = (circumstances: Circumstances) =>
      relatedness(tokens(FIRE), tokens(FIRE_RETOLD), circumstances, null).closeness;
    expect([0, 1.5, 3, 300].map((days) => closeness(apart(days)))).toEqual([1, 0, -1, -1]);
    expect(closeness(UNKNOWN)).toBe(0);
  });

  it("names the words that connect, as they stand in the first text", () => {
    const words = connectingWords(tokens(FIRE), tokens(FIRE_RETOLD), UNKNOWN.titles, null, 4);
    expect(words).toContain("القرنفل");
    expect(words.every((word) => FIRE.includes(word))).toBe(true);
  });
});

describe("findRelatedCandidates", () => {
  const found = (documents: number[][], limits: Parameters<typeof findRelatedCandidates>[1]) => {
    const size = Math.max(0, ...documents.flat()) + 1;
    const frequencies = new Uint32Array(size);
    for (const words of documents) for (const word of words) frequencies[word]!++;
    const pairs: string[] = [];
    const rows = documents.map((words) => Uint32Array.from(words));
    findRelatedCandidates(
      { count: rows.length, words: (index) => rows[index]!, frequencies },
      limits,
      (i, j) => pairs.push(`${i}-${j}`),
    );
    return pairs;
  };

  it("equals the count of shared rare words over all pairs", () => {
    const words = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 9 }),
        fc.integer({ min: 2, max: 5 }),
        (documents, maxFrequency) => {
          const holding = (word: number) => documents.filter((list) => list.includes(word)).length;
          const expected: string[] = [];
          documents.forEach((x, i) => {
            documents.forEach((y, j) => {
              const shared = x.filter((word) => y.includes(word) && holding(word) <= maxFrequency);
              const weight = shared.reduce(
                (sum, word) => sum + Math.log(documents.length / holding(word)) / Math.log(documents.length),
                0,
              );
              if (i < j && shared.length >= 2 && weight >= 0.5) expected.push(`${i}-${j}`);
            });
          });
          expect(found(documents, { maxFrequency, minWords: 2, minWeight: 0.5 })).toEqual(expected);
        },
      ),
    );
  });
});
