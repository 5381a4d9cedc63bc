/**
 * The words around a name that make it a source. Data; folded as the normaliser folds, so letters need no care.
 * A word may stand in several classes.
 */

/** One bit a class. */
export const CUE = {
  /** A verb of saying in the third person. */
  SAY: 1,
  /** A verb of passing on: "carried", "published", "broadcast". */
  RELAY: 2,
  /** "According to". */
  SOURCE: 4,
  /** Ends a name. */
  STOP: 8,
  /** A kind of institution that needs a name after it: "ministry". */
  KIND: 16,
  /** An institution by one definite word: "the police". */
  KNOWN: 32,
  AGENCY: 64,
  AGENCIES: 128,
  PRINT: 256,
  BROADCAST: 512,
  STATEMENT: 1024,
  LABEL: 2048,
  SPOKESMAN: 4096,
  FROM: 8192,
  /** An account with its owner: "its page". */
  ACCOUNT: 16384,
  PLATFORM: 32768,
  /** "Interview", "call". */
  TALK: 65536,
  /** May stand between a verb and its subject, or a subject and its verb. */
  FILLER: 131072,
  /** A short name of a ministry: "the interior". */
  MINISTRY: 262144,
  NEWS: 524288,
  ISSUED: 1048576,
  /** "That": what follows is what was said. */
  THAT: 2097152,
  /** What institutions bring out: "report", "estimates". */
  REPORT: 4194304,
  /** The name of an institution by itself. */
  PROPER: 8388608,
  /** A programme: a place to speak on, no source. */
  PROGRAMME: 16777216,
  /** What only the press does: "ranked", "headlined". */
  PRESS: 33554432,
  /** "Article", "column". */
  ARTICLE: 67108864,
  /** Who works for an agency: what they say, the agency says. */
  REPORTER: 134217728,
  /** A service that a place has its own branch of. */
  BRANCH: 268435456,
} as const;

export type CueName = keyof typeof CUE;

