/** What the words around an institution look like, for the rules of `issuers.ts`. Of words as they stand on the page. */

/** After a definite word only what is definite too, or hangs on it, goes on with the name. */
export const GOES_ON =
  /^(?:[وفب]?ال|و?لل|ب(?:منطق|محافظ|مدين|مكة|جدة|عسير|جازان|نجران|تبوك|دمشق|حلب|بيروت)|ل(?:مكافحة|حقوق|ش[ؤئ]ون|كرة|مراقبة|[إا]عادة|رعاية|حماية|تنمية|دعم|تنظيم|[إا]دارة|خدمات|خدمة|تطوير|تنسيق|ضمان|علوم|[أا]بحاث|بحوث|دراسات|صناعة|[إا]نتاج|تقنية|طب|طيران|سياحة|منع|تحفيظ|متابعة|[إا]غاثة|نقل|تمويل|صيانة|هندسة|[أا]مراض|[أا]طباء|علماء|سلامة|علاج|جراحة|تعليم|تدريب|قياس|[إا]حصاء|ثقافة|فنون|ترجمة|بيئة)(?!\p{L}))/u;

/** "For a festival", not "for its members" or "for the media". */
export const FOR_SOMETHING = /^ل(?!ل|[إا]?علام|وسائل|عدد|أن|إ?ن)\p{L}{3,}(?<!ها|هم|هن|نا|كم|ته|يه)$/u;

export const YEAR = /^(?:و?ال|لل)(?:عام|أسبوع|شهر|سنة|يوم|موسم|فترة)$/u;
export const WHICH_YEAR = /^(?:الماضية?|الحالية?|المقبلة?|القادمة?|الجارية?|الدراسي|المالي|الفائتة?)$/u;

/** An adjective that tells of what kind, and of which one not: "a human rights organisation". */
export const SOME = /^(?!ال)\p{L}{3,}ي[ةه]$/u;

export const DEFINITE = /^[وفبل]*(?:ال|لل)/u;

/** What begins the name that an institution bears: "of King …". */
export const HONOURED = /^(?:الملك|الأمير|الأميرة|الامير|الإمام|الامام|الشيخ|الرئيس)$/u;

/** What a person's name begins with. */
export const TITLE =
  /^(?:ال)?(?:رائد|عقيد|لواء|عميد|مقدم|نقيب|ملازم|فريق|دكتور|دكتورة|مهندس|أستاذ|شيخ|سيد|سيدة|مكلف)$/u;

/** Words that tell which of those named before, and name nothing themselves. */
export const POINTS =
  /^(?:أخرى|اخرى|المنطقة|الأمنية|المنشور|المنشورة|الصادر|الصادرة|الحكيمة|الرشيدة|المحافظة|المدينة|الدولية|الحقوقية|المذكورة|نفسها|نفسه|المنظمة|التنفيذية|المعنية|المختصة|المختص|الرسمية|الأممية|البلاد|العامة|المستشفى|الوزارة|الفريق|تعمل|مسلحة|الطبي|الفني|الإداري|الاداري|الأمن)$/u;

export const RELATIVE = /^(?:التي|الذي|والتي|والذي)$/u;

export const ANNOUNCED = /^(?:قال|[أا]علن|[أا]كد|[أا]وضح|ذكر|[أا]فاد|حذر)ت?$/u;

/** Renewing is saying only of a demand, a refusal and the like. */
export const RENEWS = /^[وف]?جددت?$/u;

export const RENEWED = /^(?:ال)?(?:مطالب|ت[أا]كيد|دعو|رفض|التزام|[إا]دان|تمسك|موقف|قول|طلب|تهديد|تحذير)/u;

/** After a subject these mostly mean something else: "signs", "renewed", "added". */
export const MEANS_ELSE = /^(?:توقع|جددت?|[أا]ضافت?|تضيف|يضيف)$/u;

export const ON_OR_THAT = /^(?:على|علي|[أا]ن)$/u;

/** Ministries whose short name with a nationality means nothing else: "the Egyptian interior". */
export const SPOKEN_FOR =
  /^[وف]?(?:ال|لل)(?:داخلية|خارجية|دفاع|مالية|صحة|خزانة|عدل|جمارك|جوازات|[أا]رصاد|جوية)$/u;

/** A family name by its ending: "of the tribe". */
export const PERSON = /^ال.*[يى]$/u;

