/** Articles of the corpora that benches read, by id: JSON lines, gzipped or not. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Document } from "../../src/model/document.js";

export function linesOf(file: string): string[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text.split("\n").filter((line) => line.trim() !== "");
}

/** The text is `content` or `text`, the byline `author`. */
export function articlesOf(files: readonly string[]): Map<string, Document> {
  const articles = new Map<string, Document>();
  for (const line of files.flatMap(linesOf)) {
    const { id, content, text, title, source, author, url } = JSON.parse(line) as Record<string, string>;
    articles.set(id!, {
      id: id!,
      text: content ?? text ?? "",
      ...(title ? { title } : {}),
      ...(source ? { source } : {}),
      ...(author ? { byline: author } : {}),
      ...(url ? { url } : {}),
    });
  }
  return articles;
}
