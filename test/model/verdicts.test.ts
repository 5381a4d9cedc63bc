import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  isReuse,
  STRONGEST_FIRST,
  VERDICT_MEANINGS,
  VERDICTS,
  VERDICTS_ARABIC,
  verdictLines,
} from "../../src/model/verdicts.js";

test("reuse is what is an excerpt or more", () => {
  expect(VERDICTS.filter(isReuse)).toEqual(["excerpt", "rewrite", "copy"]);
  expect(isReuse(null)).toBe(false);
  expect(STRONGEST_FIRST).toEqual(["copy", "rewrite", "excerpt", "same-news", "none"]);
});

test("the README says of each verdict what the program prints", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8").replace(/\s+/gu, " ");
  for (const verdict of VERDICTS) {
    expect(readme).toContain(`- **${verdict}**: ${VERDICT_MEANINGS[verdict]}.`);
    expect(VERDICTS_ARABIC[verdict].word).toMatch(/\p{Script=Arabic}/u);
  }
  expect(verdictLines(["none", "copy"])).toEqual([
    `copy: ${VERDICT_MEANINGS.copy}`,
    `none: ${VERDICT_MEANINGS.none}`,
  ]);
});
