/** Pages with the text that a reader would copy: one JSON a line, `id, url, title, date, text, html`, perhaps gzipped. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface MarkedPage {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly text: string;
  readonly html: string;
}

/** Pages without a marked text are left out: there is nothing to hold the answer against. */
export function readMarkedPages(file: string): MarkedPage[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as MarkedPage)
    .filter((page) => typeof page.text === "string" && page.text.trim() !== "");
}
