import type { Document } from "../model.js";
import { isoTime } from "../times.js";
import type { Ranked } from "./collection.js";
import { META_FIELDS } from "./shard.js";

/**
 * A document as it was read, but for repairs, which columns do not keep. Times are ISO 8601 where understood.
 * Its text is decoded when it is asked for, and then held.
 */
export function documentAt({ columns, id }: Ranked, index: number): Document {
  let text: string | undefined;
  const document: Record<string, string | string[]> = {
    id: id(index),
    get text() {
      text ??= columns.text(index);
      return text;
    },
  };
  for (const field of META_FIELDS) {
    const value = columns.meta(index, field);
    if (value === undefined || field === "id") continue;
    if (field === "links") document.links = JSON.parse(value) as string[];
    else document[field] = field === "published" || field === "captured" ? (isoTime(value) ?? value) : value;
  }
  const item = columns.data.versionOf[index]!;
  if (item !== index) document.versionOf = id(item);
  return document as unknown as Document;
}

/** What a document is, for people. */
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

/** Undefined for an unknown id. */
export function labelOf({ columns, indexOf }: Ranked, id: string): DocumentLabel | undefined {
  const index = indexOf(id);
  if (index === undefined) return undefined;
  const label: Record<string, string | number> = { id, words: columns.tokenCount(index) };
  for (const field of ["title", "source", "published", "url", "byline"] as const) {
    const value = columns.meta(index, field);
    if (value !== undefined) label[field] = field === "published" ? (isoTime(value) ?? value) : value;
  }
  return label as unknown as DocumentLabel;
}
