/**
 * Words that turn a statement round or weaken it, folded as `foldLetters` does: negations, and verbs of saying
 * by the stance they take.
 */

const NEGATIONS = new Set(
  "لا لم لن ليس ليست ليسوا لسنا لست غير عدم دون بدون not no never cannot without ne pas jamais".split(" "),
);

/** What follows a negation that denies nothing: "no doubt", "or else". */
const IDIOMS = new Set("شك بد سيما ذلك doubt only".split(" "));

export function isIdiom(folded: string): boolean {
  return IDIOMS.has(folded);
}

/** `said` and its neutral neighbours are told apart from each stance; within a stance verbs are alike. */
export type Stance = "neutral" | "firm" | "doubtful" | "denying" | "admitting";

const VERBS: Readonly<Record<Stance, string>> = {
  neutral:
    "قال قالت قالوا يقول تقول قائلا ذكر ذكرت افاد افادت صرح صرحت اعلن اعلنت اوضح اوضحت اضاف اضافت اشار اشارت " +
    "بين بينت نوه نقل نقلت نقلا اجاب اجابت said says told stated announced added",
  firm: "اكد اكدت يؤكد تؤكد مؤكدا شدد شددت مشددا جزم confirmed confirms stressed insisted",
  doubtful:
    "زعم زعمت يزعم تزعم زاعما ادعي ادعت يدعي تدعي مدعيا رجح رجحت مرجحا توقع توقعت يتوقع claimed claims alleged alleges " +
    "suggested reportedly allegedly",
  denying: "نفي نفت ينفي تنفي نافيا انكر انكرت denied denies rejected",
  admitting: "اقر اقرت مقرا اعترف اعترفت معترفا admitted admits conceded",
};

const STANCE_OF = new Map(
  Object.entries(VERBS).flatMap(([stance, verbs]) =>
    verbs.split(" ").map((verb) => [verb, stance as Stance] as const),
  ),
);

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
