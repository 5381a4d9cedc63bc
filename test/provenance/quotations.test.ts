import { beforeAll, describe, expect, it } from "vitest";
import { createKernel } from "../../src/kernel/index.js";
import type { Kernel } from "../../src/kernel/kernel.js";
import { quotationsOf } from "../../src/provenance/quotations/index.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await createKernel();
});

/** kind, via, verb, speaker, words: what a reader checks. */
function read(text: string) {
  return quotationsOf(kernel, { text }).map(({ kind, via, verb, speaker, start, end }) => [
    kind,
    via,
    verb?.text ?? null,
    speaker?.name ?? null,
    text.slice(start, end),
  ]);
}

function one(text: string) {
  const found = read(text);
  expect(found).toHaveLength(1);
  return found[0]!;
}

const Q = "سيبقى الجسر مفتوحا حتى نهاية الموسم";

describe("who speaks", () => {
  it.each([
    ["ودعت الحملة زوار البحيرة إلى أن يتركوا قواربهم.", "دعت", "الحملة"],
    ["وحذر الرئيس النرويجي سليم علي بريطانيا من أن الجسر سيغلق.", "حذر", "الرئيس النرويجي سليم علي"],
    ["ونشرت هيئة الطرق خرائط للجسور، موضحة أن الجسر مفتوح.", "موضحة", "هيئة الطرق"],
    ["وقال الشهر الماضي المهندس سليم إن الجسر مفتوح.", "قال", "المهندس سليم"],
    ["وأكد المهندس سليم حينها أن الجسر مفتوح.", "أكد", "المهندس سليم"],
    ["وكانت النرويج قد أكدت أن الجسر مفتوح.", "أكدت", "النرويج"],
    ["ورحم الله الكاتب سليم النجار الذي قال إن الجسر مفتوح.", "قال", "الكاتب سليم النجار"],
    ["وقال سليم: الجسر جميل. ووصف المدير الجسر بأنه قديم جدا.", "وصف", "سليم"],
  ])("%s", (text, verb, speaker) => {
    expect(read(text)).toContainEqual(expect.arrayContaining([verb, speaker]));
  });

  it("is nobody where a noun is written like a verb, or what was meant is not said", () => {
    const [named, ...others] = read("وذكر مصدر طالبا عدم كشف هويته أن الجسر مفتوح.");
    expect([named?.[2], named?.[3], others]).toEqual(["ذكر", "مصدر", []]);
    const within = read("وقال المهندس سليم إن الجسر الذي أكد أنه سيفتح بقي مغلقا.");
    expect(within.map(([, via, verb]) => [via, verb])).toEqual([
      ["named", "قال"],
      ["unresolved", "أكد"],
    ]);
  });
});

describe("marks", () => {
  it.each([
    ["«", "»"],
    ["“", "”"],
    ["”", "“"],
    ['"', '"'],
    ["„", "‟"],
    ["‹", "›"],
    ["''", "''"],
    ["'", "'"],
    ["“", '"'],
  ])("%s … %s are a pair", (open, close) => {
    expect(one(`وقال المهندس سليم: ${open}${Q}${close}.`)).toEqual([
      "direct",
      "named",
      "قال",
      "المهندس سليم",
      Q,
    ]);
  });

  it("leaves spaces inside the marks out", () => {
    expect(one(`وقال المهندس سليم: " ${Q} ".`)[4]).toBe(Q);
  });

  it.each(["لـ” „ الجسر", "قال لـ«» الجسر", "بـ« » الجسر مفتوح"])("hold no words in %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("holds inner quotations, with their own speaker", () => {
    const inner = "لن يغلق الميناء هذا العام أبدا";
    expect(read(`قال الوزير: "قال لي المدير «${inner}» وأنا أصدقه".`)).toEqual([
      ["direct", "named", "قال", "الوزير", `قال لي المدير «${inner}» وأنا أصدقه`],
      ["direct", "named", "قال", "المدير", inner],
    ]);
  });

  it("does not turn a paragraph inside out for one lost mark", () => {
    const found = read(`وقال سليم: "${Q}. وأضاف: "الرافعات جاهزة كلها منذ أمس".`);
    expect(found.map(([, , , , words]) => words)).toContain("الرافعات جاهزة كلها منذ أمس");
  });

  it("ends a quotation whose closing mark was lost with its paragraph, or where the reporter speaks again", () => {
    expect(one(`وقال سليم: "${Q}.\nتقع القرية على النهر.`)[4]).toBe(`${Q}.`);
    expect(read(`وقال سليم: "${Q}. وأضافت مريم أن الطقس معتدل.\n`)[0]![4]).toBe(`${Q}.`);
  });

  it("goes on over paragraphs that begin with a mark again", () => {
    const text = "“The quay is safe and dry.\n“It has been so for years,” the minister said.";
    expect(one(text)[4]).toBe(text.slice(1, text.indexOf(",”") + 1));
  });

  it("takes no apostrophe and no attribute of a tag for a mark", () => {
    expect(read("The pilots' union isn't the ministers' friend.")).toEqual([]);
    expect(read('<a href="https://example.org/a" title="the old quay of the town">quay</a>')).toEqual([]);
  });
});

