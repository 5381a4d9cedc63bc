/** Quotations found against quotations that a reader marked. */
import type { Quotation } from "../../src/model/provenance.js";
import { foldLetters } from "../../src/text/letters.js";

export interface GoldQuotation {
  readonly start: number;
  readonly end: number;
  readonly kind: "direct" | "scare";
  readonly speaker?: readonly [number, number];
}

/** Stretches are one where four fifths of them together are common. */
const SAME = 0.8;
/** Words that many names have are no evidence that two are one. */
const COMMON = new Set("رئيس وزير رسمي باسم دكتور سيده متحدث مدير عضو نائب في من بن".split(" "));

export class QuotationScore {
  #direct = 0;
  #found = 0;
  #right = 0;
  #scare = 0;
  #scareRight = 0;
  #speakers = 0;
  #given = 0;
  #same = 0;

  /**
   * Adds one article and tells its mistakes in words. What touches no stretch of the gold is not counted: the reader left
   * out what he was torn about.
   */
  add(text: string, gold: readonly GoldQuotation[], all: readonly Quotation[]): string[] {
    const mistakes: string[] = [];
    const found = all.filter(({ kind }) => kind !== "reported");
    for (const quotation of found) {
      if (quotation.kind !== "direct" || !gold.some((one) => touches(one, quotation))) continue;
      this.#found++;
      if (!gold.some((one) => one.kind === "direct" && isSame(one, quotation)))
        mistakes.push(`false direct: ${around(text, quotation)}`);
    }
    for (const one of gold) {
      const hit = found.find((quotation) => isSame(one, quotation));
      if (one.kind === "scare") {
        this.#scare++;
        if (hit?.kind === "scare") this.#scareRight++;
        continue;
      }
      this.#direct++;
      if (hit?.kind === "direct") this.#right++;
      else mistakes.push(`missed direct: ${around(text, one)}`);
      if (one.speaker === undefined) continue;
      this.#speakers++;
      if (!hit?.speaker) continue;
      this.#given++;
      const name = text.slice(...one.speaker);
      if (sameName(hit.speaker.name, name)) this.#same++;
      else mistakes.push(`speaker ${hit.speaker.name} instead of ${name}: ${around(text, one)}`);
    }
    return mistakes;
  }

  table(): string {
    return [
      `direct   precision ${share(this.#right, this.#found)}  recall ${share(this.#right, this.#direct)}`,
      `scare    recall ${share(this.#scareRight, this.#scare)}`,
      `speaker  right ${share(this.#same, this.#given)} of those given, ${share(this.#same, this.#speakers)} of all`,
    ].join("\n");
  }
}

function share(part: number, whole: number): string {
  return `${whole === 0 ? "-" : (part / whole).toFixed(3)} (${part}/${whole})`;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function touches(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

function isSame(a: Stretch, b: Stretch): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common / (Math.max(a.end, b.end) - Math.min(a.start, b.start)) > SAME;
}

function around(text: string, { start, end }: Stretch): string {
  const words = `${text.slice(Math.max(0, start - 60), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 40)}`;
  return words.replace(/\s+/gu, " ").slice(0, 240);
}

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
