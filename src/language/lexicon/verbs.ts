/**
 * The one list of verbs of saying, their participles and "according to", in Arabic, English and French. Quotations,
 * credits, changed facts and the words shown around a quote all read it (`forms.ts`).
 */

/**
 * One verb a line: forms | stance | what may follow. Arabic forms: past and present, each masculine singular, feminine
 * singular, masculine plural ("-" for none). `+` behind a form: an institution is known to speak by it; the others are
 * written like other words, or mostly said of persons. What may follow: `that` a clause, a preposition, `b` a word with
 * ب before it, `noun` one of `OBJECT_NOUNS`. `close`: the verb has other meanings, so that quoted words must follow it or
 * its subject at once. `relay`: the speaker stands after عن. `opens`: the word has another meaning inside a clause.
 * `far`: its clause may be further off than that of other close ones. `named`: without a subject nobody says it.
 * `mute`: it tells that somebody speaks, and never what was said.
 */
export const ARABIC_VERBS: string = `
قال+ قالت+ قالوا+ يقول+ تقول+ يقولون | neutral | that
ذكر+ ذكرت+ ذكروا - تذكر+ يذكرون | neutral | that
- - - يذكر+ - - | neutral | that named
أفاد+ أفادت+ أفادوا+ يفيد+ تفيد+ يفيدون | neutral | that
صرح+ صرحت+ صرحوا يصرح تصرح يصرحون | neutral | that
أعلن+ أعلنت+ أعلنوا يعلن+ تعلن+ يعلنون | neutral | that عن noun
أوضح+ أوضحت+ أوضحوا يوضح+ توضح+ يوضحون | neutral | that
أضاف+ أضافت+ أضافوا يضيف+ تضيف+ يضيفون | neutral | that
تابع تابعت تابعوا يتابع تتابع يتابعون | neutral | that close
أردف+ أردفت+ أردفوا يردف تردف يردفون | neutral | that
زاد زادت زادوا - - - | neutral | close
استطرد استطردت استطردوا يستطرد تستطرد يستطردون | neutral | that
واصل واصلت واصلوا يواصل تواصل يواصلون | neutral | that close
أشار+ أشارت+ أشاروا يشير+ تشير+ يشيرون | neutral | that إلى
لفت+ لفتت+ لفتوا يلفت تلفت يلفتون | neutral | that إلى
ألمح+ ألمحت+ ألمحوا يلمح تلمح يلمحون | neutral | that إلى
نوه+ نوهت+ نوهوا ينوه تنوه ينوهون | neutral | that إلى
بين بينت+ بينوا يبين - يبينون | neutral | that opens
أبان+ أبانت+ أبانوا - - - | neutral | that عن opens
أخبر أخبرت أخبروا يخبر تخبر يخبرون | neutral | that
أبلغ+ أبلغت+ أبلغوا يبلغ تبلغ يبلغون | neutral | that
اختتم اختتمت اختتموا يختتم تختتم يختتمون | neutral | that close
ختم ختمت ختموا يختم تختم يختمون | neutral | that close
علق علقت علقوا يعلق تعلق يعلقون | neutral | that close
كتب كتبت كتبوا يكتب تكتب يكتبون | neutral | that close
غرد غردت غردوا يغرد تغرد يغردون | neutral | that
أجاب+ أجابت+ أجابوا يجيب+ تجيب+ يجيبون | neutral | that
رد ردت ردوا يرد ترد يردون | neutral | that close
تساءل تساءلت تساءلوا يتساءل تتساءل يتساءلون | neutral | that
روى روت رووا يروي تروي يروون | neutral | that close
استدرك استدركت استدركوا يستدرك تستدرك يستدركون | neutral | that
أورد أوردت أوردوا يورد تورد يوردون | neutral | that
نقل نقلت نقلوا ينقل تنقل ينقلون | neutral | that relay
أكد+ أكدت+ أكدوا يؤكد+ تؤكد+ يؤكدون | asserting | that على noun
شدد+ شددت+ شددوا يشدد+ تشدد+ يشددون | asserting | that على
جزم جزمت جزموا يجزم تجزم يجزمون | asserting | that
اعتبر+ اعتبرت+ اعتبروا يعتبر تعتبر يعتبرون | asserting | that
رأى رأت+ رأوا يرى+ ترى+ يرون | asserting | that
كشف+ كشفت+ كشفوا يكشف+ تكشف+ يكشفون | asserting | that عن
حذر+ حذرت+ حذروا يحذر+ تحذر+ يحذرون | asserting | that من
تعهد+ تعهدت+ تعهدوا يتعهد تتعهد يتعهدون | asserting | that b
دعا+ دعت+ دعوا يدعو+ تدعو+ يدعون | asserting | إلى
طالب طالبت+ طالبوا يطالب+ تطالب+ يطالبون | asserting | that b opens
أقر أقرت أقروا يقر تقر يقرون | admitting | that
اعترف+ اعترفت+ اعترفوا يعترف تعترف يعترفون | admitting | that b
أعرب+ أعربت+ أعربوا يعرب تعرب يعربون | asserting | عن
عبر عبرت+ عبروا يعبر تعبر يعبرون | asserting | عن opens
أدان+ أدانت+ أدانوا يدين+ تدين+ يدينون | asserting | noun
هدد+ هددت+ هددوا يهدد+ تهدد+ يهددون | asserting | that b
رجح+ رجحت+ رجحوا يرجح ترجح يرجحون | doubting | that
توقع+ توقعت+ توقعوا يتوقع+ تتوقع+ يتوقعون | doubting | that
زعم+ زعمت+ زعموا يزعم تزعم يزعمون | doubting | that noun
ادعى+ ادعت+ ادعوا يدعي تدعي - | doubting | that noun
ركز ركزت ركزوا - - - | asserting | that
أوصى+ أوصت+ أوصوا يوصي+ توصي+ يوصون | asserting | that b
شرح شرحت+ شرحوا يشرح تشرح يشرحون | neutral | that
- - - يقدر تقدر يقدرون | doubting | that opens
شكك شككت شككوا يشكك تشكك يشككون | doubting | that في
وعد وعدت وعدوا - - - | asserting | that b
عد عدت - - - - | asserting | that opens
وصف+ وصفت+ وصفوا يصف تصف يصفون | asserting | that b
انتقد+ انتقدت+ انتقدوا ينتقد+ تنتقد+ ينتقدون | asserting | that
اتهم+ اتهمت+ اتهموا يتهم تتهم+ يتهمون | asserting | that b
اقترح+ اقترحت+ اقترحوا يقترح تقترح يقترحون | neutral | that
برر بررت+ برروا يبرر تبرر يبررون | asserting | that b
ندد+ نددت+ نددوا يندد+ تندد+ ينددون | asserting | b
رحب+ رحبت+ رحبوا يرحب+ ترحب+ يرحبون | asserting | b
أشاد+ أشادت+ أشادوا يشيد تشيد يشيدون | asserting | b
دان+ دانت+ دانوا - - - | asserting | noun
استبعد+ استبعدت+ استبعدوا يستبعد تستبعد يستبعدون | doubting | that noun
قاله+ قالته+ - - - - | neutral | that close far
ذكره+ ذكرته+ - - - - | neutral | that close far
أكده+ أكدته+ - - - - | asserting | that close far
أعلنه+ أعلنته+ - - - - | neutral | that close far
نفى+ نفت+ نفوا ينفي+ تنفي+ ينفون | denying | that noun
كذب+ كذبت+ كذبوا يكذب+ تكذب+ يكذبون | denying | mute
أنكر+ أنكرت+ أنكروا ينكر+ تنكر+ ينكرون | denying | that noun
ناشد+ ناشدت+ ناشدوا يناشد+ تناشد+ يناشدون | asserting | mute
حث+ حثت+ حثوا يحث+ تحث+ يحثون | asserting | mute
أهاب أهابت+ أهابوا يهيب+ تهيب+ يهيبون | asserting | b
نبه+ نبهت+ نبهوا ينبه+ تنبه+ ينبهون | asserting | mute
استنكر+ استنكرت+ استنكروا يستنكر+ تستنكر+ يستنكرون | asserting | noun
شجب+ شجبت+ شجبوا يشجب تشجب يشجبون | asserting | noun
جادل جادلت جادلوا يجادل تجادل يجادلون | asserting | that
نصح+ نصحت+ نصحوا ينصح+ تنصح+ ينصحون | asserting | mute
أبدى+ أبدت+ أبدوا يبدي تبدي يبدون | neutral | mute
قدر قدرت+ قدروا - - - | doubting | mute
جدد+ جددت+ جددوا - - - | asserting | mute
عزا+ عزت+ عزوا - - - | neutral | mute
لخص لخصت+ لخصوا - تلخص+ - | neutral | mute
أيد أيدت+ أيدوا - - - | asserting | mute
ثمن ثمنت+ ثمنوا - - - | asserting | mute
تبنى تبنت+ تبنوا - - - | asserting | mute
استغرب+ استغربت+ استغربوا - - - | asserting | mute
أفصح+ أفصحت+ أفصحوا - - - | neutral | mute
نعى+ نعت+ نعوا - - - | neutral | mute
كرر+ كررت+ كرروا - - - | neutral | mute
اعتذر اعتذرت+ اعتذروا يعتذر+ تعتذر+ - | neutral | mute
استهجن+ استهجنت+ استهجنوا - - - | asserting | mute
طمأن طمأنت+ طمأنوا - - - | asserting | mute
اشتكى اشتكت+ اشتكوا - - - | neutral | mute
شكا شكت+ شكوا - - - | neutral | mute
- أفادته+ - - - - | neutral | mute
- أوضحته+ - - - - | neutral | mute
- كشفته+ - - - - | neutral | mute
- أعلنها+ أعلنا+ - - - | neutral | mute
قدرته+ قدرتها+ - - - - | doubting | mute
`;

