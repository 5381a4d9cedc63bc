import { beforeAll, describe, expect, it } from "vitest";
import type { Kernel } from "../../src/kernel/kernel.js";
import { bothKernels, hashesOf, tokensOf } from "./kernels.js";

let kernels: Kernel[] = [];
beforeAll(async () => {
  kernels = await bothKernels();
});

/** What stands between the bars is one token, in both kernels. */
function expectTokens(text: string, tokens: string): void {
  const expected = tokens === "" ? [] : tokens.split("|");
  for (const kernel of kernels) expect(tokensOf(kernel, text), kernel.name).toEqual(expected);
}

/** Both texts have the same tokens, and some. */
function expectEqual(text: string, other: string): void {
  for (const kernel of kernels) {
    const hashes = hashesOf(kernel, text);
    expect(hashes.length).toBeGreaterThan(0);
    expect(hashesOf(kernel, other), `${kernel.name}: ${other}`).toEqual(hashes);
  }
}

function expectDifferent(text: string, other: string): void {
  for (const kernel of kernels) expect(hashesOf(kernel, text)).not.toEqual(hashesOf(kernel, other));
}

describe("tokens", () => {
  it.each([
    ["", ""],
    [" \n،؛؟!…«»\u200f\u064b\u0640", ""],
    ["عاد الجسر إلى الخدمة", "عاد|الجسر|إلى|الخدمة"],
    ["الجسر،والنهر.وقال:نعم", "الجسر|والنهر|وقال|نعم"],
    ["كرة_القدم خط-سير a.b", "كرة|القدم|خط|سير|a|b"],
    ["عام2015م B2B", "عام|2015|م|B|2|B"],
    ["مُدَرِّسٌ،", "مُدَرِّسٌ"],
    ["كتـــابـ", "كتـــابـ"],
    ["كتاب\u200f كتاب", "كتاب|كتاب"],
    ["👩‍🏫 درس", "درس"],
  ])("%j", expectTokens);
});

describe("numbers", () => {
  it.each([
    ["3.5 3,5 ٣٫٥ 3،5", "3.5|3,5|٣٫٥|3،5"],
    ["10.8.2015", "10.8.2015"],
    ["في 2015. ثم 3, 4", "في|2015|ثم|3|4"],
    [".5 5. 5..5 5.,5", "5|5|5|5|5|5"],
    ["50.\u200f940", "50.\u200f940"],
    ["2ر48 2ر 5رر5", "2ر48|2|ر|5|رر|5"],
    ["12:30 50%", "12|30|50"],
  ])("%j", expectTokens);

  it.each([
    ["1234567", "1,234,567"],
    ["1234567", "١٬٢٣٤٬٥٦٧"],
    ["1234567.8", "1,234,567.8"],
    ["1000250", "1,000,250"],
    ["3.5", "3,5"],
    ["3.5", "٣٫٥"],
    ["3.5", "۳،۵"],
    ["3.5", "３．５"],
    ["2.48", "2ر48"],
    ["0.125", "0,125"],
    ["1234.567", "1234,567"],
    ["50.940", "50.\u200f940"],
    ["2015", "२०१५"],
    ["10", "10\u20e3"],
  ])("%j equals %j", expectEqual);

  it.each([
    ["1.234", "1,234"],
    ["3.5", "35"],
    ["12", "21"],
  ])("%j differs from %j", expectDifferent);
});

describe("apostrophes", () => {
  it.each([
    ["don't l’été", "don't|l’été"],
    ["'don' rock'", "don|rock"],
    ["x'5 ب'ب", "x|5|ب|ب"],
    ["a''b", "a|b"],
  ])("%j", expectTokens);
  it("are one, straight or curly", () => expectEqual("don't", "don’t"));
});

describe("lone proclitics", () => {
  it.each([
    ["و علاوة", "و علاوة"],
    ["بـ”رشيد”", "بـ”رشيد"],
    ["و  «المدرسة»", "و  «المدرسة"],
    ["قال و\u00a0عاد", "قال|و\u00a0عاد"],
    ["وَ علاوة", "وَ علاوة"],
    ["و\nعلاوة", "و|علاوة"],
    ["و، علاوة", "و|علاوة"],
    ["و - علاوة", "و|علاوة"],
    ["لـ50 ل 50", "لـ|50|ل|50"],
    ["و Paris", "و|Paris"],
    ["س علاوة", "س|علاوة"],
    ["(أ ف ب)", "أ|ف|ب"],
    ["و", "و"],
    ["و ", "و"],
  ])("%j", expectTokens);

  it.each([
    ["وعلاوة على", "و علاوة على"],
    ["برشيد", "بـ”رشيد”"],
    ["والمدرسة", "و «المـدرسة»"],
    ["أ ف ب", "أ.ف.ب"],
  ])("%j equals %j", expectEqual);

  it("glue wherever they stand in a text", () => {
    for (let before = 0; before < 140; before++) {
      const text = `${"ا".repeat(before % 9)} ${"كلمة ".repeat(before / 9)}`;
      expectEqual(`${text}وعلاوة بعد`, `${text}و علاوة بعد`);
    }
  });
});

