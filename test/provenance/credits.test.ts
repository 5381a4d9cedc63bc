import { beforeAll, describe, expect, it } from "vitest";
import { createKernel, type Kernel } from "../../src/kernel/index.js";
import { ReferenceKernel } from "../../src/kernel/reference.js";
import type { Document } from "../../src/model/index.js";
import {
  canonicalOutlet,
  canonicalSource,
  creditsOf,
  parseAgencies,
} from "../../src/provenance/credits/index.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await createKernel();
});

/** "role/form name «alias»" of every credit. */
function shown(fields: Partial<Document>): string[] {
  const document = { id: "d", text: "", ...fields };
  return creditsOf(kernel, document).map(
    ({ role, form, name, alias }) => `${role}/${form} ${name} «${alias}»`,
  );
}

describe("carriers", () => {
  it.each([
    ["byline", "الرياض - واس", "carrier/byline SPA «واس»"],
    ["byline", "لندن: د. ب. أ", "carrier/byline DPA «د. ب. أ»"],
    ["byline", "باريس – أ ف ب", "carrier/byline AFP «أ ف ب»"],
    ["byline", "&nbsp;الوكالات (روما)", "carrier/byline null «الوكالات»"],
    ["byline", "عمان - بترا", "carrier/byline Petra «بترا»"],
    ["text", "دمشق-سانا\nافتتح المهندس معرض الكتاب أمس.", "carrier/dateline SANA «سانا»"],
    ["text", "القاهرة (رويترز) - ارتفعت الأسعار اليوم في السوق.", "carrier/dateline Reuters «رويترز»"],
    ["text", "أبوظبي في 3 مايو 2015 م وام\nافتتح المعرض السنوي اليوم.", "carrier/dateline WAM «وام»"],
    ["text", "ارتفعت الأسعار اليوم في السوق. (أ ف ب)", "carrier/trailer AFP «أ ف ب»"],
    ["text", "ارتفعت الأسعار اليوم.\nالمصدر: وكالات", "carrier/label null «وكالات»"],
    ["text", "للمزيد يمكن الرجوع إلى المصدر SANA SY.", "carrier/label SANA «SANA SY»"],
    ["text", "ونقلت وكالة الأناضول عن الوزير قوله ذلك.", "carrier/inline Anadolu «وكالة الأناضول»"],
    ["text", "وبحسب «الألمانية» فقد زاد العدد.", "carrier/inline DPA «الألمانية»"],
    ["text", "Prices rose on Monday, according to Reuters and others.", "carrier/inline Reuters «Reuters»"],
    ["text", "Les prix ont monté, selon l'AFP.", "carrier/inline AFP «AFP»"],
    [
      "text",
      "وذكرت وكالة الأنباء السعودية (واس) أن المعرض افتتح.",
      "carrier/inline SPA «وكالة الأنباء السعودية (واس»",
    ],
    ["text", "وأفادت أ ف ب أن العدد زاد.", "carrier/inline AFP «أ ف»"],
    ["title", "دمشق-سانا", "carrier/dateline SANA «سانا»"],
    ["title", "لندن (رويترز) -", "carrier/dateline Reuters «رويترز»"],
    ["title", "الرياض (واس)", "carrier/dateline SPA «واس»"],
    ["text", "وفي كلمة نقلتها وسائل إعلام محلية، تحدث الرئيس.", "carrier/inline null «وسائل إعلام محلية»"],
    ["title", "رويترز: الأسعار ترتفع", "carrier/label Reuters «رويترز»"],
  ] as const)("%s: %s", (field, words, expected) => {
    expect(shown({ [field]: words })).toEqual([expected]);
  });

  it.each([
    ["byline", "فارس المحمود من الرياض"],
    ["text", "زار الوفد مدينة بترا أمس، ثم مر بقنا وسبأ."],
    ["text", "ومع ذلك بنا الناس بيوتهم وقال العامل إنه وفا بوعده."],
    ["text", "أبها-الوئام: افتتح المعرض السنوي أمس."],
    ["text", "تستورد وكالات السيارات آلاف السيارات كل عام."],
    ["text", "يعمل في وكالة رويترز مئات الصحفيين."],
    ["text", "حضرت وسائل إعلام محلية افتتاح المعرض."],
    ["text", "هدد تنظيم داعش بمهاجمة القرية."],
    ["text", "وقد هدد تنظيم القاعدة القرية أمس."],
    ["text", "أظهر مسح تومسون رويترز نموا في السوق."],
  ] as const)("none in %s: %s", (field, words) => {
    expect(shown({ [field]: words })).toEqual([]);
  });

  it.each([
    "ونقلت وكالة الأنباء السعودية عن الوزير",
    "ونقلت وكـالة الأنبـاء الســعودية عن الوزير",
    "ونَقَلَتْ وَكَالَةُ الأَنْبَاءِ السُّعُودِيَّةِ عن الوزير",
    "ونقلت وكاله الانباء السعوديه عن الوزير",
    "ونقلت وکالة الأنباء السعودیة عن الوزیر",
    "ونقلت وكالة الأنباء السعودية عن الوزير".normalize("NFD"),
    "ونقلت وكالة\u00a0الأنباء \u200fالسعودية عن الوزير",
  ])("every spelling: %s", (text) => {
    expect(creditsOf(kernel, { id: "d", text }).map(({ name }) => name)).toEqual(["SPA"]);
  });
});

