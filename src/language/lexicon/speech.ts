/**
 * The words that quotations hang on, beside verbs and names, in Arabic, English and French. Words are matched as
 * folded tokens, so one spelling stands for all; Arabic verbs, participles and conjunctions also with و and ف before them.
 */

/** What else "according to" may name: things that say. */
export const SOURCE_HEADS =
  "تقديرات بيانات إحصاءات إحصائية إحصائيات استطلاع أرقام رواية شهادة إفادة تصريحات تصريح أقوال وثائق وثيقة أنباء معلومات نتائج " +
  "تحقيقات بوابة خبر رسالة خطاب مقال كتاب محضر إعلام";

/** Between a source preposition and the speaker, beside verbs of saying. */
export const SOURCE_VERBS = "جاء ورد نشر نشرت نقل نقلت أورد أوردت تناقلت تناقل به عنه فيه في";

/** What opens a clause that was said; the suffixed forms are part of it. */
export const COMPLEMENTISERS =
  "أن إن بأن بإن that que qu'il qu'elle qu'ils qu'elles qu’il qu’elle qu’ils qu’elles";
export const SUFFIXED_COMPLEMENTISERS =
  "أنه أنها أنهم أنهما أننا أنني أني إنه إنها إنهم إنهما إننا إنني إني إنك بأنه بأنها بأنهم بأننا بأنهما بأنني";

/** Nouns that begin the object of a verb of saying: "stressed the necessity of". */
export const OBJECT_NOUNS =
  "ضرورة أهمية حرص التزام استمرار دعم رفض رفضه رفضها وقوف عزم عزمه عزمها استعداد استعداده استعدادها حرصه حرصها دعمه دعمها " +
  "التزامه التزامها وقوفه وقوفها صحة وجود علمه علمها تورطه تورطها مسؤولية مسؤوليته مسؤوليتها مقتل إصابة وفاة اعتقال " +
  "ضبط القبض إلقاء تفكيك إحباط إطلاق بدء انطلاق نجاح سقوط ارتفاع انخفاض تعليق إلغاء تأجيل تنفيذ الهجوم الهجمات الاعتداء الاعتداءات التفجير التفجيرات الجريمة الحادث " +
  "هذا هذه ذلك وقوع تعيين تشكيل إنشاء افتتاح فتح إغلاق";

/** Times that stand between a verb and who speaks, with the word behind them: "last month". */
export const PERIODS = "الشهر الأسبوع العام السنة الموسم";

/** Verbs that say of somebody what he is: "described the minister as". */
export const OF_SOMEBODY = "وصف وصفت وصفوا يصف تصف انتقد انتقدت انتقدوا ينتقد تنتقد";

/** "Issued": the preposition behind it is its own. */
export const ISSUED = "الصادر الصادرة صادر صادرة صدر صدرت";

/** Whom the page calls on for its own opinion. */
export const OWN_VOICE = "المتابع المتابعون المتابعين المراقب القارئ الناظر المتأمل";

/** Pronouns that go on with a speaker: masculine, feminine, plural. */
export const PRONOUNS = {
  m: "he il هو",
  f: "she elle هي",
  p: "they ils elles on هم",
  any: "it qui who",
} as const;

/** A speaker's name ends before one of these. */
export const STOPS =
  "طالبا عدم حينها حينئذ وقتها كلمته كلمتها لأن كون الآن نظر أنظار الأنظار الانتباه انتباه أي أخيرا مؤخرا حديثا عنها عنهم فيها منها منهم إليها عليها عليهم لديه لديها آنذاك حينذاك التالي التالية الآتي الآتية يلي بالقول " +
  "في من عن على إلى مع خلال عبر بعد قبل أثناء عقب لدى حول بشأن ضمن منذ حتى عند أمام تجاه ضد بين حيث وهو وهي كما لكن ولكن فيما " +
  "بينما أيضا كذلك قد لقد إذ إذا إنما ثم عما مما لما ما لم لن لا ليس وذلك هنا هناك له لها لهم لنا لي إليه عنه عليه منه فيه به " +
  "بها بهم خلاله خلالها ل ب و بدوره بدورها بدورهم أول آنذاك سابقا لاحقا صباح مساء ظهر فجر ليل نهاية مطلع الماضي الماضية " +
  "المقبل المقبلة الجاري لدينا كي لكي سوف عندما حين حينما بعدما قبيل بعيد اثر إثر غير سوى وسط نحو ردا تعليقا وقد وكان وكانت كان " +
  "كانت حث طلب وصل عقد التقى استقبل زار افتتح ترأس شارك بحث ناقش أجرى وجه قرر رفض وافق بدأ تسلم ألقى حضر شهد دشن وقع رعى هنأ بعث شن أنذاك بخصوص بحضور بمناسبة للصحفيين للصحافيين لصحيفة لوكالة لقناة لموقع لإذاعة لتلفزيون لبرنامج لمحطة لمجلة لجريدة لفضائية لشبكة لراديو لبوابة لمراسل لمراسلة لمراسلي لصحف لوسائل لمندوب لهيئة بزعامة برئاسة بقيادة البالغ البالغة للصحيفة للوكالة لنا " +
  "in on at to for with from by during after before when while as that and but who which whose whom where there not " +
  "against about over under into because since if so yet was were is are has have had will would could also later earlier " +
  "dans en sur à au aux avec pour par lors pendant après avant quand mais et que qui dont où ne pas car depuis chez " +
  "mardi lundi mercredi jeudi vendredi samedi dimanche hier aujourd'hui " +
  "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight";
