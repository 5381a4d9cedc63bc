/**
 * Why a pair got its verdict, in words: how much of which text, how long in one piece, what was formula, what
 * differs inside, and what that makes of it.
 */

import type { ChangedFact, Passage, Verdict } from "../../model/index.js";
import { isReuse } from "../../model/verdicts.js";
import { tokenRange } from "../../text/token-range.js";
import type { TokenisedText } from "../../text/tokenise.js";
import type { Background } from "../background.js";
import type { Features } from "../features/features.js";
import { connectingWords } from "../related/related.js";

export interface Grounds {
  readonly verdict: Verdict;
  readonly values: Features;
  readonly passages: readonly Passage[];
  readonly facts: readonly ChangedFact[];
  readonly titles: { readonly a: string; readonly b: string };
  readonly background: Background | null;
}

/** Share of figures that differ from which shared wording is a template's. */
const TEMPLATE_FIGURES = 0.5;
/** Formula in the matched words (2^3 - 1 tokens) from which a pair is looked at as a template. */
const FORMULA_FELT = 3;
/** Share of distinctive words in common below which equal wording is of another event. */
const OTHER_EVENT_SHARE = 0.7;
/** Share of equal words in the text with more of them from which "too little" would sound wrong. */
const MUCH_SHARED = 0.2;
const FACTS_NAMED = 3;
const WORDS_NAMED = 5;

export function explain(a: TokenisedText, b: TokenisedText, grounds: Grounds): string[] {
  const reasons = [passagesSaid(a, b, grounds.passages)];
  const { verdict, values } = grounds;
  if (isReuse(verdict)) {
    reasons.push(...reuseSaid(a, b, verdict, grounds));
  } else if (isTemplate(values)) {
    reasons.push(templateSaid(values, grounds.facts));
  } else if (grounds.passages.some(isContent)) {
    reasons.push(
      values.equalMore >= MUCH_SHARED
        ? "much is said in the same order but in other words: reports of one thing, more likely than a copy"
        : "too little shared wording, or too common, to be a copied sentence",
    );
  }
  if (verdict === "same-news") {
    const words = connectingWords(a, b, grounds.titles, grounds.background, WORDS_NAMED);
    reasons.push(`the same news: ${words.map(shown).join(", ")} in both`);
  }
  return reasons;
}

/** Whether the figures are those of another event. */
export function hasOtherFigures({ changedFigures }: Features): boolean {
  return changedFigures >= TEMPLATE_FIGURES;
}

function isTemplate(values: Features): boolean {
  const { formula, distinctiveMore } = values;
  return hasOtherFigures(values) || (formula >= FORMULA_FELT && distinctiveMore < OTHER_EVENT_SHARE);
}

const isContent = (passage: Passage): boolean => passage.kind !== "boilerplate";

function passagesSaid(a: TokenisedText, b: TokenisedText, passages: readonly Passage[]): string {
  const content = passages.filter(isContent);
  const formulae = passages.length - content.length;
  if (content.length === 0) {
    return formulae === 0
      ? "no shared passage"
      : `nothing shared but ${counted(formulae, "standing formula")}`;
  }
  const shorterIsA = a.ids.length <= b.ids.length;
  const text = shorterIsA ? a : b;
  const lengths = content.map((passage) => {
    const [from, to] = tokenRange(text, shorterIsA ? passage.a : passage.b);
    return to - from;
  });
  const covered = lengths.reduce((sum, length) => sum + length, 0);
  const share = percent(covered / Math.max(1, text.ids.length));
  const longest = `${Math.max(...lengths)} words`;
  const extent =
    content.length === 1 ? `1 passage of ${longest}` : `${content.length} passages, the longest ${longest}`;
  return `${share} of the shorter text in ${extent}; ${formulaSaid(formulae, content.length)}`;
}

function formulaSaid(formulae: number, passages: number): string {
  if (formulae > 0) return `${counted(formulae, "more passage")} left out as standing formula`;
  return passages === 1 ? "it is no standing formula" : "none of them standing formula";
}

function reuseSaid(
  a: TokenisedText,
  b: TokenisedText,
  verdict: Verdict,
  { values, facts }: Grounds,
): string[] {
  const reasons: string[] = [];
  const [shorter, longer] = [a.ids.length, b.ids.length].sort((x, y) => x - y) as [number, number];
  if (verdict === "copy") {
    const share =
      values.equalLess === 1 ? "all of either text" : `${percent(values.equalLess)} of either text or more`;
    reasons.push(`${share} stands in the other word for word`);
  } else if (verdict === "rewrite") {
    reasons.push(
      `${percent(values.equalMore)} of the words of the text that keeps more are the other's, the rest is told in other words`,
    );
  } else if (shorter < 0.5 * longer && values.equalMore >= 0.7) {
    reasons.push(
      `the longer text has ${longer} words, the shorter ${shorter}: an excerpt, or one item of several`,
    );
  } else {
    reasons.push(`${percent(1 - values.equalLess)} of one text has no equal in the other`);
  }
  if (facts.length > 0) {
    reasons.push(`${counted(facts.length, "changed fact")} inside the copied wording (${factsSaid(facts)})`);
    if (values.formula >= FORMULA_FELT) {
      reasons.push(
        `${percent(values.distinctiveMore)} of the distinctive words agree: the same event told with changes, no template`,
      );
    }
  }
  return reasons;
}

function templateSaid(values: Features, facts: readonly ChangedFact[]): string {
  if (hasOtherFigures(values)) {
    return `a template: in the shared wording ${percent(values.changedFigures)} of the figures differ (${factsSaid(facts)})`;
  }
  const differing = percent(1 - values.distinctiveMore);
  const named = facts.length === 0 ? "" : ` (${factsSaid(facts)})`;
  return `a template: the shared wording stands in many documents, and ${differing} of the distinctive words differ${named}`;
}

function factsSaid(facts: readonly ChangedFact[]): string {
  const named = facts.slice(0, FACTS_NAMED).map(({ a, b }) => `${shown(a.text)} → ${shown(b.text)}`);
  return named.join(", ") + (facts.length > FACTS_NAMED ? ", …" : "");
}

/** Words of an article inside a sentence of ours: in a Unicode isolate, so that the sentence keeps its order. */
function shown(text: string): string {
  if (text === "") return "nothing";
  return `\u2068${text.replace(/[\p{Cc}\p{Cf}]/gu, "").replace(/\s+/gu, " ")}\u2069`;
}

/** "62 %", never "100 %" or "0 %" where it is not all or nothing. */
function percent(share: number): string {
  const rounded = Math.round(100 * share);
  const bounded = share >= 1 ? 100 : share <= 0 ? 0 : Math.min(99, Math.max(1, rounded));
  return `${bounded} %`;
}

function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return noun.endsWith("formula") ? `${count} ${noun}e` : `${count} ${noun}s`;
}
