/** Rules of direction about what one text makes of another: each fires where it should, and not the other way round. */
import { describe, expect, test } from "vitest";
import type { Direction, Document } from "../../src/index.js";
import { directionBetween, lineageOfTexts, PARAGRAPHS, rulesOf, TEXT } from "./lineage-support.js";

const at = (id: string, text: string, more: Partial<Document> = {}): Document => ({ id, text, ...more });

async function between(...documents: [Document, Document, ...Document[]]): Promise<Direction> {
  const [x, y] = documents;
  return directionBetween(await lineageOfTexts(documents), x.id, y.id);
}

const clue = ({ evidence }: Direction, rule: string) => evidence.find((one) => one.rule === rule);

const ENGLISH = [
  "The council of Larkfield opened a garden on the bank of the river after two years of work, and neighbours planted forty lemon trees that they had carried down from the orchards in the hills.",
  "Mayor Simon Hale said the garden stands where an empty mill used to be, which the river flooded every spring, and that its old walls have become benches for visitors.",
  "There is a small playground and a wooden library in which volunteers lend books for nothing, if the reader brings them back before the first rain of autumn.",
].join("\n");

describe("days", () => {
  const today = TEXT.replace("افتتحت بلدية الوادي", "افتتحت بلدية الوادي اليوم");
  test.each<[string, string, string, string, string]>([
    ["today made yesterday", today, today.replace("اليوم", "أمس"), "day-moved", "أمس"],
    ["tomorrow made today", today.replace("اليوم", "غدا"), today, "day-moved", "اليوم"],
    [
      "today and its name made yesterday",
      today.replace("اليوم", "اليوم الاثنين"),
      today.replace("اليوم", "أمس"),
      "day-moved",
      "أمس",
    ],
    [
      "yesterday made the day before",
      today.replace("اليوم", "أمس"),
      today.replace("اليوم", "أول من أمس"),
      "day-moved",
      "أمس",
    ],
    [
      "yesterday made a weekday",
      today.replace("اليوم", "أمس"),
      today.replace("اليوم", "الأحد"),
      "day-named",
      "الأحد",
    ],
    [
      "a weekday put behind",
      today.replace("اليوم", "أمس"),
      today.replace("اليوم", "أمس الأحد"),
      "day-named",
      "أمس الأحد",
    ],
    [
      "English",
      ENGLISH.replace("opened", "today opened"),
      ENGLISH.replace("opened", "yesterday opened"),
      "day-moved",
      "yesterday",
    ],
    [
      "English weekdays",
      ENGLISH.replace("opened", "yesterday opened"),
      ENGLISH.replace("opened", "Sunday opened"),
      "day-named",
      "Sunday",
    ],
  ])("%s", async (_, before, after, rule, words) => {
    const direction = await between(at("x", before), at("y", after));
    const found = clue(direction, rule)!;
    expect(found.weight).toBeGreaterThan(0);
    expect(String(found.values.after)).toContain(words);
    const place = found.at.at(-1)!;
    expect(after.slice(place.start, place.end)).toBe(found.values.after);
    expect(before.slice(found.at[0]!.start, found.at[0]!.end)).toBe(found.values.before);
    // The other way round it speaks the other way.
    const turned = await between(at("x", after), at("y", before));
    expect(clue(turned, rule)!.values).toMatchObject({ from: "y", to: "x" });
  });

  test("two names of one day say nothing", async () => {
    const direction = await between(
      at("x", today.replace("اليوم", "السبت")),
      at("y", today.replace("اليوم", "الأحد")),
    );
    expect(rulesOf(direction)).toEqual([]);
  });
});

