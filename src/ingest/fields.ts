/**
 * Which keys of a JSON record hold which field of a Document. Each field has ordered candidates: the first
 * key with a usable value wins.
 */
import { UsageError } from "../errors.js";

/** The fields a reader fills, in the order of `RecordView.ranges`. */
export const FIELD_NAMES = [
  "id",
  "text",
  "title",
  "source",
  "published",
  "modified",
  "captured",
  "url",
  "byline",
  "lang",
  "links",
  "repairs",
] as const;

export type FieldName = (typeof FIELD_NAMES)[number];

/** Position of each field in `RecordView.ranges` (which holds two numbers a field). */
export const FIELD_INDEX = Object.fromEntries(FIELD_NAMES.map((name, at) => [name, at])) as Readonly<
  Record<FieldName, number>
>;

export type FieldMap = Readonly<Record<FieldName, readonly string[]>>;

export const DEFAULT_FIELDS: FieldMap = {
  id: ["id", "guid", "_id"],
  text: ["text", "content", "body", "articleBody"],
  title: ["title", "headline"],
  source: ["source", "outlet", "publisher"],
  published: [
    "published",
    "date",
    "pubDate",
    "published_at",
    "publishedAt",
    "datePublished",
    "date_published",
  ],
  modified: ["modified", "updated", "updated_at", "dateModified", "date_modified"],
  captured: ["captured", "date_extracted", "crawled", "crawled_at"],
  url: ["url", "link"],
  byline: ["byline", "author", "authors"],
  lang: ["lang", "language"],
  links: ["links"],
  repairs: ["repairs"],
};

/**
 * The default mapping with some fields taken from other keys: `["text=content", "source=paper"]`. A field
 * named several times has several candidates, in that order; the defaults of that field no longer count.
 * Throws UsageError for what is no assignment or no field.
 */
export function fieldMap(assignments: readonly string[] = []): FieldMap {
  const map: Record<FieldName, readonly string[]> = { ...DEFAULT_FIELDS };
  const given = new Set<string>();
  for (const assignment of assignments) {
    const equals = assignment.indexOf("=");
    const name = assignment.slice(0, Math.max(equals, 0)).trim();
    const key = assignment.slice(equals + 1).trim();
    if (equals < 1 || key === "") {
      throw new UsageError(`field ${JSON.stringify(assignment)}: expected FIELD=KEY, such as text=content`);
    }
    if (!isFieldName(name)) {
      throw new UsageError(`field ${JSON.stringify(name)} is not known; known are ${FIELD_NAMES.join(", ")}`);
    }
    map[name] = given.has(name) ? [...map[name], key] : [key];
    given.add(name);
  }
  return map;
}

function isFieldName(name: string): name is FieldName {
  return (FIELD_NAMES as readonly string[]).includes(name);
}
