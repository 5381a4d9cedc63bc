import type { Document } from "../model.js";
import { isoTime } from "../times.js";
import type { Ranked } from "./collection.js";
import { META_FIELDS } from "./shard.js";

/** A document as it was read, but for lists and repairs, which columns do not keep. Times are ISO 8601 where understood. */
export function documentAt({ columns, id }: Ranked, index: number): Document {
  const document: Record<string, string> = { id: id(index), text: columns.text(index) };
  for (const field of META_FIELDS) {
    const value = columns.meta(index, field);
    if (value === undefined || field === "id") continue;
    document[field] = field === "published" || field === "captured" ? (isoTime(value) ?? value) : value;
  }
  const item = columns.data.versionOf[index]!;
  if (item !== index) document.versionOf = id(item);
  return document as unknown as Document;
}