describe("relayers and channels", () => {
  it.each([
    ["وذكرت صحيفة «واشنطن بوست» أن العدد زاد.", "relayer/inline Washington Post «صحيفة «واشنطن بوست»"],
    ["ووفقا لموقع «أخبار الغد» فإن العدد زاد.", "relayer/inline أخبار الغد «موقع «أخبار الغد»"],
    ["ويبلغ العدد ألفا بحسب ما ذكرته صحيفة «لاو نام».", "relayer/inline لاو نام «صحيفة «لاو نام»"],
    ["وبحسب غلوبو فإن العدد زاد.", "relayer/inline TV Globo «غلوبو»"],
    ["وذكرت نيويورك تايمز أن العدد زاد.", "relayer/inline New York Times «نيويورك تايمز»"],
    ["وزاد العدد (جريدة الوطن بتاريخ أمس).", "relayer/inline Al-Watan «جريدة الوطن»"],
    ["لكن موقع نجم أونلاين لأخبار السفن قال إن العدد زاد.", "relayer"],
    ["وقال الغواص لـ(سي إن إن) إنه عائد.", "channel/inline CNN «سي إن إن»"],
    ["وقال المدرب لوكالة فرانس برس إن الفريق جاهز.", "channel/inline AFP «وكالة فرانس برس»"],
    ["وقال الرجل في مقابلة مع قناة «العربية» إنه عائد.", "channel/inline Al Arabiya «قناة «العربية»"],
    ["وكتب الرجل في بيان على فيسبوك إنه عائد.", "channel/inline Facebook «فيسبوك»"],
  ])("%s", (text, expected) => {
    const found = shown({ text });
    expect(found).toHaveLength(1);
    expect(found[0]!.startsWith(expected)).toBe(true);
  });

  it("an outlet's own name is no credit", () => {
    const text = "وقال المهندس لـ«عكاظ» إن المشروع اكتمل. وذكرت صحيفة عكاظ ذلك أمس.";
    expect(shown({ text, source: "okaz" })).toEqual([]);
    expect(shown({ text, source: "alriyadh" })).toHaveLength(2);
  });

  it.each([
    "افتتحت قناة السويس الجديدة أمس وقال العامل ذلك.",
    "ويكشف التطبيق شبكة العلاقات بين الناس.",
    "وقال الوزير في حديثه عن تويتر إنه مفيد.",
    "وقال المبعوث الخاص للشرق الأوسط إن العدد زاد.",
    "موقع الحادث وأكدت مصادر أن العدد زاد.",
    "ويمر الشرق الأوسط بموجة حر، وفق ما قالوا.",
    "منعت السلطات توزيع الصحيفة أمس.",
    "وقالت الصحيفة إن العدد زاد.",
  ])("none: %s", (text) => {
    expect(shown({ text })).toEqual([]);
  });
});

