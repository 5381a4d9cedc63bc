import { expect, test } from "vitest";
import { beginningOf, clearestHeadline } from "../../src/stories/headline.js";

test("the headline that says what all say is the clearest", () => {
  const headlines = [
    "شاهد بالصور ما حدث اليوم",
    "افتتاح جسر الخابون في درنوة",
    "محافظ درنوة يفتتح جسر الخابون بعد أربعة أعوام",
  ];
  expect(clearestHeadline(headlines)).toContain("جسر الخابون");
  expect(clearestHeadline(["", "news/day/one.txt", "دمشق - سانا"])).toBeUndefined();
  expect(clearestHeadline([])).toBeUndefined();
});

test("a text without a headline is named by its first sentence", () => {
  expect(beginningOf("دمشق-سانا\n\nأعلنت الوزارة فتح المعبر غدا. وقالت إن العمل اكتمل.")).toBe(
    "أعلنت الوزارة فتح المعبر غدا",
  );
  expect(beginningOf("word ".repeat(80)).length).toBeLessThan(120);
  expect(beginningOf("")).toBe("");
});
