/**
 * Judged pairs about news: which two articles, what careful readers called them, and the texts. Same news are copies,
 * rewrites, excerpts and independent reports of one statement; another statement on the same incident, a follow-up and
 * the same formula about another event are not.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { NewsText } from "../../src/match/news/same-news.js";
import { tokenise } from "../../src/text/tokenise.js";
import { publishedInstant } from "../../src/times.js";
import { threadKernel } from "../../src/workers/kernel.js";
import { readZipped } from "../support/zipped.js";

const SAME = new Set(["copy", "rewrite", "excerpt", "same_statement"]);

export interface NewsPair {
  readonly a: string;
  readonly b: string;
  readonly label: string;
  readonly same: boolean;
  /** Candidates that were added to complete a story: left out of precision. */
  readonly added: boolean;
}

/** Throws for a record without the two ids and a label. */
export function readNewsPairs(file: string): NewsPair[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, at) => {
      const { query, cand, label, pool } = JSON.parse(line) as Record<string, unknown>;
      if (typeof query !== "string" || typeof cand !== "string" || typeof label !== "string") {
        throw new Error(`${file}:${at + 1}: expected query, cand and label`);
      }
      return { a: query, b: cand, label, same: SAME.has(label), added: pool === "ext" };
    });
}

/** The articles of these ids, whatever the names of their fields. */
export async function readTexts(file: string, ids: ReadonlySet<string>): Promise<Map<string, NewsText>> {
  const kernel = await threadKernel();
  const texts = new Map<string, NewsText>();
  for await (const record of readZipped(file)) {
    const id = String(record.id);
    if (!ids.has(id)) continue;
    const time = record.published ?? record.date ?? record.captured ?? record.date_extracted;
    texts.set(id, {
      ...tokenise(kernel, String(record.text ?? record.content ?? record.body ?? "")),
      title: String(record.title ?? ""),
      instant: publishedInstant(typeof time === "string" ? time : ""),
    });
  }
  return texts;
}

/** All plain texts of a folder by the name of their file. */
export async function readFolder(folder: string): Promise<Map<string, NewsText>> {
  const kernel = await threadKernel();
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .sort()
      .map((name) => [
        basename(name, ".txt"),
        { ...tokenise(kernel, readFileSync(join(folder, name), "utf8")), title: "", instant: Number.NaN },
      ]),
  );
}

export const idsOf = (pairs: readonly NewsPair[]): Set<string> =>
  new Set(pairs.flatMap(({ a, b }) => [a, b]));
