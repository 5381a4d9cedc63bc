import { describe, expect, it } from "vitest";
import type { Document } from "../../src/model/index.js";
import type { Credit, CreditRole } from "../../src/model/provenance.js";
import { type Copied, creditCheck } from "../../src/provenance/credit-check.js";

const paper: Document = { id: "paper", text: "…", source: "alriyadh" };

function credit(name: string | null, role: CreditRole = "carrier", field: Credit["field"] = "text"): Credit {
  return { role, form: "inline", name, alias: name ?? "وكالات", field, start: 0, end: 3 };
}

function copied(
  document: string,
  source: string | null,
  credits: readonly Credit[] = [],
  certainty: Copied["certainty"] = "sure",
): Copied {
  return { document, source, credits, certainty };
}

describe("creditCheck", () => {
  it.each([
    ["no-reuse", [credit("SPA")], []],
    ["no-reuse", [], [copied("earlier", "alriyadh.com")]],
    ["matched", [credit("SPA")], [copied("item", "was")]],
    ["matched", [credit("SPA", "channel")], [copied("item", "was")]],
    ["matched", [credit("Okaz", "relayer")], [copied("item", "http://okaz.com.sa/1")]],
    ["matched", [credit(null)], [copied("item", "was")]],
    // A name as the source field of the item has it, and as the lexicon has it, are one.
    ["matched", [credit("سانا", "relayer")], [copied("item", "سانا")]],
    ["matched", [credit("SPA")], [copied("item", "was", [], "likely")]],
    ["source-absent", [credit("Reuters")], [copied("unseen:1", "Reuters")]],
    // Nothing is said against a text that nobody has, or that is not surely the source.
    ["source-absent", [credit("Reuters")], [copied("unseen:1", "SPA")]],
    ["source-absent", [credit("Reuters")], [copied("item", "was", [], "likely")]],
    ["not-named", [], [copied("unseen:1", "SPA")]],
    ["not-named", [], [copied("item", "was", [], "likely")]],
    ["source-absent", [credit("SPA")], [copied("item", "okaz", [credit("SPA")])]],
    ["source-absent", [credit("SPA")], [copied("unseen:1", null)]],
    ["source-absent", [credit(null)], [copied("item", "okaz")]],
    ["contradictory", [credit("Reuters")], [copied("item", "was")]],
    ["contradictory", [credit("Reuters")], [copied("item", "okaz", [credit("SPA")])]],
    ["uncredited", [], [copied("item", "was")]],
    ["uncredited", [credit("وزارة الزراعة", "issuer")], [copied("item", "was")]],
    ["uncredited", [credit("SPA", "carrier", "url")], [copied("item", "was")]],
  ] as const)("%s", (status, credits, copies) => {
    const check = creditCheck(paper, credits, copies, false);
    expect(check.status).toBe(status);
    expect(check.detail).toMatch(/^It .*\.$/);
    expect(check.copies).toEqual(copies.map(({ document }) => document));
  });

  it("lists the fields that were not supplied, and calls bare text never uncredited", () => {
    const bare = creditCheck(paper, [], [copied("item", "was")], true);
    expect(bare.absentFields).toEqual(["title", "byline", "url", "links"]);
    expect(bare.detail).toBe(
      "It takes from item (SPA), and names no agency or outlet in the text supplied. Not supplied, and a credit may stand there: title, byline, url, links.",
    );
    const full = { ...paper, title: "t", byline: "b", url: "http://x.example/", links: [] };
    const whole = creditCheck(full, [], [copied("item", "was")], true);
    expect(whole.absentFields).toEqual([]);
    expect(whole.detail).toBe(
      "It takes from item (SPA), and names no agency or outlet in the fields supplied.",
    );
  });

  it("asks of words that stand elsewhere whether anybody is named, where nothing shows from where they are", () => {
    expect(creditCheck(paper, [], [], true).status).toBe("not-named");
    expect(creditCheck(paper, [credit("SPA")], [], true).status).toBe("source-absent");
    expect(creditCheck(paper, [credit("SPA")], [], false).status).toBe("no-reuse");
  });

  describe("an item that opens with an agency's dateline", () => {
    const dateline = (name: string, field: "title" | "text" = "text"): Credit => ({
      ...credit(name, "carrier", field),
      form: "dateline",
      start: 5,
    });
    const item: Document = { id: "item", text: "دمشق-سانا\nافتتح المعرض أمس." };

    it.each([
      ["its site", { url: "https://sana.sy/news/1" }],
      ["its name", { source: "سانا" }],
      ["its site behind a feed's name", { source: "feed 3", url: "https://www.sana.sy/news/1" }],
    ])("is the agency's own by %s, whatever stands elsewhere", (_, by) => {
      for (const copies of [[], [copied("other", "okaz")]]) {
        const check = creditCheck({ ...item, ...by }, [dateline("SANA")], copies, true);
        expect(check.status).toBe("no-reuse");
        expect(check.detail).toBe("It is the agency's own item.");
      }
      expect(creditCheck({ ...item, ...by }, [], [copied("other", "okaz")], true).status).toBe("no-reuse");
    });

    it("is a paper's, which credits by it, where source or URL names another outlet", () => {
      for (const by of [{ source: "alriyadh" }, { url: "https://okaz.com.sa/1" }]) {
        const check = creditCheck({ ...item, ...by }, [dateline("SANA")], [copied("wire", "sana.sy")], true);
        expect(check.status).toBe("matched");
        expect(creditCheck({ ...item, ...by }, [dateline("SANA")], [], true).status).toBe("source-absent");
      }
      const okaz = { ...item, source: "okaz", url: "https://sana.sy/copied" };
      expect(creditCheck(okaz, [], [copied("wire", "alriyadh")], true).status).toBe("uncredited");
    });

    it("may be either without both, and nothing is held against it", () => {
      for (const field of ["title", "text"] as const) {
        const check = creditCheck(item, [dateline("SANA", field)], [], true);
        expect([check.status, check.detail]).toEqual([
          "no-reuse",
          "It opens with the dateline of SANA, and neither source nor URL says whose item it is: it may be the agency's own.",
        ]);
        const taken = creditCheck(item, [dateline("SANA", field)], [copied("other", "okaz")], true);
        expect(taken.status).toBe("source-absent");
        expect(taken.detail).toBe(check.detail);
      }
    });

    it("is no agency's with two of them, or with one further down", () => {
      const two = [dateline("SANA"), dateline("Reuters")];
      expect(creditCheck(item, two, [], true).detail).toMatch(/^It names/);
      expect(creditCheck(item, [{ ...dateline("SANA"), start: 500 }], [], true).detail).toMatch(/^It names/);
    });
  });

  it("gives the same whatever the order of copies", () => {
    const copies = [copied("b", "okaz"), copied("a", "was"), copied("c", null)];
    const credits = [credit("SPA")];
    expect(creditCheck(paper, credits, copies, true).status).toBe("matched");
    expect(creditCheck(paper, credits, [...copies].reverse(), true)).toEqual(
      creditCheck(paper, credits, copies, true),
    );
  });
});
