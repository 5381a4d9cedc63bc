/** What speakers are called by: titles, bodies, first names, states. Part of the one lexicon. */

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

/** Persons only named by what they do: they need somebody named before to be anyone. */
export const GENERIC_PERSONS = "المسؤول المسؤولة المسئول المسئولة الرجل الشاهد المواطن";

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
