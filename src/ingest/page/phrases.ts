/**
 * Lines that templates write around an article, in English and Arabic (with the Persian and Turkish, French
 * and German of the same buttons): a kind for each, which the model weighs and `Cut` names.
 */

export const PHRASE_KINDS = [
  "related",
  "share",
  "subscription",
  "legal",
  "comments",
  "byline",
  "date",
  "tags",
  "contents",
  "advertisement",
] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];

const DATE =
  /\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4}|\b(?:\d+|an?) (?:minutes?|hours?|days?|weeks?|months?|years?) ago|(?:يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر|كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين)[^\d]{0,20}[\d٠-٩]{4}|منذ (?:[\d٠-٩]+|يوم|يومين|ساعة|ساعتين|دقيقة|أسبوع|شهر)/i;

/** Tested in this order against lines of up to 40 words; each line has the kinds of all that match. */
const PHRASES: readonly (readonly [PhraseKind, RegExp])[] = [
  [
    "related",
    /^(?:related|read (?:more|next|also|on)|see also|more (?:from|on|in|stories|news|like|articles)|you (?:may|might) (?:also )?(?:like|enjoy|be interested)|(?:recommended|popular|trending|latest|recent|featured|similar|further|other|keep) (?:for you|posts?|articles?|stories|news|reading|now|content|topics)|also (?:read|on)|up next|what to read next|next (?:post|article|story)|previous (?:post|article|story)|don['’]t miss|most (?:read|popular|viewed)|continue reading|explore more|learn more|view all|see all|show more|load more|check out|click here)|^(?:اقرأ|إقرأ|اقرا|أقرأ|إقرا|طالع|شاهد|تابع|انظر|راجع|اطلع)(?:وا|ي)? ?(?:أيضا|ايضا|أيضًا|أيضاً|ايضاً|المزيد|كذلك|ايضًا|كمان)|^(?:اقرأ|إقرأ|اقرا|شاهد|طالع)\s*[:.…]|^(?:مواضيع|موضوعات|أخبار|اخبار|مقالات|تقارير|قصص|منشورات|فيديوهات)\s+(?:ذات صلة|مرتبطة|متعلقة|مشابهة|أخرى|اخرى|قد تهمك|مختارة|متصلة|حديثة)|^(?:ذات صلة|ذو صلة|قد يهمك|قد يعجبك|ربما يعجبك|قد تهمك|لا يفوتك|لا تفوت|المزيد من|المزيد|للمزيد|التالي|السابق|الأكثر|الاكثر|آخر الأخبار|أحدث الأخبار|اخر الاخبار|مختارات|شاهد الآن|شاهد أيضا|المقال (?:التالي|السابق)|الخبر (?:التالي|السابق)|نرشح لك|مقالات أخرى|مقالات الكاتب|من نفس القسم|في نفس السياق اقرأ|تصفح أيضا|عرض الكل|عرض المزيد|خبار ذات)|^(?:lire aussi|à lire|sur le même|lesen sie|mehr zum|ilgili|haber(?:ler)?i? (?:de )?ilgin|مطالب مرتبط|بیشتر بخوانید)/i,
  ],
  [
    "share",
    /^(?:share|tweet|pin|email|print|copy link|facebook|twitter|linkedin|whatsapp|telegram|pinterest|reddit|follow us|follow|save|like|bookmark|listen)(?:\b|$)|^(?:شارك|شاركها|شاركنا|مشاركة|مشاركه|انشر|نشر على|طباعة|طباعه|اطبع|نسخ الرابط|انسخ الرابط|تم نسخ|فيسبوك|فيس بوك|تويتر|واتساب|واتس اب|تيلي?[جغق]رام|تابعنا|تابعونا|حفظ|أرسل|ارسل|إرسال|ارسال|استمع|حجم الخط|تكبير|تصغير|رابط (?:مختصر|الخبر|المقال|قصير)|الرابط المختصر|الرابط القصير|البريد الإلكتروني|لينكدإن|ماسنجر|بينتيريست|مشاركة عبر|غرد|أعجبني)/i,
  ],
  [
    "subscription",
    /subscri|newsletter|sign up|sign in|log ?in|register now|join (?:our|us|now|the)|free trial|get started|download (?:our|the|now)|book a (?:demo|call)|contact us|request a|enter your email|your (?:inbox|email)|اشترك|إشترك|للاشتراك|الاشتراك في|النشرة البريدية|القائمة البريدية|نشرتنا|رسائل ?sms|خدمة ?sms|أرسل كلمة|ارسل رقم|لتصلك|لتصلكم|ليصلك|ليصلكم|تصلك آخر|انضم (?:إلى|الى|لقناة|إلينا)|قناتنا|قناة .{0,30}(?:واتس|تيل|يوتيوب)|على (?:واتس|تيلي?[جغ]رام)|حمل (?:التطبيق|تطبيق)|حمّل تطبيق|تابع(?:وا|ونا)? .{0,40}(?:على|عبر) (?:فيس|تويتر|واتس|تيل|انست|إنست|غوغل|جوجل|أخبار|google|منص)/i,
  ],
  [
    "legal",
    /©|\(c\) ?\d{4}|copyright|all rights reserved|privacy policy|terms (?:of|and|&)|cookie|powered by|جميع (?:الحقوق|حقوق)|حقوق (?:النشر|الطبع|الملكية)|كافة الحقوق|كل الحقوق|الحقوق محفوظة|سياسة الخصوصية|شروط الاستخدام|تصميم وبرمجة|تصميم وتطوير|برمجة وتصميم|من نحن|اتصل بنا|إتصل بنا|خريطة الموقع/i,
  ],
  [
    "comments",
    /^(?:\d+ )?(?:comments?|repl(?:y|ies)|responses?|leave a|post a comment|add (?:a )?comment|be the first|cancel reply|join the (?:discussion|conversation)|your email address will not|notify me)|^(?:[\d٠-٩]+ )?(?:تعليق|تعليقات|التعليقات|اترك|أترك|أضف|اضف|اكتب تعليق|أكتب|لا توجد تعليقات|لا يوجد|كن أول|علق|إلغاء الرد|لن يتم نشر|ردود|أرسل تعليق|التعليقات على|يجب (?:أن تكون|تسجيل))/i,
  ],
  [
    "byline",
    /^(?:by|written by|posted by|author|about the author|reviewed by|edited by|photo(?:graph)?s?(?: by| credit|:)|image(?: credit|:)|credit|source:)\b|^(?:بقلم|كتب|كتبت|كتبه|الكاتب|إعداد|اعداد|المحرر|تحرير|عن الكاتب|نبذة عن|المصدر|مصدر الصورة|تصوير|الصورة)(?:\s|:|$)/i,
  ],
  ["date", DATE],
  [
    "tags",
    /^(?:tags?|filed under|categor(?:y|ies)|topics?|keywords?|labels?|posted in|in this article)\b|^(?:وسوم|الوسوم|سمات|السمات|الوسم|كلمات (?:مفتاحية|دلالية|البحث)|الكلمات (?:المفتاحية|الدلالية)|علامات|العلامات|تصنيف|التصنيف|التصنيفات|الأقسام|القسم|الأوسمة|أوسمة|تاجات|هاشتا[جغ]|مواضيع المقال)(?:\s|:|$)|^#/i,
  ],
  [
    "contents",
    /^(?:table of contents|contents|in this (?:article|guide|post)|jump to|on this page|key takeaways|skip to)|^(?:محتويات|المحتويات|فهرس|جدول المحتويات)/i,
  ],
  [
    "advertisement",
    /^(?:advertisement|ads?\b|sponsored|promoted|affiliate|story continues|this article (?:contains|may contain))|we may (?:earn|receive)|^(?:إعلان|اعلان|إعلانات|اعلانات|مساحة إعلانية|محتوى إعلاني|مادة إعلانية|ad\s*$)/i,
  ],
];

const MOST_WORDS = 45;

/** A bit for each of PHRASE_KINDS. */
export function phrasesOf(text: string, words: number): number {
  if (words > MOST_WORDS) return 0;
  const line = text.slice(0, 300).replace(/^[\s•·\-–—*»«|>+:]+/, "");
  let kinds = 0;
  for (const [at, [, pattern]] of PHRASES.entries()) if (pattern.test(line)) kinds |= 1 << at;
  return kinds;
}
