/**
 * Reported speech against what a reader noted in articles drawn at random (test/gold/README.md). The rules were mended
 * by one half; the other half was only counted.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { createKernel } from "../../src/kernel/index.js";
import type { Quotation, SpeakerVia, Stance } from "../../src/model/provenance.js";
import { quotationsOf } from "../../src/provenance/quotations/index.js";
import { foldLetters } from "../../src/text/letters.js";

const ARTICLES = new URL("../../../shared/corpora/saudinewsnet/articles.jsonl.gz", import.meta.url);
const PRESENT = existsSync(ARTICLES);
if (!PRESENT) console.log("skipped: ../shared/corpora/saudinewsnet is not there");

interface Statement {
  readonly start: number;
  readonly end: number;
  readonly verb: readonly [number, number];
  readonly stance: Stance;
  readonly via: SpeakerVia;
  readonly speaker?: readonly [number, number];
  /** What was said is a noun, no clause. */
  readonly noun?: true;
  /** The reader was torn whether anybody says anything. */
  readonly torn?: true;
}
interface Article {
  readonly id: string;
  readonly statements: readonly Statement[];
}

const LEAST_COMMON = 0.7;
const gold = readFileSync(new URL("../gold/reported.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Article);
const counts = [0, 1].map((half) => ({
  half,
  clauses: 0,
  clausesFound: 0,
  nouns: 0,
  nounsFound: 0,
  given: 0,
  nobodys: 0,
  speakers: 0,
  named: 0,
  same: 0,
  via: 0,
}));

function common(a: Statement, b: Quotation): number {
  return (
    (Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
    (Math.max(a.end, b.end) - Math.min(a.start, b.start))
  );
}

function sameVerb({ verb: [start, end] }: Statement, { verb }: Quotation): boolean {
  return verb !== null && verb.start < end && verb.end > start;
}

function sameName(a: string, b: string): boolean {
  const words = (name: string) =>
    name
      .split(/[^\p{L}\p{M}]+/u)
      .map((word) => foldLetters(word).replace(/^(?:ال|لل|ل)/u, ""))
      .filter((word) => word.length > 1);
  const other = words(b);
  return words(a).some((word) => other.includes(word));
}

function score({ id, statements }: Article, text: string, found: readonly Quotation[]): void {
  const count = counts[createHash("sha256").update(`half:${id}`).digest()[0]! & 1]!;
  const matched = new Set<Quotation>();
  for (const statement of statements) {
    const near = found.filter((quotation) => common(statement, quotation) >= LEAST_COMMON);
    const own = near.find((quotation) => sameVerb(statement, quotation));
    const free = near.find(
      (quotation) => !statements.some((other) => other !== statement && sameVerb(other, quotation)),
    );
    const hit = own ?? free;
    const touched = hit ?? found.find((quotation) => sameVerb(statement, quotation));
    if (touched) matched.add(touched);
    if (statement.torn) continue;
    count[statement.noun ? "nouns" : "clauses"]++;
    if (!hit) continue;
    count[statement.noun ? "nounsFound" : "clausesFound"]++;
    if (hit.via === statement.via) count.via++;
    if (!statement.speaker) continue;
    count.speakers++;
    if (hit.speaker) count.named++;
    if (hit.speaker && sameName(hit.speaker.name, text.slice(...statement.speaker))) count.same++;
  }
  count.given += found.length;
  count.nobodys += found.filter((quotation) => !matched.has(quotation)).length;
}

describe.skipIf(!PRESENT)("reported speech that a reader noted", () => {
  beforeAll(async () => {
    const kernel = await createKernel();
    const wanted = new Map(gold.map((article) => [article.id, article]));
    for (const line of gunzipSync(readFileSync(ARTICLES)).toString("utf8").split("\n")) {
      const article = wanted.get(/"id": "(sn\d+)"/u.exec(line.slice(-80))?.[1] ?? "");
      if (!article) continue;
      const text = (JSON.parse(line) as { content: string }).content;
      score(
        article,
        text,
        quotationsOf(kernel, { text }).filter(({ kind }) => kind === "reported"),
      );
    }
  }, 60_000);

  it("is found, and little else is", () => {
    for (const count of counts)
      console.log(`reported speech of ${gold.length} articles: ${JSON.stringify(count)}`);
    const [mended, other] = counts as [(typeof counts)[0], (typeof counts)[0]];
    expect([mended.clauses, other.clauses]).toEqual([72, 59]);
    expect(mended.clausesFound / mended.clauses).toBeGreaterThan(0.88);
    expect(other.clausesFound / other.clauses).toBeGreaterThan(0.8);
    expect(mended.nobodys / mended.given).toBeLessThan(0.06);
    expect(other.nobodys / other.given).toBeLessThan(0.15);
    expect((mended.same + other.same) / (mended.named + other.named)).toBeGreaterThan(0.88);
  });
});