export const DAYS =
  "اليوم أمس غدا السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة البارحة الليلة يوم مساء صباح";
export const RELATIVES = "الذي التي الذين اللذين اللذان اللواتي اللاتي";

/** Helpers before a verb that belong to no name. */
export const AUXILIARIES =
  "حين كان كانت كانوا قد لقد كما فيما بينما هذا ثم حيث إذ وقد وكان وكانت has had have also then later";

/** How something is said; the speaker may follow, and none of them is one. */
export const MANNERS =
  "باكيا باكية ضاحكا ضاحكة ساخرا ساخرة مازحا مازحة ممازحا غاضبا غاضبة مبتسما مبتسمة متحديا متهكما حرفيا صراحة بصراحة علنا باختصار بوضوح";

/** To or about whom something is said; the speaker may follow. */
export const ASIDES = "هذا هذه له لها لهم لنا لي عنه عنها عنهم فيه فيها إليه إليها";

/** The thing quoted is named by the noun before it, not said. */
export const NAMING_NOUNS =
  "تنظيم جماعة حركة عملية عمليه برنامج حملة كتاب فيلم مسلسل رواية صحيفة جريدة مجلة قناة موقع وكالة شركة مشروع مبادرة مؤتمر ندوة " +
  "معرض مهرجان جائزة بطولة كأس دورة شعار بعنوان عنوان تحت اسم باسم يسمى تسمى المسمى المسماة المعروف المعروفة لقب بلقب هاشتاق " +
  "هاشتاغ وسم الوسم برنامجه كتابه صاروخ طائرة سفينة حزب جمعية مؤسسة تطبيق لعبة سلسلة قصيدة أغنية ديوان شبكة مركز نادي فندق " +
  "مثل أمثال منظمة ميليشيا ميليشيات عاصفة قضية لصحيفة لقناة لوكالة لموقع لبرنامج فرقة مسرحية ملتقى منتدى معركة خدمة " +
  "operation programme program film book novel campaign newspaper group movement ship vessel called named titled entitled dubbed " +
  "known slogan project exhibition conference song album show magazine " +
  "opération programme film livre roman campagne journal groupe mouvement navire baptisée baptisé intitulé intitulée nommé appelé " +
  "dit projet exposition conférence chanson";

/** Openings after which the page speaks for itself, or of something else. */
export const RESETS: string = `
من جهة أخرى
من جانب آخر
من ناحية أخرى
في سياق متصل
في سياق آخر
في السياق ذاته
على صعيد آخر
على صعيد متصل
إلى ذلك
يذكر أن
يشار إلى أن
الجدير بالذكر
جدير بالذكر
تجدر الإشارة
من المقرر
من المتوقع
meanwhile
separately
elsewhere
par ailleurs
de son côté
`;

/** Before أن these make it the clause of something else: "since", "although", "it must". */
export const NO_COMPLEMENT =
  "حيث إلا غير بيد رغم بما مع بعد قبل منذ لدرجة كما علما خاصة خصوصا سيما لاسيما إذ بحيث عدا سوى وبما يجب يمكن ينبغي";

/** Nouns that are written like a verb of saying. */
export const NOUNS_TOO = "ذكر حذر رد وعد عد ختم كشف وصف نقل";

/** Before a noun that is written like a verb of saying: "without mentioning", "refused to mention". */
export const NOUN_LEADS =
  "أو حد رفض رفضت رفضوا يرفض ترفض فضل فضلت طلب طلبت عدم دون بدون الجدير جدير يستحق من عن في على إلى مع بعد قبل خلال أثناء";

/** Titles that stand for a name: "His Highness". */
export const PRONOUN_TITLES =
  "سموه معاليه فضيلته سعادته سيادته جلالته فخامته دولته سماحته غبطته قداسته سموها معاليها سعادتها";

/** Wishes in brackets, which are no reporter's insertion. */
export const WISHES = "ص صلى رضي عليه عليها رحمه حفظه تعالى";

/** Shortened titles whose stop ends no sentence. */
export const ABBREVIATIONS = "mr mrs ms dr prof gen col lt sgt capt sen rep gov st jr mme mlle mm vs no";

/** Before a verb: nothing was said, or it is told elsewhere. */
export const NEGATIONS = "لم لا لن not never ne n'a n’a";

/** After a full stop these show that the reporter speaks again, though no mark closed the quotation. */
export const RESUMING =
  "وأضاف وأضافت وقال وقالت وتابع وتابعت وأكد وأكدت وأوضح وأوضحت وأشار وأشارت ولفت ولفتت وأردف وأردفت وذكر وذكرت";
