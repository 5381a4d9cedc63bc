/**
 * The words that quotations hang on, in Arabic, English and French: one versioned table. Words are matched as
 * folded tokens, so one spelling stands for all; Arabic verbs, participles and conjunctions also with و and ف before them.
 */

export const LEXICON_VERSION = 1;

/**
 * One verb a line: forms | stance | what may follow. Arabic forms: past and present, each masculine singular, feminine
 * singular, masculine plural ("-" for none). What may follow: `that` a clause, a preposition, `b` a word with ب before
 * it, `noun` one of `OBJECT_NOUNS`. `close`: the verb has other meanings, so that quoted words must follow it or its subject at once. `relay`: the
 * speaker stands after عن. `opens`: the word has another meaning inside a clause.
 * `far`: its clause may be further off than that of other close ones. `named`: without a subject nobody says it.
 */
export const ARABIC_VERBS = `
قال قالت قالوا يقول تقول يقولون | neutral | that
ذكر ذكرت ذكروا - تذكر يذكرون | neutral | that
- - - يذكر - - | neutral | that named
أفاد أفادت أفادوا يفيد تفيد يفيدون | neutral | that
صرح صرحت صرحوا يصرح تصرح يصرحون | neutral | that
أعلن أعلنت أعلنوا يعلن تعلن يعلنون | neutral | that عن noun
أوضح أوضحت أوضحوا يوضح توضح يوضحون | neutral | that
أضاف أضافت أضافوا يضيف تضيف يضيفون | neutral | that
تابع تابعت تابعوا يتابع تتابع يتابعون | neutral | that close
أردف أردفت أردفوا يردف تردف يردفون | neutral | that
زاد زادت زادوا - - - | neutral | close
استطرد استطردت استطردوا يستطرد تستطرد يستطردون | neutral | that
واصل واصلت واصلوا يواصل تواصل يواصلون | neutral | that close
أشار أشارت أشاروا يشير تشير يشيرون | neutral | that إلى
لفت لفتت لفتوا يلفت تلفت يلفتون | neutral | that إلى
ألمح ألمحت ألمحوا يلمح تلمح يلمحون | neutral | that إلى
نوه نوهت نوهوا ينوه تنوه ينوهون | neutral | that إلى
بين بينت بينوا يبين - يبينون | neutral | that opens
أبان أبانت أبانوا - - - | neutral | that عن opens
أخبر أخبرت أخبروا يخبر تخبر يخبرون | neutral | that
أبلغ أبلغت أبلغوا يبلغ تبلغ يبلغون | neutral | that
اختتم اختتمت اختتموا يختتم تختتم يختتمون | neutral | that close
ختم ختمت ختموا يختم تختم يختمون | neutral | that close
علق علقت علقوا يعلق تعلق يعلقون | neutral | that close
كتب كتبت كتبوا يكتب تكتب يكتبون | neutral | that close
غرد غردت غردوا يغرد تغرد يغردون | neutral | that
أجاب أجابت أجابوا يجيب تجيب يجيبون | neutral | that
رد ردت ردوا يرد ترد يردون | neutral | that close
تساءل تساءلت تساءلوا يتساءل تتساءل يتساءلون | neutral | that
روى روت رووا يروي تروي يروون | neutral | that close
استدرك استدركت استدركوا يستدرك تستدرك يستدركون | neutral | that
أورد أوردت أوردوا يورد تورد يوردون | neutral | that
نقل نقلت نقلوا ينقل تنقل ينقلون | neutral | that relay
أكد أكدت أكدوا يؤكد تؤكد يؤكدون | asserting | that على noun
شدد شددت شددوا يشدد تشدد يشددون | asserting | that على
جزم جزمت جزموا يجزم تجزم يجزمون | asserting | that
اعتبر اعتبرت اعتبروا يعتبر تعتبر يعتبرون | asserting | that
رأى رأت رأوا يرى ترى يرون | asserting | that
كشف كشفت كشفوا يكشف تكشف يكشفون | asserting | that عن
حذر حذرت حذروا يحذر تحذر يحذرون | asserting | that من
تعهد تعهدت تعهدوا يتعهد تتعهد يتعهدون | asserting | that b
دعا دعت دعوا يدعو تدعو يدعون | asserting | إلى
طالب طالبت طالبوا يطالب تطالب يطالبون | asserting | that b opens
أقر أقرت أقروا يقر تقر يقرون | asserting | that
اعترف اعترفت اعترفوا يعترف تعترف يعترفون | asserting | that b
أعرب أعربت أعربوا يعرب تعرب يعربون | asserting | عن
عبر عبرت عبروا يعبر تعبر يعبرون | asserting | عن opens
أدان أدانت أدانوا يدين تدين يدينون | asserting | noun
هدد هددت هددوا يهدد تهدد يهددون | asserting | that b
رجح رجحت رجحوا يرجح ترجح يرجحون | doubting | that
توقع توقعت توقعوا يتوقع تتوقع يتوقعون | doubting | that
زعم زعمت زعموا يزعم تزعم يزعمون | doubting | that noun
ادعى ادعت ادعوا يدعي تدعي - | doubting | that noun
ركز ركزت ركزوا - - - | asserting | that
أوصى أوصت أوصوا يوصي توصي يوصون | asserting | that b
شرح شرحت شرحوا يشرح تشرح يشرحون | neutral | that
- - - يقدر تقدر يقدرون | doubting | that opens
شكك شككت شككوا يشكك تشكك يشككون | doubting | that في
وعد وعدت وعدوا - - - | asserting | that b
عد عدت - - - - | asserting | that opens
وصف وصفت وصفوا يصف تصف يصفون | asserting | that b
انتقد انتقدت انتقدوا ينتقد تنتقد ينتقدون | asserting | that
اتهم اتهمت اتهموا يتهم تتهم يتهمون | asserting | that b
اقترح اقترحت اقترحوا يقترح تقترح يقترحون | neutral | that
برر بررت برروا يبرر تبرر يبررون | asserting | that b
ندد نددت نددوا يندد تندد ينددون | asserting | b
رحب رحبت رحبوا يرحب ترحب يرحبون | asserting | b
أشاد أشادت أشادوا يشيد تشيد يشيدون | asserting | b
دان دانت دانوا - - - | asserting | noun
استبعد استبعدت استبعدوا يستبعد تستبعد يستبعدون | doubting | that noun
قاله قالته - - - - | neutral | that close far
ذكره ذكرته - - - - | neutral | that close far
أكده أكدته - - - - | asserting | that close far
أعلنه أعلنته - - - - | neutral | that close far
نفى نفت نفوا ينفي تنفي ينفون | denying | that noun
أنكر أنكرت أنكروا ينكر تنكر ينكرون | denying | that noun
`;

