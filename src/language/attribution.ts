/**
 * Words that say whose words follow or went before: verbs of saying, participles that carry a speaker on, and
 * prepositions of source. A word alone decides nothing; it is shown with what stands around it. Left out are words
 * that mostly mean something else: بين (between), نقل (transport).
 */
import type { Kernel } from "../kernel/kernel.js";
import { tokenise } from "../text/tokenise.js";

const ARABIC =
  "قال قالت قالوا يقول تقول قائلا قائلة ذكر ذكرت أفاد أفادت صرح صرحت أعلن أعلنت أوضح أوضحت أضاف أضافت تابع تابعت " +
  "أردف أردفت أشار أشارت لفت لفتت بينت نوه نوهت اختتم اختتمت أكد أكدت شدد شددت اعتبر اعتبرت كشف كشفت نفى نفت " +
  "زعم زعمت ادعى ادعت أقر أقرت حذر حذرت رأى رأت دعا دعت تعهد تعهدت أدان أدانت أعرب أعربت مؤكدا مؤكدة مضيفا مضيفة " +
  "مشيرا مشيرة لافتا لافتة موضحا موضحة مشددا مشددة مبينا مبينة معتبرا معتبرة متابعا متابعة نقلت نقلا أورد أوردت " +
  "نشر نشرت بحسب حسب حسبما وفق وفقا لسان بيان تصريح تصريحات";
const OTHERS =
  "said says told added according citing quoted saying statement reported announced stated warned denied claimed " +
  "selon d'après déclaré indiqué affirmé ajouté annoncé communiqué estimé " +
  "گفت افزود گزارش dedi söyledi belirtti açıkladı göre ifade kaydetti 表示 指出 宣布";
const PROCLITICS = ["", "و", "ف"];

/** Token ids of the words above, as the given kernel makes them. */
export function attributionIds(kernel: Kernel): ReadonlySet<number> {
  const arabic = ARABIC.split(" ").flatMap((word) => PROCLITICS.map((proclitic) => proclitic + word));
  return new Set(tokenise(kernel, `${arabic.join(" ")} ${OTHERS}`).ids);
}