describe("scare quotes", () => {
  it.each([
    "هاجم تنظيم “الأفق” القرية ليلا.",
    "تشارك سفينة «نجمة الشمال» في السباق.",
    "وقال الوزير إن تنظيم «الأفق» هاجم القرية.",
    'وقال الوزير لـ"المرفأ" إن الجسر آمن تماما.',
    "The ship “Northern Star” left.",
    "L'opération « Marée haute » commence.",
  ])("%s", (text) => {
    const scare = read(text).filter(([kind]) => kind === "scare");
    expect(scare).toHaveLength(1);
    expect(read(text).some(([kind]) => kind === "direct")).toBe(false);
    expect(scare[0]!.slice(1, 4)).toEqual(["unresolved", null, null]);
  });

  it("a title is none of anybody's words, however long", () => {
    const text = "تنطلق اليوم دورة بعنوان: «أسس كتابة القصة القصيرة للناشئين».";
    expect(one(text)[0]).toBe("scare");
  });

  it("few words are a quotation where they are all that was said, or a part of it that is no name", () => {
    expect(one("وقال سليم: «لن نتراجع».")[0]).toBe("direct");
    const [, fragment] = read("وأكد الوزير أن تحرير الميناء «بات قريبا» رغم كل ما جرى فيه.");
    expect(fragment).toEqual(["direct", "named", "أكد", "الوزير", "بات قريبا"]);
  });
});

