import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { KERNEL_VERSION, type Kernel } from "../../src/kernel/kernel.js";
import { UNICODE_VERSION } from "../../src/kernel/tables.js";
import { bothKernels, hex } from "./kernels.js";

const FILE = new URL("../golden/kernel.json", import.meta.url);

const TEXTS = [
  "",
  "،",
  "كتاب",
  "أعيد فتح الجسر القديم أمام المارّة صباح اليوم، بعد أعمال صيانة استمرّت ثلاثة أشهر.",
  "أُعِيدَ فَتْحُ الجِسْرِ",
  "كتـــاب ﻛﺘﺎﺏ کتاب كتاب\u200f",
  "مؤتمر مو\u0654تمر مي\u0654ة مئة ى\u0654",
  "المدرسة المدرسه الى إلى علي على آخر اخر ٱسم",
  "و علاوة، بـ”رشيد” لـ50 و\nعلاوة (أ ف ب) ف ب كتاب",
  "1,234,567.8 ١٬٢٣٤٬٥٦٧٫٨ 3,5 0,125 1234,567 50.\u200f940 2ر48 10.8.2015 5.",
  "عام2015م B2B x² ½ ①",
  "\ufdfa \ufefb \ufdf2 كت\ufe70اب ﮐ",
  "École ÉCOLE e\u0301cole l’été don't x'5 ΟΔΟΣ Straße İI ﬁn Ǆ",
  "a\u0323\u0301 a\u0301\u0323 ṩ s\u0307\u0323",
  "北京大学 中 日本語です ｶﾞｶﾞ ガガ กำ ก\u0e4d\u0e32 ស្រី 한국어 abc中文5",
  "👩‍🏫 𝐀𝟙 𠮷野家 \u{10ffff} \ufeffكلمة",
  "کشور پهناور می‌خواهم ۱۴۰۳",
  "internationalisation internationalisations االاستقلاليةوالاستقلالية",
];
/** Broken UTF-8 too: overlong, surrogates, cut, lone continuation bytes. */
const BYTES = ["61ff62", "c0af61", "61eda08062", "e2806120e280", "f09f98d983d8aad8a8d9", "80818283"];

interface Vector {
  readonly text?: string;
  readonly bytes: string;
  readonly hashes: readonly string[];
  readonly byteOffsets: readonly (readonly number[])[];
  readonly utf16Offsets: readonly (readonly number[])[];
  readonly shingles: { readonly [length: string]: readonly string[] };
}

let kernels: Kernel[] = [];
beforeAll(async () => {
  kernels = await bothKernels();
});

function describeInput(kernel: Kernel, bytes: Uint8Array, text?: string): Vector {
  const offsets = () => Array.from(kernel.starts(), (start, i) => [start, kernel.ends()[i]!]);
  kernel.input(bytes.length).set(bytes);
  kernel.tokenise(0, bytes.length, true);
  const hashes = hex(kernel.hashes());
  const byteOffsets = offsets();
  kernel.toUtf16();
  return {
    ...(text === undefined ? {} : { text }),
    bytes: Buffer.from(bytes).toString("hex"),
    hashes,
    byteOffsets,
    utf16Offsets: offsets(),
    shingles: Object.fromEntries([1, 2, 3, 5].map((length) => [length, hex(kernel.shingles(length))])),
  };
}

function describeAll(kernel: Kernel) {
  const encoder = new TextEncoder();
  const vectors = [
    ...TEXTS.map((text) => describeInput(kernel, encoder.encode(text), text)),
    ...BYTES.map((bytes) => describeInput(kernel, Uint8Array.from(Buffer.from(bytes, "hex")))),
  ];
  return { kernelVersion: KERNEL_VERSION, unicode: UNICODE_VERSION, vectors };
}

// A difference breaks stored indexes. If it is meant, raise KERNEL_VERSION and run with UPDATE_GOLDEN=1.
it("both kernels give the golden hashes, offsets and shingles", () => {
  if (process.env.UPDATE_GOLDEN === "1") {
    writeFileSync(FILE, `${JSON.stringify(describeAll(kernels[1]!), null, 1)}\n`);
  }
  const golden: unknown = JSON.parse(readFileSync(FILE, "utf8"));
  for (const kernel of kernels) expect(describeAll(kernel), kernel.name).toEqual(golden);
});