/** Forms: masculine, feminine, plural | stance | what may follow. They go on with the speaker of the clause;
 * `says`: they only repeat its verb. */
export const ARABIC_PARTICIPLES: string = `
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
معترفا معترفة معترفين | admitting | that b
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

/** One verb a line: forms | stance | `mute` or nothing. What was said may follow with or without "that". */
export const ENGLISH_VERBS: string = `
said+ says+ say | neutral
told+ tells | neutral
added+ adds | neutral
announced+ announces+ | neutral
declared+ declares | neutral
explained explains | neutral
noted notes | neutral
replied replies | neutral
wrote writes | neutral
tweeted | neutral
reported+ | neutral
continued | neutral
asked | neutral
recalled | neutral
shouted | neutral
commented | neutral
remarked | neutral
concluded | neutral
promised pledged | asserting
urged+ | asserting
stressed stresses | asserting
insisted insists | asserting
affirmed affirms | asserting
confirmed+ confirms+ | asserting
argued argues | asserting
warned+ warns+ | asserting
vowed | asserting
acknowledged | admitting
admitted admits | admitting
conceded | admitting
claimed+ claims+ | doubting
alleged alleges | doubting
suggested | doubting
denied+ denies+ | denying
stated+ states+ | neutral
urges+ | asserting
condemned+ condemns+ | asserting | mute
accused+ accuses+ | asserting | mute
demanded+ demands+ | asserting | mute
revealed+ reveals+ | neutral | mute
estimated+ estimates+ | doubting | mute
`;

export const ENGLISH_PARTICIPLES: string = `
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