/** Forms: masculine, feminine, plural | stance | what may follow. They go on with the speaker of the clause;
 * `says`: they only repeat its verb. */
export const ARABIC_PARTICIPLES = `
قائلا قائلة قائلين | neutral | that says
بقوله بقولها بقولهم | neutral | that says
بالقول - - | neutral | that says
قوله قولها قولهم | neutral | that says
مضيفا مضيفة مضيفين | neutral | that
متابعا متابعة متابعين | neutral | that
مشيرا مشيرة مشيرين | neutral | that إلى
لافتا لافتة لافتين | neutral | that إلى
موضحا موضحة موضحين | neutral | that
مبينا مبينة مبينين | neutral | that
منوها منوهة منوهين | neutral | that إلى b
ملمحا ملمحة ملمحين | neutral | that إلى
معلنا معلنة معلنين | neutral | that عن noun
كاشفا كاشفة كاشفين | neutral | that عن
مردفا مردفة مردفين | neutral | that
مستطردا مستطردة مستطردين | neutral | that
معلقا معلقة معلقين | neutral | that says
مختتما مختتمة مختتمين | neutral | that says
متسائلا متسائلة متسائلين | neutral | that says
واصفا واصفة واصفين | asserting | that b
معترفا معترفة معترفين | asserting | that b
منتقدا منتقدة منتقدين | asserting | that
متهما متهمة متهمين | asserting | that b
مذكرا - مذكرين | neutral | that b
مؤكدا مؤكدة مؤكدين | asserting | that على noun
مشددا مشددة مشددين | asserting | that على
معتبرا معتبرة معتبرين | asserting | that
محذرا محذرة محذرين | asserting | that من
داعيا داعية داعين | asserting | إلى
مطالبا مطالبة مطالبين | asserting | that b
متعهدا متعهدة متعهدين | asserting | that b
معربا معربة معربين | asserting | عن
معبرا معبرة معبرين | asserting | عن
مشيدا مشيدة مشيدين | asserting | b
مثنيا مثنية مثنين | asserting | على
موجها موجهة موجهين | asserting | that
متمنيا متمنية متمنين | asserting | that
مستبعدا مستبعدة مستبعدين | doubting | that noun
زاعما زاعمة زاعمين | doubting | that
مدعيا مدعية مدعين | doubting | that
مرجحا مرجحة مرجحين | doubting | that
متوقعا متوقعة متوقعين | doubting | that
نافيا نافية نافين | denying | that noun
منكرا منكرة منكرين | denying | that noun
`;