describe("unspaced scripts", () => {
  it.each([
    ["北京大学", "北京|京大|大学"],
    ["中", "中"],
    ["日本語です。はい", "日本|本語|語で|です|はい"],
    ["ラーメン", "ラー|ーメ|メン"],
    ["abc中文5", "abc|中文|5"],
    ["กำกา", "กำกา"],
    ["ដើម្បី", "ដើម្|ម្បី"],
    ["한국어 문장", "한국어|문장"],
    ["𠮷野家", "𠮷野|野家"],
  ])("%j", expectTokens);

  it.each([
    ["ガガ", "カ\u3099カ\u3099"],
    ["ガガ", "ｶﾞｶﾞ"],
    ["กำ", "ก\u0e4d\u0e32"],
    ["한국어", "한국어".normalize("NFD")],
  ])("%j equals %j", expectEqual);
});

describe("other scripts", () => {
  it.each([
    ["École", "e\u0301cole"],
    ["ΟΔΟΣ", "οδος"],
    ["οδός", "ΟΔΌΣ"],
    ["ＡＢＣ ﬁn 𝐀", "abc fin a"],
    ["a\u0323\u0301", "a\u0301\u0323"],
    ["ᾼ", "α\u0345"],
    ["İzmir", "i\u0307zmir"],
    ["ДОМ", "дом"],
    ["क़", "क\u093c"],
    ["שּׁ", "ש\u05c1\u05bc"],
    ["½", "1/2"],
  ])("%j equals %j", expectEqual);
  it.each([
    ["été", "ete"],
    ["Straße", "Strasse"],
    ["ı", "i"],
  ])("%j differs from %j", expectDifferent);
});

describe("noise in Arabic leaves the tokens alone", () => {
  const clean =
    "أعلنت إدارة المدرسة الكبرى أن المهرجان سيبدأ الآن في الساحة الأولى، وعلى المشاركين الحضور إليها";

  it.each([
    ["hamza dropped", clean.replace(/[أإآ]/g, "ا")],
    ["ة for ه", clean.replaceAll("ة", "ه")],
    ["Egyptian ى", clean.replace(/ي(?![\u0621-\u064a])/g, "ى")],
    ["ى written ي", clean.replaceAll("ى", "ي")],
    ["Persian keyboard", clean.replaceAll("ي", "ی").replaceAll("ك", "ک").replaceAll("ه", "ہ")],
    ["full harakat", clean.replace(/[\u0621-\u064a]/g, "$&\u064e\u0651")],
    ["Quranic marks", clean.replace(/ا/g, "ا\u0670\u06e1")],
    ["kashida", clean.replace(/[بتسشمنلكيه](?=[\u0621-\u064a])/g, "$&ـ")],
    ["NFD", clean.normalize("NFD")],
    ["NFD with marks before the hamza", clean.normalize("NFD").replace(/[\u0653-\u0655]/g, "\u0651$&")],
    ["no-break spaces and direction marks", clean.replaceAll(" ", "\u00a0\u200f")],
    ["direction marks inside words", clean.replace(/ا/g, "ا\u200e")],
    [
      "lam-alef ligatures",
      clean.replaceAll("الآن", "ا\ufef5ن").replaceAll("الأ", "ا\ufef7").replaceAll("لا", "\ufefb"),
    ],
    [
      "presentation forms",
      clean.replaceAll("م", "\ufee3").replaceAll("ي", "\ufef2").replaceAll("ر", "\ufeae"),
    ],
    ["glued punctuation", clean.replaceAll("، ", "،").replaceAll(" ", "؛")],
    ["detached waw", clean.replace(" وعلى", " و على")],
  ])("%s", (_, noisy) => {
    expect(noisy).not.toBe(clean);
    expectEqual(clean, noisy);
  });

  it("keeps ؤ and ئ apart from و and ي, however they are written", () => {
    expectEqual("مؤتمر مئة", "مو\u0654تمر مي\u0654ة");
    expectEqual("مؤتمر مئة", "مو\u064e\u0654تمر می\u0654ة");
    expectEqual("مئة", "م\u0649\u0654ة");
    expectDifferent("مؤتمر", "موتمر");
    expectDifferent("مئة", "مية");
  });
});

describe("traps of compatibility forms", () => {
  it("isolated harakat with NFKC's space inside do not part a word", () => {
    for (const form of "\ufc5e\ufc63\ufe70\ufe72\ufe74\ufe76\ufe78\ufe7a\ufe7c\ufe7e\ufe71") {
      expectEqual("كتاب", `كت${form}اب`);
    }
  });
  it("one ligature can be several tokens, which share its range", () => {
    expectTokens("\ufdfa \ufdfb", "\ufdfa|\ufdfa|\ufdfa|\ufdfa|\ufdfb|\ufdfb");
    expectEqual("صلى الله عليه وسلم", "\ufdfa");
    expectEqual("وصلى الله عليه وسلم", "و \ufdfa");
    expectEqual("جل جلاله", "\ufdfb");
  });
});
