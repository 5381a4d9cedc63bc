/**
 * Words that turn a statement round or weaken it, folded as `foldLetters` does: negations, and verbs of saying
 * by the stance they take.
 */

import type { Stance } from "../model/provenance.js";
import { foldLetters } from "../text/letters.js";
import { VERB_FORMS } from "./lexicon/forms.js";

const NEGATIONS = new Set(
  "لا لم لن ليس ليست ليسوا لسنا لست غير عدم دون بدون not no never cannot without ne pas jamais".split(" "),
);

/** What follows a negation that denies nothing: "no doubt", "or else". */
const IDIOMS = new Set("شك بد سيما ذلك doubt only".split(" "));

export function isIdiom(folded: string): boolean {
  return IDIOMS.has(folded);
}

/** A verb of saying that has other meanings too takes no stance by itself; nor does a noun written like one. */
const UNSURE = new Set("ذكر حذر رد وعد عد ختم كشف وصف نقل".split(" ").map(foldLetters));

const STANCE_OF = new Map<string, Stance>();
for (const { word, stance, takes } of VERB_FORMS) {
  if (takes.has("opens") || takes.has("close") || takes.has("mute")) continue;
  const folded = foldLetters(word);
  if (!STANCE_OF.has(folded) && !(UNSURE.has(folded) && stance !== "neutral")) STANCE_OF.set(folded, stance);
}
/** Adverbs that doubt as the verbs do. */
for (const word of ["reportedly", "allegedly"]) STANCE_OF.set(word, "doubting");
STANCE_OF.set("نقلا", "neutral");

export function isNegation(folded: string): boolean {
  return NEGATIONS.has(folded) || (beginsWithAnd(folded) && NEGATIONS.has(folded.slice(1)));
}

/** The stance of a verb of saying; undefined for any other word. */
export function stanceOf(folded: string): Stance | undefined {
  return STANCE_OF.get(folded) ?? (beginsWithAnd(folded) ? STANCE_OF.get(folded.slice(1)) : undefined);
}

function beginsWithAnd(folded: string): boolean {
  const first = folded[0];
  return first === "و" || first === "ف";
}