export const SPEAKS =
  /^ت(?:علن|ؤكد|حذر|نفي|نفى|وضح|دعو|طالب|دين|ستنكر|حث|ناشد|كشف|توقع|رحب|هدد|عتذر|ندد|شجب|هيب|نبه|وصي|شدد|كذ\u0651?ب)$/u;

/** The same of what is masculine, in a headline. */
export const SPEAKS_HE =
  /^ي(?:علن|ؤكد|حذر|نفي|نفى|وضح|دعو|طالب|دين|ستنكر|حث|ناشد|كشف|توقع|رحب|هدد|عتذر|ندد|شجب|هيب|نبه|وصي|شدد|كذ\u0651?ب)$/u;

/** Who is called so is a person. */
export const RANK =
  /^(?:ال)?(?:[أا]مير|[أا]ميرة|وزير|ملك|رئيس|مدرب|مدير|داعية|فنان|فنانة|شاعر|كاتب|حكم|لاعب|معالي|حاج|عريفي|[أا]خ|[أا]بو|[أا]بن|[أا]م|آل)$/u;

/** One word that ends like a woman's name, and is an institution's. */
export const KNOWN_BY_QUOTES = /^(?:نزاهة|موهبة)$/u;

/** "Acknowledged" that something is so; "approved" else. */
export const ADMITS = /^[وف]?[أا]قرت?$/u;
export const THAT_IT = /^ب[أا]ن(?:ه|ها|هم)?$/u;

/** Said of one woman as often as of a company, where a name in quotation marks follows. */
export const SAYS_ONE = /^[وف]?(?:قالت|[أا]ضافت|ذكرت|[أا]شارت|بينت|[أا]وضحت|لفتت|[أا]جابت|ر[أا]ت)$/u;

/** Ends no person's name. */
export const ABSTRACT = /^ال\p{L}+(?:ة|ات)$/u;

/** "Demanded" is written like "student", of which no party or council has any. */
export const DEMANDED = /^[وف]?طالب$/u;
export const HAS_NO_STUDENTS = /^(?:حزب|ائتلاف|اتحاد|تحالف|مجلس|تيار|تجمع|تكتل|مرصد)$/u;

/** Kinds of which there are many in every country: "the company", "the Spanish club" name none. */
export const ORDINARY =
  /^[وف]?ال(?:شركة|نادي|مجموعة|مؤسسة|مستشفى|مدرسة|مصنع|فريق|جامعة|كلية|صحيفة|موقع|بلدية|جهاز)$/u;

/** An adjective of origin, or "local", "mentioned". */
export const NATION = /^ال(?!(?:[أا]هلي|[أا]دبي)$)\p{L}+(?:ي|ية|يه|ى)$/u;

/** Before what was not said. */
export const NOT = /^[وف]?(?:لم|لن|لا)$/u;

export const DESCRIBES = /^[وف]?وصفت?$/u;

/** "Issued": saying only with a statement or report after it. */
export const ISSUES = /^[وف]?[أا]صدرت?$/u;

/** "Refused", "abstained": saying only of a comment. */
export const DECLINES = /^[وف]?(?:رفض|امتنع)ت?$/u;

/** What may stand between a report and whose it is: adjectives and numbers. */
export const QUALIFIES = /^(?:ال\p{L}*|\d+|(?:حديث|جديد|سنوي|رسمي|[أا]ولي|مشترك|[إا]حصائي|[أا]خير)ة?)$/u;

export const STUDY = /^و?(?:ال)?دراسة$/u;
export const STUDIED = /^(?:التي|[أا]جريت|نفذت|[أا]عدت|حديثة|جديدة|\p{L}{3,}ية)$/u;
/** What is found out by those who made it, also where no word of the lexicon says so. */
export const RESEARCH = /^(?:ال)?(?:بحث|[أا]بحاث|بحوث|مسح|استطلاع|تحقيق|ورقة|استبيان|استبانة|استفتاء)$/u;
/** "Which X made": of a study X's words, of a plan or a call not. */
export const MADE_BY = /^[وف]?(?:[أا]جر[ات]|[أا]عدت?)(?:ه|ها)$/u;
export const MADE = /^(?:[أا]جريت|نفذت|[أا]عدت)$/u;

/** A report that is only spoken of: "the council discusses the report of". */
export const DISCUSSED =
  /^[وفسل]*(?:[يت]?ناقش(?:ت|وا)?|مناقشة|[يت]?بحثت?|[يت]?ستعرضت?|استعراض|[يت]?تسلمت?|تسلم|[يت]?رفعت?|[أا]حيلت?|إحالة|قراءة|عرض|[يت]عرضت?|[يت]?نتظرت?|انتظار)$/u;

