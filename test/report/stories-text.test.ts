import { expect, it } from "vitest";
import type { NewsStory } from "../../src/model/index.js";
import { storyText } from "../../src/report/text/stories.js";

const IDS = ["a", "b", "c"];
const story: NewsStory = {
  ...{ id: "a", title: "افتتاح الجسر", canonical: "a", earliest: "a", weakestLink: null, seeAlso: [] },
  members: IDS.map((id) => ({ id, relation: "copy", to: "a", share: 1, sameNews: 1 }) as never),
  ...{ series: false, model: 1 },
};

it.each([
  [[undefined, undefined, undefined], "3 reports · outlets not named"],
  [["النهر", undefined, undefined], "3 reports · 1 outlet, others not named"],
  [["النهر", "الجبل", "النهر"], "3 reports · 2 outlets"],
])("counts the outlets of %j as %s", (sources, expected) => {
  const labelOf = (id: string) => {
    const source = sources[IDS.indexOf(id)];
    return source === undefined ? { id } : { id, source };
  };
  const style = { columns: 80, colour: false, isolates: false };
  const lines = storyText(story, 1, labelOf as never, () => undefined, style).split("\n");
  expect(lines[1]!.trim()).toBe(expected);
});