describe("issuers", () => {
  it.each([
    ["أعلنت وزارة الزراعة السورية، السبت، عن خطة جديدة.", "وزارة الزراعة السورية"],
    ["وأفاد المرصد السوري لحقوق الإنسان بأن العدد زاد.", "المرصد السوري لحقوق الإنسان"],
    ["ووفق ما أفادت به هيئة الطرق عبر قناتها على تلغرام زاد العدد.", "هيئة الطرق"],
    ["وزاد العدد وفقا لتقديرات صندوق النقد الدولي.", "صندوق النقد الدولي"],
    ["وجاء في بيان صادر عن جامعة حلب أن الدراسة مستمرة.", "جامعة حلب"],
    ["وكانت شركة المياه الوطنية، قد أوضحت أن العمل مستمر.", "شركة المياه الوطنية"],
  ])("%s", (text, name) => {
    const issuers = creditsOf(kernel, { id: "d", text }).filter(({ role }) => role === "issuer");
    expect(issuers.map((one) => one.name)).toEqual([name]);
  });

  it.each([
    "أعلنت وزارة الزراعة السورية، السبت، عن خطة جديدة.",
    "أَعْلَنَتْ وِزَارَةُ الزِّرَاعَةِ السُّورِيَّةُ، السبت، عن خطة جديدة.",
    "أعلنت وزارة الزراعـة الســورية، السبت، عن خطة جديدة.",
    "اعلنت وزاره الزراعه السوريه، السبت، عن خطه جديده.",
    "أعلنت وزارة الزراعة السوریة، السبت، عن خطة جدیدة.",
    "أعلنت وزارة الزراعة السورية، السبت، عن خطة جديدة.".normalize("NFD"),
  ])("in every spelling: %s", (text) => {
    const [issuer, ...others] = creditsOf(kernel, { id: "d", text });
    expect(others).toEqual([]);
    expect(issuer!.role).toBe("issuer");
    expect(text.slice(issuer!.end)).toMatch(/^[\p{M}]*، السبت/u);
  });

  it("of several subjects each", () => {
    const text = "أعلنت الأمم المتحدة ومنظمة أطباء بلا حدود وقف العمل.";
    expect(shown({ text })).toEqual([
      "issuer/inline الأمم المتحدة «الأمم المتحدة»",
      "issuer/inline منظمة أطباء بلا حدود «منظمة أطباء بلا حدود»",
    ]);
  });

  it.each([
    "وقالت الوزارة إن العمل مستمر.",
    "وقال المتحدث باسم وزارة الزراعة إن العمل مستمر.",
    "وأكد وزير الزراعة أن العمل مستمر.",
    "ودعا وزارة الزراعة إلى العمل.",
    "ويُعتبر العمل مستمرا في وزارة الزراعة.",
    "ومن المتوقع أن تعلن شركة المياه الوطنية أرباحها غدا.",
    "استنادا إلى معلومات استخبارية شنت القوات حملة.",
  ])("none: %s", (text) => {
    expect(creditsOf(kernel, { id: "d", text }).filter(({ role }) => role === "issuer")).toEqual([]);
  });

  it.each(["الوزير يحذر الكونغرس من التأخير", "«الباحثة» تكشف أسرار مهنتها", "«السالم»: العدد زاد"])(
    "none in the headline: %s",
    (title) => {
      expect(shown({ title })).toEqual([]);
    },
  );

  it.each([
    ["The Ministry of Roads said the bridge was open.", "Ministry of Roads"],
    ["The Norwegian Health Ministry has denied it.", "Norwegian Health Ministry"],
    ["According to the Bank of the North, prices fell.", "Bank of the North"],
    ["“Prices fell,” said the Bank of the North.", "Bank of the North"],
    ["A report by the Harbour Authority says the bridge is open.", "Harbour Authority"],
    ["Selon le ministère des Routes, le pont est ouvert.", "ministère des Routes"],
    ["La Banque centrale a annoncé une baisse.", "Banque centrale"],
    ["D'après l'ONU, le pont est ouvert.", "ONU"],
    ["Le rapport de la Banque mondiale note une baisse.", "Banque mondiale"],
  ])("English and French: %s", (text, name) => {
    expect(creditsOf(kernel, { id: "d", text }).map((one) => [one.role, one.name])).toEqual([
      ["issuer", name],
    ]);
  });

  it.each([
    "A spokesman for the Ministry of Roads said the bridge was open.",
    "The engineer left the Ministry of Roads and said nothing.",
    "The company said the bridge was open. Who said so?",
    "Un porte-parole du ministère des Routes a indiqué que le pont est ouvert.",
  ])("none: %s", (text) => {
    expect(shown({ text })).toEqual([]);
  });

  it("a quoted name and a colon begin a headline", () => {
    expect(shown({ title: "«الغذاء والدواء»: المنتج سليم" })).toEqual([
      "issuer/inline الغذاء والدواء «الغذاء والدواء»",
    ]);
  });
});

