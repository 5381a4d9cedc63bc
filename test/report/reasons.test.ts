/** Why a pair got its verdict, in Arabic: every sentence that the stages can say, and what is quoted in it. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { createEngine } from "../../src/browser.js";
import type { Document } from "../../src/model/index.js";
import { reasonInArabic } from "../../src/page/report/words/reasons-ar.js";
import { sentenceParts, turnedReason } from "../../src/sentence.js";

const CORPUS = resolve(import.meta.dirname, "../../corpus/articles.jsonl");
const MATCH = resolve(import.meta.dirname, "../../src/match/verdict/explain.ts");
const quoted = (words: string) => `\u2068${words}\u2069`;

describe("reasons in Arabic", () => {
  it("are known for every pair of the corpus, related ones too, and keep what is quoted", async () => {
    const engine = await createEngine();
    for (const line of readFileSync(CORPUS, "utf8").trim().split("\n")) {
      const document = JSON.parse(line) as Document;
      if (document.text) engine.add(document);
    }
    const reasons = new Set<string>();
    for await (const match of engine.matches({ minVerdict: "same-news" }))
      for (const reason of match.explain) reasons.add(reason);
    await engine.close();
    expect(reasons.size).toBeGreaterThan(100);
    for (const reason of reasons) {
      const arabic = reasonInArabic(reason);
      expect(arabic, reason).toBeDefined();
      const words = (sentence: string) => sentenceParts(sentence).filter((part) => part.quoted);
      expect(words(arabic!)).toEqual(words(reason));
      expect(sentenceParts(arabic!).filter((part) => !part.quoted && /[a-z]/i.test(part.text))).toEqual([]);
    }
  });

  it("have a form for every sentence of explain.ts", () => {
    const list = `${quoted("655")} → ${quoted("612")}, nothing → ${quoted("لا")}, …`;
    const known: readonly string[] = [
      "no shared passage",
      "nothing shared but 1 standing formula",
      "nothing shared but 12 standing formulae",
      "9 % of the shorter text in 1 passage of 24 words; it is no standing formula",
      "62 % of the shorter text in 3 passages, the longest 88 words; none of them standing formula",
      "62 % of the shorter text in 2 passages, the longest 2 words; 2 more passages left out as standing formula",
      "all of either text stands in the other word for word",
      "93 % of either text or more stands in the other word for word",
      "the longer text has 300 words, the shorter 99: an excerpt, or one item of several",
      "40 % of one text has no equal in the other",
      "45 % of the words of the text that keeps more are the other's, the rest is told in other words",
      `3 changed facts inside the copied wording (${list})`,
      "90 % of the distinctive words agree: the same event told with changes, no template",
      `a template: in the shared wording 70 % of the figures differ (${list})`,
      "a template: the shared wording stands in many documents, and 50 % of the distinctive words differ",
      `a template: the shared wording stands in many documents, and 50 % of the distinctive words differ (${list})`,
      "much is said in the same order but in other words: reports of one thing, more likely than a copy",
      "too little shared wording, or too common, to be a copied sentence",
      `the same news: ${quoted("قطط")}, ${quoted("الميناء")} in both`,
    ];
    for (const reason of known) expect(reasonInArabic(reason), reason).toBeDefined();
    // Every sentence of the source has a fixed piece of three words or more, which stands in one of these.
    const source = readFileSync(MATCH, "utf8").replace(/\/\*.*?\*\/|\/\/.*$/gms, "");
    const said = [...source.matchAll(/`([^`]*)`|"([^"\n]*)"/g)]
      .map((found) => found[1] ?? found[2]!)
      .filter((text) => /\w+ \w+ \w+/.test(text));
    expect(said.length).toBeGreaterThan(12);
    for (const sentence of said) {
      const pieces = sentence.split(/\$\{[^}]*\}/).filter((piece) => /\w+ \w+ \w+/.test(piece));
      for (const piece of pieces)
        expect(
          known.some((reason) =>
            reason.includes(
              piece
                .trim()
                .replace(/[($]+$/, "")
                .trim(),
            ),
          ),
          piece,
        ).toBe(true);
    }
  });

  it("turn the arrow, count as Arabic counts, and leave unknown sentences alone", () => {
    expect(
      reasonInArabic(
        `2 changed facts inside the copied wording (${quoted("655")} → ${quoted("612")}, nothing → ${quoted("لا")})`,
      ),
    ).toBe(`تغيرت واقعتان داخل النص المنقول (${quoted("655")} ← ${quoted("612")}، لا شيء ← ${quoted("لا")})`);
    expect(reasonInArabic("9 % of the shorter text in 1 passage of 3 words; it is no standing formula")).toBe(
      "\u200e9% من النص الأقصر في مقطع واحد من 3 كلمات؛ وليس صيغة ثابتة",
    );
    expect(reasonInArabic("another thing")).toBeUndefined();
  });
});

describe("reasons with the texts changed over", () => {
  it("say each changed fact the other way round, and nothing else", () => {
    const reason = `2 changed facts inside the copied wording (${quoted("655")} → ${quoted("612")}, nothing → ${quoted("لا")})`;
    const turned = `2 changed facts inside the copied wording (${quoted("612")} → ${quoted("655")}, ${quoted("لا")} → nothing)`;
    expect(turnedReason(reason)).toBe(turned);
    expect(turnedReason(turned)).toBe(reason);
    expect(turnedReason("no shared passage")).toBe("no shared passage");
  });
});
