/** Reads articles for the benches from JSON lines, whatever the names of their fields. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

export interface Article {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly source?: string;
}

/** Records without an id or a text are left out. */
export async function readArticles(file: string): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const record of readRecords(file)) {
    const { id, title, source } = record;
    const text = record.text ?? record.content ?? record.body;
    if (typeof id !== "string" || typeof text !== "string") continue;
    articles.push({
      id,
      text,
      ...(typeof title === "string" ? { title } : {}),
      ...(typeof source === "string" ? { source } : {}),
    });
  }
  return articles;
}

/** JSON lines as plain records; empty lines are passed over. */
export async function* readRecords(file: string): AsyncGenerator<Record<string, unknown>> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (line.trim() !== "") yield JSON.parse(line) as Record<string, unknown>;
  }
}

export async function readAll(file: string): Promise<Record<string, unknown>[]> {
  const records: Record<string, unknown>[] = [];
  for await (const record of readRecords(file)) records.push(record);
  return records;
}
