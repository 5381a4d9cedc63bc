/** What a document is, for people. */
import type { Document } from "../model/index.js";
import { isoTime } from "../times.js";

export interface DocumentLabel {
  readonly id: string;
  readonly title?: string;
  readonly source?: string;
  readonly published?: string;
  readonly url?: string;
  readonly byline?: string;
  /** Tokens of the text. */
  readonly words: number;
}

const FIELDS = ["title", "source", "published", "url", "byline"] as const;

/** `fieldOf` gives a field, undefined or empty where there is none; a time of publication as ISO 8601 where understood. */
export function documentLabel(
  id: string,
  words: number,
  fieldOf: (field: (typeof FIELDS)[number]) => Document[typeof field],
): DocumentLabel {
  const label: Record<string, string | number> = { id, words };
  for (const field of FIELDS) {
    const value = fieldOf(field);
    if (value) label[field] = field === "published" ? (isoTime(value) ?? value) : value;
  }
  return label as unknown as DocumentLabel;
}
