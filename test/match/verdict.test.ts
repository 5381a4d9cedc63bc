import { describe, expect, it } from "vitest";
import type { Background } from "../../src/match/background.js";
import { changedFacts } from "../../src/match/facts/facts.js";
import { alignTexts } from "../../src/match/passages/align.js";
import { judge } from "../../src/match/verdict/verdict.js";
import type { Verdict } from "../../src/model/index.js";
import { backgroundOf, tokens } from "./align-support.js";

const HARVEST =
  "بدأ مزارعو وادي النخيل موسم قطاف الرمان بعد أسبوعين من الأمطار الغزيرة التي غمرت البساتين السفلى. " +
  "وقال رئيس الجمعية سليم القرطاسي إن الأشجار المسنة نجت بفضل المصاطب الحجرية التي رممها المتطوعون في الربيع. " +
  "وينتظر أن تعرض الثمار في سوق الخميس إلى جانب دبس الرمان وأقراص التين المجففة التي تصنعها نساء القرية.";
const BRIDGE =
  "أعيد فتح الجسر الخشبي فوق نهر السنديان أمام المشاة بعد ترميم دام ثلاثة أشهر. " +
  "واستبدل النجارون ألواحه المتآكلة بخشب الأرز، ووضعوا مصابيح صغيرة على جانبيه يضيئها الأطفال كل مساء.";
const SCHOOL =
  "نظمت مدرسة الياسمين مهرجانا للقراءة شارك فيه مئة وعشرون تلميذا وتلميذة من الصفوف الأولى. " +
  "وتبادل المشاركون كتبهم القديمة، ورسموا شخصيات الحكايات على جدار طويل في الملعب الجنوبي.";

const cable = (country: string, president: string) =>
  `بعث حاكم الجزيرة برقية تهنئة إلى رئيس جمهورية ${country} ${president} بمناسبة ذكرى اليوم الوطني لبلاده. ` +
  `وأعرب الحاكم في برقيته عن أصدق التهاني وأطيب التمنيات بالصحة والسعادة للرئيس ${president} ولحكومة وشعب ${country} الصديق دوام التقدم والازدهار.`;
/** An invented name: letters that spell the number. */
const name = (k: number): string =>
  `${[..."بتجدر"][k % 5]! + String(k).replace(/\d/gu, (digit) => "سمنولفقكضط"[Number(digit)]!)}ان`;
const CABLES = Array.from({ length: 60 }, (_, k) => cable(name(k), `${name(k + 100)} ${name(k + 200)}`));

const UNTITLED = { titles: { a: "", b: "" }, daysApart: null };

function judged(
  a: string,
  b: string,
  {
    background = null,
    circumstances = UNTITLED,
    least = "none",
  }: {
    background?: Background | null;
    circumstances?: typeof UNTITLED | { titles: { a: string; b: string }; daysApart: number | null };
    least?: Verdict;
  } = {},
) {
  const [x, y] = [tokens(a), tokens(b)];
  const passages = alignTexts(x, y, background);
  const facts = () => changedFacts(x, y, passages, background);
  return judge(x, y, passages, facts, circumstances, background, least);
}

