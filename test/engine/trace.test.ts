import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEngine, type Engine, openIndex } from "../../src/index.js";

const LEAD = "افتتح أهالي حي القصبة مكتبة صغيرة في مخزن قديم للحبوب بعد أن نظفوه وطلوا جدرانه بالأزرق";
const SECOND =
  "وتضم المكتبة ألفي كتاب جمعها تلاميذ المدرسة من بيوت الجيران في ثلاثة أسابيع من العمل المتواصل";
const AGENCY = { id: "a", source: "سانا", published: "2024-03-01T08:00Z", text: `${LEAD}.\n${SECOND}.` };
const PAPER = { id: "b", source: "صحيفة الحي", published: "2024-03-01T11:00Z", text: `${LEAD}.\n${SECOND}.` };

describe("engine.trace", () => {
  let engine: Engine;
  beforeEach(async () => {
    engine = await createEngine();
    engine.add(AGENCY);
  });
  afterEach(() => engine.close());

  it("adds a document that is not there, once, and takes the one that is there", async () => {
    const trace = await engine.trace(PAPER);
    expect(trace.document.id).toBe("b");
    expect(trace.sources[0]).toMatchObject({ origin: { document: "a" }, direction: "from" });
    expect(await engine.trace(PAPER)).toEqual(trace);
    expect(await engine.trace("b")).toEqual(trace);
    expect(engine.ids()).toEqual(["a", "b"]);
  });

  it("takes another text of a known id for a version of it, whichever of the two is older", async () => {
    for (const published of ["2024-02-01", "2024-04-01"]) {
      const trace = await engine.trace({ ...AGENCY, published, text: `${LEAD}.` });
      expect(trace.document.words).toBe(LEAD.split(" ").length);
      expect(trace.versions.length).toBeGreaterThan(0);
      expect(trace.sources).toEqual([]);
    }
  });

  it("answers anew when documents were added", async () => {
    expect((await engine.trace("a")).finding.template).toBe("nothing-to-compare");
    engine.add(PAPER);
    expect((await engine.trace("a")).sources).toHaveLength(1);
  });

  it("says of words that everybody has that they were not followed", async () => {
    const words = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) =>
        [...String((from + at) * 7919 + 1)].map((digit) => "bdfgklmnrs"[Number(digit)]).join(""),
      ).join(" ");
    for (let at = 0; at < 120; at++)
      engine.add({
        id: `n${at}`,
        text: `${words(1000 * at + 1000, 60)}. ${words(0, 24)}. ${words(1000 * at + 500_000, 40)}.`,
      });
    const { finding } = await engine.trace("n7");
    expect(finding.sentence).toMatch(
      /^No reuse among 120 documents; 24 words of it in a row stand in 119 other/,
    );
    expect((await engine.trace("a")).finding.sentence).not.toMatch(/in a row/);
  });

  it("knows the links of a document that it is given", async () => {
    const trace = await engine.trace({ ...PAPER, links: ["https://sana.sy/1"] });
    expect(trace.creditCheck.credits).toMatchObject([{ form: "link", field: "links", name: "SANA" }]);
    expect(trace.creditCheck.absentFields).not.toContain("links");
    expect(trace.creditCheck.status).toBe("matched");
  });

  it("keeps the links of documents, for whoever asks of them later", async () => {
    const links = ["https://example.org/x", "https://www.sana.sy/1"];
    engine.add({ ...PAPER, links });
    const link = { form: "link", field: "links", name: "SANA", alias: "sana.sy" };
    const { creditChecks } = await engine.lineage();
    const check = creditChecks.find(({ document }) => document === "b")!;
    expect(check).toMatchObject({ status: "matched", credits: [link] });
    const { start, end } = check.credits[0]!;
    expect(links.join("\n").slice(start, end)).toBe("sana.sy");
    expect((await engine.trace("b")).creditCheck).toEqual(check);
    const refused = { id: "c", text: LEAD, links: ["https://sana.sy", 1] } as never;
    expect(() => engine.add(refused)).toThrow(/document c: links is an object, expected a list of strings/);
  });

  it("refuses an id that is not there, what is no document, and an engine without texts", async () => {
    await expect(engine.trace("z")).rejects.toThrow(/no document "z" among those read/);
    await expect(engine.trace({ id: "x" } as never)).rejects.toThrow(/text is undefined, expected a string/);
    const bare = await createEngine({ copiesOnly: true });
    await expect(bare.trace("a")).rejects.toThrow(/texts are not kept/);
    await bare.close();
  });
});

describe("index.trace", () => {
  it("sees through a text that is kept already what that was taken from", async () => {
    const index = await openIndex(null);
    for (const document of [AGENCY, { ...PAPER, text: `${LEAD}.` }]) await index.add(document);
    const trace = await index.trace({
      ...PAPER,
      id: "c",
      published: "2024-03-02T00:30Z",
      text: `${LEAD}.`,
    });
    const names = trace.sources.map(({ origin }) => ("document" in origin ? origin.document : ""));
    expect(names.sort()).toEqual(["a", "b"]);
    await expect(index.trace("z")).rejects.toThrow(/no document "z" in the index/);
    await index.close();
  });
});
