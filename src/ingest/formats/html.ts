/** A saved page (HTML or MHTML) → one record, through the reader of pages. */
import { oneArticle, wholeBytes } from "../emit.js";
import type { PageArticle } from "../page/article.js";
import type { FieldValues } from "../record.js";

export const html = oneArticle(async (source, { encoding, maxRecordBytes }) => {
  const bytes = await wholeBytes(source, maxRecordBytes);
  if (typeof bytes === "string") return bytes;
  const { loadPageReader } = await import("../page/index.js");
  const reader = await loadPageReader();
  const page = reader.read(bytes, { charset: encoding, url: source.facts.url });
  if ("reason" in page) return page.reason;
  return { values: pageValues(page), from: page.fieldsFrom, cut: page.cut };
});

/** The fields that a page gives. */
export function pageValues(page: PageArticle): FieldValues {
  const values: FieldValues = { text: page.text };
  for (const name of ["title", "byline", "published", "modified", "url", "source", "lang"] as const) {
    const value = page[name];
    if (value !== undefined && value !== "") values[name] = value;
  }
  if (page.links !== undefined && page.links.length > 0) values.links = JSON.stringify(page.links);
  return values;
}