describe("a house that speaks of itself, put in the third person", () => {
  const said = (words: string) => TEXT.replace("سمير الحلو إن", `سمير الحلو ${words} إن`);
  test.each<[string, Document, Document]>([
    [
      "our correspondent",
      at("x", said("لمراسلنا في الوادي"), { source: "رويترز" }),
      at("y", said("لمراسل رويترز في الوادي"), { source: "صحيفة النورس" }),
    ],
    [
      "our agency",
      at("x", said("في حديث لوكالتنا"), { source: "سانا" }),
      at("y", said("في حديث لوكالة سانا"), { source: "صحيفة النورس" }),
    ],
    [
      "an outlet that no lexicon knows",
      at("x", said("لمراسلنا"), { source: "صحيفة المرجانة" }),
      at("y", said("لمراسل المرجانة"), { source: "صحيفة النورس" }),
    ],
    [
      "English",
      at("x", ENGLISH.replace("Hale said", "Hale told us"), { source: "Reuters" }),
      at("y", ENGLISH.replace("Hale said", "Hale told Reuters"), { source: "The Larkfield Post" }),
    ],
  ])("%s", async (_, x, y) => {
    const direction = await between(x, y);
    expect(direction.from).toBe("x");
    const found = clue(direction, "third-person")!;
    expect(found.weight).toBe(5);
    const [own, name] = found.at;
    expect(x.text.slice(own!.start, own!.end)).toBe(found.values.before);
    expect(y.text.slice(name!.start, name!.end)).toBe(found.values.after);
  });

  test("who puts its own correspondent in the place of another's is not the source", async () => {
    const x = at("x", said("لمراسلنا في الوادي"), { source: "صحيفة النورس" });
    const y = at("y", said("لمراسل رويترز في الوادي"), { source: "رويترز" });
    expect(clue(await between(x, y), "third-person")).toBeUndefined();
  });
});

describe("the agency of a dateline, told in a sentence", () => {
  const line = `دمشق-سانا\n${TEXT}`;
  const told = TEXT.replace("وقال رئيس", "وذكرت وكالة سانا أن البلدية أنهت العمل قبل موعده. وقال رئيس");
  test("by whoever has no dateline", async () => {
    const direction = await between(at("x", line), at("y", told));
    expect(clue(direction, "dateline-told")!.values).toMatchObject({ from: "x", to: "y", name: "SANA" });
    // Two may have done so with the same item: alone it decides nothing.
    expect(direction.from).toBeNull();
  });
  test("not of two papers, which both have it from the agency", async () => {
    const direction = await between(
      at("x", line, { source: "صحيفة النورس" }),
      at("y", told, { source: "صحيفة المرجانة" }),
    );
    expect(clue(direction, "dateline-told")).toBeUndefined();
  });
  test("not where the other signs it too", async () => {
    expect(
      clue(await between(at("x", line), at("y", `${told}\nالمصدر: سانا`)), "dateline-told"),
    ).toBeUndefined();
  });
});

const STOCK =
  "وكانت حكومة الإقليم قد أطلقت قبل سبعة أعوام برنامجا واسعا لزراعة ضفاف الأنهار بالأشجار المثمرة، وخصصت له عائدات بيع الأراضي البور، غير أن فيضانين متتاليين أتلفا معظم ما زرع في سنواته الأولى، فأوصى خبراء الري ببناء سواتر حجرية قبل أن تستأنف الأعمال في القرى الأربع الأولى من المجرى الأعلى.";

describe("background that a house keeps at hand", () => {
  const other = at(
    "z",
    `أعلن وزير الزراعة أن موسم الزيتون هذا العام سيكون أقل من سابقه بسبب الجفاف الذي ضرب السهول الشرقية وأتلف براعم الربيع.\n${STOCK}`,
    { source: "صحيفة النورس" },
  );
  const x = at("x", TEXT, { source: "صحيفة المرجانة" });
  const y = at("y", `${TEXT}\n${STOCK}`, { source: "صحيفة النورس" });
  test("speaks for the text that lacks it, and is nothing left out", async () => {
    const direction = await between(x, y, other);
    expect(clue(direction, "background-added")!.values).toMatchObject({ from: "x", to: "y", other: "z" });
    expect(clue(direction, "trimmed")).toBeUndefined();
  });
  test("a paragraph that nobody else has is a paragraph left out", async () => {
    const direction = await between(x, y);
    expect(clue(direction, "background-added")).toBeUndefined();
    expect(clue(direction, "trimmed")!.values).toMatchObject({ from: "y", to: "x" });
  });
  test("what is worth noting is background by its own words, of whichever side", async () => {
    const noted = at("y", `${TEXT}\nيذكر أن ${STOCK}`, { source: "صحيفة النورس" });
    expect(rulesOf(await between(x, noted))).toEqual([]);
  });
});

