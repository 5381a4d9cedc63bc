import { describe, expect, it } from "vitest";
import { alignmentCells, alignTexts } from "../../src/match/passages/align.js";
import { backgroundOf, shown, tokens } from "./align-support.js";

const BAKERY =
  "افتتح خباز القرية فرنا حجريا جديدا قرب الساحة القديمة، ودعا الجيران إلى تذوق أول رغيف يخرج منه عند الفجر.";
const KITES =
  "أطلق تلاميذ المدرسة خمسين طائرة ورقية فوق التلة الغربية، وفازت طائرة على هيئة سلحفاة بإعجاب لجنة التحكيم.";
const LIGHTHOUSE =
  "The keeper of the old lighthouse painted its door green again, because the gulls seemed to prefer that colour in spring.";
const OTHER = "تتساقط الثلوج على المرتفعات الشمالية بينما يستعد الصيادون لموسم طويل وهادئ في البحيرات.";

const align = (a: string, b: string) =>
  alignTexts(tokens(a), tokens(b), null).map((passage) => ({ ...passage, ...shown(a, b, passage) }));

describe("alignTexts", () => {
  it("finds nothing between texts that share nothing", () => {
    expect(align(BAKERY, KITES)).toEqual([]);
    expect(align("", KITES)).toEqual([]);
    expect(align("كلمة", "كلمة أخرى")).toEqual([]);
  });

  it("finds a sentence copied into another text, from its first word to its last", () => {
    const found = align(KITES, `${OTHER} ${KITES} ${BAKERY}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: "verbatim", similarity: 1, edits: [] });
    expect(found[0]!.b).toBe(KITES.slice(0, -1));
  });

  it("sees through letters that vary", () => {
    const varied = KITES.replace(/أ/gu, "ا").replace(/ة/gu, "ه").replace("التلة", "التلّـــة");
    expect(align(KITES, varied)).toMatchObject([{ kind: "verbatim", similarity: 1 }]);
  });

  it("names what was replaced, left out and put in", () => {
    const found = align(
      LIGHTHOUSE,
      "The keeper of the old lighthouse painted its window green, because the noisy gulls seemed to prefer that colour in spring.",
    );
    expect(found).toHaveLength(1);
    expect(found[0]!.kind).toBe("edited");
    expect(found[0]!.edits).toEqual(["door>window", "again>", ">noisy"]);
  });

  it("gives a roundup of two items two passages, whatever their order", () => {
    const found = align(`${BAKERY}\n${KITES}`, `${KITES}\n${OTHER}\n${LIGHTHOUSE}\n${OTHER}\n${BAKERY}`);
    expect(found.map(({ kind }) => kind)).toEqual(["verbatim", "verbatim"]);
    expect(found.map(({ a }) => a)).toEqual([BAKERY.slice(0, -1), KITES.slice(0, -1)]);
  });

  it("keeps the sentences of one paragraph together when they change places", () => {
    const first = "زرع البستاني أربعين شجرة لوز على طرف الوادي الجنوبي خلال أسبوع واحد.";
    const second = "وتبرعت مكتبة الحي بصناديق خشبية لحفظ الشتلات من الصقيع ليلا.";
    const third = "وسيحمل كل تلميذ دلوا صغيرا لسقي شجرته كل صباح قبل الدرس.";
    const found = align(`${first} ${second} ${third}`, `${OTHER} ${third} ${first} ${second} ${LIGHTHOUSE}`);
    expect(found).toHaveLength(1);
    expect(found[0]!.a).toBe(`${first} ${second} ${third}`.slice(0, -1));
    expect(found[0]!.b).toBe(`${third} ${first} ${second}`.slice(0, -1));
  });

  it("parts what ten foreign words part", () => {
    const inserted = "وكان الطقس في ذلك اليوم مشمسا على غير ما توقعت النشرة الجوية المسائية";
    const [first, second] = [BAKERY, KITES];
    expect(align(`${first} ${second}`, `${first} ${inserted}. ${second}`)).toHaveLength(2);
  });

  it("is no passage: four words that stand in many texts", () => {
    expect(align(`${BAKERY} على الرغم من ذلك`, `${KITES} على الرغم من ذلك`)).toEqual([]);
  });

  it("calls quotation what both texts quote", () => {
    const quote = "لا نبيع الخبز قبل أن يبرد الفرن، ومن جاء مبكرا شرب الشاي معنا وانتظر";
    const found = align(`وقال الخباز: «${quote}».`, `ابتسم الرجل العجوز ثم أجاب "${quote}" ومضى.`);
    expect(found).toMatchObject([{ kind: "quotation", a: quote, b: quote }]);
  });

  it("reports a trailer as boilerplate, however short", () => {
    const trailer = "للمزيد من التفاصيل يمكن الرجوع إلى المصدر: وكالة الوادي";
    const found = align(`${BAKERY}\n${trailer}`, `${KITES}\n${trailer}`);
    expect(found).toMatchObject([{ kind: "boilerplate" }]);
  });

  it("learns a formula from the documents that hold it, and splits it off what was copied", () => {
    const standing = "يذكر أن نادي الفلك الريفي تأسس قبل ثلاثين سنة ويضم مرصدا صغيرا فوق سطح البلدية";
    const many = Array.from({ length: 60 }, (_, k) =>
      tokens(`خبر رقم ${k} عن أمر آخر تماما ${"abcdefghij"[k % 10]}${k}. ${standing}.`),
    );
    const a = `${KITES}\n${standing}.`;
    const b = `${KITES}\n${standing}.`.replace("الغربية", "الشرقية");
    const background = backgroundOf([...many, tokens(a), tokens(b)]);
    const kinds = alignTexts(tokens(a), tokens(b), background).map(({ kind }) => kind);
    expect(kinds).toEqual(["edited", "boilerplate"]);
    expect(alignTexts(tokens(a), tokens(b), null).map(({ kind }) => kind)).toEqual(["edited"]);
  });

  it("names a sentence told in other words", () => {
    const found = align(
      "عثر غواصون هواة قرب مرفأ الصيادين على مرساة نحاسية ضخمة نقش عليها اسم سفينة غرقت قبل مئة عام، وستعرض في متحف البلدة.",
      "سفينة غرقت منذ مئة عام تعود إلى الذاكرة: غواصون هواة وجدوا قرب مرفأ الصيادين مرساة ضخمة من نحاس منقوشا عليها اسمها، وسوف تعرض بمتحف البلدة.",
    );
    expect(found).toMatchObject([{ kind: "rewritten" }]);
  });

  it("bounds its work on texts of one word", () => {
    const before = alignmentCells();
    const found = alignTexts(tokens("باب ".repeat(100_000)), tokens("باب ".repeat(99_999)), null);
    expect(found).toHaveLength(1);
    expect(alignmentCells() - before).toBeLessThan(100_000);
  });
});
