import { isListField } from "../document/fields.js";
import { type DocumentLabel, documentLabel } from "../document/label.js";
import type { Document } from "../model/index.js";
import { isoTime } from "../times.js";
import type { Columns } from "./columns.js";
import type { Ranked } from "./ranked.js";
import { META_FIELDS } from "./shard.js";

const TIMES: ReadonlySet<string> = new Set(["published", "modified", "captured"]);

/** Where a document lies, and what columns do not say: its id, and that of the item it is a version of. */
interface Named {
  readonly columns: Columns;
  readonly id: string;
  readonly item: string | null;
}

/** A document of a collection, as `documentNamed` has it. */
export function documentAt(ranked: Ranked, index: number): Document {
  const { columns, id } = ranked;
  return documentNamed({ columns, id: id(index), item: itemOf(ranked, index) }, index);
}

/** The id of the item that a document is a version of; null for one that is none. */
export function itemOf({ columns, id }: Ranked, index: number): string | null {
  const item = columns.data.versionOf[index]!;
  return item === index ? null : id(item);
}

/**
 * A document as it was read. Times are ISO 8601 where understood.
 * Its text is decoded when it is asked for, and then held.
 */
export function documentNamed({ columns, id, item }: Named, index: number): Document {
  let text: string | undefined;
  const document: Record<string, string | string[]> = {
    id,
    get text() {
      text ??= columns.text(index);
      return text;
    },
  };
  for (const field of META_FIELDS) {
    const value = columns.meta(index, field);
    if (value === undefined || field === "id") continue;
    if (isListField(field)) document[field] = JSON.parse(value) as string[];
    else document[field] = TIMES.has(field) ? (isoTime(value) ?? value) : value;
  }
  if (item !== null) document.versionOf = item;
  return document as unknown as Document;
}

/** Undefined for an unknown id. */
export function labelOf({ columns, indexOf }: Ranked, id: string): DocumentLabel | undefined {
  const index = indexOf(id);
  if (index === undefined) return undefined;
  return documentLabel(id, columns.tokenCount(index), (field) => columns.meta(index, field));
}
