/**
 * Quotations and speakers against what a reader found in real articles (test/gold/README.md). Set 1 was read before
 * any rule was tuned, and tuned by; sets 2 and 3 were read when the rules before them stood.
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { createKernel } from "../../src/kernel/index.js";
import type { Quotation, SpeakerVia } from "../../src/model/provenance.js";
import { quotationsOf } from "../../src/provenance/quotations/index.js";
import { foldLetters } from "../../src/text/letters.js";

const ARTICLES = new URL("../../../shared/corpora/saudinewsnet/articles.jsonl.gz", import.meta.url);
const PRESENT = existsSync(ARTICLES);
if (!PRESENT) console.log("skipped: ../shared/corpora/saudinewsnet is not there");

interface Read {
  readonly start: number;
  readonly end: number;
  readonly kind: "direct" | "scare";
  /** Null where the reader was torn. */
  readonly via: SpeakerVia | null;
  readonly speaker?: readonly [number, number];
}
interface Article {
  readonly set: number;
  readonly id: string;
  readonly quotations: readonly Read[];
}

const gold = readFileSync(new URL("../gold/quotations.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Article);
const counts = {
  direct: 0,
  found: 0,
  right: 0,
  scare: 0,
  foundScare: 0,
  rightScare: 0,
  speakers: 0,
  given: 0,
  same: 0,
};

/** Stretches are one where four fifths of them together are common. */
function matches(a: Read, b: Quotation): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common / (Math.max(a.end, b.end) - Math.min(a.start, b.start)) > 0.8;
}

/** Words that many names have are no evidence that two are one. */
const COMMON = new Set("رئيس وزير رسمي باسم دكتور سيده متحدث مدير عضو نائب في من بن".split(" "));

function sameName(a: string, b: string): boolean {
  const words = (name: string) =>
    name
      .split(/[^\p{L}\p{M}]+/u)
      .map((word) => foldLetters(word).replace(/^(?:ال|لل)/u, ""))
      .filter((word) => word.length > 1);
  const own = (name: string) => words(name).filter((word) => !COMMON.has(word));
  const [x, y] = own(a).length > 0 && own(b).length > 0 ? [own(a), own(b)] : [words(a), words(b)];
  return x.some((word) => y.includes(word));
}

describe.skipIf(!PRESENT)("what a reader found", () => {
  beforeAll(async () => {
    const kernel = await createKernel();
    const wanted = new Map(gold.map((article) => [article.id, article]));
    for (const line of gunzipSync(readFileSync(ARTICLES)).toString("utf8").split("\n")) {
      const article = wanted.get(/"id": "(sn\d+)"/u.exec(line.slice(-80))?.[1] ?? "");
      if (article) score(article, (JSON.parse(line) as { content: string }).content);
    }

    function score({ quotations }: Article, text: string): void {
      const found = quotationsOf(kernel, { text }).filter(({ kind }) => kind !== "reported");
      counts.found += found.filter(({ kind }) => kind === "direct").length;
      counts.foundScare += found.filter(({ kind }) => kind === "scare").length;
      for (const read of quotations) {
        const hit = found.find((quotation) => matches(read, quotation));
        if (read.kind === "scare") {
          counts.scare++;
          if (hit?.kind === "scare") counts.rightScare++;
          continue;
        }
        counts.direct++;
        if (hit?.kind === "direct") counts.right++;
        if (!read.speaker) continue;
        counts.speakers++;
        if (hit?.speaker) counts.given++;
        if (hit?.speaker && sameName(hit.speaker.name, text.slice(...read.speaker))) counts.same++;
      }
    }
  }, 60_000);

  it("is found, told apart and attributed", () => {
    console.log(`quotations of ${gold.length} articles: ${JSON.stringify(counts)}`);
    expect([counts.direct, counts.scare, counts.speakers]).toEqual([245, 284, 214]);
    expect(counts.right / counts.found).toBeGreaterThan(0.95);
    expect(counts.right / counts.direct).toBeGreaterThan(0.93);
    expect(counts.rightScare / counts.foundScare).toBeGreaterThan(0.93);
    expect(counts.rightScare / counts.scare).toBeGreaterThan(0.97);
    expect(counts.same / counts.given).toBeGreaterThan(0.93);
    expect(counts.same / counts.speakers).toBeGreaterThan(0.86);
  });
});
