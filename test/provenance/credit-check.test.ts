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

  it("gives the same whatever the order of copies", () => {
    const copies = [copied("b", "okaz"), copied("a", "was"), copied("c", null)];
    const credits = [credit("SPA")];
    expect(creditCheck(paper, credits, copies, true).status).toBe("matched");
    expect(creditCheck(paper, credits, [...copies].reverse(), true)).toEqual(
      creditCheck(paper, credits, copies, true),
    );
  });
});
