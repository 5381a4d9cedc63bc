/**
 * Why a pair got its verdict, in Arabic. The reasons come as English sentences of a closed list
 * (`match/verdict/explain.ts`); what they quote of the articles stays in its isolates.
 */
type Forms = readonly [one: string, two: string, few: string, many: string, other: string];

const PLURALS = new Intl.PluralRules("ar");
const WORDS: Forms = ["كلمة واحدة", "كلمتين", "{n} كلمات", "{n} كلمة", "{n} كلمة"];
const PASSAGES: Forms = ["مقطع واحد", "مقطعين", "{n} مقاطع", "{n} مقطعا", "{n} مقطع"];
const FORMULAE: Forms = [
  "صيغة ثابتة واحدة",
  "صيغتين ثابتتين",
  "{n} صيغ ثابتة",
  "{n} صيغة ثابتة",
  "{n} صيغة ثابتة",
];
const LEFT_OUT: Forms = [
  "تُرك مقطع آخر لأنه صيغة ثابتة",
  "تُرك مقطعان آخران لأنهما صيغتان ثابتتان",
  "تُركت {n} مقاطع أخرى لأنها صيغ ثابتة",
  "تُرك {n} مقطعا آخر لأنها صيغ ثابتة",
  "تُرك {n} مقطع آخر لأنها صيغ ثابتة",
];
const FACTS: Forms = [
  "تغيرت واقعة واحدة",
  "تغيرت واقعتان",
  "تغيرت {n} وقائع",
  "تغيرت {n} واقعة",
  "تغيرت {n} واقعة",
];

function counted(forms: Forms, n: string): string {
  const at = { zero: 4, one: 0, two: 1, few: 2, many: 3, other: 4 }[PLURALS.select(Number(n))];
  return forms[at]!.replace("{n}", n);
}

/** A sign that turns no line, as everywhere in the interface. */
function share(percent: string): string {
  return `\u200e${percent}%`;
}

/** Readings before and after, which Arabic reads from right to left. */
function changes(list: string): string {
  return list
    .replaceAll(" → ", " ← ")
    .replaceAll(/(^|[ ,])nothing(?=$|[ ,])/gu, "$1لا شيء")
    .replaceAll(", ", "، ");
}

function formula(said: string): string {
  const left = /^(\d+) more passages? left out as standing formula$/u.exec(said);
  if (left !== null) return counted(LEFT_OUT, left[1]!);
  return said === "it is no standing formula" ? "وليس صيغة ثابتة" : "وليس بينها صيغة ثابتة";
}

const FORMULA_SAID =
  "(it is no standing formula|none of them standing formula|\\d+ more passages? left out as standing formula)";

const REASONS: readonly [pattern: RegExp, arabic: (...found: string[]) => string][] = [
  [/^no shared passage$/u, () => "لا مقطع مشتركا"],
  [/^nothing shared but (\d+) standing formulae?$/u, (n) => `لا مشترك غير ${counted(FORMULAE, n!)}`],
  [
    new RegExp(`^(\\d+) % of the shorter text in 1 passage of (\\d+) words; ${FORMULA_SAID}$`, "u"),
    (part, words, said) =>
      `${share(part!)} من النص الأقصر في مقطع واحد من ${counted(WORDS, words!)}؛ ${formula(said!)}`,
  ],
  [
    new RegExp(
      `^(\\d+) % of the shorter text in (\\d+) passages, the longest (\\d+) words; ${FORMULA_SAID}$`,
      "u",
    ),
    (part, passages, words, said) =>
      `${share(part!)} من النص الأقصر في ${counted(PASSAGES, passages!)}، أطولها من ${counted(WORDS, words!)}؛ ${formula(said!)}`,
  ],
  [
    /^(\d+) % of either text or more stands in the other word for word$/u,
    (part) => `${share(part!)} على الأقل من كل من النصين موجود في الآخر بكلماته`,
  ],
  [/^all of either text stands in the other word for word$/u, () => "كل من النصين موجود في الآخر بكلماته"],
  [
    /^the longer text has (\d+) words, the shorter (\d+): an excerpt, or one item of several$/u,
    (longer, shorter) =>
      `النص الأطول من ${counted(WORDS, longer!)} والأقصر من ${counted(WORDS, shorter!)}: مقتطف، أو خبر من عدة أخبار`,
  ],
  [
    /^(\d+) % of the words of the text that keeps more are the other's, the rest is told in other words$/u,
    (part) => `${share(part!)} من كلمات النص الذي حافظ أكثر هي كلمات الآخر، والباقي بكلمات أخرى`,
  ],
  [
    /^(\d+) % of one text has no equal in the other$/u,
    (part) => `${share(part!)} من أحد النصين لا مقابل له في الآخر`,
  ],
  [
    /^(\d+) changed facts? inside the copied wording \((.*)\)$/u,
    (n, list) => `${counted(FACTS, n!)} داخل النص المنقول (${changes(list!)})`,
  ],
  [
    /^(\d+) % of the distinctive words agree: the same event told with changes, no template$/u,
    (part) => `${share(part!)} من الكلمات المميزة متفقة: حدث واحد رُوي مع تغييرات، لا قالب متكرر`,
  ],
  [
    /^a template: in the shared wording (\d+) % of the figures differ \((.*)\)$/u,
    (part, list) => `قالب متكرر: ${share(part!)} من الأعداد في النص المشترك مختلفة (${changes(list!)})`,
  ],
  [
    /^a template: the shared wording stands in many documents, and (\d+) % of the distinctive words differ(?: \((.*)\))?$/u,
    (part, list) =>
      `قالب متكرر: النص المشترك في مقالات كثيرة، و${share(part!)} من الكلمات المميزة مختلفة` +
      (list === undefined ? "" : ` (${changes(list)})`),
  ],
  [
    /^much is said in the same order but in other words: reports of one thing, more likely than a copy$/u,
    () => "قيل كثير بالترتيب نفسه ولكن بكلمات أخرى: الأرجح أنهما خبران عن أمر واحد، لا نسخة",
  ],
  [
    /^too little shared wording, or too common, to be a copied sentence$/u,
    () => "المشترك من الكلمات أقل أو أشيع من أن يكون جملة منقولة",
  ],
  [/^the same news: (.*) in both$/u, (words) => `الخبر نفسه: ${words!.replaceAll(", ", "، ")} في النصين`],
];

/** Undefined for a reason that is not known here. */
export function reasonInArabic(reason: string): string | undefined {
  for (const [pattern, arabic] of REASONS) {
    const found = pattern.exec(reason);
    if (found !== null) return arabic(...found.slice(1));
  }
  return undefined;
}
