import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createKernel } from "../../src/kernel/index.js";
import type { Kernel } from "../../src/kernel/kernel.js";
import { type QuotedDocument, quotationsOf, traceQuotations } from "../../src/provenance/quotations/index.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await createKernel();
});

function document(id: string, text: string, instant = Number.NaN): QuotedDocument {
  return { id, text, instant, quotations: quotationsOf(kernel, { text }) };
}

const WHOLE = "سيبقى الجسر القديم مفتوحا طوال الليل حتى نهاية موسم القطاف في القرى البعيدة";
const CUT = "سيبقى الجسر القديم مفتوحا طوال الليل حتى نهاية موسم القطاف";
const VARIED = "سيبقى الجسر القديم مفتوحا كل مساء حتى نهاية موسم القطاف في القرى البعيدة";

function collection(): QuotedDocument[] {
  return [
    document("d", `وقال المهندس سليم حداد: «${CUT}».`, 4000),
    document("b", `وأكدت مريم نجار أن «${WHOLE}».`, 2000),
    document("a", `وقال سليم حداد، مدير الجسور: «${WHOLE}».`, 1000),
    document("c", `وقال مدير الجسور سليم حداد إن ${VARIED}.`, 3000),
    document("e", "وقال الوزير: «لا علاقة لهذا الكلام بذلك الجسر البعيد أبدا»."),
  ];
}

describe("traceQuotations", () => {
  it("says who has it whole, cut and varied, without marks too, and by whom", () => {
    const documents = collection();
    const [trace, ...others] = traceQuotations(kernel, documents);
    expect(others).toEqual([]);
    expect(trace!.text).toBe(WHOLE);
    expect(trace!.holders.map(({ document, form }) => [document, form])).toEqual([
      ["a", "exact"],
      ["b", "exact"],
      ["c", "varied"],
      ["d", "cut"],
    ]);
    expect(trace!.holders.map(({ share }) => Number(share.toFixed(2)))).toEqual([1, 1, 0.85, 0.77]);
    expect(trace!.holders.map(({ speaker }) => speaker)).toEqual([
      "سليم حداد",
      "مريم نجار",
      "مدير الجسور سليم حداد",
      "المهندس سليم حداد",
    ]);
    expect(trace!.speakersDiffer).toBe(true);
    for (const { document: id, start, end } of trace!.holders) {
      const { text } = documents.find((other) => other.id === id)!;
      expect(text.slice(start, end)).toMatch(/^سيبقى .*(?:القطاف|البعيدة)$/u);
    }
  });

  it.each([
    ["سليم حداد", "المهندس سليم حداد"],
    ["مدير الجسور سليم حداد", "حداد"],
    ["المدير", "سليم حداد"],
    ["وزارة الجسور", "المتحدث باسم وزارة الجسور"],
    ["إيمانويل مارشان", "ايمانويل مرشان"],
    ["وزير النقل", "أمير المنطقة"],
  ])("%s and %s may be one voice", (one, other) => {
    const documents = [one, other].map((name, at) => document(`${at}`, `وقال ${name}: «${WHOLE}».`));
    expect(traceQuotations(kernel, documents)[0]).toMatchObject({ speakersDiffer: false });
  });

  it.each([
    ["سليم حداد", "مريم نجار"],
    ["وزارة الجسور", "شركة المرفأ"],
    ["محمد الحداد", "محمد النجار"],
  ])("%s and %s are two", (one, other) => {
    const documents = [one, other].map((name, at) => document(`${at}`, `وقال ${name}: «${WHOLE}».`));
    expect(traceQuotations(kernel, documents)[0]).toMatchObject({ speakersDiffer: true });
  });

  it("does not depend on the order of documents", () => {
    const documents = collection();
    const expected = traceQuotations(kernel, documents);
    fc.assert(
      fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (shuffled) => {
        expect(traceQuotations(kernel, shuffled)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it("is no trace where only one document has it, or the words are few", () => {
    const few = [
      document("a", "وقال سليم: «الجسر مفتوح للجميع»."),
      document("b", "وقال سليم: «الجسر مفتوح للجميع»."),
    ];
    expect(traceQuotations(kernel, few)).toEqual([]);
    expect(traceQuotations(kernel, [document("a", `وقال سليم: «${WHOLE}». وقال: «${WHOLE}».`)])).toEqual([]);
    expect(traceQuotations(kernel, [])).toEqual([]);
  });

  it("follows one quotation through 5,000 documents, each with its own words, in linear time", () => {
    const documents = Array.from({ length: 5000 }, (_, at) =>
      document(
        `d${String(at).padStart(4, "0")}`,
        `وقال سليم حداد: «${WHOLE} رقم ${at}». وأضاف أن الرقم ${at} قديم جدا.`,
        at,
      ),
    );
    const before = process.cpuUsage().user;
    const traces = traceQuotations(kernel, documents);
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(8000);
    expect(traces[0]!.holders).toHaveLength(5000);
  });
});