/** Past participle, which needs an auxiliary before it | present, singular and plural | stance | `mute` or nothing. */
export const FRENCH_VERBS: string = `
déclaré+ | déclare déclarent | neutral
dit | - | neutral
indiqué+ | indique+ indiquent | neutral
annoncé+ | annonce+ annoncent | neutral
ajouté | ajoute ajoutent | neutral
expliqué | explique expliquent | neutral
précisé+ | précise+ précisent | neutral
rappelé | rappelle rappellent | neutral
écrit | - | neutral
poursuivi | poursuit | neutral
conclu | conclut | neutral
répondu | répond répondent | neutral
souligné+ | souligne soulignent | asserting
affirmé+ | affirme+ affirment | asserting
assuré+ | assure assurent | asserting
confirmé+ | confirme confirment | asserting
estimé+ | estime estiment | asserting
insisté | insiste insistent | asserting
averti+ | avertit | asserting
prétendu | prétend prétendent | doubting
démenti+ | dément+ démentent | denying
nié | nie nient | denying
rapporté+ | - | neutral | mute
condamné+ | condamne+ | asserting | mute
dénoncé+ | dénonce+ | asserting | mute
exhorté+ | - | asserting | mute
accusé+ | - | asserting | mute
`;

export const FRENCH_PARTICIPLES: string = `
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
export const SOURCES: string = `
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

/** Nouns of source beside the verbs: what was said stands near them. */
export const SOURCE_NOUNS =
  "لسان بيان تصريح تصريحات نقلا وفقما استنادا مستندا مستندة نشر نشرت quoted citing statement communiqué";

/** Verbs of saying and "according to" in languages of which no more is known. */
export const OTHER_LANGUAGES =
  "گفت افزود گزارش dedi söyledi belirtti açıkladı göre ifade kaydetti 表示 指出 宣布";
