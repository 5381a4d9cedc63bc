/** Documents given by a caller, checked and as fields. */
import { UsageError } from "../errors.js";
import type { FieldValues } from "../ingest/record.js";
import type { Document } from "../model/index.js";

/** Fields that are strings, besides id and text. */
const TEXT_FIELDS = [
  "title",
  "source",
  "published",
  "modified",
  "captured",
  "url",
  "byline",
  "lang",
] as const;

/** Throws UsageError for what is no document. What a reader found out is not kept. */
export function documentFields(document: Document): FieldValues {
  checkDocument(document);
  const { links, repairs, versionOf, ...fields } = document;
  return links === undefined ? fields : { ...fields, links: JSON.stringify(links) };
}

function checkDocument(document: unknown): void {
  if (typeof document !== "object" || document === null) {
    throw new UsageError(`document is ${kindOf(document)}, expected an object`);
  }
  const { id, ...fields } = document as Record<string, unknown>;
  if (typeof id !== "string" || id === "") throw new UsageError("document without an id");
  for (const field of ["text", ...TEXT_FIELDS]) {
    const value = fields[field];
    if (typeof value === "string" || (value === undefined && field !== "text")) continue;
    throw new UsageError(`document ${id}: ${field} is ${kindOf(value)}, expected a string`);
  }
  const { links } = fields;
  if (links !== undefined && !(Array.isArray(links) && links.every((link) => typeof link === "string")))
    throw new UsageError(`document ${id}: links is ${kindOf(links)}, expected a list of strings`);
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return `${value}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