describe("Arabic speakers", () => {
  it.each([
    [`قالت وزارة النقل في بيان «${Q}».`, "وزارة النقل"],
    [`وقال المتحدث باسم الوزارة، سليم حداد، إن «${Q}».`, "المتحدث باسم الوزارة، سليم حداد"],
    [`وقال سليم حداد، مدير الميناء، إن «${Q}».`, "سليم حداد"],
    [`وقال رئيس شركة «مرسى» المهندس سليم حداد أن «${Q}».`, "رئيس شركة «مرسى» المهندس سليم حداد"],
    [`وقال لـ«المرفأ» محمد علي الحداد إن «${Q}».`, "محمد علي الحداد"],
    [`وأكد محمد علي حداد أن «${Q}».`, "محمد علي حداد"],
    [`وقالت المديرة اليوم إن «${Q}».`, "المديرة"],
    [`ونقلت وكالة البحر عن مدير الميناء قوله إن «${Q}».`, "مدير الميناء"],
    [`«${Q}»، بحسب مدير الميناء.`, "مدير الميناء"],
    [`«${Q}»، وفقا لوزارة النقل.`, "وزارة النقل"],
    [`«${Q}» وفق ما صرح به مدير الميناء.`, "مدير الميناء"],
    [`وعلى لسان مدير الميناء: «${Q}».`, "مدير الميناء"],
    [`وكان وزير النقل قد أعلن أن «${Q}».`, "وزير النقل"],
    [`وقال هذا المدير الذي يعرف الميناء إن «${Q}».`, "المدير"],
  ])("%s", (text, speaker) => {
    const direct = read(text).find(([kind, , , , words]) => kind === "direct" && words === Q)!;
    expect(direct.slice(1, 4).filter((_, at) => at !== 1)).toEqual(["named", speaker]);
  });

  it("one statement with two words of saying has the first as its verb", () => {
    expect(one(`وأوضح مدير الميناء سليم حداد قائلا: «${Q}».`)).toEqual([
      "direct",
      "named",
      "أوضح",
      "مدير الميناء سليم حداد",
      Q,
    ]);
  });

  it("carries a speaker on, by gender and number", () => {
    const found = read(
      `قال مدير الميناء إن العمل بدأ. وقالت وزارة النقل إن الطريق مغلق. وأضاف أن «${Q}». وأضافت أن «الطريق يفتح مساء غد للجميع»، مؤكدة أن المرور آمن.`,
    );
    expect(found.map(([kind, via, verb, speaker]) => [kind, via, verb, speaker])).toEqual([
      ["reported", "named", "قال", "مدير الميناء"],
      ["reported", "named", "قالت", "وزارة النقل"],
      ["direct", "carried", "أضاف", "مدير الميناء"],
      ["direct", "carried", "أضافت", "وزارة النقل"],
      ["reported", "carried", "مؤكدة", "وزارة النقل"],
    ]);
  });

  it("carries a plural on to a plural only", () => {
    const found = read("قال مدير الميناء إن العمل بدأ. وقال شهود إن الطريق مغلق. وأضافوا أن الشرطة حضرت.");
    expect(found.at(-1)!.slice(1, 4)).toEqual(["carried", "أضافوا", "شهود"]);
  });

  it("carries nobody on when the page turns to something else, or has been silent for long", () => {
    const turned = read("قال مدير الميناء إن العمل بدأ. من جهة أخرى، أضاف أن الطقس معتدل.");
    expect(turned.at(-1)!.slice(1, 4)).toEqual(["unresolved", "أضاف", null]);
    const silence = "هبت الرياح على القرية. ".repeat(5);
    expect(read(`قال مدير الميناء إن العمل بدأ. ${silence}وأضاف أن الطقس معتدل.`).at(-1)![1]).toBe(
      "unresolved",
    );
  });

  it("takes up whoever acted before", () => {
    const found = read("افتتح وزير النقل، سليم حداد، الرصيف الجديد، وأكد أن العمل بدأ مبكرا.");
    expect(found.at(-1)!.slice(1, 4)).toEqual(["carried", "أكد", "وزير النقل، سليم حداد"]);
  });

  it("an official is nobody unless one was named before", () => {
    expect(one("أعلن المسؤول الأمني أن الطريق مغلق.").slice(1, 4)).toEqual(["unresolved", "أعلن", null]);
    const found = read("قال مسؤول في الميناء إن العمل بدأ. وأعلن المسؤول أن الطريق مغلق.");
    expect(found[1]!.slice(1, 4)).toEqual(["named", "أعلن", "المسؤول"]);
  });
});