/** One verb a line: forms | stance. What was said may follow with or without "that". */
export const ENGLISH_VERBS = `
said says say | neutral
told tells | neutral
added adds | neutral
announced announces | neutral
declared declares | neutral
explained explains | neutral
noted notes | neutral
replied replies | neutral
wrote writes | neutral
tweeted | neutral
reported | neutral
continued | neutral
asked | neutral
recalled | neutral
shouted | neutral
commented | neutral
remarked | neutral
concluded | neutral
promised pledged | asserting
urged | asserting
stressed stresses | asserting
insisted insists | asserting
affirmed affirms | asserting
confirmed confirms | asserting
argued argues | asserting
warned warns | asserting
vowed | asserting
acknowledged | asserting
admitted admits | asserting
claimed claims | doubting
alleged alleges | doubting
suggested | doubting
denied denies | denying
`;

export const ENGLISH_PARTICIPLES = `
saying | neutral
adding | neutral
noting | neutral
explaining | neutral
stressing | asserting
insisting | asserting
warning | asserting
claiming | doubting
alleging | doubting
denying | denying
`;

/** Past participle, which needs an auxiliary before it | present, singular and plural | stance. */
export const FRENCH_VERBS = `
déclaré | déclare déclarent | neutral
dit | - | neutral
indiqué | indique indiquent | neutral
annoncé | annonce annoncent | neutral
ajouté | ajoute ajoutent | neutral
expliqué | explique expliquent | neutral
précisé | précise précisent | neutral
rappelé | rappelle rappellent | neutral
écrit | - | neutral
poursuivi | poursuit | neutral
conclu | conclut | neutral
répondu | répond répondent | neutral
souligné | souligne soulignent | asserting
affirmé | affirme affirment | asserting
assuré | assure assurent | asserting
confirmé | confirme confirment | asserting
estimé | estime estiment | asserting
insisté | insiste insistent | asserting
averti | avertit | asserting
prétendu | prétend prétendent | doubting
démenti | dément démentent | denying
nié | nie nient | denying
`;

export const FRENCH_PARTICIPLES = `
ajoutant | neutral
précisant | neutral
indiquant | neutral
expliquant | neutral
soulignant | asserting
affirmant | asserting
assurant | asserting
estimant | asserting
prétendant | doubting
niant | denying
démentant | denying
`;

/** An auxiliary before a French past participle. */
export const FRENCH_AUXILIARIES = "a ont avait avaient aura auraient aurait est";

/** "in the words of": the speaker stands after them. */
export const SOURCES = `
بحسب
حسب
حسبما
وفق
وفقا
بحسب ما
حسب ما
وفق ما
وفقا لما
طبقا
طبقا لما
نقلا عن
على لسان
على حد قول
على حد تعبير
according to
in the words of
citing
quoting
selon
d'après
d’après
`;

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

/** Heads of what speaks, by gender and number; the article and و ف ب ل ك may stand before them. */
export const PERSONS = {
  m:
    "رئيس وزير أمير ملك نائب وكيل مدير قائد أمين سفير قنصل محافظ والي حاكم عميد لواء عقيد فريق رائد نقيب ملازم شيخ دكتور " +
    "مهندس أستاذ سيد قس مطران بابا مفتي إمام خطيب قاضي محامي مدعي ناطق متحدث مسؤول مصدر شاهد عضو مستشار مبعوث مندوب " +
    "كاتب باحث خبير محلل ناشط لاعب مدرب طبيب معالي سمو فخامة دولة سعادة فضيلة سماحة جلالة خادم صاحب ولي نجم زعيم مرشد " +
    "رجل مواطن معلم داعية مشرف منسق مراسل صحفي صحافي إعلامي نقيب دبلوماسي بروفيسور عالم فنان مخرج منتج ممثل حارس مهاجم " +
    "نظير مساعد معاون والد أب ابن شقيق مؤسس مالك رجل عمدة كابتن حقوقي معارض برلماني سيناتور",
  f:
    "رئيسة وزيرة أميرة ملكة مديرة سفيرة دكتورة مهندسة أستاذة سيدة ناطقة متحدثة مسؤولة مستشارة مبعوثة كاتبة باحثة خبيرة محللة " +
    "ناشطة لاعبة مدربة طبيبة فنانة ممثلة معلمة مشرفة والدة أم زوجة ابنة شقيقة عضوة شيخة مواطنة امرأة فتاة مراسلة إعلامية " +
    "مصادر أوساط",
  p: "مسؤولون مسؤولين شهود محللون محللين خبراء ناشطون ناشطين مراقبون سكان أهالي وزراء مواطنون مواطنين نشطاء دبلوماسيون باحثون أطباء معارضون",
} as const;
export const BODIES = {
  m:
    "نص مجلس جيش تنظيم حزب اتحاد مكتب بنك مصرف ديوان نادي مركز جهاز مرصد بيان تقرير تحالف ائتلاف برنامج صندوق بيت فرع موقع " +
    "دفاع قصر برلمان كرملين بنتاغون معهد منتخب حلف تلفزيون مصنع وفد",
  f:
    "وزارة وكالة شركة هيئة حكومة جامعة لجنة محكمة إدارة أمانة منظمة جمعية حركة جماعة جبهة سفارة قوات شرطة مديرية بلدية مؤسسة " +
    "صحيفة قناة سلطات وسائل داخلية خارجية رئاسة قيادة أمم نيابة دائرة مفوضية شبكة إذاعة مجلة كتلة دراسة معارضة أمارة إمارة " +
    "غرفة رابطة كتائب فصائل كتيبة مصلحة مجموعة دار أسرة عائلة نقابة بعثة مملكة أجهزة فرق هيئات",
} as const;

