import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors.js";
import { checkEncoding } from "../../src/ingest/charset.js";
import { titleOf } from "../../src/ingest/formats/text.js";
import { type Collector, encode as encoded, readBytes, utf8 } from "./support.js";

const BODY =
  "افتتح رئيس البلدية الجسر الجديد في وسط المدينة بعد أعمال استمرت سنتين، وقال إن حركة السير ستعود إلى ما كانت عليه خلال أيام.";

const encode = (text: string, charset: string) => encoded(text, charset)!;

function read(bytes: Uint8Array, encoding?: string, sizes: number[] = []): Promise<Collector> {
  return readBytes(bytes, { format: "text", sizes, ...(encoding === undefined ? {} : { encoding }) });
}

describe("charsets", () => {
  const mark = "\ufeff";
  test.each([
    ["UTF-8", utf8(BODY)],
    ["UTF-8 with a mark", utf8(mark + BODY)],
    ["UTF-16LE with a mark", encode(mark + BODY, "utf-16le")],
    ["UTF-16BE with a mark", encode(mark + BODY, "utf-16be")],
    ["windows-1256", encode(BODY, "windows-1256")],
    ["ISO-8859-6", encode(BODY, "iso-8859-6")],
  ])("%s is detected", async (_, bytes) => {
    expect((await read(bytes, undefined, [1, 0, 3])).documents).toEqual([{ id: "news/a.txt", text: BODY }]);
  });

  test.each(["windows-1256", "iso-8859-6"])("a headline of two words in %s is detected", async (charset) => {
    expect((await read(encode("الجسر الجديد", charset))).documents[0]!.text).toBe("الجسر الجديد");
  });

  test.each(["utf-16le", "utf-16be", "windows-1252", "windows-1254"])(
    "%s is read when told",
    async (charset) => {
      expect((await read(encode("Le pont réparé", charset), charset)).documents[0]!.text).toBe(
        "Le pont réparé",
      );
    },
  );

  test("a byte order mark overrules what was told", async () => {
    expect((await read(encode(mark + BODY, "utf-16le"), "windows-1256")).documents[0]!.text).toBe(BODY);
  });

  test("bytes of another kind of file are called so", async () => {
    const noise = Uint8Array.from({ length: 3000 }, (_, i) => (i * 197 + (i >> 3) * 31) & 255);
    expect((await read(noise)).skips).toEqual([
      "0: binary data, or a charset that is not known: name its encoding",
    ]);
  });

  test("other charsets are refused with a guess, not misread", async () => {
    const { documents, skips } = await read(
      encode("Le maire a ouvert le pont réparé à la joie des élèves.", "windows-1252"),
    );
    expect(documents).toEqual([]);
    expect(skips).toEqual([
      "0: neither UTF-8 nor Arabic in windows-1256, ISO-8859-6 or MacArabic; perhaps ISO-8859-1: name its encoding",
    ]);
  });

  test("what is told and is not so is refused", async () => {
    expect((await read(encode(BODY, "windows-1256"), "utf-8")).skips).toEqual(["0: invalid UTF-8"]);
    expect((await read(Uint8Array.of(0xc7, 0xff, 0xc7), "iso-8859-6")).skips).toEqual([
      "0: invalid iso-8859-6",
    ]);
  });

  test("binary data are refused; UTF-16 without a mark and a stray NUL are not", async () => {
    expect((await read(encode("two words", "utf-16le"))).documents[0]!.text).toBe("two words");
    const noise = Uint8Array.from({ length: 20_000 }, (_, at) => Math.imul(at + 1, 0x9e3779b1) >>> 24);
    expect((await read(noise)).skips).toEqual([
      "0: binary data, or a charset that is not known: name its encoding",
    ]);
    expect((await read(utf8(`${BODY}\0${BODY}`))).documents[0]!.text).toBe(`${BODY}\0${BODY}`);
  });

  test("UTF-8 that is broken somewhere is not taken for another charset", async () => {
    const bytes = utf8(`${BODY} ${BODY}`);
    for (const broken of [bytes.subarray(0, -2), bytes.with(40, 0xff)]) {
      expect((await read(broken)).skips).toEqual(["0: invalid UTF-8"]);
    }
  });

  test("an unknown charset is a usage error", async () => {
    expect(() => checkEncoding("windows-1256")).not.toThrow();
    expect(() => checkEncoding("arabic-1")).toThrow(UsageError);
  });
});

