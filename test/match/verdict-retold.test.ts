import { expect, test } from "vitest";
import { features, settled } from "../../src/match/features/features.js";
import { relatedness } from "../../src/match/related/related.js";
import { MODEL } from "../../src/match/verdict/model.generated.js";
import { decide } from "../../src/match/verdict/verdict.js";
import { tokens } from "./align-support.js";

const A = tokens("رمم النجارون الجسر الخشبي القديم في ثلاثة أشهر واستبدلوا ألواحه المتآكلة بخشب الأرز");
const B = tokens("في ثلاثة أشهر أعاد النجارون للجسر القديم ألواحه من خشب الأرز بدل تلك التي تآكلت");
const circumstances = { titles: { a: "", b: "" }, daysApart: 0 };
const values = { ...settled(features(A, B, [], () => [], null)), densest: 0.3, retold: 12, equalMore: 0.4 };
const event = relatedness(A, B, circumstances, null);

test("a sentence told in other words is evidence only between texts about one event", () => {
  const answer = (leads: number, seeksRelated: boolean) =>
    decide(
      A,
      B,
      {
        features: values,
        relatedness: () => ({ ...event, leads, together: 3 * leads, shared: 10 * leads, closeness: 1 }),
        seeksRelated,
        circumstances,
      },
      MODEL.few,
      MODEL.related,
    );
  expect(answer(1, true)).toMatchObject({ verdict: "excerpt" });
  expect(answer(1, false)).toMatchObject({ verdict: "excerpt" });
  expect(answer(0, true)).toMatchObject({ verdict: "none" });
  expect(answer(0, true).probability).toBeLessThan(0.5);
});
