import { describe, expect, it } from "vitest";
import { ReferenceKernel } from "../../src/kernel/reference.js";
import { fnv1a, stemCountsFor } from "../../src/language/stem-counts.js";
import { STEM_TABLE, STEM_TABLE_SUM, STEM_TABLE_VERSION } from "../../src/language/stem-table.generated.js";
import { wordOf } from "../../src/language/words.js";
import { tokenise } from "../../src/text/tokenise.js";

const kernel = new ReferenceKernel();
const text = (words: string) => tokenise(kernel, words);
const ARABIC = "قال وزير الداخلية في مؤتمر صحفي إن القوات ألقت القبض على المتهمين بعد عملية في المدينة أمس";
const ENGLISH =
  "the minister said on monday that the government would not change its policy after the meeting";

describe("shipped counts of stems", () => {
  it("are as they were made", () => {
    expect(STEM_TABLE_VERSION).toBe(1);
    expect(fnv1a(Buffer.from(STEM_TABLE, "base64"))).toBe(STEM_TABLE_SUM);
  });

  it("have the sum's published test vectors", () => {
    expect(fnv1a(new TextEncoder().encode("a"))).toBe(0xe40c292c);
    expect(fnv1a(new TextEncoder().encode("foobar"))).toBe(0xbf9cf968);
  });

  it("tell common stems from rare ones, whatever hangs before the word", () => {
    const counts = stemCountsFor(text(ARABIC))!;
    const of = (word: string) => counts.of(wordOf(word).stem);
    expect(of("وزير")).toBeGreaterThan(counts.documents / 20);
    expect(of("وللمؤتمر")).toBe(of("مؤتمر"));
    expect(of("زمهرير")).toBeLessThan(counts.documents / 1000);
    expect(of("وزير")).toBeGreaterThan(10 * of("غواصه"));
  });

  it("are those of the language of the text, and none where it is not known", () => {
    expect(stemCountsFor(text(ENGLISH))!.documents).not.toBe(stemCountsFor(text(ARABIC))!.documents);
    expect(
      stemCountsFor(text("bugün hükümet yeni bir karar aldı ve meclis toplantısı ertelendi")),
    ).toBeNull();
    expect(stemCountsFor(text(""))).toBeNull();
  });
});