describe("fields", () => {
  it("hosts are credits of form link, with offsets of the field", () => {
    const document = {
      id: "d",
      text: "خبر",
      url: "https://www.sana.sy/?p=1",
      links: ["https://example.org/x", "http://reuters.com/a"],
    };
    const credits = creditsOf(kernel, document);
    expect(credits.map(({ form, name, field }) => [form, name, field])).toEqual([
      ["link", "SANA", "url"],
      ["link", "Reuters", "links"],
    ]);
    const [url, links] = credits;
    expect(document.url.slice(url!.start, url!.end)).toBe("sana.sy");
    expect(document.links.join("\n").slice(links!.start, links!.end)).toBe("reuters.com");
  });

  it("both kernels give the same", () => {
    const text = "دمشق-سانا\nأعلنت وزارة الزراعة السورية عبر قناتها على تلغرام خطة. (أ ف ب)";
    expect(creditsOf(new ReferenceKernel(), { id: "d", text })).toEqual(creditsOf(kernel, { id: "d", text }));
  });
});

it.each([
  ["was", "SPA"],
  ["سانا", "SANA"],
  ["SANA", "SANA"],
  ["sana.sy", "SANA"],
  ["https://www.aa.com.tr/ar/x", "Anadolu"],
  ["alriyadh", null],
  ["", null],
  [undefined, null],
])("canonicalSource(%s) is %s", (source, name) => {
  expect(canonicalSource(source)).toBe(name);
});

it.each([
  ["alriyadh", "Al-Riyadh"],
  ["http://aawsat.com/home/article/1", "Asharq Al-Awsat"],
  ["was", null],
])("canonicalOutlet(%s) is %s", (source, name) => {
  expect(canonicalOutlet(source)).toBe(name);
});

