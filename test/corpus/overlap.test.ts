/** Knows nothing of how the corpus was made: whatever eight words two articles share has to be told in the truth. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const WORDS = 8;
const corpus = new URL("../../corpus/", import.meta.url);
const read = <T>(name: string): T[] =>
  readFileSync(new URL(name, corpus), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);

interface Word {
  form: string;
  start: number;
  end: number;
}
interface Truth {
  a: string;
  b: string;
  passages: Record<"a" | "b", { start: number; end: number }>[];
}

function wordsOf(text: string): Word[] {
  const found = text.matchAll(/\p{Script=Han}|[\p{L}\p{N}\p{M}ـ]+/gu);
  return [...found].map((match) => ({
    form: match[0]
      .normalize("NFKC")
      .replace(/[\p{M}ـ]/gu, "")
      .replace(/[أإآ]/gu, "ا")
      .replace(/[ىی]/gu, "ي")
      .toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

it("shares eight words only where the truth says so, or inside one template", async () => {
  const { templateFamilies, recipes } = await import(new URL("source/index.mjs", corpus).href);
  const standing = (recipes as { text: unknown[] }[])
    .flatMap((recipe) => recipe.text.flat())
    .filter((part): part is { op: "boiler"; text: string } => (part as { op?: string }).op === "boiler")
    .flatMap((part) => (part.text ? [wordsOf(part.text).map((word) => word.form)] : []))
    .map((forms) => ` ${forms.join(" ")} `);
  const family = (id: string): number =>
    (templateFamilies as string[][]).findIndex((ids) => ids.includes(id));
  const truth = new Map(read<Truth>("truth.jsonl").map((pair) => [`${pair.a} ${pair.b}`, pair]));
  const seen = new Map<string, { id: string; start: number; end: number }[]>();
  for (const { id, text } of read<{ id: string; text: string }>("articles.jsonl")) {
    const words = wordsOf(text);
    for (let i = 0; i + WORDS <= words.length; i++) {
      const gram = words
        .slice(i, i + WORDS)
        .map((word) => word.form)
        .join(" ");
      seen.set(gram, [
        ...(seen.get(gram) ?? []),
        { id, start: words[i]!.start, end: words[i + WORDS - 1]!.end },
      ]);
    }
  }
  const untold: string[] = [];
  for (const [gram, places] of seen) {
    if (standing.some((forms) => forms.includes(` ${gram} `))) continue;
    for (const x of places) {
      for (const y of places) {
        if (
          x.id >= y.id ||
          (family(x.id) >= 0 && family(x.id) === family(y.id) && !truth.has(`${x.id} ${y.id}`))
        )
          continue;
        const told = truth
          .get(`${x.id} ${y.id}`)
          ?.passages.some(
            (passage) =>
              passage.a.start <= x.end &&
              x.start <= passage.a.end &&
              passage.b.start <= y.end &&
              y.start <= passage.b.end,
          );
        if (!told) untold.push(`${x.id} ${y.id}: ${gram}`);
      }
    }
  }
  expect(untold).toEqual([]);
});