describe("judge", () => {
  it("calls a text and itself whole, and strangers none", () => {
    expect(judged(HARVEST, HARVEST)).toMatchObject({ verdict: "copy" });
    expect(judged(HARVEST, HARVEST).probability).toBeGreaterThan(0.95);
    expect(judged(HARVEST, BRIDGE)).toMatchObject({ verdict: "none" });
    expect(judged(HARVEST, BRIDGE).probability).toBeLessThan(0.05);
    expect(judged("", "")).toMatchObject({ verdict: "none" });
  });

  it("calls a text in one of five times its length an excerpt, however little new words that one has", () => {
    const longer = Array.from(
      { length: 5 },
      (_, part) => `${HARVEST.replaceAll(" ", ` ${"abcde"[part]} `)}`,
    ).join("\n");
    expect(judged(HARVEST, `${HARVEST}\n${longer}`)).not.toMatchObject({ verdict: "copy" });
  });

  it("calls nearly equal texts whole, however few words they are made of", () => {
    const drum = "بوم ".repeat(400);
    expect(judged(drum, `${drum} طاخ`)).toMatchObject({ verdict: "copy" });
    expect(judged(drum, `${drum}${"طاخ ".repeat(350)}`)).toMatchObject({ verdict: "excerpt" });
  });

  it("calls a lightly edited reprint whole", () => {
    const edited = HARVEST.replace("بدأ", "انطلق").replace("الغزيرة ", "").replace("وقال", "وأكد");
    expect(judged(HARVEST, edited)).toMatchObject({ verdict: "copy" });
  });

  it("calls an item inside a roundup partial, and says how much of which text", () => {
    const roundup = `${SCHOOL} من جهة أخرى، ${BRIDGE} ${HARVEST}`;
    const { verdict, explain } = judged(BRIDGE, roundup);
    expect(verdict).toBe("excerpt");
    expect(explain[0]).toMatch(
      /^(?:9\d|100) % of the shorter text in 1 passage of \d+ words; it is no standing formula$/u,
    );
    expect(explain.join(" ")).toMatch(/an excerpt, or one item of several/u);
  });

  it("names what was changed inside copied wording", () => {
    const changed = BRIDGE.replace("ثلاثة أشهر", "خمسة أشهر");
    expect(judged(BRIDGE, changed).verdict).toBe("copy");
    expect(judged(BRIDGE, changed).explain.join(" ")).toMatch(
      /1 changed fact inside the copied wording \(.*→.*\)/u,
    );
  });

  it("tells a template from a copy once the collection shows the formula, and says so", () => {
    const stories = Array.from(
      { length: 400 },
      (_, k) => `${k} ${SCHOOL.slice(k % 90)} ${HARVEST.slice(k % 70)}`,
    );
    const background = backgroundOf([...CABLES, ...stories].map(tokens));
    const { verdict, explain } = judged(CABLES[0]!, CABLES[1]!, { background });
    expect(["none", "same-news"]).toContain(verdict);
    expect(explain.join(" ")).toMatch(/template|standing formula/u);
  });

  it("tells the bulletin of another day from an update, with and without a collection", () => {
    const bulletin = (day: string, [first, second, third, fourth]: readonly number[]) =>
      `تتوقع مصلحة الأنواء يوم ${day} طقسا معتدلا في الوادي، ودرجة حرارة صغرى ${first} وعظمى ${second} عند المرفأ، ` +
      `وريحا شمالية سرعتها ${third} عقدة، وموجا ارتفاعه ${fourth} أقدام في الخليج الشرقي.`;
    const monday = bulletin("الاثنين", [9, 17, 12, 3]);
    expect(judged(monday, bulletin("الثلاثاء", [11, 21, 18, 5]))).toMatchObject({ verdict: "none" });
    expect(judged(monday, bulletin("الثلاثاء", [11, 21, 18, 5])).explain.join(" ")).toMatch(
      /a template: .* figures differ/u,
    );
    const update = HARVEST.replace("أسبوعين", "ثلاثة أسابيع");
    expect(judged(HARVEST, update).verdict).toBe("copy");
  });

  it("calls a text of under 20 words whole only if bodies and titles are equal", () => {
    const short = "أعلنت البلدية إغلاق الطريق الساحلي مساء الأحد لإصلاح الإنارة.";
    const titled = (a: string, b: string) => ({ titles: { a, b }, daysApart: null });
    expect(judged(short, short, { circumstances: titled("إغلاق الطريق", "اغلاق الطريق!") }).verdict).toBe(
      "copy",
    );
    expect(
      judged(short, short, { circumstances: titled("إغلاق الطريق", "عطل في الإنارة") }).verdict,
    ).not.toBe("copy");
    expect(judged(short, short.replace("مساء", "صباح")).verdict).not.toBe("copy");
  });

  it("looks for related and gives reasons only where they matter", () => {
    expect(judged(HARVEST, BRIDGE, { least: "excerpt" })).toMatchObject({ verdict: "none", explain: [] });
    expect(judged(HARVEST, BRIDGE).explain.length).toBeGreaterThan(0);
    expect(judged(HARVEST, HARVEST, { least: "excerpt" }).explain.length).toBeGreaterThan(0);
  });
});