export const CUE_WORDS: Readonly<Record<CueName, string>> = {
  SAY:
    "قال قالت قالوا يقول تقول ذكر ذكرت يذكر تذكر أفاد أفادت يفيد تفيد صرح صرحت أعلن أعلنت يعلن تعلن أعلنا أوضح أوضحت يوضح توضح " +
    "أضاف أضافت يضيف تضيف أردف أردفت أشار أشارت يشير تشير لفت لفتت بينت نوه نوهت أكد أكدت يؤكد تؤكد شدد شددت يشدد تشدد اعتبر اعتبرت " +
    "كشف كشفت يكشف تكشف نفى نفت ينفي تنفي زعم زعمت ادعى ادعت حذر حذرت يحذر تحذر رأت دعا دعت تدعو تعهد تعهدت " +
    "أدان أدانت يدين تدين دان دانت أعرب أعربت أبدى أبدت استنكر استنكرت اتهم اتهمت تتهم طالبت رحب رحبت ترحب توقع توقعت يتوقع تتوقع قدرت " +
    "رجح رجحت ناشد ناشدت أهابت تهيب اعترف اعترفت أبلغ أبلغت نبه نبهت أبان أبانت يرى ترى جدد جددت عزا عزت أجاب أجابت يجيب تجيب وصف وصفت ندد نددت شجب شجبت حث حثت هدد هددت لخصت تلخص أيدت أوصى أوصت انتقد انتقدت ثمنت تبنت ألمح ألمحت اقترح اقترحت استغرب استغربت أفصح أفصحت نعى نعت كرر كررت قدرتها قدرته " +
    "قاله قالته ذكره ذكرته أعلنه أعلنته أكده أكدته أفادته أوضحته كشفته أفادوا أعلنها " +
    "يدعو يطالب تطالب يناشد تناشد يحث تحث يهدد تهدد يندد تندد يستنكر تستنكر يوصي توصي يرحب ينتقد تنتقد يعتذر تعتذر ينبه تنبه يهيب استبعد استبعدت عبرت بررت استهجن استهجنت أشاد أشادت ينصح تنصح نصحت طمأنت أنكر أنكرت ينكر تنكر شرحت اعتذرت شكت اشتكت " +
    "said says announced announces stated states warned warns denied denies claimed claims reported confirmed confirms told added declared urged urges condemned condemns accused accuses demanded demands revealed reveals estimated estimates " +
    "déclaré indiqué affirmé annoncé précisé rapporté condamné démenti averti assuré dénoncé confirmé estimé souligné exhorté accusé annonce affirme indique précise condamne dénonce dément",
  RELAY:
    "نقل نقلت تنقل نقلته نقلتها أورد أوردت تورد أوردته أوردتها أورده نشر نشرت نشرته نشرتها بثت بثته بثتها بثها " +
    "تناقلت تناقلته تناقلتها تداولت كتبت كتب تكتب ذكرته نسبت اقتبست أذاعت أذاعته وزعته وزعت نشره نشرها أعده أعدته أجراه أجرته أجرتها أعدتها أعدها carried published quoted citing cited quoting",
  SOURCE: "بحسب حسب حسبما وفق وفقا وفقما نقلا طبقا استنادا مستندا مستندة according selon d'après",
  STOP:
    "أن إن انها انه أنهم إنها إنه بأن بأنه بأنها أنه أنها لأن كما عن على في من إلى الى مع ما لم لن لا قد قبل بعد خلال منذ حتى عبر حول بشأن " +
    "ضد لدى عند تحت هو هي الذي التي الذين ذلك هذا هذه اليوم أمس مساء صباح ظهر فجر السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة يوم " +
    "أول عقب إثر أثناء بسبب رغم لكن بل أو ثم حيث إذ إذا كان كانت يكون ليس ليست بين أيضا مؤخرا حاليا نقلا بحسب حسب وفق وفقا " +
    "أي كل بعض غير سوف بينما عندما مؤكدة مؤكدا مشيرة مشيرا موضحة موضحا لافتة مضيفة مبينة قائلة قائلا وذلك وهو وهي وقد ولا وأن وكان وكانت " +
    "تم يتم تمت بيان the المواطنين المقيمين الجميع جميع كافة كافه الساعة بشدة that on in of for to and was is has had it its que qui dans le la les",
  KIND:
    "وزارة وزارتا هيئة أمانة مديرية إمارة شركة جامعة مجلس جيش شرطة مؤسسة منظمة لجنة اتحاد حركة حزب بنك مصرف مركز مكتب ديوان رئاسة " +
    "حكومة قيادة محكمة نيابة سفارة قنصلية بلدية جمعية نادي صندوق غرفة مفوضية بعثة معهد مرصد نقابة جماعة كتائب مجموعة جهاز دائرة كلية عمادة " +
    "إدارة تحالف رابطة سلطة وكالة محافظة مستشفى دار مطار فصائل سرايا لواء كتيبة قوات قسم حلف جبهة تنسيقية بورصة ائتلاف كتلة تيار تجمع متحف منتدى أكاديمية مكتبة شركتا " +
    "ministry company police army department agency university council bank committee authority commission organization organisation association federation union party institute corporation group navy court embassy office bureau parliament observatory fund foundation centre center club board " +
    "ministère banque conseil comité agence autorité fédération syndicat parti institut université société groupe armée cour tribunal ambassade parlement observatoire fonds fondation préfecture parquet مندوبية مفتشية سلطات خفر حرس فرع برلمان أسطول مجمع كنيسة",
  KNOWN:
    "السلطات الشرطة الجيش الحكومة الرئاسة البرلمان النيابة الاستخبارات المخابرات المفوضية الأمانة المديرية القيادة الهيئة المحكمة " +
    "البلدية الاتحاد التحالف القوات البنك اللجنة المجلس المنظمة الجامعة الشركة المؤسسة الجمعية المركز المكتب " +
    "الصندوق الغرفة الحركة الجماعة السفارة المعهد الرابطة الجهاز الخطوط الفصائل المقاومة الشبكة المعارضة السلطة الدار الوكالة المرصد الإدارة الائتلاف البحرية البعثة النقابة المنسقية الأكاديمية الأجهزة اللجان الكنيسة المندوبية الجبهة الكتلة القنصلية الديوان المنتدى",
  AGENCY: "وكالة الوكالة للوكالة",
  AGENCIES: "وكالات الوكالات",
  PRINT:
    "صحيفة جريدة مجلة موقع صحيفتا صحيفتي مجلتا مجلتي يومية أسبوعية دورية مدونة بوابة الصحيفة newspaper magazine website",
  BROADCAST:
    "قناة قناتا قناتي تلفزيون التلفزيون إذاعة الإذاعة فضائية راديو شبكة شبكتا شبكتي محطة محطتا محطتي channel television radio",
  STATEMENT: "بيان بيانها بيانه بيانا بيانات البيان تصريح تصريحات بلاغ statement communiqué",
  LABEL: "المصدر مصدر المصادر source sources",
  SPOKESMAN:
    "المتحدث المتحدثة الناطق الناطقة متحدث متحدثة ناطق ناطقة متحدثا متحدثون spokesman spokeswoman spokesperson",
  FROM: "عن from",
  ACCOUNT:
    "حسابها حسابه صفحتها صفحته قناتها قناته معرفاتها معرفاته موقعها موقعه حساباتها منصاتها منصتها الموقع الحساب الصفحة تغريدة تغريدات تدوينة",
  PLATFORM:
    "تويتر فيسبوك الفيسبوك تلغرام تليغرام تيليغرام تلجرام إكس انستغرام إنستغرام يوتيوب واتساب twitter facebook telegram instagram youtube",
  TALK: "تحدث تحدثت أخبر أخبرت أبلغ أبلغت مقابلة حوار لقاء حديث حديثه حديثها اتصال مداخلة تصريح تصريحات تصريحه تصريحاته تصريحها برنامج لقائه حواره قائلا قائلة قائلين interview تحدثوا تحدثا تحدثن أخبروا أبلغوا",
  FILLER:
    "اليوم أمس قد مؤخرا مساء صباح فجر ظهر أيضا السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة الماضي الأول يوم به بها فيه عنه عنها إليه إليها كان كانت بدورها بدوره حديثا رسميا دوريا سنويا شهريا",
  MINISTRY:
    "الداخلية الخارجية الصحة التعليم العدل العمل التجارة المالية الإسكان الزراعة النقل الدفاع الأوقاف الحج الأرصاد المرور الجوازات التربية الكهرباء البترول الصناعة السياحة الخدمة البلديات الجمارك السجون الخزانة المياه الموارد",
  NEWS: "أنباء الأنباء للأنباء الإخبارية للإعلام",
  THAT: "أن إن بأن انها انه أنه أنها بأنه بأنها إنه إنها that que",
  PROGRAMME: "برنامج",
  REPORTER:
    "مراسل مراسلة مراسلو مراسلي صحافي صحافية صحفي صحفية صحافيو مصور مصورة مصورو مصوري شاهد reporter correspondent photographer",
  BRANCH: "صحة تعليم مدني مرور مياه هلال أدبي جوازات كهرباء تجارة زراعة أوقاف تقنية بلدي سجون جمارك",
  PRESS:
    "صنفت صنفته صنفتها اختارت اختارته اختارتها أجرت أجرته أجرتها تساءلت علقت عنونت وصفته استطلعت رصدت سلطت بث بثه أصدرت نشرت قائمة تصنيف ترتيب لقائمة لتصنيف مسح استفتاء تحدثت",
  ARTICLE: "مقال مقالة مقاله مقالا مقالته عموده عمود افتتاحية خبر خبرا تقريرا تقرير تحليل مقالات",
  ISSUED: "صادر الصادر صادرة الصادرة صدر صدرت أصدرته أصدره أصدرتها أصدرها تصدرها يصدرها تصدره يصدره",
  REPORT:
    "تقرير تقريرا التقرير تقارير التقارير دراسة دراسات الدراسة بيانات البيانات إحصاءات الإحصاءات إحصائيات الإحصائيات إحصائية أرقام الأرقام النشرة مسح استطلاع تعداد حصيلة حسابات تقديرات توقعات بيان إعلان تأكيد تحذير تحذيرات مذكرة المؤشرات report study data figures survey poll rapport étude données chiffres sondage",
  PROPER:
    "البنتاغون البنتاجون الكرملين اليونيسيف اليونيسف يونيسف اليونسكو يونسكو الفيفا فيفا اليويفا يويفا يوفا الناتو أوبك الكونغرس الكونجرس حماس الكنيست الإنتربول ناسا طالبان الحوثيون داعش القسام الأزهر أرامكو سابك موبايلي مايكروسوفت سامسونج سامسونغ سوني هواوي غوغل جوجل أبل آبل أمازون بوينج بوينغ إيرباص تويوتا هوندا دايملر مرسيدس موديز فيتش أوبر نوكيا إنتل البيشمركة الموساد الشاباك الفاتيكان الإليزيه داماك إعمار باركليز إريكسون سيسكو أوراكل لينوفو شاومي توشيبا باناسونيك فولفو رينو بيجو كرايسلر هيونداي تسلا نستله ستاربكس أديداس إيكيا توتال شيفرون غازبروم جازبروم روسنفت ماستركارد إيباي نتفليكس لوفتهانزا سكايب ياهو فولكسفاغن فولكسفاجن كايشن برشلونة يوفنتوس تشيلسي تشلسي أرسنال آرسنال ليفربول توتنهام إيفرتون نابولي فيورنتينا فالنسيا إشبيلية فولفسبورج فولفسبورغ شالكه بنفيكا أياكس مارسيليا أيباك النصرة فيسبوك تويتر يوتيوب واتساب هيرميس سيمنس ألستوم ساما فايزر نوفارتس ديزني نايكي فالكم pentagon kremlin nato otan unicef unesco fifa uefa opec opep hamas hezbollah taliban nasa interpol europol boeing airbus google apple microsoft amazon samsung toyota facebook onu un who oms imf fmi unhcr hcr",
};