describe("what is no saying", () => {
  it.each([
    "بين المدينة والبحر طريق طويل.",
    "يُعتبر الجسر من أقدم الجسور في البلاد.",
    "ومن جانبه شن الفريق هجوما على المرمى.",
    "جرت متابعة حثيثة لأحوال الطريق.",
    "وتابع الجمهور المباراة في ملعب المدينة.",
    "استنادا إلى معلومات دقيقة عن الطريق.",
    "والمتابع لأحوال الميناء يرى أن العمل بطيء.",
    "لم يذكر الوزير أن الطريق مغلق.",
    "يجب أن يؤكد الوزير أن الطريق آمن.",
    "تباع التذاكر بحسب مكان المقعد.",
    "يدرس في المعهد ألف طالب وطالبة بالمجان.",
    "بين أن يبقى وبين أن يرحل طريق واحد.",
    "يذكر أن الجسر بني قبل قرن.",
  ])("%s", (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("reported speech", () => {
  it.each([
    ["وقالت الوزارة إن الطريق مغلق.", "neutral", "الطريق مغلق"],
    ["أعلنت الوزارة عن إغلاق الطريق.", "neutral", "إغلاق الطريق"],
    ["وأشار الوزير إلى أن الطريق مغلق.", "neutral", "الطريق مغلق"],
    ["وشدد الوزير على ضرورة إغلاق الطريق.", "asserting", "ضرورة إغلاق الطريق"],
    ["وأكدت الوزارة أهمية الطريق القديم.", "asserting", "أهمية الطريق القديم"],
    ["وتعهدت الوزارة بمواصلة العمل في الطريق.", "asserting", "بمواصلة العمل في الطريق"],
    ["وزعمت الشركة أن الجسر آمن.", "doubting", "الجسر آمن"],
    ["ونفت الشركة أن الجسر قديم.", "denying", "الجسر قديم"],
    ["وقال الوزير: الطريق مغلق حتى الغد.", "neutral", "الطريق مغلق حتى الغد"],
    ["الطريق مغلق حتى الغد، بحسب وزارة النقل.", "neutral", "الطريق مغلق حتى الغد"],
    ["وبحسب وزارة النقل، الطريق مغلق.", "neutral", "الطريق مغلق"],
    ["وبيّن الوزير أن الطريق مغلق.", "neutral", "الطريق مغلق"],
  ])("%s", (text, stance, words) => {
    const [quotation] = quotationsOf(kernel, { text });
    expect(quotation).toMatchObject({ kind: "reported", via: "named", stance });
    expect(text.slice(quotation!.start, quotation!.end)).toBe(words);
  });

  it("is no quotation of its own where the words in marks are most of it", () => {
    expect(read(`وأضافت الوزارة أن العمل «${Q}».`).map(([kind]) => kind)).toEqual(["direct"]);
    const long = `وأضافت الوزارة أن العمل في الطريق القديم بدأ قبل شهر كامل وأنه «${Q}».`;
    expect(read(long).map(([kind]) => kind)).toEqual(["reported", "direct"]);
  });
});

describe("insertions", () => {
  it("are the reporter's brackets inside a quotation; wishes and numbers are not", () => {
    const text = "وقال سليم: «حضر العمال (لم يذكر عددهم) ومدير الميناء (رحمه الله) في العام (2014) الماضي».";
    const [quotation] = quotationsOf(kernel, { text });
    expect(quotation!.insertions.map(({ start, end }) => text.slice(start, end))).toEqual([
      "(لم يذكر عددهم)",
    ]);
  });
});

describe("English", () => {
  it("reads speakers before and behind, carries pronouns on, knows stances", () => {
    const text =
      "“We have cleared every berth of the port,” said Laila Haddad, the spokeswoman. “Ships may enter on Monday morning.” She added that " +
      'insurers knew. John Marsh, the head of the union, said the plan was "a recipe for collisions" and warned that nobody would work. ' +
      'According to the harbour master, two cranes are broken. The company denied that it had cut corners. The so-called "iron week" begins. ' +
      "Officials claimed the quay was safe.";
    expect(read(text).map(([kind, via, verb, speaker]) => [kind, via, verb, speaker])).toEqual([
      ["direct", "named", "said", "Laila Haddad"],
      ["direct", "carried", "said", "Laila Haddad"],
      ["reported", "carried", "added", "Laila Haddad"],
      ["direct", "named", "said", "John Marsh"],
      ["reported", "carried", "warned", "John Marsh"],
      ["reported", "named", "According to", "the harbour master"],
      ["reported", "named", "denied", "The company"],
      ["scare", "unresolved", null, null],
      ["reported", "named", "claimed", "Officials"],
    ]);
    const stances = quotationsOf(kernel, { text }).map(({ stance }) => stance);
    expect(stances.slice(4)).toEqual(["asserting", "neutral", "denying", "neutral", "doubting"]);
  });
});

describe("English speakers", () => {
  it.each([
    [
      'The head of the council, Laila Haddad, told reporters that the quay "will stay open all summer".',
      ["direct", "named", "The head of the council, Laila Haddad"],
    ],
    [
      '"Nobody was hurt," a spokesman for the ministry said.',
      ["direct", "named", "a spokesman for the ministry"],
    ],
    ['"This is a disgrace!" shouted one of the pilots.', ["direct", "named", "one of the pilots"]],
    ["In a statement, the company said: “We regret the long delay.”", ["direct", "named", "the company"]],
    ["Citing unnamed officials, the quay would close soon.", ["reported", "named", "unnamed officials"]],
  ])("%s", (text, expected) => {
    const [kind, via, , speaker] = one(text);
    expect([kind, via, speaker]).toEqual(expected);
  });

  it("a body is no she, and officials are no he", () => {
    const text =
      "Laila Haddad said the quay was safe. The ministry said it was not. She added that it was new.";
    expect(read(text).at(-1)!.slice(1, 4)).toEqual(["carried", "added", "Laila Haddad"]);
  });
});

describe("French", () => {
  it("reads auxiliaries, inversion and gender", () => {
    const text =
      "« Nous avons vérifié tout le port », a déclaré Claire Morel, la directrice. Selon le ministère, deux grues sont en panne. " +
      "« Les navires entreront dès lundi matin », a-t-elle ajouté. Le syndicat des pilotes a affirmé que « la nuit reste dangereuse pour tous ». " +
      "D'après la capitainerie, le trafic reprendra mardi.";
    expect(read(text).map(([kind, via, verb, speaker]) => [kind, via, verb, speaker])).toEqual([
      ["direct", "named", "déclaré", "Claire Morel"],
      ["reported", "named", "Selon", "le ministère"],
      ["direct", "carried", "ajouté", "Claire Morel"],
      ["direct", "named", "affirmé", "Le syndicat des pilotes"],
      ["reported", "named", "D'après", "la capitainerie"],
    ]);
  });
});

describe("reported speech", () => {
  it("a clause belongs to the first verb of saying that still lacks one", () => {
    expect(read("وأفاد الطبيب البيطري ورد الشامي بأن القطيع سليم من كل مرض.")).toEqual([
      ["reported", "named", "أفاد", "الطبيب البيطري ورد الشامي", "القطيع سليم من كل مرض"],
    ]);
  });

  it.each([
    "علقوا الصور على الجدران حيث إنها قديمة جدا.",
    "والأرقام تدل على أن السوق بخير.",
    "تابعت المدرسة العمل مع أهل القرية كلهم حتى المساء لأن المطر لم يتوقف.",
    "كتبت قصة كاشفة ومحزنة عن حياة البحارة.",
    "رفض الرجل الحضور دون ذكر أن السبب مرضه.",
  ])("an everyday meaning reports nothing: %s", (text) => {
    expect(read(text).filter(([kind]) => kind === "reported")).toEqual([]);
  });

  it("whoever is told of speaks for himself, and the teller goes on", () => {
    const found = read(
      "قال الوزير سامي حداد إن سعيد كنعان أبلغ النواب أن الاتفاق جاهز للتوقيع. وأضاف أن الموعد لم يحدد بعد.",
    );
    expect(found.map(([, via, verb, speaker]) => [via, verb, speaker])).toEqual([
      ["named", "قال", "الوزير سامي حداد"],
      ["named", "أبلغ", "سعيد كنعان"],
      ["carried", "أضاف", "الوزير سامي حداد"],
    ]);
  });

  it("an aside between dashes is passed over, a highness is whoever was named", () => {
    const found = read(
      "وقالت المديرة سعاد أحمد - خلال زيارة هذه المدرسة - إن البناء متين. وأكد سمو الأمير سعد بن فهد أن السوق يفتح غدا. وبين سموه أن الأسعار ثابتة هذا العام.",
    );
    expect(found.map(([, via, verb, speaker, words]) => [via, verb, speaker, words])).toEqual([
      ["named", "قالت", "المديرة سعاد أحمد", "البناء متين"],
      ["named", "أكد", "سمو الأمير سعد بن فهد", "السوق يفتح غدا"],
      ["carried", "بين", "سمو الأمير سعد بن فهد", "الأسعار ثابتة هذا العام"],
    ]);
  });

  it("a shortened title begins a name, a source inside a statement takes none of it", () => {
    expect(one("وعبر م. سامي حداد عن أمله في النجاح.").slice(1, 4)).toEqual(["named", "عبر", "م. سامي حداد"]);
    expect(one("وقال التقرير وفقا للوكالة إن السوق بخير كله.").slice(1)).toEqual([
      "named",
      "قال",
      "التقرير",
      "السوق بخير كله",
    ]);
    expect(read("كانوا بلا خوف أو حذر من أن تنقلب الأمور عليهم.")).toEqual([]);
  });

  it("a title keeps its preposition, and what turned out nobody showed", () => {
    expect(
      one("أكد مروان دياب المشرف العام على إدارة الكرة عبر حسابه أن المباراة قائمة غدا.").slice(3),
    ).toEqual(["مروان دياب المشرف العام", "المباراة قائمة غدا"]);
    expect(one("وأكد المشرف على ضرورة الحضور المبكر للجميع.").slice(3)).toEqual([
      "المشرف",
      "ضرورة الحضور المبكر للجميع",
    ]);
    expect(read("وفي وقت لاحق تبين وقتها أن الحفرة عميقة.")).toEqual([]);
  });

  it("a source between commas has the words before it where an 'and' goes on behind", () => {
    const found = read("غاب المدير السابق عن جلسة الأربعاء، بحسب مصدر أمني، ويحق له أن يحضر الجلسة القادمة.");
    expect(found.map(([, , verb, speaker, words]) => [verb, speaker, words])).toEqual([
      ["بحسب", "مصدر أمني", "غاب المدير السابق عن جلسة الأربعاء"],
    ]);
  });
});

describe("who speaks, where the name was lost or grew", () => {
  it.each([
    ["وقال المدير لمحطة تلفزيونية إن الجسر مفتوح.", "المدير"],
    [
      "طالب ائتلاف البحيرة بزعامة سليم النجار البلدية الصغيرة بأن تفتح الجسر.",
      "ائتلاف البحيرة",
      "تفتح الجسر",
    ],
    ["وأكد الوزير كريم قبل قليل. أما المدير سليم الحسن فقال إن الجسر مفتوح.", "المدير سليم الحسن"],
    ["وقالت الصحيفة شيئا آخر. وأضافت أن الوزيرين قالا إن الجسر مفتوح.", "الوزيرين"],
    ["سليم ناجي، وهو مهندس من الشمال، يقول إن الجسر مفتوح.", "سليم ناجي"],
  ])("%s", (text, speaker, words = "الجسر مفتوح") => {
    expect(read(text).at(-1)).toEqual(expect.arrayContaining([speaker, words]));
  });

  it.each([
    [`وقال المدير باكيا في القاعة، "${Q}".`, "المدير"],
    [`واختتم النجار تغريداته بالقول: "${Q}".`, "النجار"],
    [`وقال المدير {${Q}}.`, "المدير"],
    [`وقال المرصد "\n${Q}".\nومضى النهار.`, "المرصد"],
    [`وأكد المدير ذلك. وأضاف "${Q} ولم ينته.\nوتابعت اللجنة أعمالها.`, "المدير"],
    [`سليم ناجي، وهو مهندس من الشمال، يعمل هنا. ويضيف: "${Q}".`, "سليم ناجي"],
    ['وقالت الحركة "سوف نرد عليهم".', "الحركة"],
    ['وقال المرصد "لن نقبل بهذا".', "المرصد"],
  ])("%s", (text, speaker) => {
    const direct = read(text).filter(([kind]) => kind === "direct");
    expect(direct).toHaveLength(1);
    expect(direct[0]![3]).toBe(speaker);
  });

  it("a name in marks behind a body stays a name, and a reaction says nothing", () => {
    expect(read('وقالت الحركة "حماس" إن الجسر مفتوح.').map(([kind]) => kind)).toEqual(["scare", "reported"]);
    expect(read("وظهر أن رد الفعل على التقرير مبالغ فيه.")).toEqual([]);
  });
});