/** "Its report", "a warning": what institutions issue. */
export const ISSUE = /^(?:(?:تقرير|بيان|نشرت|دراست|توصيات)(?:ها|ه)|تحذيرا)$/u;

/** A verb in the present tense, not "expected" and its like. */
export const NOW = /^[يت]\p{L}+(?<!ت)$/u;

/** "According to what". */
export const SO_FAR_AS = /^(?:ما|حسبما|وفقما|مثلما)$/u;

/** What inquiries bring out, and the verbs that say so. */
export const FINDINGS = /^(?:ال)?(?:[إا]حصاء|تحقيقات|تحريات|معطيات|سجلات|محاضر|أبحاث|ابحاث)$/u;
export const SHOWED =
  /^[وف]?(?:كشف|[أا]ظهر|[أا]ثبت|بين|[أا]فاد|[أا]شار|[أا]كد|[أا]وضح|ذكر|دل)ت?$|^[وف]?[يت](?:ظهر|كشف|شير|فيد)$/u;

/** What stands between "according to" and whose it is. */
export const OPINION =
  /^(?:ر[أا]ي|رصد|ادعاء|إفادة|مؤشر|وصف|ت[أا]كيدات?|تقدير|تقييم|تحليل|معطيات|سجلات|[أا]بحاث|مزاعم|رواية|قول|قاعدة)$/u;

export const FEMININE_PAST = /^\p{L}{2,}(?<!ا)ت$/u;

export const IN_A = /^(?:في|عبر)$/u;
export const STATED = /^(?:ال)?بيان(?:ها|ه|ا)?$/u;

export const INDEFINITE = /^(?!ال)\p{L}{3,}(?:ة|ي|يا)$|^(?:حديث|جديد|[أا]خير)$/u;

export const COMMENT = /^التعليق$/u;

export const HAD = /^[وف]?كانت?$/u;

/** Services that a place has its own branch of, called by one word: "health of", "education of". */
export const BRANCH =
  /^[وفبل]*(?:صحة|تعليم|مدني|مرور|مياه|هلال|[أا]دبي|جوازات|كهرباء|تجارة|زراعة|[أا]وقاف|تقنية|بلدي|سجون|جمارك|عمل|فلكية|تقني|اجتماعية|[إا]سكان)$/u;

/** Regions and towns that have such branches. */
export const PLACE =
  /^(?:الرياض|جدة|مكة|المدينة|الشرقية|عسير|نجران|جازان|جيزان|تبوك|حائل|القصيم|الجوف|الباحة|الأحساء|الاحساء|الطائف|الدمام|بريدة|عنيزة|أبها|ابها|حفر|القريات|الحدود|القطيف|الخرج|ينبع|بيشة|الجبيل|الخبر|عرعر|سكاكا|المجمعة|الزلفي|شقراء|الدوادمي|القنفذة|الليث|محايل|رفحاء|طريف|شرورة|الأفلاج|الافلاج|صبيا|ضباء|العلا|خيبر|المذنب|البكيرية|الرس|النماص|تربة|رنية|الخرمة|المخواة|الشمالية|الدواسر|عفيف|وادي)$/u;

export const CARRIES = /^[وف]?[يت]?نقل/u;

/** Words of no class of the lexicon before which an institution may issue something. */
export const LEADS = /^ال|(?:[ةت]|[أا]صدر|[أا]قر|رفض|امتنع|لسان|فيما|مستندا?)$/u;

export const AUXILIARY = /^(?:[وف]?كانت?|لكن|فيما|بينما|كما|[وف]?(?:أن|ان|إن))$/u;

/** A verb in the present tense: after an auxiliary it tells what was being done, not what was said. */
export const PRESENT = /^[وف]?[يت]/u;

export const BEGINS_CLAUSE = /[:،؛,(/\n.\-–—]\s*و?["«“”{]?\s*$/u;

export const FEMININE_WORD = /(?:ة|ه|ات|كتائب|فصائل|سرايا|شرطة|دار)$/u;

export const MASCULINE_WORD =
  /(?:مجلس|جيش|اتحاد|حزب|بنك|مصرف|مركز|مكتب|ديوان|نادي|صندوق|معهد|مرصد|جهاز|تحالف|حلف|قسم|مطار)$/u;

/** "Expected", "pledged": masculine pasts that begin like a feminine present. */
export const FEMININE_VERB = /(?:ت(?:ه|ها)?|^[وف]?ت(?!(?:وقع|عهد|بنى|حدث)$).*)$/u;
