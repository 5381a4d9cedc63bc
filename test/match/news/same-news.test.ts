import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ReferenceKernel } from "../../../src/kernel/reference.js";
import { NEWS_MODEL } from "../../../src/match/news/model.generated.js";
import { type NewsText, newsFeaturesOf, sameNews } from "../../../src/match/news/same-news.js";
import { tokenise } from "../../../src/text/tokenise.js";

const kernel = new ReferenceKernel();
const DAY = 86_400_000;

function news(text: string, title = "", instant = Number.NaN): NewsText {
  return { ...tokenise(kernel, text), title, instant };
}

// Invented.
const BRIDGE =
  "أعلن محافظ درنوة سالم الراجحي افتتاح جسر الخابون المعلق فوق وادي الزيتون بعد أعمال استمرت أربعة أعوام بكلفة 83 مليون دينار. " +
  "وأوضح الراجحي أن الجسر يختصر الطريق بين ضفتي الوادي إلى سبع دقائق، وأن العبور عليه مجاني للحافلات حتى نهاية الصيف.";
const BRIDGE_RETOLD =
  "صار بإمكان سكان ضفتي وادي الزيتون العبور في سبع دقائق عبر جسر الخابون المعلق، الذي دشنه اليوم المحافظ سالم الراجحي في درنوة. " +
  "وبلغت كلفة الجسر 83 مليون دينار، وتعبره الحافلات مجانا طوال الصيف، وفق ما أوضح الراجحي.";
const FLOOD =
  "غمرت السيول أحياء من بلدة القرينات فجر الثلاثاء، ونقل رجال الدفاع المدني 240 عائلة إلى ثلاث مدارس. " +
  "وحذر رئيس البلدية ناصر الحمداني من ارتفاع منسوب سد الرمانة وطلب من الأهالي الابتعاد عن مجرى النهر.";

describe("same news", () => {
  it("is told of one statement in other words, and not of another event", () => {
    expect(sameNews(news(BRIDGE), news(BRIDGE_RETOLD), null)).toBeGreaterThan(0.5);
    expect(sameNews(news(BRIDGE), news(FLOOD), null)).toBeLessThan(0.05);
    expect(sameNews(news(BRIDGE), news(BRIDGE), null)).toBeGreaterThan(0.97);
  });

  it("is less likely the further apart, and where figures of the openings differ", () => {
    const first = news(BRIDGE, "", 0);
    const chances = [0, 1, 2, 3].map((days) => sameNews(first, news(BRIDGE_RETOLD, "", days * DAY), null));
    expect(chances).toEqual([...chances].sort((x, y) => y - x));
    const other = news(BRIDGE_RETOLD.replace("83", "96"));
    expect(newsFeaturesOf(news(BRIDGE), other, null).otherFigures).toBe(1);
    expect(sameNews(news(BRIDGE), other, null)).toBeLessThan(
      sameNews(news(BRIDGE), news(BRIDGE_RETOLD), null),
    );
  });

  it("is symmetric, and every feature but closeness is between 0 and 1, for any texts", () => {
    const word = fc.constantFrom(...BRIDGE.split(" "), ...FLOOD.split(" "), "the", "83", "٨٣", "。", "𝒳");
    const anyText = fc.array(word, { maxLength: 120 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(anyText, anyText, anyText, fc.integer({ min: 0, max: 9 }), (x, y, title, days) => {
        const [a, b] = [news(x, title, 0), news(y, "", days * DAY)];
        const there = newsFeaturesOf(a, b, null);
        expect(newsFeaturesOf(news(y, "", days * DAY), news(x, title, 0), null)).toEqual(there);
        for (const [name, value] of Object.entries(there)) {
          expect(value, name).toBeGreaterThanOrEqual(name === "closeness" ? -1 : 0);
          expect(value, name).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("has a version", () => {
    expect(NEWS_MODEL.version).toBeGreaterThan(0);
    expect(NEWS_MODEL.data).not.toBe("");
  });
});
