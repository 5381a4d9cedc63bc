/**
 * Words that news on anything may hold: grammar, verbs of saying, offices, times, counts, the vocabulary of
 * statements and of attacks. What no collection needs to teach; written for this project.
 */
import { foldLetters } from "./letters.js";
import { stripProclitics } from "./proclitics.js";

const COMMON = new Set(
  (
    "من الى على عن في مع بعد قبل بين حتى منذ خلال عند لدى لدي دون بدون ضد نحو حول فوق تحت امام خلف " +
    "حيث حين عندما بينما فيما كما مما ما لم لن لا ليس ليست غير سوى الا ان انه انها انهم ذلك هذا هذه " +
    "هؤلاء تلك الذي التي الذين اللذين اللتين هو هي هم نحن انت انا كان كانت كانوا يكون تكون يكونوا كنت " +
    "ولا او ام ثم لكن بل قد لقد اذا اذ لو كل بعض جميع كافه معظم اكثر اقل اكبر اصغر اهم احد احدى اي " +
    "ايه كيف لماذا متى اين هنا هناك الان ايضا فقط جدا مثل عبر ضمن سواء اما وفق وفقا حسب بحسب بسبب " +
    "نتيجه نظرا اثر عقب ازاء بشان تجاه داخل خارج اضافه فضلا رغم مجرد نفس ذات ذاته عده عدد عديد مختلف " +
    "مزيد كثير قليل بعيد قريب " +
    "قال قالت يقول تقول قائلا قوله اكد اكدت يؤكد تؤكد مؤكدا تاكيد اوضح اوضحت موضحا اضاف اضافت مضيفا " +
    "اشار اشارت مشيرا لفت لافتا ذكر ذكرت افاد افادت اعلن اعلنت اعلان كشف كشفت بين بينت صرح تصريح " +
    "تصريحات اعتبر اعتبرت شدد مشددا اعرب عبر نفى نفت حذر طالب طالبت دعا دعت دعوه راى يرى ترى وصف علق " +
    "نقل نقلت تابع تحدث متحدث حديث " +
    "رئيس رئاسه وزير وزاره وزراء حكومه حكومي دوله دول دولي دوليه وطن وطني مملكه ملك ملكي امير جمهوريه " +
    "سفير امين عام عامه عضو اعضاء مجلس لجنه هيئه مؤسسه منظمه جمعيه اداره مدير ادارات مسؤول مسؤولين " +
    "قياده قائد قوات قوه جيش عسكري امن امني امنيه شرطه دفاع داخليه خارجيه مواطن مواطنين شعب مجتمع " +
    "مجتمعي اهالي سكان محافظه محافظ منطقه مناطق مدينه مدن بلد بلاد بلديه قريه عاصمه حدود محلي اقليمي " +
    "عالم عالمي غرب شرق شمال جنوب " +
    "يوم ايام اليوم امس غدا اسبوع شهر اشهر عام سنه سنوات اعوام ساعه ساعات دقيقه دقائق صباح مساء ليل " +
    "ليله فجر ظهر عصر الماضي الماضيه المقبل المقبله القادم القادمه الجاري الحالي الحاليه الاحد " +
    "الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس " +
    "سبتمبر اكتوبر نوفمبر ديسمبر كانون شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين وقت زمن فتره " +
    "مده مرحله تاريخ موعد اول اولى ثاني ثانيه ثالث ثالثه اخر اخرى اخرين اخير اخيره جديد جديده قديم " +
    "واحد واحده اثنين ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره مئه مئات الف الاف مليون ملايين مليار " +
    "مليارات المئه نسبه حوالي " +
    "شخص اشخاص رجل رجال امراه نساء طفل اطفال شاب شباب انسان انساني ناس عائله اسره اسم " +
    "عمل اعمال عامل عمليه عمليات مشروع مشاريع برنامج برامج خطه خطط استراتيجيه قرار قرارات قانون نظام " +
    "انظمه اجراء اجراءات تنفيذ تطوير تعزيز دعم تقديم تحقيق تحقيقات توفير اطار جانب جهه جهات دور هدف " +
    "اهداف نتائج سبيل مجال مستوى حاله حالات وضع اوضاع ظروف شان شؤون قضيه مساله مشكله ازمه تحدي تحديات " +
    "حل حلول فرصه خدمه خدمات حق حقوق نقطه امر امور شيء " +
    "اجتماع لقاء زياره مؤتمر بيان تقرير تقارير خبر اخبار معلومات بيانات وكاله صحيفه مصدر مصادر موقع " +
    "وسائل اعلام اعلامي رساله كلمه سؤال " +
    "تعاون تنسيق مشاركه شارك علاقه علاقات حوار سلام استقرار سلامه حمايه مواجهه مكافحه التزام استمرار " +
    "متابعه جهود جهد ضروره اهميه اساس اساسي عملي شامل كامل كبير كبيره كبار صغير خاص خاصه عام مهم رسمي " +
    "رسميه مباشر ممكن لازم عالي واسع سريع فعال حقيقي " +
    "اقتصاد اقتصادي مال مالي تجاره تجاري شركه شركات سوق استثمار سعر اسعار ريال دولار دينار " +
    "مركز مكتب مقر شارع طريق منزل بيت مدرسه جامعه مستشفى مسجد مطار ميناء " +
    "تم يتم تمت جرى يجري بدا بدات بدايه نهايه استمر وصل وصول قام قامت يقوم عقد عقدت شهد شهدت يشهد حضر " +
    "حضور ضم شمل تشمل يشمل اصبح اصبحت ظل بقي جاء جاءت ياتي تاتي اتخاذ قدم قدمت طلب وقع وقعت حدث ادى " +
    "ادت عاد عوده بقاء يجب يمكن ينبغي يستمر تسعى سعى " +
    "حادث هجوم ارهاب ارهابي ارهابيه قتل مقتل قتيل قتلى اصابه اصيب مصاب جريح جرحى ضحايا اسفر انفجار " +
    "تنظيم جماعه مسلح مسلحين " +
    "فريق لاعب لاعبين مباراه بطوله كاس نادي دوري " +
    "the a an of and to in on at for from with by as is are was were be been has have had will would " +
    "can could may not no but or if that this these those it its he his she her they their we our you " +
    "your i who which what when where how than then there here also only more most some all one two " +
    "three first second last new other after before over under between about into out up down during " +
    "since until while said says say told according year years day days month week time monday " +
    "tuesday wednesday thursday friday saturday sunday january february march april june july august " +
    "september october november december people man men woman women state government minister " +
    "president official officials country city police company percent million billion many much very " +
    "just still even now today yesterday do does did done make made take took get got go went come " +
    "came see saw know them him us so such any each both own same " +
    "le la les de des du un une et en au aux que qui dans pour par sur avec est sont ont pas plus ne " +
    "se ce cette ces il elle ils " +
    "ve bir bu da de icin ile olan olarak " +
    "و در به از که این را با است برای آن "
  )
    .trim()
    .split(" ")
    .map((word) => stripProclitics(foldLetters(word))),
);

/** Whether a word without proclitics (`stripProclitics` of folded letters) says little of what a text is about. */
export function isCommonWord(stripped: string): boolean {
  return COMMON.has(stripped);
}