describe("damage", () => {
  test.each(["windows-1256", "windows-1252"])("UTF-8 read as %s is mended, and said", async (charset) => {
    const damaged = new TextDecoder(charset).decode(utf8(`${BODY}\n\nplain line\n${BODY}`));
    expect(damaged).not.toContain("البلدية");
    const [document] = (await read(utf8(damaged))).documents;
    expect(document!.text).toBe(`${BODY}\n\nplain line\n${BODY}`);
    expect(document!.title).toBe(BODY);
    expect(document!.repairs).toEqual([`UTF-8 that had been read as ${charset}`]);
  });

  test("lines that are as they should be stay as they are", async () => {
    const damaged = new TextDecoder("windows-1256").decode(utf8(BODY));
    const [document] = (await read(utf8(`${BODY}\n${damaged}\n${BODY}`))).documents;
    expect(document!.text).toBe([BODY, BODY, BODY].join("\n"));
    expect((await read(utf8(BODY))).documents[0]!.repairs).toBeUndefined();
  });

  test("Persian, Urdu, French and Vietnamese are not taken for damage", async () => {
    const texts = [
      "شهردار پل تازه را در مرکز شهر گشود و گفت که رفت‌وآمد چند روز دیگر به حال پیش بازمی‌گردد.",
      "میئر نے شہر کے وسط میں نئے پل کا افتتاح کیا اور کہا کہ ٹریفک چند دنوں میں بحال ہو جائے گی۔",
      "Le maire a ouvert le pont ; « la fête », a-t-il dit, « commence à peine ». Ça ira.",
      "Thị trưởng đã khánh thành cây cầu mới ở trung tâm thành phố. Øl, Århus, Ünal, Ûn",
    ];
    for (const text of texts)
      expect((await read(utf8(text))).documents).toEqual([{ id: "news/a.txt", text }]);
  });

  test("visual order is refused", async () => {
    const backwards = [...BODY].reverse().join("");
    expect((await read(utf8(backwards))).skips).toEqual([
      expect.stringMatching(/^1: Arabic in visual order \(each word backwards/),
    ]);
    const presented = [...BODY].map((letter) => (letter === "ا" ? "\ufe8d" : letter)).reverse();
    expect((await read(utf8(presented.join("")))).skips).toHaveLength(1);
  });

  test.each(["", "\n \n", "\ufeff"])("the empty file %j is listed", async (text) => {
    expect((await read(utf8(text))).skips).toEqual(["0: no text (the file is empty)"]);
  });
});

describe("titles", () => {
  const lead =
    "قال رئيس البلدية في كلمته أمام الحضور إن الجسر الجديد سيفتح أمام السيارات والمشاة معا ابتداء من صباح الغد";
  test.each([
    ["a short first line", `الجسر يفتح غدا\n${BODY}`, "الجسر يفتح غدا"],
    ["a blank line after it", `الجسر يفتح غدا.\n \t\n${BODY}\n`, "الجسر يفتح غدا."],
    ["CRLF and blank lines around", `\r\n\r\nالجسر يفتح غدا\r\n\r\n\r\n${BODY}\r\n`, "الجسر يفتح غدا"],
    ["a single line", BODY, undefined],
    ["a first line that is a sentence", `وصل الوزير.\n${BODY}`, undefined],
    ["a first line that ends in a closing quote", `قال: "نعم."\n${BODY}`, undefined],
    ["a first line that is a long lead", `${lead} ثم بعده\n${BODY}`, undefined],
    ["a lead longer than any title, set apart", `${lead} ${lead} ${lead}\n\n${BODY}`, undefined],
    ["a first line longer than the rest", "الجسر يفتح غدا أمام الجميع\nنعم", undefined],
    ["a dateline", `دمشق-سانا\n\n${BODY}`, undefined],
    ["a dateline with its agency in brackets", `لندن (رويترز) -\n${BODY}`, undefined],
    ["a dateline in English", `LONDON (Reuters) -\n\n${BODY}`, undefined],
    ["a dateline of any agency that credits know", `الخرطوم - سونا\n${BODY}`, undefined],
    ["a dateline with stops in its agency", `باريس - أ.ف.ب\n${BODY}`, undefined],
    ["a headline that ends in a word that is an agency too", `نبني الغد معا\n${BODY}`, "نبني الغد معا"],
    ["an agency alone", `وكالات\n${BODY}`, undefined],
    ["a headline with a hyphen", `مصر - تونس قمة مبكرة\n${BODY}`, "مصر - تونس قمة مبكرة"],
  ])("%s", async (_, whole, title) => {
    expect(titleOf(whole)).toBe(title);
    const [document] = (await read(utf8(whole))).documents;
    // The text is the file itself, so that an offset in it is one in the file.
    expect(document).toEqual({ id: "news/a.txt", text: whole, ...(title === undefined ? {} : { title }) });
  });
});