/** Frequent first names: a title that holds one holds a name. */
export const GIVEN_NAMES =
  "محمد أحمد محمود حمد علي حسن حسين عبدالله عبدالرحمن عبدالعزيز عبدالكريم عبدالمجيد عبداللطيف عبدالملك عبدالمحسن عبدالوهاب " +
  "عبدالقادر عبدربه خالد سعد سعود سلطان سلمان سليمان فهد فيصل نايف بندر تركي ماجد ناصر منصور مشعل متعب طلال وليد يوسف " +
  "يحيى إبراهيم إسماعيل عمر عثمان عادل سامي سمير نبيل جمال كمال طارق هشام هاني أنس بشار بسام غسان فؤاد فارس زياد رياض " +
  "صالح حاتم مصطفى عمار جورج ميشال بطرس جون جيمس ديفيد مايكل باراك فلاديمير فاطمة مريم نورة سارة منى هدى أمل";

/** States: one behind a name that is whole is no part of it ("the president urged Britain"). */
export const STATES =
  "سوريا العراق لبنان الأردن فلسطين إسرائيل مصر ليبيا تونس الجزائر المغرب السودان الصومال موريتانيا اليمن الكويت البحرين قطر الإمارات " +
  "عمان إيران تركيا أفغانستان باكستان الهند الصين اليابان روسيا أوكرانيا ألمانيا فرنسا بريطانيا إيطاليا إسبانيا اليونان البرتغال هولندا بلجيكا " +
  "سويسرا النمسا السويد النرويج الدنمارك فنلندا بولندا المجر رومانيا صربيا أمريكا أميركا كندا المكسيك البرازيل الأرجنتين كوبا أستراليا " +
  "إندونيسيا ماليزيا تايلاند كوريا نيجيريا إثيوبيا كينيا تشاد مالي النيجر السنغال";

/** Times that stand between a verb and who speaks, with the word behind them: "last month". */
export const PERIODS = "الشهر الأسبوع العام السنة الموسم";

/** Verbs that say of somebody what he is: "described the minister as". */
export const OF_SOMEBODY = "وصف وصفت وصفوا يصف تصف انتقد انتقدت انتقدوا ينتقد تنتقد";

/** "Issued": the preposition behind it is its own. */
export const ISSUED = "الصادر الصادرة صادر صادرة صدر صدرت";

/** Persons only named by what they do: they need somebody named before to be anyone. */
export const GENERIC_PERSONS = "المسؤول المسؤولة المسئول المسئولة الرجل الشاهد المواطن";

/** Whom the page calls on for its own opinion. */
export const OWN_VOICE = "المتابع المتابعون المتابعين المراقب القارئ الناظر المتأمل";

/** English and French heads of what speaks, in lower case. */
export const LATIN_HEADS =
  "minister ministry president spokesman spokeswoman spokesperson official officials police army government secretary chairman " +
  "chief director general ambassador senator governor mayor judge lawyer company agency witnesses residents source sources " +
  "statement report council committee commander leader prince king queen prosecutor analyst analysts expert experts " +
  "professor doctor coach captain owner founder authorities embassy party court office department group organisation organization " +
  "ministre ministère président présidente porte-parole parole responsable responsables gouvernement directeur directrice " +
  "secrétaire ambassadeur ambassadrice sénateur sénatrice maire préfet juge avocat avocate société agence témoins source " +
  "sources communiqué rapport conseil comité commandant chef prince roi reine procureur analyste analystes expert experts " +
  "professeur autorités ambassade parti tribunal ministry's union";

/** English bodies, which no "he" or "she" takes up. */
export const ENGLISH_BODIES =
  "ministry police army government company agency newspaper paper council committee party court department office union report " +
  "statement authorities embassy group organisation organization";

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
  "كانت حث طلب وصل عقد التقى استقبل زار افتتح ترأس شارك بحث ناقش أجرى وجه قرر رفض وافق بدأ تسلم ألقى حضر شهد دشن وقع رعى هنأ بعث شن أنذاك بخصوص بحضور بمناسبة للصحفيين للصحافيين لصحيفة لوكالة لقناة لموقع لإذاعة لتلفزيون لبرنامج للصحيفة للوكالة لنا " +
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
export const RESETS = `
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
