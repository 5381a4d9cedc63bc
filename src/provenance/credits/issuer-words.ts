/** What the words around an institution look like, for the rules of `issuers.ts`. Of words as they stand on the page. */

/** After a definite word only what is definite too, or hangs on it, goes on with the name. */
export const GOES_ON =
  /^(?:[وفب]?ال|و?لل|ب(?:منطق|محافظ|مدين|مكة|جدة|عسير|جازان|نجران|تبوك|دمشق|حلب|بيروت))/u;

export const DEFINITE = /^[وفبل]*(?:ال|لل)/u;

/** What begins the name that an institution bears: "of King …". */
export const HONOURED = /^(?:الملك|الأمير|الأميرة|الامير|الإمام|الامام|الشيخ|الرئيس)$/u;

/** What a person's name begins with. */
export const TITLE =
  /^(?:ال)?(?:رائد|عقيد|لواء|عميد|مقدم|نقيب|ملازم|فريق|دكتور|دكتورة|مهندس|أستاذ|شيخ|سيد|سيدة|مكلف)$/u;

/** Words that tell which of those named before, and name nothing themselves. */
export const POINTS =
  /^(?:أخرى|اخرى|المنطقة|المحافظة|المدينة|الدولية|الحقوقية|المذكورة|نفسها|نفسه|المنظمة|التنفيذية|المعنية|المختصة|المختص|الرسمية|الأممية|البلاد|العامة|المستشفى|الوزارة|الفريق|تعمل|مسلحة|الطبي|الفني|الإداري|الاداري|الأمن)$/u;

export const RELATIVE = /^(?:التي|الذي|والتي|والذي)$/u;

export const ANNOUNCED = /^(?:قال|[أا]علن|[أا]كد|[أا]وضح|ذكر|[أا]فاد|حذر)ت?$/u;

/** Renewing is saying only of a demand, a refusal and the like. */
export const RENEWS = /^[وف]?جددت?$/u;

export const RENEWED = /^(?:ال)?(?:مطالب|ت[أا]كيد|دعو|رفض|التزام|[إا]دان|تمسك|موقف|قول|طلب|تهديد|تحذير)/u;

/** After a subject these mostly mean something else: "signs", "renewed", "added". */
export const MEANS_ELSE = /^(?:توقع|جددت?|[أا]ضافت?)$/u;

export const ON_OR_THAT = /^(?:على|علي|[أا]ن)$/u;

/** Ministries whose short name with a nationality means nothing else: "the Egyptian interior". */
export const SPOKEN_FOR = /^[وف]?ال(?:داخلية|خارجية|دفاع|مالية|صحة|خزانة|عدل)$/u;

/** A family name by its ending: "of the tribe". */
export const PERSON = /^ال.*[يى]$/u;

export const SPEAKS = /^ت(?:علن|ؤكد|حذر|نفي|نفى|وضح|دعو|طالب|دين|ستنكر)$/u;

export const CARRIES = /^[وف]?[يت]?نقل/u;

export const AUXILIARY = /^(?:[وف]?كانت?|لكن|فيما|بينما|كما|[وف]?(?:أن|ان|إن))$/u;

/** A verb in the present tense: after an auxiliary it tells what was being done, not what was said. */
export const PRESENT = /^[وف]?[يت]/u;

export const BEGINS_CLAUSE = /[:،؛,(\n.\-–—]\s*["«“”]?\s*$/u;

export const FEMININE_WORD = /(?:ة|ه|ات|كتائب|فصائل|سرايا|شرطة|دار)$/u;

export const MASCULINE_WORD =
  /(?:مجلس|جيش|اتحاد|حزب|بنك|مصرف|مركز|مكتب|ديوان|نادي|صندوق|معهد|مرصد|جهاز|تحالف|حلف|قسم|مطار)$/u;

export const FEMININE_VERB = /(?:ت|^[وف]?ت.*)$/u;
