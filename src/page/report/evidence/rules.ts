/**
 * Sentences of evidence by rule; `{name}` is a value of the evidence. `from`, `to`, `other` and `third` are articles and
 * appear by their source or title. A rule that is not here is told by the English sentence that came with it.
 */
import type { Ui } from "../../../report/html/bundle-format.js";

export const ARTICLE_VALUES: ReadonlySet<string> = new Set(["from", "to", "other", "third"]);

export const SENTENCES: Readonly<Record<string, Readonly<Record<Ui, string>>>> = {
  confirmed: {
    en: "A person confirmed that {to} took from {from}",
    ar: "أكد شخص أن {to} أخذ عن {from}",
  },
  rejected: {
    en: "A person rejected that {to} took from {from}",
    ar: "رفض شخص أن يكون {to} قد أخذ عن {from}",
  },
  earlier: {
    en: "{from} is dated {fromTime}, {to} {toTime}",
    ar: "تاريخ {from}: {fromTime}، وتاريخ {to}: {toTime}",
  },
  "earlier-not-first": {
    en: "{from} is dated {fromTime}, {to} {toTime}, but {other} has the same words and is not later than {from}",
    ar: "تاريخ {from}: {fromTime}، وتاريخ {to}: {toTime}، لكن الكلمات نفسها عند {other}، وهو غير متأخر عن {from}",
  },
  "earlier-from-elsewhere": {
    en: "{from} is dated {fromTime}, {to} {toTime}, but {other} names {name}, from where both may have it",
    ar: "تاريخ {from}: {fromTime}، وتاريخ {to}: {toTime}، لكن {other} يسمي مصدره {name}، وقد يكون كلاهما أخذ من هناك",
  },
  "seen-before": {
    en: "{to} was captured {toTime}, before {from} was published ({fromTime})",
    ar: "التُقط {to} في {toTime}، قبل نشر {from} ({fromTime})",
  },
  "dated-before": {
    en: "{to} is dated {toTime}, before {from} was published ({fromTime})",
    ar: "تاريخ {to}: {toTime}، قبل نشر {from} ({fromTime})",
  },
  "names-agency": {
    en: "{to} names {name}, whose item {from} is: “{alias}”",
    ar: "يسمي {to} مصدره {name}، وهو مصدر خبر {from}: «{alias}»",
  },
  "names-outlet": {
    en: "{to} names {name}, where {from} stands: “{alias}”",
    ar: "يسمي {to} مصدره {name}، وفيه نُشر {from}: «{alias}»",
  },
  "names-elsewhere": {
    en: "{to} names {name}, where {from} stands, but not beside the words that both have: “{alias}”",
    ar: "يذكر {to} اسم {name}، وفيه نُشر {from}، لكن بعيدا عن الكلمات المشتركة بينهما: «{alias}»",
  },
  "dateline-told": {
    en: "{from} has {name} in its dateline, {to} says it in a sentence: “{alias}”",
    ar: "في مطلع خبر {from} اسم {name}، ويذكرها {to} في جملة: «{alias}»",
  },
  "names-another": {
    en: "{to} names {name} as its source, and {from} is not from there: “{alias}”",
    ar: "يسمي {to} مصدره {name}، وليس {from} من هناك: «{alias}»",
  },
  "agency-item": {
    en: "{from} is the item of an agency ({name}), {to} is not",
    ar: "نص {from} خبر وكالة ({name})، وليس نص {to} كذلك",
  },
  "to-agency": {
    en: "{to} is the item of an agency ({name}), which seldom has its words from others",
    ar: "نص {to} خبر وكالة ({name})، وقلما تأخذ الوكالات كلامها عن غيرها",
  },
  "own-reporter": {
    en: "{from} carries a reporter's name and {to} none: “{alias}”",
    ar: "عند {from} اسم محرر وليس عند {to}: «{alias}»",
  },
  "wire-end": {
    en: "{from} ends as agencies end their takes, {to} does not: “{words}”",
    ar: "ينتهي {from} بخاتمة أخبار الوكالات، ولا ينتهي بها {to}: «{words}»",
  },
  "wire-dateline": {
    en: "{from} has a dated dateline, {to} does not: “{words}”",
    ar: "في مطلع {from} تاريخ الخبر، وليس في {to}: «{words}»",
  },
  "desk-title": {
    en: "The title of {from} begins with the desk of an agency: “{words}”",
    ar: "يبدأ عنوان {from} باسم قسم في وكالة: «{words}»",
  },
  "day-moved": {
    en: "“{before}” in {from} is “{after}” in {to}: the day of writing is later",
    ar: "«{before}» عند {from} صارت «{after}» عند {to}: فيوم الكتابة متأخر",
  },
  "day-named": {
    en: "“{before}” in {from} is “{after}” in {to}, which names the day",
    ar: "«{before}» عند {from} هي «{after}» عند {to} الذي يسمي اليوم",
  },
  "third-person": {
    en: "{from} speaks of its own house, “{before}”, and {to} names that house: “{after}”",
    ar: "يتكلم {from} عن جهته بصيغة المتكلم «{before}»، ويسمي {to} تلك الجهة: «{after}»",
  },
  "background-added": {
    en: "{to} has all of {from}, and adds background that {other}, of its own house, has too: “{words}”",
    ar: "عند {to} كل ما عند {from}، وأضاف خلفية هي أيضا عند {other} من الجهة نفسها: «{words}»",
  },
  "inherited-reading": {
    en: "{from} and {to} have “{words}” where {other}, behind both, has “{replaced}”; {from} names its source",
    ar: "عند {from} و{to} «{words}» حيث عند {other}، وهو وراءهما، «{replaced}»؛ ويسمي {from} مصدره",
  },
  "honorifics-dropped": {
    en: "{to} leaves out honorifics that {from} has: “{words}”",
    ar: "حذف {to} ألقابا هي عند {from}: «{words}»",
  },
  "names-shortened": {
    en: "{to} shortens names that {from} has in full: “{words}”",
    ar: "اختصر {to} أسماء هي كاملة عند {from}: «{words}»",
  },
  trimmed: {
    en: "All of {to} stands in {from}, which has more: “{words}”",
    ar: "كل ما عند {to} موجود عند {from} وعنده زيادة: «{words}»",
  },
  "earlier-take": {
    en: "All that {to} has of {from} is in {other} too, of the same house and earlier: “{words}”",
    ar: "كل ما عند {to} من {from} موجود أيضا في {other}، وهو من الجهة نفسها وأسبق: «{words}»",
  },
  "own-take": {
    en: "All that {to} has of {from} is in {other} already, of the house of {to} and earlier: “{words}”",
    ar: "كل ما يشترك فيه {to} مع {from} موجود من قبل في {other}، وهو من جهة {to} وأسبق: «{words}»",
  },
  "later-words": {
    en: "{to} has words of {from} that {other}, of the same house and earlier, has not: “{words}”",
    ar: "عند {to} كلمات من {from} ليست في {other}، وهو من الجهة نفسها وأسبق: «{words}»",
  },
  "names-unseen": {
    en: "{to} names {name}, and no item of it here has these words: “{alias}”",
    ar: "يسمي {to} مصدره {name}، وليس هنا خبر له فيه هذه الكلمات: «{alias}»",
  },
  "shares-with-naming": {
    en: "{to} shares its words with {other}, which names {name}",
    ar: "يشترك {to} في كلماته مع {other}، وهو يسمي مصدره {name}",
  },
  "agree-against": {
    en: "{other} and {third} agree with one another against {to}: “{words}”",
    ar: "يتفق {other} و{third} على خلاف {to}: «{words}»",
  },
  "same-moment": {
    en: "{to} and {count} others have the words since the same moment, {time}",
    ar: "نُشرت الكلمات عند {to} وفي مقالات أخرى (عددها {count}) في اللحظة نفسها: {time}",
  },
};

export const MISSING_AR: Readonly<Record<string, string>> = {
  "a trusted time of publication of both": "وقت نشر موثوق لكليهما",
  "a credit in one that names the other": "أن يذكر أحدهما الآخر مصدرا له",
  "what only one of them has in common with the text behind both":
    "ما يشترك فيه أحدهما وحده مع النص الذي وراءهما",
  "what explains the clues that contradict one another": "ما يفسر القرائن المتعارضة",
  "a person rejected the likelier direction": "رفض شخص الاتجاه الأرجح",
  "the likelier direction would make a text its own source": "الاتجاه الأرجح يجعل النص مصدرا لنفسه",
};

/** Undefined for a rule that is not known here. */
export function sentenceOf(rule: string, ui: Ui): string | undefined {
  return Object.hasOwn(SENTENCES, rule) ? SENTENCES[rule]![ui] : undefined;
}

/** What would decide a pair, in Arabic; undefined for words that are not known here. */
export function missingInArabic(missing: string): string | undefined {
  return Object.hasOwn(MISSING_AR, missing) ? MISSING_AR[missing] : undefined;
}
