/**
 * The verdicts on a pair: their order, and what each means. Help texts, legends and reports print these words; the
 * README repeats them, and a test compares.
 */

import type { ItemVerdict } from "./answer.js";
import type { Verdict } from "./match.js";

/** From the least to the strongest. */
export const VERDICTS: readonly Verdict[] = ["none", "same-news", "excerpt", "rewrite", "copy"];

/** From the strongest to the least, as they are shown. */
export const STRONGEST_FIRST: readonly Verdict[] = VERDICTS.toReversed();

export const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  copy:
    "one text: four fifths of the shorter stand in the other, verbatim or lightly edited, and the longer adds less " +
    "than half its length",
  rewrite:
    "one retells the other, or both one source, over most of the shorter: the same facts in the same order, sentence " +
    "by sentence, much of it in other words",
  excerpt:
    "at least a sentence or 15 content words beyond formulae, names and titles stand in both, verbatim or closely " +
    "reworded",
  "same-news": "the same statement, decision or incident, told independently",
  none:
    "nothing of this; another statement on the same incident, a follow-up, another session or another flight is none " +
    "too",
};

/** What an index answers to an item. */
export const ITEM_VERDICT_MEANINGS: Readonly<Record<ItemVerdict, string>> = {
  new: "nothing like it is kept",
  duplicate: "the same item, or a copy of a kept one",
  update: "the same item again, extended or corrected",
  rewrite: "it retells a kept one, or both one source, over most of the shorter",
  excerpt: "nine tenths of it stand in a kept one",
  contains: "nine tenths of a kept one stand in it",
};

/** The same in Arabic: the word, and what it means. */
export const VERDICTS_ARABIC: Readonly<Record<Verdict, { readonly word: string; readonly meaning: string }>> =
  {
    copy: {
      word: "نسخة",
      meaning:
        "نص واحد: أربعة أخماس النص الأقصر في الآخر، بحروفها أو بتعديل طفيف، ولا يزيد الأطول عليه أكثر من نصف طوله",
    },
    rewrite: {
      word: "إعادة صياغة",
      meaning:
        "يروي أحدهما الآخر، أو يروي كلاهما مصدرا واحدا، في معظم الأقصر: الوقائع نفسها بترتيبها، جملة جملة، وكثير منها بكلمات أخرى",
    },
    excerpt: {
      word: "مقتطف",
      meaning:
        "جملة على الأقل، أو خمس عشرة كلمة ذات معنى غير الصيغ والأسماء والألقاب، في النصين معا، بحروفها أو قريبة منها",
    },
    "same-news": {
      word: "الخبر نفسه",
      meaning: "البيان أو القرار أو الحادث نفسه، رواه كل منهما بكلامه",
    },
    none: {
      word: "لا صلة",
      meaning: "لا شيء من هذا؛ وبيان آخر عن الحادث نفسه أو متابعة له أو جلسة أخرى أو رحلة أخرى لا صلة أيضا",
    },
  };

/** The meanings as lines for a help text or a legend, the strongest first; of all verdicts or of some. */
export function verdictLines(verdicts: readonly Verdict[] = VERDICTS): string[] {
  return STRONGEST_FIRST.filter((verdict) => verdicts.includes(verdict)).map(
    (verdict) => `${verdict}: ${VERDICT_MEANINGS[verdict]}`,
  );
}

/** The place in `VERDICTS`: the stronger, the higher. */
export function verdictRank(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict);
}

export function isAtLeast(verdict: Verdict, least: Verdict): boolean {
  return verdictRank(verdict) >= verdictRank(least);
}

/** Whether one text took from the other, or both from a third. Null, the verdict on an unseen source, is no reuse. */
export function isReuse(verdict: Verdict | null): boolean {
  return verdict !== null && isAtLeast(verdict, "excerpt");
}
