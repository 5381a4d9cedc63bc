/** Every text of the corpus, in every damage that texts take on their way, has the fingerprint of the sound text. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createKernel } from "../../src/kernel/index.js";
import { encode, readBytes, utf8 } from "./support.js";

interface Article {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
}

const ARTICLES = readFileSync(new URL("../../corpus/articles.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Article)
  // One line each: a plain text file's first line may be its title.
  .map((article) => ({ ...article, text: article.text.replace(/\s*\n\s*/g, " ").trim() }))
  // Two have no text, and two are in presentation forms as they are.
  .filter(({ text }) => text !== "" && !/[\ufb50-\ufefc]/.test(text));
const ARABIC = ARTICLES.filter(({ lang }) => lang === undefined);

const kernel = await createKernel();

function fingerprint(text: string): string {
  const bytes = utf8(text);
  kernel.input(bytes.length).set(bytes);
  kernel.tokenise(0, bytes.length, false);
  return Buffer.from(kernel.ids().slice().buffer).toString("hex");
}

const misread = (charset: string) => (text: string) => decodeAll(utf8(text), charset);

function decodeAll(bytes: Uint8Array, charset: string): string {
  return charset === "latin1"
    ? Buffer.from(bytes).toString("latin1")
    : new TextDecoder(charset).decode(bytes);
}

/** Letters as a printer shapes them: alone, at the beginning, in the middle or at the end. */
function shaped(text: string): string {
  const forms = new Map<string, string[]>();
  for (let code = 0xfe70; code <= 0xfefc; code++) {
    const plain = String.fromCharCode(code).normalize("NFKC");
    forms.set(plain, [...(forms.get(plain) ?? []), String.fromCharCode(code)]);
  }
  return [...text]
    .map((letter, at) => {
      const all = forms.get(letter) ?? [letter];
      return all[at % all.length]!;
    })
    .join("");
}

const escaped = (text: string) =>
  text.replace(
    /[&<>"'«»]/g,
    (sign) =>
      `&amp;${({ "&": "amp", "<": "lt", ">": "gt", '"': "quot", "«": "laquo", "»": "raquo" } as Record<string, string>)[sign] ?? "#39"};`,
  );
const numbered = (text: string) =>
  [...text].map((sign) => (sign > "\u007f" ? `&#${sign.codePointAt(0)};` : sign)).join("");
const hyphenated = (text: string) => text.replace(/(\p{L}{3})(\p{L}{3})/gu, "$1\u00ad$2");

const DAMAGES: readonly (readonly [name: string, damage: (text: string) => string])[] = [
  ["UTF-8 read as windows-1256", misread("windows-1256")],
  ["UTF-8 read as windows-1252", misread("windows-1252")],
  ["UTF-8 read as latin1", misread("latin1")],
  ["UTF-8 read as windows-1256 twice", (text) => misread("windows-1256")(misread("windows-1256")(text))],
  ["UTF-8 read as windows-1252 twice", (text) => misread("windows-1252")(misread("windows-1252")(text))],
  ["UTF-8 read as latin1 twice", (text) => misread("latin1")(misread("latin1")(text))],
  [
    "UTF-8 read as windows-1256, then as windows-1252",
    (text) => misread("windows-1252")(misread("windows-1256")(text)),
  ],
  ["entities encoded once more", escaped],
  ["letters as numbered entities", numbered],
  ["presentation forms", shaped],
  ["soft hyphens", hyphenated],
];

describe.each(DAMAGES)("%s", (_, damage) => {
  test("is mended in a file of text, and noted where the text was changed", async () => {
    const wrong: string[] = [];
    for (const { id, text } of ARTICLES) {
      const damaged = damage(text);
      const sink = await readBytes(utf8(damaged), { format: "text" });
      const [document] = sink.documents;
      if (document === undefined || fingerprint(document.text) !== fingerprint(text)) wrong.push(id);
      else if (document.text !== damaged) expect(document.repairs, id).toHaveLength(1);
      else expect(document.repairs).toBeUndefined();
    }
    expect(wrong).toEqual([]);
  });

  test("is mended the same in a record of JSON", async () => {
    const lines = ARTICLES.map(({ id, text }) => JSON.stringify({ id, text: damage(text) })).join("\n");
    const { documents } = await readBytes(utf8(lines), { format: "jsonl" });
    const wrong = documents.filter(({ text }, at) => fingerprint(text) !== fingerprint(ARTICLES[at]!.text));
    expect(documents).toHaveLength(ARTICLES.length);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe("charsets of Arabic without a mark", () => {
  test.each(["windows-1256", "iso-8859-6", "macarabic", "utf-16le", "utf-16be"])("%s", async (charset) => {
    let tried = 0;
    for (const { id, text } of ARABIC) {
      const bytes = encode(text, charset);
      if (bytes === null) continue;
      tried++;
      const { documents, skips } = await readBytes(bytes, { format: "text" });
      expect([id, skips]).toEqual([id, []]);
      expect(fingerprint(documents[0]!.text), id).toBe(fingerprint(text));
    }
    expect(tried).toBeGreaterThan(40);
  });

  test.each(["windows-1256", "iso-8859-6", "macarabic", "utf-16le", "utf-16be"])(
    "headlines in %s",
    async (charset) => {
      const wrong: string[] = [];
      let tried = 0;
      for (const { text } of ARABIC) {
        const headline = text.split(/\s+/).slice(2, 7).join(" ");
        const bytes = encode(headline, charset);
        if (bytes === null) continue;
        tried++;
        const { documents } = await readBytes(bytes, { format: "text" });
        if (documents[0]?.text !== headline) wrong.push(headline);
      }
      expect(wrong.length).toBeLessThanOrEqual(tried * 0.02);
    },
  );
});

test("sound texts stay as they are", async () => {
  for (const { id, text } of ARTICLES) {
    const [document] = (await readBytes(utf8(text), { format: "text" })).documents;
    expect([id, document!.text, document!.repairs]).toEqual([id, text, undefined]);
  }
});

function hasFtfy(): boolean {
  try {
    execFileSync("python3", ["-c", "import ftfy"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** ftfy is the oracle: what it mends is mended here. Skipped where Python or ftfy is not installed. */
test.skipIf(!hasFtfy())("no text is left that ftfy mends", async () => {
  const damaged = DAMAGES.slice(0, 7).flatMap(([name, damage]) =>
    ARTICLES.map(({ id, text }) => ({ name, id, sound: text, text: damage(text) })),
  );
  const script = "import sys,json,ftfy\nfor l in sys.stdin: print(json.dumps(ftfy.fix_text(json.loads(l))))";
  const input = damaged.map(({ text }) => JSON.stringify(text)).join("\n");
  const mended = execFileSync("python3", ["-c", script], { input, maxBuffer: 1 << 28 })
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as string);
  const count = { ftfy: 0, ours: 0 };
  for (const [at, { sound, text }] of damaged.entries()) {
    const want = fingerprint(sound);
    const byFtfy = fingerprint(mended[at]!) === want;
    const [document] = (await readBytes(utf8(text), { format: "text" })).documents;
    const byUs = document !== undefined && fingerprint(document.text) === want;
    if (byFtfy) count.ftfy++;
    if (byUs) count.ours++;
    expect(byUs || !byFtfy, `${damaged[at]!.name}: ${damaged[at]!.id}`).toBe(true);
  }
  expect(count.ours).toBeGreaterThan(count.ftfy);
});