describe("words of a later version", () => {
  const update = `${PARAGRAPHS[0].replace("أربعين", "ستين")}\n${PARAGRAPHS.slice(1).join("\n")}`;
  const takes = (source: string): [Document, Document] => [
    at("early", TEXT, { source, published: "2015-08-10T08:00Z" }),
    at("late", update, { source, published: "2015-08-10T10:00Z" }),
  ];
  test("are found in a copy of that version", async () => {
    const [early, late] = takes("صحيفة المرجانة");
    const copy = at("copy", update, { source: "صحيفة النورس" });
    const direction = await between(late, copy, early);
    expect(clue(direction, "later-words")!.values).toMatchObject({
      from: "late",
      to: "copy",
      other: "early",
    });
    expect(String(clue(direction, "later-words")!.values.words)).toContain("ستين");
    // By itself it is not enough to decide.
    expect(direction.from).toBeNull();
  });
  test("versions of one address count, though they are no pair", async () => {
    const [early, late] = takes("صحيفة المرجانة").map((one) => ({
      ...one,
      url: "https://murjana.example/1",
      versionOf: "early",
    }));
    const copy = at("copy", update, { source: "صحيفة النورس" });
    const direction = await between(late!, copy, early!);
    expect(clue(direction, "later-words")!.values).toMatchObject({ from: "late", to: "copy" });
  });
  test("what an agency's later take shares with a paper its earlier take had already", async () => {
    const [early, late] = takes("رويترز");
    const rest = TEXT.replace("بعد عامين", "أمس بعد عامين");
    const paper = at("paper", TEXT.replace("بعد عامين", "اليوم بعد عامين"), { source: "صحيفة النورس" });
    const moved = { ...late, text: rest };
    const direction = await between(moved, paper, early);
    expect(clue(direction, "own-take")).toBeDefined();
    expect(direction.from).not.toBe("paper");
  });
});

describe("two papers that both may have a third text", () => {
  test("the one that changed less is not therefore the source", async () => {
    const full = TEXT.replace("وقال رئيس البلدية سمير الحلو", "وقال معالي رئيس البلدية سمير بن يوسف الحلو");
    const longer = `${full}\n${"ويصل إلى الحديقة درب مرصوف بحجارة النهر القديمة. ".repeat(6)}\n// انتهى //`;
    const direction = await between(
      at("x", longer, { source: "صحيفة المرجانة", byline: "سلمى الخطيب" }),
      at("y", TEXT, { source: "صحيفة النورس" }),
    );
    expect(rulesOf(direction)).toEqual(
      expect.arrayContaining(["wire-end", "own-reporter", "honorifics-dropped"]),
    );
    expect(direction.from).toBeNull();
    expect(direction.confidence).toBeLessThan(0.75);
  });
});

describe("a name far from the words that both have", () => {
  const around = "ولم تعلق الجهات الأخرى على ما جرى في تلك الأيام الباردة من شهر كانون. ".repeat(10);
  const mention = "وفي شأن آخر ذكرت صحيفة المرجانة أن سوق السمك سيغلق أسبوعين للصيانة.";
  test("may be the source of something else", async () => {
    const x = at("x", TEXT, { source: "صحيفة المرجانة" });
    const y = at("y", `${PARAGRAPHS[0]}\n${around}\n${mention}`, { source: "صحيفة النورس" });
    const direction = await between(x, y);
    expect(clue(direction, "names-elsewhere")!.values).toMatchObject({ from: "x", to: "y" });
    expect(direction.from).toBeNull();
    const near = at("y", `${mention}\n${PARAGRAPHS[0]}\n${around}`, { source: "صحيفة النورس" });
    expect(clue(await between(x, near), "names-outlet")!.weight).toBe(3.5);
  });
});