describe("what stands further from its verb, or has no verb", () => {
  it.each([
    ["text", "وأصدرت وزارة الزراعة أمس بيانا عن المحصول.", "issuer/inline وزارة الزراعة «وزارة الزراعة»"],
    ["text", "وكانت جامعة المدينة الجديدة للعلوم في الشمال قد أعلنت النتائج.", "issuer"],
    ["text", "وتظهر الأرقام الصادرة عن وزارة الطاقة أن العدد زاد.", "issuer"],
    ["text", "ووفقا للتقرير السنوي لهيئة الموانئ فقد زاد العدد.", "issuer"],
    ["text", "استنادا إلى وزارة المياه زاد العدد.", "issuer"],
    ["text", "ورفضت شركة النهر الأزرق التعليق.", "issuer"],
    ["text", "وأكدت «صحة» جدة أن العدد زاد.", "issuer"],
    ["title", "مدني أبها: لا إصابات في الحريق", "issuer"],
    ["text", "وكانت جمعية النخيل للبحث والدراسة، حذرت من المرض.", "issuer"],
    ["text", "وقالت هيئة (نورتل) إن العدد زاد.", "issuer/inline هيئة نورتل «هيئة (نورتل»"],
    ["text", "ووفقا لأرقام أولية قامت بها شركة الساحل زاد العدد.", "issuer"],
    [
      "text",
      "وأعلنت اللجنة المنظمة لمعرض الكتاب أن الموعد غدا.",
      "issuer/inline اللجنة المنظمة لمعرض الكتاب «",
    ],
    ["text", "وأدانت وزارة الخارجية النرويجية الهجوم أمس.", "issuer/inline وزارة الخارجية النرويجية «"],
    [
      "text",
      "من جانبها، حملت إدارة ميناء الشمال في بيان الشركة المسؤولية.",
      "issuer/inline إدارة ميناء الشمال «",
    ],
    ["text", "وأفاد مركز إحصاءات العمل بأن العدد زاد.", "issuer"],
    ["text", "وأظهرت دراسة أجريت في جامعة الشمال أن العدد زاد.", "issuer"],
    ["text", "ووفقا للبيانات المنشورة على موقع بنك الساحل زاد العدد.", "issuer"],
    ["text", "وأصدرت هيئة الأرصاد التونسية تحذيرا من السيول.", "issuer"],
    ["text", "ويزيد العدد حسب ما أصدرت لجنة الأسعار أمس.", "issuer"],
    ["text", "وأعلن خفر السواحل اليوناني العثور على القارب.", "issuer"],
    ["title", "تعليم بيشة يدعو المعلمين إلى التسجيل", "issuer"],
    ["title", "«طب الأسنان»: العدد زاد", "issuer"],
    ["title", "الخبيرة لقناة العربية: العدد زاد", "channel/inline Al Arabiya «قناة العربية»"],
    ["title", "الخبيرة لـ«CNN»: العدد زاد", "channel/inline CNN «CNN»"],
    ["title", "الخبيرة لـ«رويترز»: العدد زاد", "channel/inline Reuters «رويترز»"],
    ["title", "البحرين تدين الاعتداء على الميناء", "issuer/inline البحرين «البحرين»"],
    ["title", "الرئاسة: العدد زاد", "issuer/inline الرئاسة «الرئاسة»"],
    ["text", "وأدانت البحرين الاعتداء على الميناء.", "issuer/inline البحرين «البحرين»"],
    ["text", "وأعلنت كوريا الجنوبية أن العدد زاد.", "issuer/inline كوريا الجنوبية «كوريا الجنوبية»"],
    [
      "text",
      "طالب ائتلاف الساحل بزعامة المهندس الحكومة بالرد.",
      "issuer/inline ائتلاف الساحل «ائتلاف الساحل»",
    ],
    ["text", "وأصدرت المراكز الأميركية لمكافحة الحصبة تقريرا جديدا.", "issuer"],
    ["text", "ونشر موقع وزارة الصحة أن العدد زاد.", "issuer/inline وزارة الصحة «وزارة الصحة»"],
    [
      "text",
      "انتهى المقال عند هذا.\n* خدمة «نيويورك تايمز»",
      "relayer/trailer New York Times «نيويورك تايمز»",
    ],
    ["text", "واهتمت صحيفة «لوموند» بمعرض الكتاب.", "relayer/inline Le Monde «صحيفة «لوموند»"],
    ["text", "ونقل موقع نادي «أبناء الساحل» عن المدرب قوله ذلك.", "relayer/inline نادي «أبناء الساحل"],
    ["text", "وقال الحارس لموقع النادي على الإنترنت إن العدد زاد.", "channel"],
    ["text", "وهنأت المدربة اللاعبات على موقع تويتر أمس.", "channel/inline Twitter «تويتر»"],
    [
      "text",
      "وتساءل في مداخلة هاتفية له مع برنامج الصباح الذي يذاع على قناة «النور» كم زاد العدد.",
      "channel/inline النور «قناة «النور»",
    ],
    ["text", "وتحدث سكان مع رويترز عن الحادث.", "channel/inline Reuters «رويترز»"],
    ["text", "وقال الوزير في مقابلة مع تلفزيون بلومبرج إن العدد زاد.", "channel/inline Bloomberg «بلومبرج»"],
    ["text", "وقال النادي في بيان نشره على الموقع الرسمي إن العدد زاد.", "channel"],
    ["text", "وفي كلمة بثها التلفزيون الإيراني قال الرئيس إن العدد زاد.", "channel"],
  ] as const)("%s: %s", (field, words, expected) => {
    const found = shown({ [field]: words });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  it.each([
    "وأعلنت إدارة النادي الإسباني أن العدد زاد.",
    "ودعت إيران إلى وقف القتال.",
    "وتطالب الصين بالسيطرة على الجزيرة.",
    "ويناقش المجلس تقرير اللجنة المشتركة غدا.",
    "وكانت الوزيرة قد اتهمت حركة الشمال بالهجوم.",
    "طالب معهد الإدارة في السنة الثالثة فاز بالجائزة.",
    "وشارك في «إكس فاكتور» على المسرح كما قال.",
    "وزاد عدد شبكات التلفزيون المشفرة في البلاد.",
    "وبدأ أمس بث قناة «النيل الجديدة» من المدينة.",
    "وبحسب معلومات نشرها موقع إلكتروني محافظ زاد العدد.",
    "وحثت الحكومة الأهالي على الصبر.",
    "ولم تعلن وزارة الزراعة عن العدد.",
    "وأصدرت وزارة الزراعة رخصا للمزارعين.",
    "ورفضت شركة النهر الأزرق العرض.",
    "وأكد المركز الأمم المتحدة في موقفها.",
    "وقالت منظمة حقوقية إن العدد زاد.",
    "وانطلقت الدراسة في جامعة الشمال أمس.",
    "وتبقى النتائج قيد الدراسة في وزارة المياه.",
    "وذلك بموجب المذكرة الموقعة من وزارة المياه.",
    "وورد بلاغ لمركز العمليات عن حريق.",
    "وذكرت صحيفة محلية أن العدد زاد.",
    "وتلقت بلاغا عبر حسابها على تويتر.",
    "ويتم التسجيل عبر الموقع الإلكتروني.",
  ])("none: %s", (text) => {
    expect(shown({ text })).toEqual([]);
  });
});

describe("parseAgencies", () => {
  const file = (agencies: unknown, version: unknown = 1) => JSON.stringify({ version, agencies });

  it("adds agencies, and names to known ones", () => {
    const agencies = parseAgencies(
      file([
        { name: "Furat", aliases: ["وكالة الفرات"], hosts: ["www.Furat.example"] },
        { name: "SANA", aliases: ["سنا برس"] },
      ]),
    );
    const text = "وذكرت وكالة الفرات أن العدد زاد. ونقلت سنا برس ذلك.";
    expect(creditsOf(kernel, { id: "d", text }, agencies).map(({ name }) => name)).toEqual(["Furat", "SANA"]);
    expect(creditsOf(kernel, { id: "d", text })).toEqual([]);
    expect(canonicalSource("furat.example", agencies)).toBe("Furat");
  });

  it.each([
    ["{", /agencies: not JSON/],
    ["[]", /expected an object with "version" and "agencies", got \[\]/],
    [file([], 2), /version 2 is not known, expected 1/],
    [file({}), /expected "agencies" as a list, got \{\}/],
    [JSON.stringify({ version: 1, agencies: [], more: 1 }), /"more" is not known/],
    [file([{ name: "" }]), /agencies\[0\]\.name as a word/],
    [file([{ name: "X", aliases: "x" }]), /agencies\[0\]\.aliases as a list of words, got "x"/],
    [file([{ name: "X", aliases: ["—"] }]), /agencies\[0\]\.aliases\[0\] as a word/],
    [file([{ name: "X", aliases: [] }]), /expected at least one name/],
    [file([{ name: "X", aliases: ["x"], host: [] }]), /agencies\[0\]: "host" is not known/],
  ])("refuses %s", (json, message) => {
    expect(() => parseAgencies(json)).toThrow(message);
  });
});
