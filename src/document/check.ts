/** What a caller gives as a document, checked: the one place that says what is none, for an engine and for an index. */
import { UsageError } from "../errors.js";
import type { Document } from "../model/index.js";
import { isListField, isTextField } from "./fields.js";

const LONE_SURROGATE = /\p{Surrogate}/u;

/** The known fields of a document. Throws UsageError for what is no document. */
export function checkedDocument(value: unknown): Document {
  const item = checkedItem(value);
  if (item.id === undefined) throw new UsageError("document without an id");
  return item as Document;
}

/** The same for a document that may lack an id. */
export function checkedItem(value: unknown): Omit<Document, "id"> & { readonly id?: string } {
  if (typeof value !== "object" || value === null) {
    throw new UsageError(`document is ${kindOf(value)}, expected an object`);
  }
  const given = value as Readonly<Record<string, unknown>>;
  const { id } = given;
  if (id === "" || (id !== undefined && typeof id !== "string"))
    throw new UsageError("document without an id");
  // In UTF-8 every one of them is the same sign, so that two ids would be one.
  if (id !== undefined && LONE_SURROGATE.test(id))
    throw new UsageError(
      `document ${JSON.stringify(id)}: id holds half a surrogate pair, expected whole characters`,
    );
  if (typeof given.text !== "string") throw wrong(id, "text", given.text, "a string");
  const fields: Record<string, unknown> = {};
  for (const name of Object.keys(given)) {
    const field = given[name];
    if (field === undefined) continue;
    if (isTextField(name)) {
      if (typeof field !== "string") throw wrong(id, name, field, "a string");
    } else if (isListField(name)) {
      if (!isListOfStrings(field)) throw wrong(id, name, field, "a list of strings");
    } else continue;
    fields[name] = field;
  }
  return fields as unknown as Document;
}

function wrong(id: string | undefined, field: string, value: unknown, expected: string): UsageError {
  const name = id === undefined ? "document without an id" : `document ${id}`;
  return new UsageError(`${name}: ${field} is ${kindOf(value)}, expected ${expected}`);
}

function isListOfStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return `${value}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
